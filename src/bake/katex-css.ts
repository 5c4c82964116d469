// KaTeX's style sheet and fonts, cut to what the built pages use: `npm run build && node src/bake/katex-css.ts`.
// Writes src/styles/katex.css and src/styles/fonts/katex-*.woff2, both committed; a test finds what a new formula lacks.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import subset from 'subset-font';
import { keep, rulesOf, usedIn } from './katex-used.ts';

const HOME = 'node_modules/katex/dist/';
const pages = (await readdir('dist', { recursive: true })).filter((name) => name.endsWith('.html'));
const used = usedIn(await Promise.all(pages.map((name) => readFile(`dist/${name}`, 'utf8'))));
if (!used.classes.size) throw new Error('No formula was found: build first.');

const rules = rulesOf(await readFile(`${HOME}katex.css`, 'utf8'));
const kept = rules.flatMap((rule) => keep(rule, used.classes));
const families = new Set(kept.flatMap(({ body }) => body.match(/KaTeX_\w+/g) ?? []));
let css =
  '/* Written by src/bake/katex-css.ts from KaTeX (MIT; fonts SIL OFL 1.1): the rules and glyphs that the pages use. */\n';
let total = 0;
for (const { selector, body } of rules) {
  if (selector !== '@font-face') continue;
  const family = /font-family:\s*"?(KaTeX_\w+)/.exec(body)![1];
  const file = /fonts\/(KaTeX_[\w-]+)\.woff2/.exec(body)![1];
  const weight = /font-weight:\s*(\w+)/.exec(body)![1];
  const style = /font-style:\s*(\w+)/.exec(body)![1];
  if (!families.has(family) || !used.faces.has(`${family} ${weight} ${style}`)) continue;
  const font = await subset(await readFile(`${HOME}fonts/${file}.woff2`), [...used.characters].join(''), {
    targetFormat: 'woff2',
    noHinting: true,
    dropTables: ['gasp'],
  });
  const name = `katex-${file.slice('KaTeX_'.length).toLowerCase()}`;
  await writeFile(`src/styles/fonts/${name}.woff2`, font);
  css += `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url(./fonts/${name}.woff2) format("woff2")}\n`;
  total += font.length;
  console.log(`${name.padEnd(24)} ${(font.length / 1000).toFixed(1)} kB`);
}
for (const { selector, body } of kept) {
  css += `${selector}{${body
    .replace(/\s+/g, ' ')
    .replace(/\s*([:;,])\s*/g, '$1')
    .replace(/;?\s*$/, '')
    .trim()}}\n`;
}
await writeFile('src/styles/katex.css', css);
console.log(`${kept.length} of ${rules.length} rules, fonts ${(total / 1000).toFixed(1)} kB`);
