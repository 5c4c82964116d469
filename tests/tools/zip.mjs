// `npm run zip`: the whole site as a folder in out/interpretability-dreams.zip, for a memory stick: it runs from any static
// server, in any folder, with no connection.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { portable } from '../../src/build/portable.ts';
import { root, run, tools } from './programs.mjs';
import { stale } from './start.mjs';

const how = `Interpretability Dreams, explorable

Browsers let no page from a disk start a model, so a small server is needed. In this folder:

    python3 -m http.server

then open http://localhost:8000/ (any other static server will do). Nothing is asked of any other machine.
`;
const made = new Date(2000, 0, 1); // the same bytes for the same site

/** @returns {Uint8Array} one folder, dreams/ */
export function zip(dist) {
  const base = new URL(
    /<link rel="canonical" href="([^"]*)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))[1],
  ).pathname;
  const files = { 'dreams/READ-ME.txt': [strToU8(how), { mtime: made }] };
  for (const name of readdirSync(dist, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    if (!statSync(join(dist, name)).isFile() || /^(_headers|_redirects|\.nojekyll)$/.test(name)) continue;
    const body = readFileSync(join(dist, name));
    const told = /\.(html|svg|css|js)$/.test(name)
      ? strToU8(portable(name, body.toString(), base))
      : new Uint8Array(body);
    files[`dreams/${name}`] = [
      told,
      { mtime: made, level: /\.(png|woff2|zip)$/.test(extname(name)) ? 0 : 6 },
    ];
  }
  return zipSync(files);
}

async function main() {
  const dist = join(root, 'dist');
  const out = join(root, 'out');
  if (stale(dist)) {
    const code = await run(tools.astro, ['build']);
    if (code) return code;
  }
  const bytes = zip(dist);
  const file = join(out, 'interpretability-dreams.zip');
  mkdirSync(out, { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${file} ${(bytes.length / 1e6).toFixed(1)} MB`);
  return 0;
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
