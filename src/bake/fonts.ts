// Static cuts of the three typefaces, subset to the characters that the site sets: `node src/bake/fonts.ts`.
// Writes src/styles/fonts/*.woff2 and src/styles/fonts.css. Every cut gets a fallback face with the same widths and
// heights, so that nothing moves when the font arrives.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subset from 'subset-font';
import { facesOf, fallback, type Metrics } from './metrics.ts';
import { CHARACTERS, CODE, DISPLAY, ITALIC as SLANTED, PROSE } from './characters.ts';

const OUT = 'src/styles/fonts/';
const from = (family: string, file: string): string =>
  `node_modules/@fontsource-variable/${family}/files/${file}`;
const SERIF = from('source-serif-4', 'source-serif-4-latin-opsz-normal.woff2');
const ITALIC = from('source-serif-4', 'source-serif-4-latin-opsz-italic.woff2');
const SANS = from('atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal.woff2');
const MONO = from('atkinson-hyperlegible-mono', 'atkinson-hyperlegible-mono-latin-wght-normal.woff2');

/** `axes`: what is pinned; `without`: of the sans how its kerning changes with the weight, a kilobyte that would take it over the ten packets that come in a first flight; `weight` and `style`: what CSS asks for. The display cuts are families of their own: optical size is a design, not a size. */
interface Cut {
  readonly name: string;
  readonly source: string;
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly axes: Record<string, number | { min: number; max: number }>;
  readonly text: string;
  readonly without?: readonly string[];
}
const cuts: Cut[] = [
  {
    name: 'serif-display',
    source: SERIF,
    family: 'Dream Display',
    weight: '300',
    style: 'normal',
    axes: { wght: 300, opsz: 60 },
    text: DISPLAY,
  },
  {
    name: 'serif-display-italic',
    source: ITALIC,
    family: 'Dream Display',
    weight: '300',
    style: 'italic',
    axes: { wght: 300, opsz: 60 },
    text: 'Dreams',
  },
  {
    name: 'serif',
    source: SERIF,
    family: 'Dream Serif',
    weight: '400',
    style: 'normal',
    axes: { wght: 400, opsz: 17 },
    text: PROSE,
  },
  {
    name: 'serif-italic',
    source: ITALIC,
    family: 'Dream Serif',
    weight: '400',
    style: 'italic',
    axes: { wght: 400, opsz: 17 },
    text: SLANTED,
  },
  {
    name: 'sans',
    source: SANS,
    family: 'Dream Sans',
    weight: '400 700',
    style: 'normal',
    axes: { wght: { min: 400, max: 700 } },
    text: CHARACTERS,
    without: ['GDEF'],
  },
  {
    name: 'mono',
    source: MONO,
    family: 'Dream Mono',
    weight: '400',
    style: 'normal',
    axes: { wght: 400 },
    text: CODE,
  },
];
/** What stands in until a cut has come; for the italic too the upright, at the italic's width. */
const standIn: Record<string, readonly string[]> = {
  'serif-display': ['Times New Roman', 'DejaVu Serif'],
  serif: ['Times New Roman', 'DejaVu Serif'],
  'serif-italic': ['Times New Roman', 'DejaVu Serif'],
  sans: ['Arial', 'Roboto', 'DejaVu Sans'],
  mono: ['Courier New', 'DejaVu Sans Mono'],
};

/** What a browser can do without. */
const light = {
  noHinting: true,
  keepFeatures: ['kern', 'liga', 'tnum', 'mark', 'ccmp'],
  dropTables: ['STAT', 'gasp', 'BASE'],
};

await mkdir(OUT, { recursive: true });
let css =
  '/* Written by src/bake/fonts.ts. Source Serif 4, Atkinson Hyperlegible Next and Mono: SIL Open Font License 1.1. */\n';
let total = 0;
for (const { name, source, family, weight, style, axes, text, without = [] } of cuts) {
  const bytes = await readFile(source);
  const font = await subset(bytes, text, {
    targetFormat: 'woff2',
    variationAxes: axes,
    ...light,
    dropTables: [...light.dropTables, ...without],
  });
  await writeFile(`${OUT}${name}.woff2`, font);
  const metrics: Metrics = facesOf(
    await subset(bytes, text, { targetFormat: 'truetype', variationAxes: axes }),
  );
  css += `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url(./fonts/${name}.woff2) format("woff2")}\n`;
  for (const local of standIn[name] ?? []) {
    css += fallback({ family: `${family} as ${local}`, weight, style, local }, metrics);
  }
  total += font.length;
  console.log(`${name.padEnd(22)} ${(font.length / 1000).toFixed(1)} kB`);
}
await writeFile('src/styles/fonts.css', css);
console.log(`${'together'.padEnd(22)} ${(total / 1000).toFixed(1)} kB`);
