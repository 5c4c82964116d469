// `npm run new-figure my-figure`: a running figure with its test, and its line in the registry. The files
// come from tests/tools/new-figure/, which mirrors the repository: a path and a text with `my-figure`,
// `myFigure` and `MyFigure` in them, and `.txt` at the end of the name, so that no tool takes a template for
// a source.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { root, run, tools } from './programs.mjs';

const templates = fileURLToPath(new URL('new-figure/', import.meta.url));
const REGISTRY = 'src/widgets/registry.ts';

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(name).replace(/^\w/, (letter) => letter.toUpperCase());

/** A text or path of the template with the figure's name in it. */
export const named = (text, name) =>
  text.replaceAll('my-figure', name).replaceAll('myFigure', camel(name)).replaceAll('MyFigure', pascal(name));

/** The files to write, by path in the repository. @throws when there is no template */
export function filesOf(name) {
  const paths = readdirSync(templates, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath, entry.name));
  if (!paths.length) throw new Error('tests/tools/new-figure/ has no template');
  return paths.map((path) => ({
    path: named(path.slice(templates.length, -'.txt'.length).replaceAll('\\', '/'), name),
    text: named(readFileSync(path, 'utf8'), name),
  }));
}

/**
 * The registry with a line for the figure after the last one.
 * @throws where the table does not end as expected
 */
export function registered(source, name) {
  const key = /^[a-z]+$/.test(name) ? name : `'${name}'`;
  const lines = source.split('\n');
  const end = lines.findIndex((line) => line.startsWith('} satisfies'));
  const pattern = /^( *)(?:'[\w-]+'|\w+): (.*\.\/)[\w-]+(\/.*)$/;
  const [, indent, before, after] = pattern.exec(lines[end - 1] ?? '') ?? [];
  if (after === undefined) throw new Error(`${REGISTRY} does not end with a line of the table`);
  lines.splice(end, 0, `${indent}${key}: ${before}${name}${after}`);
  return lines.join('\n');
}

/** Why this name cannot be had, in one sentence; undefined when it can. */
export function refusal(name) {
  if (!name) return 'usage: npm run new-figure my-figure';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `“${name}” is no figure's name: small letters and digits, words joined by hyphens`;
  }
  return existsSync(join(root, 'src', 'widgets', name)) ? `src/widgets/${name}/ is there already` : undefined;
}

async function main([name]) {
  const refused = refusal(name);
  if (refused) {
    console.error(refused);
    return 1;
  }
  const files = filesOf(name);
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length) {
    console.error(`${taken.map(({ path }) => path).join(', ')}: there already`);
    return 1;
  }
  const options = await prettier.resolveConfig(join(root, 'package.json'));
  for (const { path, text } of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    // A figure's name is longer or shorter than the template's: lines break elsewhere.
    const neat = path.endsWith('.ts') ? await prettier.format(text, { ...options, filepath: file }) : text;
    writeFileSync(file, neat);
  }
  const registry = join(root, REGISTRY);
  writeFileSync(registry, registered(readFileSync(registry, 'utf8'), name));
  // What the tests compare with, of the figure as it is now: claims over ten seeds, pictures, fingerprints.
  await run(join(root, 'src', 'bake', 'claims.ts'), [name]);
  const written = [`tests/stills/${name}`, 'tests/golden/fingerprints'];
  const update = { UPDATE_GOLDEN: '1', DREAMS_FIGURE: name };
  await run(tools.vitest, ['run', '-c', 'tests/vitest.config.ts', ...written], update);
  console.log(`
${files.map(({ path }) => `  ${path}`).join('\n')}
  ${REGISTRY}, content/claims.json, tests/golden/

npm test -- ${name}
npm run dev, then open /figures/${name}/
CONTRIBUTING.md, “Add a figure”: what to fill in, in order`);
  return 0;
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv.slice(2));
}
