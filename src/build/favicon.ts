// The icon inside the page: as a file of its own it would be one request more on every first visit.
import { readFileSync } from 'node:fs';

const svg = readFileSync('src/styles/favicon.svg', 'utf8').trim();

/** A data: address. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(svg)}`;
