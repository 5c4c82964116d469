// What git keeps names no machine, no registry and no place outside of the repository.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('nothing tracked names a machine or a registry', () => {
  let tracked: string[];
  try {
    tracked = execFileSync('git', ['ls-files', '-z'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter(Boolean);
  } catch {
    return;
  } // an unpacked archive
  // In pieces, so that this file does not name what it looks for.
  const forbidden = [
    ['/wo', 'rk/'],
    ['/ro', 'ot/'],
    ['/ho', 'me/'],
    ['/Us', 'ers/'],
    [':\\\\Us', 'ers'],
    ['../sha', 'red'],
    ['npm_config_', 'registry'],
    ['_auth', 'Token'],
  ].map((parts) => parts.join(''));
  const found: string[] = [];
  for (const file of tracked) {
    if (!existsSync(file) || /\.(png|woff2|bin|ico|zip|wasm|jpg|webp|pdf)$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    for (const word of forbidden) if (text.includes(word)) found.push(`${file}: ${word}`);
    if (/(^|\/)\.npmrc$/.test(file) && text !== 'loglevel=error\n') found.push(file);
    if (file === 'package-lock.json') {
      for (const [, host] of text.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)) {
        if (host !== 'registry.npmjs.org') found.push(`${file}: ${host}`);
      }
    }
  }
  expect(found).toEqual([]);
});
