// Several curves over one axis, of training steps or of something else, in bands over one another, each named where it ends.
// The whole is a slider.

import { line as through } from 'd3-shape';
import { ticksBelow } from './axis.ts';
import { ink, type Ink } from './ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from './mark.ts';
import { fitting, unseen, type DrawStyle } from './draw-style.ts';
import { linear } from './scale.ts';
import type { KeySteps } from './control.ts';
import { controlled, slider, type Slider } from './touch.ts';
import { grouped } from './format.ts';

/** Points of a curve: (place on the axis, value), ascending */
export type Way = readonly (readonly [number, number])[];

export interface Curve {
  /** names the curve among its siblings */
  readonly key: string;
  /** longest first; none: it is not named */
  readonly names: readonly string[];
  readonly stroke: Ink;
  /** up to the present step */
  readonly way: Way;
  /** what is known of later steps: drawn faintly */
  readonly ahead?: Way | undefined;
  /** `plain` if left out */
  readonly line?: 'heavy' | 'plain' | 'dashed' | 'dotted' | undefined;
  /** a ring at the present step, where there is no curve */
  readonly dot?: boolean | undefined;
  /** single results that the curve goes through the middle of */
  readonly dots?: Way | undefined;
}
/** Curves over one range of values; what lies outside it is drawn at its edge. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** part of the chart's height, 0 to 1 */
  readonly share: number;
  /** rules across the band: a value, or a value with its own text */
  readonly ticks: readonly (number | readonly [at: number, text: string])[];
  readonly curves: readonly Curve[];
}

/** Where a chart stands, px. */
export interface LineChartPlace {
  /** ends of the plots */
  readonly x0: number;
  readonly x1: number;
  /** right end of the curves' names */
  readonly right: number;
  /** top to bottom */
  readonly bands: readonly (readonly [top: number, bottom: number])[];
}

/**
 * The places of a chart in a box, px: bands of the given shares over one another, room for ticks below and for names at the right.
 * @param shares of the height, in sum 1
 */
export function lineChartPlace(
  x: number,
  y: number,
  width: number,
  height: number,
  shares: readonly number[],
  style: DrawStyle,
): LineChartPlace {
  const names = (width < 620 * style.scale ? 84 : 186) * style.scale;
  const gap = 12;
  const room = height - 4 - style.small * 2 - gap * (shares.length - 1);
  let top = y + 4;
  const bands = shares.map((share) => {
    const from = top;
    top += room * share + gap;
    return [from, from + room * share] as const;
  });
  return { x0: x + 28 * style.scale, x1: x + width - names, right: x + width, bands };
}

/** The slider of a chart over training steps: a pointer goes to multiples of `every`. */
export const stepSlider = (
  { x0, x1 }: LineChartPlace,
  {
    step,
    end,
    every,
    said,
    keys,
  }: {
    readonly step: number;
    readonly end: number;
    readonly every: number;
    readonly said: string;
    readonly keys: KeySteps;
  },
): Slider =>
  slider({
    handle: 'track-step',
    name: 'training step',
    said,
    key: 'step',
    value: step,
    scale: linear([0, end], [x0, x1]),
    keys,
    round: (to, hand) => (hand === 'pointer' ? Math.round(to / every) * every : to),
  });

export interface LineChartOptions {
  /** one for each of `place.bands` */
  readonly bands: readonly Band[];
  /** last value of the axis, which begins at 0 */
  readonly end: number;
  /** where the needle stands on it */
  readonly step: number;
  readonly place: LineChartPlace;
  /** of the axis, the most important first, where it is not training steps */
  readonly marks?: readonly { readonly at: number; readonly text: string }[] | undefined;
  /** the whole chart is a slider */
  readonly slider: Slider;
}

/** The chart's marks: bands with their curves and names, ticks, and the needle that is dragged. */
export function lineChart(
  { bands, end, step, place, marks, slider }: LineChartOptions,
  style: DrawStyle,
): Mark[] {
  const { x0, x1 } = place;
  const x = (at: number): number => x0 + (at / end) * (x1 - x0);
  const foot = place.bands.at(-1)![1];
  return [
    ...bands.map((band, i) => drawn(band, place, i, x, step, style)),
    ...ticksBelow(
      (
        marks ??
        [0, 1, 0.5, 0.25, 0.75].map((part) => ({
          at: end * part,
          text: part ? grouped(end * part) : 'step 0',
        }))
      ).map(({ at, text }) => ({ at: x(at), text })),
      [x0, x1],
      foot,
      style,
      style.small,
    ),
    controlled(
      group(
        [
          rect(
            x0 - style.ring,
            place.bands[0][0],
            x1 - x0 + 2 * style.ring,
            foot - place.bands[0][0],
            unseen,
            'hit',
          ),
          line(
            x(step),
            place.bands[0][0],
            x(step),
            foot,
            { stroke: ink('signal'), 'stroke-width': style.weights.hand },
            'needle',
          ),
          circle(
            x(step),
            foot,
            style.ring * 0.62,
            { fill: ink(style.ground), stroke: ink('signal'), 'stroke-width': style.weights.hand },
            'ring',
          ),
        ],
        { 'data-handle': slider.attrs['data-handle'], tabindex: 0, role: 'slider', ...slider.attrs },
        'time',
      ),
      slider.control,
    ),
  ];
}

/** Width of a curve in its line kind, px. */
function widthOf(kind: NonNullable<Curve['line']>, { weights }: DrawStyle): number {
  if (kind === 'heavy') return weights.vec * 0.8;
  return kind === 'plain' ? weights.fine : weights.line;
}

const DASHES = { heavy: undefined, plain: undefined, dashed: '5 4', dotted: '1.5 3.5' };

function drawn(
  { low, high, ticks, curves }: Band,
  { x0, x1, right, bands }: LineChartPlace,
  index: number,
  x: (step: number) => number,
  step: number,
  style: DrawStyle,
): Mark {
  const [top, bottom] = bands[index];
  const y = (v: number): number =>
    bottom - ((Math.max(low, Math.min(high, v)) - low) / (high - low)) * (bottom - top);
  const d = (way: Way): string =>
    through<Way[number]>()
      .digits(2)
      .x((p) => x(p[0]))
      .y((p) => y(p[1]))(way as [number, number][]) ?? '';
  const stroke = ({ stroke: role, line: kind = 'plain' }: Curve): Mark['attrs'] => ({
    fill: 'none',
    stroke: ink(role),
    'stroke-width': widthOf(kind, style),
    'stroke-dasharray': DASHES[kind],
    'stroke-linecap': kind === 'dotted' ? 'round' : undefined,
    'stroke-linejoin': 'round',
  });
  return group(
    [
      rect(x0, top, x1 - x0, bottom - top, { fill: ink('wash') }, 'ground'),
      ...ticks
        .map((t) => (typeof t === 'number' ? ([t, String(t).replace('-', '−')] as const) : t))
        .flatMap(([v, text]) => [
          line(
            x0,
            y(v),
            x1,
            y(v),
            { stroke: ink(v ? 'rule' : 'ink-3'), 'stroke-width': style.weights.fine },
            `rule-${v}`,
          ),
          label(
            x0 - 6,
            Math.max(top + style.small * 0.8, y(v) + style.small * 0.36),
            text,
            { 'font-size': style.small, 'text-anchor': 'end', fill: ink(style.muted) },
            `at-${v}`,
          ),
        ]),
      ...curves.flatMap((c) => [
        !!c.ahead &&
          c.ahead.length > 1 &&
          path(
            d(c.ahead),
            { ...stroke(c), 'stroke-opacity': 0.35, 'stroke-width': style.weights.fine },
            `${c.key}-ahead`,
          ),
        !!c.dots?.length &&
          path(
            c.dots.map(([at, v]) => `M${round(x(at))} ${round(y(v))}h0`).join(''),
            {
              fill: 'none',
              stroke: ink(c.stroke),
              'stroke-opacity': 0.55,
              'stroke-width': 4 * style.scale,
              'stroke-linecap': 'round',
            },
            `${c.key}-dots`,
          ),
        c.way.length > 1 && path(d(c.way), stroke(c), c.key),
        (c.dot || c.way.length === 1) &&
          circle(
            x(step),
            y(c.way.at(-1)![1]),
            4 * style.scale,
            { fill: ink(style.ground), stroke: ink(c.stroke), 'stroke-width': style.weights.line },
            `${c.key}-dot`,
          ),
      ]),
      ...names(
        curves.filter((c) => c.way.length && c.names.length),
        (v) => y(v),
        x1,
        right,
        [top, bottom],
        style,
      ),
    ],
    {},
    `band-${index}`,
  );
}

/** Each name at the height where its curve ends, pushed apart where they would touch. */
function names(
  curves: readonly Curve[],
  y: (v: number) => number,
  x1: number,
  right: number,
  [low, high]: readonly [number, number],
  style: DrawStyle,
): Mark[] {
  const step = style.small * 1.14;
  const sorted = curves
    .map((c) => ({ c, at: y((c.ahead?.at(-1) ?? c.way.at(-1)!)[1]) }))
    .sort((a, b) => a.at - b.at);
  const at = sorted.map((one) => Math.max(low + step * 0.4, Math.min(high, one.at)));
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i], at[i - 1] + step);
  for (let i = at.length - 1, last = high + 2; i >= 0; i--) {
    at[i] = Math.min(at[i], last);
    last = at[i] - step;
  }
  return sorted.map(({ c }, i) =>
    label(
      x1 + 10,
      at[i] + style.small * 0.35,
      fitting(c.names, style.small, right - x1 - 10) ?? c.names.at(-1)!,
      { 'font-size': style.small, fill: ink(c.stroke), 'font-weight': 600 },
      `name-${c.key}`,
    ),
  );
}
