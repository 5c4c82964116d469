// The lights of a code book: hollow squares, filled from below as far as they are active, from above and pale where negative.

import { ink } from '../../scene/ink.ts';
import { path, round, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import type { BookGrid } from './layout.ts';
import type { Code } from './params.ts';
import type { Book } from './snapshot.ts';
import { on } from './words.ts';

/** Activity of a light that fills it, hundredths, in the codes of zeros and ones. */
const FULL = 100;
/** px of a filling that is too thin to be drawn */
const TOO_THIN = 0.3;

/** A row of lights for every thing that is shown, the sum of those that are there under them; one path for each kind of ink. */
export function lights({ rows }: Book, k: number, code: Code, grid: BookGrid, pen: DrawStyle): Mark[] {
  const { left, top, row, light } = grid;
  const side = light * 0.78;
  const sum = rows[0].map((_, i) => on(k).reduce((total, j) => total + rows[j][i], 0));
  const full = code === 'superposed' ? largest(rows.flat()) : FULL;
  const paths = { frames: '', full: '', pale: '' };
  const drawRow = (values: readonly number[], y: number, unit: number): void =>
    values.forEach((value, i) => {
      const x = round(left + i * light + (light - side) / 2);
      const from = y - side / 2;
      const s = round(side);
      const filled = Math.min(1, Math.abs(value) / unit) * side;
      paths.frames += `M${x} ${round(from)}h${s}v${s}h${-s}Z`;
      if (filled < TOO_THIN) return;
      if (value > 0) paths.full += `M${x} ${round(from + side)}h${s}v${round(-filled)}h${-s}Z`;
      else paths.pale += `M${x} ${round(from)}h${s}v${round(filled)}h${-s}Z`;
    });
  rows.forEach((values, j) => drawRow(values, top + (j + 0.5) * row, full));
  drawRow(sum, top + (rows.length + 0.9) * row, Math.max(full, largest(sum)));
  return [
    path(paths.full, { fill: ink('ink') }, 'full'),
    path(paths.pale, { fill: ink('ink'), 'fill-opacity': 0.38 }, 'pale'),
    path(paths.frames, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'frames'),
  ];
}

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs), 1);
