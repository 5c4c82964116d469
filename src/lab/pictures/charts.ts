// Two kinds of charts that the panels share: counts over a range, and values in descending order. Px, in a box of its own.

import { ticksBelow, type Tick } from '../../scene/axis.ts';
import { ink, type Ink } from '../../scene/ink.ts';
import { label, line, path, round, type Mark } from '../../scene/mark.ts';
import { fitting, halo, type DrawStyle } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}
const LEFT = 44;
const RIGHT = 14;
const TOP = 34;
const BOTTOM = 34;

/** Named values on the x axis, drawn through the chart. */
interface Reference {
  readonly at: number;
  readonly sign: string;
}

/** What a histogram may show beside its columns. */
export interface HistogramOptions {
  readonly ticks: readonly number[];
  readonly references?: readonly Reference[];
  /** counts by chance, as a dashed line */
  readonly expected?: ArrayLike<number> | undefined;
  readonly paint?: Ink;
  /** the value of the selected feature */
  readonly selected?: number | undefined;
}

/** Counts as columns from `low` to `high`; `expected` as a dashed line over them. */
export function histogram(
  counts: ArrayLike<number>,
  [low, high]: readonly [number, number],
  { width, height }: Box,
  pen: DrawStyle,
  { ticks, references = [], expected, paint = 'ink', selected }: HistogramOptions,
): Mark[] {
  const x0 = LEFT;
  const x1 = width - RIGHT;
  const y0 = TOP;
  const y1 = height - BOTTOM;
  const columns = Array.from(counts);
  const line_ = expected ? Array.from(expected) : [];
  const step = (x1 - x0) / columns.length;
  const most = Math.max(1, ...columns, ...line_);
  const x = (v: number): number => x0 + ((v - low) / (high - low)) * (x1 - x0);
  const y = (c: number): number => y1 - (c / most) * (y1 - y0);
  const bars = columns
    .map((c, i) =>
      c
        ? `M${round(x0 + i * step + 0.5)} ${y1}V${round(Math.min(y(c), y1 - 1))}h${round(step - 1)}V${y1}Z`
        : '',
    )
    .join('');
  const curve = line_
    .map((c, i) => `${i ? 'L' : 'M'}${round(x0 + (i + 0.5) * step)} ${round(y(c))}`)
    .join('');
  return [
    ...scale(most, y, x0, x1, pen),
    path(bars, { fill: ink(paint) }, 'bars'),
    ...(expected ? [path(curve, dashed(pen), 'expected')] : []),
    ...references.flatMap((one) => reference(one, references, x, [y0, y1], pen)),
    ...base(
      ticks.map((v) => ({ at: x(v), text: String(v).replace('-', '−') })),
      x0,
      x1,
      y1,
      pen,
    ),
    ...(selected === undefined ? [] : [needle(Math.min(x1, Math.max(x0, x(selected))), y0, y1, pen)]),
  ];
}

/** A named value; two that are close stand to either side of their lines. */
function reference(
  { at, sign }: Reference,
  all: readonly Reference[],
  x: (v: number) => number,
  [y0, y1]: readonly [number, number],
  pen: DrawStyle,
): Mark[] {
  const near = (r: Reference): boolean => r.at !== at && Math.abs(x(r.at) - x(at)) < 18;
  let anchor = 'middle';
  if (all.some((r) => near(r) && r.at < at)) anchor = 'start';
  if (all.some((r) => near(r) && r.at > at)) anchor = 'end';
  return [
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
      { 'font-size': pen.label, 'text-anchor': anchor, fill: ink('ink'), ...halo(pen) },
      `sign-${sign}`,
    ),
  ];
}

/** Where the selected feature is. */
const needle = (x: number, y0: number, y1: number, pen: DrawStyle): Mark =>
  line(
    x,
    y0,
    x,
    y1,
    { stroke: ink('signal'), 'stroke-width': pen.weights.hand, 'pointer-events': 'none' },
    'selected',
  );

const dashed = (pen: DrawStyle): Mark['attrs'] => ({
  fill: 'none',
  stroke: ink('ink'),
  'stroke-width': pen.weights.line,
  'stroke-dasharray': '5 4',
});

export interface Series {
  readonly values: readonly number[];
  readonly paint: Ink;
  readonly dashed?: boolean;
}

/** More values than this are drawn by as many of them, evenly spaced in rank. */
const MOST_POINTS = 1024;
const thinned = (values: readonly number[], many: boolean): readonly number[] =>
  many
    ? Array.from(
        { length: MOST_POINTS },
        (_, i) => values[Math.round((i * (values.length - 1)) / (MOST_POINTS - 1))] ?? 0,
      )
    : values;

/** Values by rank: columns where there is room for them, else an area; the other series are lines over it. @param selected the rank of the selected feature */
export function ranked(
  first: Series,
  others: readonly Series[],
  { width, height }: Box,
  pen: DrawStyle,
  noun: string,
  selected?: number,
): Mark[] {
  const x0 = LEFT;
  const x1 = width - RIGHT;
  const y0 = TOP;
  const y1 = height - BOTTOM;
  const n = first.values.length;
  const step = (x1 - x0) / n;
  const many = n > 4096;
  const shown = thinned(first.values, many);
  const at = (x1 - x0) / shown.length;
  const most = [first, ...others].reduce(
    (all, { values }) => values.reduce((larger, v) => Math.max(larger, v), all),
    1e-300,
  );
  const y = (v: number): number => y1 - (Math.max(0, v) / most) * (y1 - y0);
  const along = (values: readonly number[]): string =>
    values.map((v, i) => `${i ? 'L' : 'M'}${round(x0 + (i + 0.5) * at)} ${round(y(v))}`).join('');
  return [
    ...scale(most, y, x0, x1, pen),
    path(
      n > width ? area(shown, at, y, x0, y1) : columnsOf(shown, step, y, x0, y1),
      { fill: ink(first.paint) },
      'bars',
    ),
    ...others.map(({ values, paint, dashed: broken }, s) =>
      path(
        values.length === 1 ? `M${x0} ${round(y(values[0] ?? 0))}H${x1}` : along(thinned(values, many)),
        {
          fill: 'none',
          stroke: ink(paint),
          'stroke-width': pen.weights.line,
          'stroke-dasharray': broken ? '5 4' : undefined,
        },
        `line-${s}`,
      ),
    ),
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
    ...(selected === undefined ? [] : [needle(x0 + (selected + 0.5) * step, y0, y1, pen)]),
  ];
}

const area = (
  values: readonly number[],
  step: number,
  y: (v: number) => number,
  x0: number,
  y1: number,
): string =>
  `M${x0} ${y1}${values.map((v, i) => `L${round(x0 + (i + 0.5) * step)} ${round(y(v))}`).join('')}V${y1}Z`;

/** Columns with a gap where there is room for one. */
function columnsOf(
  values: readonly number[],
  step: number,
  y: (v: number) => number,
  x0: number,
  y1: number,
): string {
  let gap = 0;
  if (step > 4) gap = 1;
  if (step > 40) gap = step - 26;
  return values
    .map((v, i) => `M${round(x0 + i * step + gap / 2)} ${y1}V${round(y(v))}h${round(step - gap)}V${y1}Z`)
    .join('');
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

function short(v: number): string {
  if (v >= 1e5 || v < 1e-3) return v.toExponential(0).replace('e+', 'e').replace('-', '−');
  if (v >= 1000) return `${Number((v / 1000).toPrecision(3))}k`;
  return String(Number(v.toPrecision(3)));
}

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
