// What the linear reader hears: its score of every thing that is shown.

import { box, hatch } from '../../scene/hatch.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { BookGrid } from './layout.ts';
import type { Code } from './params.ts';
import type { Book } from './snapshot.ts';
import { on } from './words.ts';

/** Bars, solid for what is there, fringes for cross-talk; a dashed line at the faintest of what is there. */
export function heard({ scores }: Book, k: number, code: Code, grid: BookGrid, pen: DrawStyle): Mark[] {
  const { top, row, bars, wide } = grid;
  const own = scores[k - 1];
  const there = on(k);
  const most = Math.max(...own.map(Math.abs), 1);
  const zero = bars + (code === 'superposed' ? wide * 0.3 : 0);
  const unit = (bars + wide - zero) / most;
  const least = zero + Math.min(...there.map((j) => own[j])) * unit;
  const bottom = top + own.length * row;
  const tall = row * 0.5;
  const dashed = { stroke: ink('ink'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 3' };
  return [
    ...own.map((value, j) => {
      const reach = Math.max(value * unit, bars - zero);
      const y = top + (j + 0.5) * row - tall / 2;
      const area = { x: Math.min(zero, zero + reach), y, width: Math.abs(reach), height: tall };
      return there.includes(j) ? solidBar(area, j) : fringedBar(area, value > 0, j, pen);
    }),
    label(zero + 2, top - pen.small * 0.5, 'heard', { 'font-size': pen.small, fill: ink('ink-2') }, 'heard'),
    line(zero, top, zero, bottom, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'zero'),
    line(least, top, least, bottom, dashed, 'least'),
  ];
}

const solidBar = ({ x, y, width, height }: Box, j: number): Mark =>
  rect(x, y, Math.max(width, 0.5), height, { fill: ink('ink') }, `bar-${j}`);

/** Fringes rise where the score is above zero; a bar of a px or so is only a frame. */
function fringedBar({ x, y, width, height }: Box, positive: boolean, j: number, pen: DrawStyle): Mark {
  const spacing = 4.2 * Math.max(1, pen.scale * 0.7);
  const fringes =
    width > 1.5 ? hatch(box(x, y, width, height), spacing, positive ? 'rising' : 'falling') : '';
  const stroke = { fill: 'none', stroke: ink('ink') };
  return group(
    [
      path(fringes, { ...stroke, 'stroke-width': pen.weights.hair * 1.2 }, 'fringe'),
      rect(x, y, width, height, { ...stroke, 'stroke-width': pen.weights.hair }, 'frame'),
    ],
    {},
    `bar-${j}`,
  );
}
