// What both charts have: a title, levels, and a needle that takes the touch.

import { line as through } from 'd3-shape';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled, type Slider } from '../../scene/touch.ts';
import type { Inside } from './layout.ts';

/** The path through points, px. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  through<readonly [number, number]>().digits(2)(points as [number, number][]) ?? '';

/** @param titles the first that fits, else the last @param levels shares of the height, 0 to 1, and their words */
export function chartFrame(
  box: Box,
  { x0, x1, y0, y1 }: Inside,
  titles: readonly [string, ...string[]],
  levels: readonly (readonly [number, string])[],
  pen: DrawStyle,
): Mark[] {
  const number = { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2') };
  return [
    label(
      box.x,
      box.y + pen.label,
      fitting(titles, pen.label, box.width) ?? titles[titles.length - 1],
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    ...levels.flatMap(([v, text]) => {
      const y = y1 - v * (y1 - y0);
      return [
        line(x0, y, x1, y, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `rule-${text}`),
        label(x0 - pen.small * 0.5, y + pen.small * 0.35, text, number, `level-${text}`),
      ];
    }),
  ];
}

/** A needle at x with a ring at its foot; the whole chart takes the touch. */
export function chartNeedle(x: number, box: Box, { y0, y1 }: Inside, slider: Slider, pen: DrawStyle): Mark {
  const handle = slider.control.key;
  const ring = { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand };
  const mark = group(
    [
      rect(box.x, box.y, box.width, box.height, unseen, 'hit'),
      line(x, y0, x, y1, { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 }, 'needle'),
      circle(x, y1, pen.ring * 0.7, ring, 'ring'),
    ],
    { 'data-handle': slider.attrs['data-handle'], tabindex: 0, role: 'slider', ...slider.attrs },
    `track-${handle}`,
  );
  return controlled(mark, slider.control);
}
