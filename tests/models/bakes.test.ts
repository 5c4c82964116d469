// Every bake hashes the sources of its numbers by name: the names must be those of files.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const bakes = readdirSync('src/bake').filter((name) => name.endsWith('.ts'));

test.each(bakes)('%s: its sources exist', (name) => {
  const text = readFileSync(`src/bake/${name}`, 'utf8');
  const sources = [...text.matchAll(/'((?:models|math)\/[\w.-]+)'/g)].map(([, path]) => path);
  expect(sources.filter((path) => !existsSync(`src/${path}.ts`))).toEqual([]);
});
