// The icon inside the page: as a file of its own it would be one request more on every first visit.
import { readFileSync } from 'node:fs';

export const favicon = `data:image/svg+xml,${encodeURIComponent(readFileSync('src/styles/favicon.svg', 'utf8').trim())}`;
