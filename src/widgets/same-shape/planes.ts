// Networks as arrows in a plane; three neurons are seen from a corner.

import { sign, stain } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { at, circle, group, label, type Mark, type Point } from '../../scene/mark.ts';
import { hull, reticle, vector } from '../../scene/plane.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import type { Rows } from './derive.ts';

/** x right, y up; in space from above and to the side */
const flat = (row: readonly number[]): Point =>
  row.length === 2
    ? [row[0], -row[1]]
    : [0.86 * row[0] - 0.5 * row[2], -(0.94 * row[1] - 0.17 * row[0] - 0.29 * row[2])];

const LONGEST = 1.3;

/** One network with its name under it; r px to the rim. */
export function plane(
  rows: Rows,
  name: string,
  cx: number,
  cy: number,
  r: number,
  pen: DrawStyle,
  key: string,
  highlighted?: string,
): Mark {
  const tips = rows.map((row) => flat(row).map((v) => (v * r) / LONGEST) as unknown as Point);
  const glyph = Math.max(4, Math.min(7 * pen.scale, r * 0.11));
  const words = fitting([name, name.replace(/^\w+ /, '')], pen.small, 2.4 * r);
  return at(
    cx,
    cy,
    [
      ...(r > 60
        ? reticle(r, pen)
        : [
            circle(
              0,
              0,
              r,
              { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair },
              'circle',
            ),
          ]),
      rows[0].length === 2 && hull(tips, pen),
      ...tips.map((tip, f) =>
        vector(
          tip,
          stain(f),
          { ...pen, weights: { ...pen.weights, vec: Math.min(pen.weights.vec, r * 0.03) } },
          highlighted === `f${f + 1}`,
          `vector-${f}`,
        ),
      ),
      circle(0, 0, 2.4 * pen.scale, { fill: ink('ink') }, 'origin'),
      ...tips.map((tip, f) =>
        group([sign(stain(f), glyph, tip[0], tip[1])], { 'data-lit': `f${f + 1}` }, `tip-${f}`),
      ),
      !!words &&
        label(
          0,
          r + pen.small * 1.5,
          words,
          { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
          'name',
        ),
    ],
    {},
    key,
  );
}

/** Several on one another: the first with its hull, the others as thin arrows ending in hollow signs. */
export function overlay(
  all: readonly Rows[],
  cx: number,
  cy: number,
  r: number,
  pen: DrawStyle,
  highlighted?: string,
): Mark {
  const place = (row: readonly number[]): Point =>
    flat(row).map((v) => (v * r) / LONGEST) as unknown as Point;
  const [first, ...others] = all;
  const thin = { ...pen, weights: { ...pen.weights, vec: pen.weights.fine * 1.3 } };
  return at(
    cx,
    cy,
    [
      ...reticle(r, pen),
      first[0].length === 2 && hull(first.map(place), pen),
      ...first.map((row, f) => vector(place(row), stain(f), pen, highlighted === `f${f + 1}`, `vector-${f}`)),
      ...others.flatMap((rows, i) => [
        ...(first[0].length === 2
          ? [
              hull(rows.map(place), pen, {
                'fill-opacity': 0,
                'stroke-dasharray': '3 3',
                'stroke-opacity': 0.6,
              }),
            ].map((m) => m && { ...m, key: `hull-${i}` })
          : []),
        ...rows.map((row, f) =>
          vector(place(row), stain(f), thin, highlighted === `f${f + 1}`, `other-${i}-${f}`),
        ),
        ...rows.map((row, f) => {
          const [x, y] = place(row);
          return sign(stain(f), 9 * pen.scale, x, y, { hollow: pen.weights.fine * 1.5 }, `sign-${i}-${f}`);
        }),
      ]),
      circle(0, 0, 2.6 * pen.scale, { fill: ink('ink') }, 'origin'),
      ...first.map((row, f) => {
        const [x, y] = place(row);
        return group([sign(stain(f), 7 * pen.scale, x, y)], { 'data-lit': `f${f + 1}` }, `tip-${f}`);
      }),
    ],
    {},
    'overlay',
  );
}
