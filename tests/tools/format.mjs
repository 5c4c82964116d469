// `npm run format`: Prettier over the sources; `npm run format -- --check` says what is not as Prettier would set it.
// Of an .astro file the front matter and the scripts are set, the markup is not: prettier-plugin-astro 1.1.0 drops
// elements between other elements of an expression (docs/decisions/).

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as prettier from 'prettier';
import { root } from './programs.mjs';

const check = process.argv.includes('--check');
const formatted = /\.(ts|mjs|cjs|js|json|css|astro|ya?ml)$/;
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const options = await prettier.resolveConfig(`${root}package.json`);

/** The TypeScript inside an .astro file. */
async function astro(text) {
  const pieces = text.split(/(^---\n[\s\S]*?\n---$|<script>\n[\s\S]*?\n *<\/script>)/m);
  const set = pieces.map(async (piece) => {
    const [, open, code, close] = /^(---\n|<script>\n)([\s\S]*?)(\n---| *<\/script>)$/.exec(piece) ?? [];
    if (code === undefined) return piece;
    const neat = (await prettier.format(code, { ...options, parser: 'typescript' })).trimEnd();
    if (open.startsWith('---')) return open + neat + close;
    const indent = /^ */.exec(code)[0];
    return `${open}${neat.replace(/^(?=.)/gm, indent)}\n${close.trimStart().padStart(close.length)}`;
  });
  return (await Promise.all(set)).join('');
}

let wrong = 0;
for (const file of listed.split('\0').filter((name) => formatted.test(name) && existsSync(root + name))) {
  const { ignored, inferredParser } = await prettier.getFileInfo(root + file, {
    ignorePath: `${root}.prettierignore`,
  });
  if (ignored || !(inferredParser || file.endsWith('.astro'))) continue;
  const text = readFileSync(root + file, 'utf8');
  const neat = file.endsWith('.astro')
    ? await astro(text)
    : await prettier.format(text, { ...options, filepath: file });
  if (neat === text) continue;
  wrong += 1;
  console.log(file);
  if (!check) writeFileSync(root + file, neat);
}
if (check && wrong) {
  console.log(`${wrong} files are not as the formatter sets them: npm run format`);
  process.exitCode = 1;
}
