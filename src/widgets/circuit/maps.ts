// The last weights as pictures: one of 7 x 7 per class and channel. A tap cuts the edge, a tap on a channel's name blanks it.

import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { CHANNELS, CLASSES } from './groups.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { edge, has } from './read.ts';

export function maps(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const names = Math.max(...CLASSES.map((c) => measure(c, pen.label))) + 8 * pen.scale;
  const head = pen.label * 2;
  const gap = 8 * pen.scale;
  const cell = Math.min((width - names) / 3 - gap, (height - head) / 4 - gap);
  const left = x + names;
  const top = y + head;
  const most = Math.max(1e-6, ...s.maps.flat(2).map(Math.abs));
  const columns = CHANNELS.map((channel, c) => {
    const blank = has(params.blank, c);
    const cx = left + c * (cell + gap) + cell / 2;
    const wide = measure(channel, pen.label);
    return group(
      [
        rect(cx - Math.max(44, cell) / 2, y - pen.label, Math.max(44, cell), 44, unseen, 'hit'),
        label(
          cx,
          y + pen.label,
          channel,
          {
            'font-size': pen.label,
            'font-weight': blank ? 400 : 650,
            'text-anchor': 'middle',
            fill: ink('ink'),
            'text-decoration': blank ? 'line-through' : undefined,
          },
          'word',
        ),
        line(
          cx - wide / 2,
          y + pen.label * 1.4,
          cx + wide / 2,
          y + pen.label * 1.4,
          { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 },
          'under',
        ),
      ],
      {
        'data-handle': `blank-${c}`,
        tabindex: 0,
        role: 'button',
        'aria-label': `Channel ${channel}: ${blank ? 'held at its mean' : 'at work'}`,
        'aria-pressed': blank ? 'true' : 'false',
      },
      `channel-${c}`,
    );
  });
  const rows = CLASSES.map((name, n) =>
    label(
      left - 8 * pen.scale,
      top + n * (cell + gap) + cell / 2 + pen.label * 0.36,
      name,
      { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink') },
      `class-${n}`,
    ),
  );
  const cells = CLASSES.flatMap((_, n) =>
    CHANNELS.map((_, c) => {
      const e = n * 3 + c;
      const cut = has(params.cut, e);
      const faded = cut || has(params.blank, c);
      const px = left + c * (cell + gap);
      const py = top + n * (cell + gap);
      const flat = s.maps[n][c].map((v) => Math.sign(v) * Math.sqrt(Math.abs(v) / most));
      const over = params.turned === 'yes' && n === 0 && c < 2;
      const square = Array.from({ length: 7 }, (_, r) =>
        flat.slice((over ? 6 - r : r) * 7, ((over ? 6 - r : r) + 1) * 7),
      );
      return group(
        [
          rect(
            px,
            py,
            cell,
            cell,
            {
              fill: ink(pen.ground),
              stroke: ink('signal'),
              'stroke-width': cut ? pen.weights.line : pen.weights.fine,
              'stroke-dasharray': over ? '4 3' : undefined,
            },
            'frame',
          ),
          group(
            hinton(
              square,
              { x: px, y: py, cell: cell / 7, row: cell / 7, paint: 'pos', negative: 'neg' },
              'weights',
            ),
            { opacity: faded ? 0.3 : undefined },
            'squares',
          ),
          cut &&
            path(
              `M${round(px)} ${round(py + cell)}L${round(px + cell)} ${round(py)}`,
              { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec },
              'cut',
            ),
          rect(px - gap / 2, py - gap / 2, cell + gap, cell + gap, unseen, 'hit'),
        ],
        {
          'data-handle': `edge-${e}`,
          tabindex: 0,
          role: 'button',
          'aria-label': `Edge to ${edge(e)}: ${cut ? 'cut; tap to restore it' : 'tap to cut it'}`,
          'aria-pressed': cut ? 'true' : 'false',
        },
        `edge-${e}`,
      );
    }),
  );
  return [...columns, ...rows, ...cells];
}
