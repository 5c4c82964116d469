// The last weights as pictures: one of 7 x 7 per class and channel. A press cuts the edge, a press on a channel's name blanks it.

import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { CHANNELS, CLASSES } from './groups.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { edgeName, has, operate, toggled } from './surgery.ts';

/** weights across a map */
const ACROSS = 7;
const TOUCH = 44;

/** Where the table of maps lies, px. */
interface MapTable {
  readonly left: number;
  readonly top: number;
  /** side of a map, and the room between two */
  readonly cell: number;
  readonly gap: number;
}

/** The table of maps: channels as columns, classes as rows. */
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
  const table: MapTable = { left: x + names, top: y + head, cell, gap };
  const most = Math.max(1e-6, ...s.maps.flat(2).map(Math.abs));
  return [
    ...CHANNELS.map((_, c) => channelName(params, c, y, table, pen)),
    ...CLASSES.map((_, n) => className(n, table, pen)),
    ...CLASSES.flatMap((_, n) => CHANNELS.map((_, c) => edgeMap(params, s, n, c, most, table, pen))),
  ];
}

/** A channel's name over its column; a press holds it at its mean, or lets it go. */
function channelName(params: CircuitParams, c: number, y: number, table: MapTable, pen: DrawStyle): Mark {
  const { left, cell, gap } = table;
  const channel = CHANNELS[c];
  const blank = has(params.blank, c);
  const cx = left + c * (cell + gap) + cell / 2;
  const wide = measure(channel, pen.label);
  const name = group(
    [
      rect(cx - Math.max(TOUCH, cell) / 2, y - pen.label, Math.max(TOUCH, cell), TOUCH, unseen, 'hit'),
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
  return controlled(name, { kind: 'press', set: operate(params, { blank: toggled(params.blank, c) }) });
}

const className = (n: number, { left, top, cell, gap }: MapTable, pen: DrawStyle): Mark =>
  label(
    left - 8 * pen.scale,
    top + n * (cell + gap) + cell / 2 + pen.label * 0.36,
    CLASSES[n],
    { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink') },
    `class-${n}`,
  );

/** The map of one edge, squares by the root of the weight's size over `most`; a press cuts the edge, or restores it. */
function edgeMap(
  params: CircuitParams,
  s: CircuitSnapshot,
  n: number,
  c: number,
  most: number,
  { left, top, cell, gap }: MapTable,
  pen: DrawStyle,
): Mark {
  const e = n * CHANNELS.length + c;
  const cut = has(params.cut, e);
  const faded = cut || has(params.blank, c);
  const px = left + c * (cell + gap);
  const py = top + n * (cell + gap);
  const over = params.turned === 'yes' && n === 0 && c < 2;
  const roots = s.maps[n][c].map((v) => Math.sign(v) * Math.sqrt(Math.abs(v) / most));
  const rows = Array.from({ length: ACROSS }, (_, r) => roots.slice(r * ACROSS, (r + 1) * ACROSS));
  const map = group(
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
          over ? rows.reverse() : rows,
          { x: px, y: py, cell: cell / ACROSS, row: cell / ACROSS, paint: 'pos', negative: 'neg' },
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
      'aria-label': `Edge to ${edgeName(e)}: ${cut ? 'cut; tap to restore it' : 'tap to cut it'}`,
      'aria-pressed': cut ? 'true' : 'false',
    },
    `edge-${e}`,
  );
  return controlled(map, { kind: 'press', set: operate(params, { cut: toggled(params.cut, e) }) });
}
