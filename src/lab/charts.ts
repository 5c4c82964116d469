// Two kinds of charts that the panels share: counts over a range, and values in descending order. Px, in a box of its own.

import { ticksBelow, type Tick } from '../scene/axis.ts';
import { ink, type Ink } from '../scene/ink.ts';
import { label, line, path, rect, round, type Mark } from '../scene/mark.ts';
import { fitting, halo, type DrawStyle } from '../scene/draw-style.ts';
import { grouped } from '../scene/format.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}
const LEFT = 44;
const RIGHT = 14;
const TOP = 34;
const BOTTOM = 34;

/** Named values on the x axis, drawn through the chart. */
export interface Reference {
  readonly at: number;
  readonly sign: string;
}

/** Counts as columns from `low` to `high`; `expected` as a stepped line over them. */
export function histogram(
  counts: ArrayLike<number>,
  [low, high]: readonly [number, number],
  { width, height }: Box,
  pen: DrawStyle,
  {
    ticks,
    references = [],
    expected,
    paint = 'ink',
  }: {
    ticks: readonly number[];
    references?: readonly Reference[];
    expected?: ArrayLike<number>;
    paint?: Ink;
  },
): Mark[] {
  const x0 = LEFT;
  const x1 = width - RIGHT;
  const y0 = TOP;
  const y1 = height - BOTTOM;
  const bins = counts.length;
  const step = (x1 - x0) / bins;
  let most = 1;
  for (let i = 0; i < bins; i++) most = Math.max(most, counts[i], expected?.[i] ?? 0);
  const x = (v: number): number => x0 + ((v - low) / (high - low)) * (x1 - x0);
  const y = (c: number): number => y1 - (c / most) * (y1 - y0);
  let bars = '';
  let curve = '';
  for (let i = 0; i < bins; i++) {
    if (counts[i]) {
      bars += `M${round(x0 + i * step + 0.5)} ${y1}V${round(Math.min(y(counts[i]), y1 - 1))}h${round(step - 1)}V${y1}Z`;
    }
    if (expected) curve += `${i ? 'L' : 'M'}${round(x0 + (i + 0.5) * step)} ${round(y(expected[i]))}`;
  }
  return [
    ...scale(most, y, x0, x1, pen),
    path(bars, { fill: ink(paint) }, 'bars'),
    ...(expected
      ? [
          path(
            curve,
            { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line, 'stroke-dasharray': '5 4' },
            'expected',
          ),
        ]
      : []),
    ...references.flatMap(({ at, sign }) => [
      // two that are close stand to either side of their lines
      line(
        x(at),
        y0 - 6,
        x(at),
        y1,
        { stroke: ink('ink-2'), 'stroke-width': pen.weights.hair, 'stroke-dasharray': '2 3' },
        `reference-${sign}`,
      ),
      label(
        x(at),
        y0 - 11,
        sign,
        {
          'font-size': pen.label,
          'text-anchor': references.some((r) => r.at > at && x(r.at) - x(at) < 18)
            ? 'end'
            : references.some((r) => r.at < at && x(at) - x(r.at) < 18)
              ? 'start'
              : 'middle',
          fill: ink('ink'),
          ...halo(pen),
        },
        `sign-${sign}`,
      ),
    ]),
    ...base(
      ticks.map((v) => ({ at: x(v), text: String(v).replace('-', '−') })),
      x0,
      x1,
      y1,
      pen,
    ),
  ];
}

export interface Series {
  readonly values: ArrayLike<number>;
  readonly paint: Ink;
  readonly dashed?: boolean;
}

/** Values by rank: columns where there is room for them, else an area; the other series are lines over it. */
export function ranked(
  [first, ...others]: readonly Series[],
  { width, height }: Box,
  pen: DrawStyle,
  noun: string,
): Mark[] {
  const x0 = LEFT;
  const x1 = width - RIGHT;
  const y0 = TOP;
  const y1 = height - BOTTOM;
  const n = first.values.length;
  const step = (x1 - x0) / n;
  let most = 1e-300;
  for (const { values } of [first, ...others]) {
    for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]);
  }
  const y = (v: number): number => y1 - (Math.max(0, v) / most) * (y1 - y0);
  const gap = step > 40 ? step - 26 : step > 4 ? 1 : 0;
  let bars = n > width ? `M${x0} ${y1}` : '';
  for (let i = 0; i < n; i++) {
    bars +=
      n > width
        ? `L${round(x0 + (i + 0.5) * step)} ${round(y(first.values[i]))}`
        : `M${round(x0 + i * step + gap / 2)} ${y1}V${round(y(first.values[i]))}h${round(step - gap)}V${y1}Z`;
  }
  if (n > width) bars += `V${y1}Z`;
  return [
    ...scale(most, y, x0, x1, pen),
    path(bars, { fill: ink(first.paint) }, 'bars'),
    ...others.map(({ values, paint, dashed }, s) => {
      let d = '';
      for (let i = 0; i < values.length; i++) {
        d += `${i ? 'L' : 'M'}${round(x0 + (i + 0.5) * step)} ${round(y(values[i]))}`;
      }
      return path(
        values.length === 1 ? `M${x0} ${round(y(values[0]))}H${x1}` : d,
        {
          fill: 'none',
          stroke: ink(paint),
          'stroke-width': pen.weights.line,
          'stroke-dasharray': dashed ? '5 4' : undefined,
        },
        `line-${s}`,
      );
    }),
    ...base(
      [
        { at: x0 + step / 2, text: '1' },
        { at: x1 - step / 2, text: `${grouped(n)} ${noun}` },
      ],
      x0,
      x1,
      y1,
      pen,
    ),
  ];
}

/** Two to four lines at readable values, with their numbers to the left. */
function scale(most: number, y: (v: number) => number, x0: number, x1: number, pen: DrawStyle): Mark[] {
  const raw = most / 2;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([5, 2, 1].find((k) => k * power <= raw) ?? 1) * power;
  return [1, 2, 3, 4]
    .map((k) => k * step)
    .filter((v) => v <= most * 1.001)
    .flatMap((v) => [
      line(x0, y(v), x1, y(v), { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `rule-${v}`),
      label(
        x0 - 6,
        y(v) + pen.small * 0.35,
        short(v),
        { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2') },
        `amount-${v}`,
      ),
    ]);
}

const short = (v: number): string =>
  v >= 1e5 || v < 1e-3
    ? v.toExponential(0).replace('e+', 'e').replace('-', '−')
    : v >= 1000
      ? `${Number((v / 1000).toPrecision(3))}k`
      : String(Number(v.toPrecision(3)));

const base = (ticks: readonly Tick[], x0: number, x1: number, y: number, pen: DrawStyle): Mark[] => [
  line(x0, y, x1, y, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
  ...ticksBelow(ticks, [x0 - 8, x1 + RIGHT], y, pen, pen.small),
];

/** Words at the top left, over the chart: the first that fit. */
export const heading = (texts: readonly string[], width: number, pen: DrawStyle): Mark =>
  label(
    LEFT,
    14,
    fitting(texts, pen.small, width - LEFT) ?? '',
    { 'font-size': pen.small, fill: ink('ink-2') },
    'heading',
  );

/** The area that takes a pointer. */
export const hit = (x: number, y: number, width: number, height: number): Mark =>
  rect(x, y, width, height, { fill: 'none', 'pointer-events': 'all' }, 'hit');
