// `npm run release`: writes public/widgets/<version>/ with every module and all that the modules fetch, and
// the hashes of it. The version is package.json's. A folder that exists is never written again. Commit what
// it made: from then on a test holds the bytes.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersRule, hashes, MANIFEST, RELEASES } from '../../src/build/release.ts';
import { released } from '../../src/build/standalone.ts';
import { sources } from '../../src/runtime/sources.ts';
import { compiler } from '../../src/math/kernels/build.ts';
import { names } from '../../src/widgets/registry.ts';
import { root } from './programs.mjs';

/** Its promise was withdrawn: its bytes changed while it was published (CHANGELOG.md). */
const WITHDRAWN = ['0.1.0'];

/**
 * What the figures fetch when they are asked: their baked data, and the sources that the source panel prints.
 */
async function assets() {
  const views = await Promise.all(
    names.map(async (name) => (await import(`../../src/widgets/${name}/widget.ts`)).view),
  );
  const data = views.flatMap(({ baked }) => (baked ? [`data/${baked.file}`] : []));
  const texts = views.flatMap((view) =>
    ['wasm', 'plain'].flatMap((set) => sources(view, set).map(({ file }) => file.replace('src/', 'source/'))),
  );
  return { data: [...new Set(data)].sort(), texts: [...new Set(texts)].sort() };
}

/** Where a fetched path stands in the repository. */
const inRepository = (path) =>
  path.startsWith('data/') ? `public/${path}` : path.replace('source/', 'src/');

/** What forbids the release, in one sentence; undefined when nothing does. */
export function refusal(version, folder) {
  if (WITHDRAWN.includes(version)) return `${version} was withdrawn and is not released again`;
  if (existsSync(folder)) return `${version} is published, and what is published does not change`;
  return undefined;
}

async function main() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(root, RELEASES, version);
  const refused = refusal(version, folder);
  if (refused) {
    console.error(`${refused}. Raise the version first, for example: npm version --no-git-tag-version minor`);
    return 1;
  }
  await compiler();
  const { data, texts } = await assets();
  const put = (path, body) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  };
  for (const [file, code] of Object.entries(await released(names, data, texts))) put(file, code);
  for (const path of [...data, ...texts]) put(path, readFileSync(join(root, inRepository(path))));
  const manifest = { version, files: hashes(folder) };
  put(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  const headers = join(root, 'public', '_headers');
  const [first, ...rest] = readFileSync(headers, 'utf8').split(/(?=^\/widgets\/\*)/m);
  writeFileSync(headers, `${first}${headersRule(version)}${rest.join('')}`);
  console.log(
    `public/widgets/${version}: ${Object.keys(manifest.files).length} files. Add it to CHANGELOG.md and commit it.`,
  );
  return 0;
}
process.exitCode = await main();
