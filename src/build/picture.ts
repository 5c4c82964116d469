// Pictures that leave the site: the still and the share image, from the same scene as the live figure.

import { defaults } from '../runtime/params.ts';
import { exportLayout } from '../runtime/export-layout.ts';
import { hex, ink } from '../scene/ink.ts';
import { lens, type LensNumber } from '../page-art/lens.ts';
import { at, mark, type Mark, type Picture } from '../scene/mark.ts';
import { standalone } from '../scene/print.ts';
import type { Composition, Layout } from '../runtime/widget.ts';
import { pentagon } from './pentagon.ts';
import { widget } from './registry.ts';

async function drawn(name: string, layout: Layout) {
  const { view, settle, data: bake } = await widget(name);
  const params = defaults<any>(view.spec);
  const snapshot = settle(params);
  const data = await bake(params);
  return { text: view.text(params, snapshot, data), scene: view.scene(params, snapshot, layout, data) };
}

/** The still of a figure's default state, 1152 wide, with its words: an SVG that stands alone. */
export async function stillFile(name: string): Promise<string> {
  const { text, scene } = await drawn(name, { composition: 'wide', width: 1152 });
  return standalone(exportLayout(text, scene), hex('light'), 'var(--paper)');
}

/** The share image of a figure, 1200 x 630: its slide composition without words. */
export async function shareFile(name: string): Promise<string> {
  const {
    text,
    scene: { plate, track },
  } = await drawn(name, { composition: 'slide' satisfies Composition, width: 1200, height: 630 });
  const whole: Picture = {
    width: 1200,
    height: 630,
    label: text.title,
    marks: [at(0, 0, plate.marks), ...(track ? [at(0, 630 - track.height, track.marks)] : [])],
  };
  return standalone(whole, hex('light'), 'var(--paper)');
}

/** The share image of a chapter, or another page: a lens, its title, above it what it speaks about. */
export function titleFile(number: LensNumber, title: string, above: string): string {
  const words = (
    text: string,
    y: number,
    size: number,
    family: 'serif' | 'sans',
    fill: 'ink' | 'ink-2',
  ): Mark =>
    mark('text', { x: 560, y, 'font-size': size, 'font-family': `var(--${family})`, fill: ink(fill) }, text);
  const lines = title
    .split(' ')
    .reduce<string[]>(
      (all, word) =>
        `${all.at(-1) ?? ''} ${word}`.length <= 20 && all.length
          ? [...all.slice(0, -1), `${all.at(-1)} ${word}`]
          : [...all, word],
      [],
    );
  const whole: Picture = {
    width: 1200,
    height: 630,
    label: title,
    marks: [
      mark('g', { transform: 'translate(290,315) scale(2.55)' }, lens(number, pentagon()).marks),
      ...lines.map((line, i) => words(line, 315 + (i - (lines.length - 1) / 2) * 74, 64, 'serif', 'ink')),
      words(above, 110, 26, 'sans', 'ink-2'),
      words('Interpretability Dreams, explorable', 545, 26, 'sans', 'ink-2'),
    ],
  };
  return standalone(whole, hex('light'), 'var(--paper)');
}
