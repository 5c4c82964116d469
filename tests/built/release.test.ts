// Released versions of the widgets: what a page pinned by its hash is still there, to the byte, and only that
// says it is for good.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, hashes, integrity, MANIFEST, RELEASES, released } from '../../src/build/release.ts';
import { names } from '../../src/widgets/registry.ts';
import { dist, files, html } from './site.ts';

/** A folder as a release leaves it: two files and their hashes. */
function folder(): string {
  const at = mkdtempSync(join(tmpdir(), 'dreams-release-'));
  mkdirSync(join(at, 'data'));
  writeFileSync(join(at, 'figure.js'), 'export const step = 1;');
  writeFileSync(join(at, 'data', 'baked.bin'), Uint8Array.of(1, 2, 3));
  writeFileSync(join(at, MANIFEST), JSON.stringify({ version: '9.9.9', files: hashes(at) }));
  return at;
}

test('a folder is compared with its manifest: changed, new and missing files are named', () => {
  const at = folder();
  expect(Object.keys(hashes(at))).toEqual(['data/baked.bin', 'figure.js']);
  expect(differences(at)).toEqual([]);
  writeFileSync(join(at, 'figure.js'), 'export const step = 2;');
  writeFileSync(join(at, 'added.js'), '');
  rmSync(join(at, 'data', 'baked.bin'));
  expect(differences(at)).toEqual([
    'added.js is not in the manifest',
    'data/baked.bin is missing',
    'figure.js has changed',
  ]);
  rmSync(at, { recursive: true });
});

test('versions are ordered by number, and the withdrawn one is none of them', () => {
  const root = mkdtempSync(join(tmpdir(), 'dreams-releases-'));
  for (const version of ['0.10.0', '0.9.0', '1.0.0']) {
    cpSync(folder(), join(root, version), { recursive: true });
    writeFileSync(join(root, version, MANIFEST), JSON.stringify({ version, files: {} }));
  }
  expect(released(root).map(({ version }) => version)).toEqual(['0.9.0', '0.10.0', '1.0.0']);
  expect(released(join(root, 'nothing'))).toEqual([]);
  expect(existsSync(join(RELEASES, '0.1.0'))).toBe(false);
  rmSync(root, { recursive: true });
});

test('every released folder is what its manifest says, here and in the built site', () => {
  for (const { version, files: listed } of released()) {
    expect(differences(join(RELEASES, version)), version).toEqual([]);
    expect(differences(join(dist, 'widgets', version)), version).toEqual([]);
    for (const file of ['panels.js', 'programs.js', 'film.js', 'all.js']) expect(listed[file]).toBeDefined();
  }
});

test('no commit has changed or removed a file of a released version', () => {
  const log = ['log', '--format=', '--name-only', '--diff-filter=MDR', '--', RELEASES];
  let changed: string;
  try {
    changed = execFileSync('git', log, { encoding: 'utf8' });
  } catch {
    return; // an archive without its history
  }
  expect(changed.trim()).toBe('');
});

test('a build writes the short addresses and no version of its own', () => {
  const versions = new Set(files(/^widgets\/\d/).map((path) => path.split('/')[1]));
  expect([...versions]).toEqual(released().map(({ version }) => version));
  for (const name of names) expect(existsSync(`${dist}/widgets/${name}.js`), name).toBe(true);
});

test('the list of figures prints a hash for a released version only, and the right one', () => {
  const text = html('figures/').replaceAll('&quot;', '"').replaceAll('&#34;', '"');
  const newest = released().at(-1);
  const printed = [...text.matchAll(/src="[^"]*\/widgets\/([^"]+)"(?:\s+integrity="([^"]+)")?/g)];
  expect(printed).toHaveLength(names.length);
  for (const [, path, hash] of printed) {
    expect(existsSync(`${dist}/widgets/${path}`), path).toBe(true);
    expect(path.startsWith(`${newest?.version}/`)).toBe(newest !== undefined);
    expect(hash).toBe(newest && integrity(readFileSync(`${dist}/widgets/${path}`)));
  }
});
