// The Gram signature as a chart: where the cosines of all pairs lie, and how many pairs share one. Bars wear the fringes of
// interference: falling where two features cancel, rising where they add.

import { ticksBelow } from '../../scene/axis.ts';
import { box as corners, fringe, hatch } from '../../scene/hatch.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { PolytopesSnapshot } from './snapshot.ts';
import { cosine } from './words.ts';

/** The chart’s marks in its box. */
export function angles(
  { angles: list }: PolytopesSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const y0 = y + pen.label + pen.small * 3.1;
  const y1 = y + height - pen.small * 2;
  const x0 = x + pen.small * 1.6;
  const x1 = x + width - 10;
  const sx = (value: number): number => x0 + ((value + 1.06) / 2.12) * (x1 - x0);
  const most = Math.max(1, ...list.map(({ count }) => count));
  const wide = Math.min(22 * pen.scale, width / 16);
  const ranked = [...list].sort((a, b) => b.count - a.count);
  const taken: [number, number][] = [];
  const bars = ranked.map(({ value, count }) => {
    const cx = sx(value);
    const tall = Math.max(3, Math.sqrt(count / most) * (y1 - y0));
    const f = fringe(value);
    const text = `×${count}`;
    const half = measure(text, pen.small) / 2;
    const free = !taken.some(([a, b]) => cx - half < b + 2 && cx + half > a - 2);
    if (free) taken.push([cx - half, cx + half]);
    return group(
      [
        rect(
          cx - wide / 2,
          y1 - tall,
          wide,
          tall,
          { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.fine },
          'bar',
        ),
        f &&
          path(
            hatch(corners(cx - wide / 2, y1 - tall, wide, tall), f.spacing, f.slope),
            { fill: 'none', stroke: ink('ink'), 'stroke-width': f.width },
            'fringe',
          ),
        free &&
          label(
            cx,
            y1 - tall - pen.small * 0.4,
            text,
            { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink') },
            'count',
          ),
      ],
      {},
      `cos-${cosine(value)}`,
    );
  });
  const small = { 'font-size': pen.small, fill: ink('ink-2') };
  return [
    label(
      x,
      y + pen.label,
      fitting(
        ['How the directions meet: cosines of all pairs', 'Cosines of all pairs'],
        pen.label * 1.04,
        width,
      ) ?? '',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    label(x0, y + pen.label + pen.small * 1.5, 'cancel', small, 'cancel'),
    label(x1, y + pen.label + pen.small * 1.5, 'add', { ...small, 'text-anchor': 'end' }, 'add'),
    label(
      sx(0),
      y + pen.label + pen.small * 1.5,
      'right angle',
      { ...small, 'text-anchor': 'middle' },
      'right',
    ),
    line(x0, y1, x1, y1, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
    ...ticksBelow(
      [
        ...ranked.map(({ value }) => ({ at: sx(value), text: cosine(value) })),
        ...[-1, 0, 1].map((v) => ({ at: sx(v), text: cosine(v) })),
      ],
      [x0 - 12, x1 + 8],
      y1,
      pen,
      pen.small,
    ),
    ...bars,
  ];
}
