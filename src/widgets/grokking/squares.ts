// Three squares: the numbers on a plane of one frequency, the table of sums, the spectrum of the neurons' inputs.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { squareHeading, type SquarePlace } from '../../scene/square-panels.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import { counts, percent } from './derive.ts';

const P = 31;
/**
 * The numbers 0 to 30 on the plane of one frequency. The line goes from number to number in steps of a p-th of a circle: where
 * the network is done, it is a polygon of 31 sides.
 */
export function circleSquare(
  { points, frequency, spread }: GrokkingSnapshot,
  place: SquarePlace,
  pen: DrawStyle,
): Mark {
  const { x, y, side } = place;
  const far = Math.max(1.25, ...points.map(([a, b]) => Math.hypot(a, b))) * 1.12;
  const at = (i: number): [number, number] => [
    x + side / 2 + (points[i][0] / far) * (side / 2),
    y + side / 2 - (points[i][1] / far) * (side / 2),
  ];
  let inverse = 1;
  while ((inverse * frequency) % P !== 1) inverse += 1;
  const ring = Array.from({ length: P }, (_, j) => (j * inverse) % P);
  const r = Math.max(pen.small * 0.72, side * 0.028);
  return group(
    [
      ...squareHeading(
        [
          'The numbers, on the plane of one frequency',
          'The numbers on a plane',
          'Numbers on a plane',
          'Numbers',
        ],
        [
          `frequency ${frequency} of 15; the radius varies by ${percent(spread)}`,
          `frequency ${frequency}; radius ± ${percent(spread)}`,
          `radius ± ${percent(spread)}`,
        ],
        place,
        pen,
      ),
      rect(
        x,
        y,
        side,
        side,
        {
          fill: ink(pen.ground === 'plate' ? 'paper' : 'plate'),
          stroke: ink('rule'),
          'stroke-width': pen.weights.hair,
        },
        'ground',
      ),
      circle(
        x + side / 2,
        y + side / 2,
        side / 2 / far,
        { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.fine },
        'mean',
      ),
      path(
        `M${ring.map((i) => at(i).map(round).join(' ')).join('L')}Z`,
        { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        'ring',
      ),
      ...points.map((_, i) => {
        const [cx, cy] = at(i);
        return group(
          [
            circle(
              cx,
              cy,
              r,
              { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.hair },
              'disc',
            ),
            label(
              cx,
              cy + pen.small * 0.35,
              String(i),
              { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink') },
              'n',
            ),
          ],
          {},
          `number-${i}`,
        );
      }),
    ],
    {},
    'circle',
  );
}

/** Pairs as cells: full where right, a dot where learned from. */
export function pairsSquare(s: GrokkingSnapshot, place: SquarePlace, pen: DrawStyle): Mark {
  const { x, y, side } = place;
  const cell = side / P;
  const { learned, knows, rest, infers } = counts(s);
  const cells = (draw: (digit: number, a: number, b: number) => string): string =>
    [...s.pairs].map((d, i) => draw(Number(d), Math.floor(i / P), i % P)).join('');
  return group(
    [
      ...squareHeading(
        ['Every sum a + b: ink where it is right', 'Every sum a + b', 'Sums'],
        [
          `learned from (dots) ${knows} of ${learned} right, unseen ${infers} of ${rest}`,
          `seen ${knows}/${learned}, unseen ${infers}/${rest}`,
          `unseen ${infers}/${rest}`,
        ],
        place,
        pen,
      ),
      rect(
        x,
        y,
        side,
        side,
        {
          fill: ink(pen.ground === 'plate' ? 'paper' : 'plate'),
          stroke: ink('rule'),
          'stroke-width': pen.weights.hair,
        },
        'ground',
      ),
      group(
        [
          path(
            cells((d, a, b) => (d === 1 ? `M${b} ${a}h1v1h-1z` : '')),
            { fill: ink('ink') },
            'inferred',
          ),
          path(
            cells((d, a, b) => (d === 3 ? `M${b} ${a}h1v1h-1z` : '')),
            { fill: ink('ink-3') },
            'known',
          ),
          path(
            cells((d, a, b) => (d >= 2 ? `M${b + 0.32} ${a + 0.32}h.36v.36h-.36z` : '')),
            { fill: ink('paper'), stroke: ink('ink'), 'stroke-width': 0.08 },
            'seen',
          ),
        ],
        { transform: `translate(${round(x)},${round(y)}) scale(${round(cell * 1000) / 1000})` },
        'cells',
      ),
      label(
        x,
        y + side + pen.small * 1.2,
        'a down, b across, 0 to 30',
        { 'font-size': pen.small, fill: ink(pen.muted) },
        'axes',
      ),
    ],
    {},
    'pairs',
  );
}

/** Bars: full for the neurons that have the frequency as their largest, hollow for what the others have of it. */
export function spectrumSquare(
  { own, others, progress: { concentration } }: GrokkingSnapshot,
  place: SquarePlace,
  pen: DrawStyle,
): Mark {
  const { x, y, side } = place;
  const wide = side / own.length;
  const most = Math.max(0.1, ...own.map((v, f) => v + others[f]));
  const tall = (v: number): number => (v / most) * (side - pen.small * 2);
  return group(
    [
      ...squareHeading(
        ['What the neurons listen to', 'Frequencies'],
        [
          `${percent(concentration)} of a neuron’s input is one frequency`,
          `${percent(concentration)} is one frequency`,
        ],
        place,
        pen,
      ),
      line(
        x,
        y + side,
        x + side,
        y + side,
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        'base',
      ),
      ...own.flatMap((v, f) => [
        rect(x + f * wide + 2, y + side - tall(v), wide - 4, tall(v), { fill: ink('ink') }, `own-${f}`),
        rect(
          x + f * wide + 2.5,
          y + side - tall(v + others[f]),
          wide - 5,
          tall(others[f]),
          { fill: 'none', stroke: ink('ink-2'), 'stroke-width': pen.weights.fine },
          `others-${f}`,
        ),
        label(
          x + (f + 0.5) * wide,
          y + side + pen.small * 1.2,
          String(f + 1),
          { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
          `f-${f}`,
        ),
      ]),
    ],
    {},
    'spectrum',
  );
}
