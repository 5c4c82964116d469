// What makes a car: the three channels' parts of its margin over other, as one bar, and the range over five seeds.

import { wholePercent } from '../../scene/format.ts';
import { ink, type Ink } from '../../scene/ink.ts';
import { label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { Row } from './baked.ts';
import { CHANNELS } from './groups.ts';
import type { CircuitSnapshot } from './snapshot.ts';

/** of the wheels' part, the window's, the roof's */
const paints: readonly Ink[] = ['ink', 'rule', 'wash'];

/** Name, bar and seeds. @param rows the baked seeds, where they are there */
export function margin(
  s: CircuitSnapshot,
  { x, y, width }: Box,
  pen: DrawStyle,
  rows: readonly Row[] = [],
): Mark[] {
  const top = y + pen.label * 1.5;
  const thick = 16 * pen.scale;
  const seeds = rows.length ? fitting(describeSeeds(rows), pen.small, width) : undefined;
  return [
    label(
      x,
      y + pen.label,
      fitting(['What makes a car, beyond a bare body', 'What makes a car'], pen.label, width) ?? '',
      { 'font-size': pen.label, fill: ink('ink-2') },
      'name',
    ),
    ...marginBar(s.shares, { x, y: top, width, height: thick }, pen),
    ...(seeds
      ? [
          label(
            x,
            top + thick + pen.small * 1.4,
            seeds,
            { 'font-size': pen.small, fill: ink(pen.muted) },
            'five',
          ),
        ]
      : []),
  ];
}

/** Parts below nothing have no length; the others fill the bar. */
function marginBar(shares: readonly number[], { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const parts = shares.map((v) => Math.max(0, v));
  const sum = parts.reduce((all, v) => all + v, 0) || 1;
  let at = x;
  const marks = parts.flatMap((v, c) => {
    const from = at;
    const long = (v / sum) * width;
    at += long;
    const text = fitting([`${CHANNELS[c]} ${wholePercent(shares[c])}`], pen.small, long - 8);
    return [
      rect(from, y, long, height, { fill: ink(paints[c]) }, `part-${c}`),
      ...(text
        ? [
            label(
              from + 6,
              y + height / 2 + pen.small * 0.36,
              text,
              { 'font-size': pen.small, fill: ink(c ? 'ink' : 'paper') },
              `word-${c}`,
            ),
          ]
        : []),
    ];
  });
  const end = line(
    at,
    y - 3,
    at,
    y + height + 3,
    { stroke: ink('ink'), 'stroke-width': pen.weights.fine },
    'end',
  );
  return [...marks, end];
}

/** The longer and the shorter way to say what five seeds give. */
function describeSeeds(rows: readonly Row[]): string[] {
  const range = (of: (row: Row) => number): string =>
    `${wholePercent(Math.min(...rows.map(of)))} to ${wholePercent(Math.max(...rows.map(of)))}`;
  const wheels = `five seeds: wheels ${range((r) => r.shares[0])}`;
  return [`${wheels}, window ${range((r) => r.shares[1])}; accuracy ${range((r) => r.accuracy)}`, wheels];
}
