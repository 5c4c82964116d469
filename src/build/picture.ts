// Pictures that leave the site: the still and the share image, from the same scene as the live figure.

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subset from 'subset-font';
import { defaults } from '../runtime/params.ts';
import { sheet } from '../runtime/sheet.ts';
import { hex, ink } from '../scene/ink.ts';
import { lens, type LensNumber } from '../scene/lens.ts';
import { at, mark, type Mark, type Picture } from '../scene/mark.ts';
import { standalone } from '../scene/print.ts';
import type { Composition, Layout } from '../runtime/widget.ts';
import { pentagon } from './pentagon.ts';
import { widget } from './registry.ts';

async function drawn(name: string, layout: Layout) {
  const { face, settle, data: bake } = await widget(name);
  const params = defaults<any>(face.spec), snapshot = settle(params), data = await bake(params);
  return { text: face.text(params, snapshot, data), scene: face.scene(params, snapshot, layout, data) };
}

export async function stillFile(name: string): Promise<string> {
  const { text, scene } = await drawn(name, { composition: 'wide', width: 1152 });
  return standalone(sheet(text, scene), hex('light'), 'var(--paper)');
}

export async function shareFile(name: string): Promise<string> {
  const { text, scene: { plate, track } } = await drawn(name, { composition: 'slide' satisfies Composition, width: 1200, height: 630 });
  const whole: Picture = { width: 1200, height: 630, label: text.title, marks: [at(0, 0, plate.marks), ...(track ? [at(0, 630 - track.height, track.marks)] : [])] };
  return standalone(whole, hex('light'), 'var(--paper)');
}

/** The share image of a chapter, or another page: a lens, its title, above it what it speaks about. */
export function titleFile(number: LensNumber, title: string, above: string): string {
  const words = (text: string, y: number, size: number, family: string, fill: string): Mark => mark('text', { x: 560, y, 'font-size': size, 'font-family': `var(--${family})`, fill: ink(fill as 'ink') }, text);
  const lines = title.split(' ').reduce<string[]>((all, word) => ((`${all.at(-1) ?? ''} ${word}`.length <= 20 && all.length) ? [...all.slice(0, -1), `${all.at(-1)} ${word}`] : [...all, word]), []);
  const whole: Picture = { width: 1200, height: 630, label: title, marks: [
    mark('g', { transform: 'translate(290,315) scale(2.55)' }, lens(number, pentagon()).marks),
    ...lines.map((line, i) => words(line, 315 + (i - (lines.length - 1) / 2) * 74, 64, 'serif', 'ink')),
    words(above, 110, 26, 'sans', 'ink-2'), words('Interpretability Dreams, explorable', 545, 26, 'sans', 'ink-2'),
  ] };
  return standalone(whole, hex('light'), 'var(--paper)');
}

// resvg reads TrueType only; the site's fonts are woff2, so they are turned once a build.
let fonts: Promise<string[]> | undefined;
async function fontFiles(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dreams-fonts-'));
  const cut = async (file: string, name: string, axes: Record<string, number>): Promise<string> => {
    const text = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 32 + i), ...[...'–—’“”×·½⅓⅔¼¾⅖⅗⅜₀₁₂₃₄₅₆₇₈₉ᵢⱼ−±≈°→⟋⟍Σx̂é'].map((c) => c.codePointAt(0)!));
    const path = join(folder, `${name}.ttf`);
    await writeFile(path, await subset(await readFile(`node_modules/@fontsource-variable/${file}`), text, { targetFormat: 'truetype', variationAxes: axes }));
    return path;
  };
  return Promise.all([
    cut('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', 'sans', { wght: 400 }),
    cut('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', 'sans-bold', { wght: 650 }),
    cut('source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', 'serif', { wght: 400, opsz: 30 }),
  ]);
}

/** @param width px of the PNG */
export async function pixels(svg: string, width: number): Promise<Uint8Array> {
  fonts ??= fontFiles();
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: await fonts, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible Next', sansSerifFamily: 'Atkinson Hyperlegible Next', serifFamily: 'Source Serif 4' },
  });
  return image.render().asPng();
}
