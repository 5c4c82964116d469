// A falling curve on log axes, with a handle at the present step. The whole chart takes the touch.

import { curveMonotoneX, line as through } from 'd3-shape';
import { decades, ticksBelow } from './axis.ts';
import { ink } from './ink.ts';
import { circle, group, label, line, mark, path, rect, round, type Mark } from './mark.ts';
import { unseen, type DrawStyle } from './draw-style.ts';
import { scaleBy, type Scale } from './scale.ts';
import { controlled, slider } from './touch.ts';
import { exp, log } from '../math/functions.ts';
import { grouped } from './format.ts';

export interface LossChartOptions {
  /** the box of the whole chart, px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** the run's last step */
  readonly end: number;
  /** the present step */
  readonly step: number;
  /** the frame in y, lowest and highest value */
  readonly range: readonly [number, number];
  readonly handle: string;
  /** the slider's name and its value in words */
  readonly name: string;
  readonly said: string;
  /** the curve is drawn heavier */
  readonly highlighted?: boolean | undefined;
  /** values that can be worked out, to be met or missed: a rule and a name each, and where the curve rested at them */
  readonly levels?:
    | readonly {
        readonly name: string;
        readonly at: number;
        readonly rested: readonly { readonly from: number; readonly to: number }[];
      }[]
    | undefined;
}

/** Where the curve itself lies inside the box, px: the axis takes the left and the bottom. */
export const inside = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  style: DrawStyle,
): { x0: number; x1: number; y0: number; y1: number } => ({
  x0: x + 36 * style.scale,
  x1: x + width - style.ring * 0.75,
  y0: y + 10 * style.scale,
  y1: y + height - 32 * style.scale,
});

/** Steps on a log axis that begins at 0: equal px for equal factors of step + 1. */
function stepScale(end: number, range: readonly [number, number]): Scale {
  const whole = log(1 + end);
  return scaleBy(
    [0, end],
    range,
    (step) => log(1 + step) / whole,
    (u) => exp(u * whole) - 1,
  );
}
const KEYS = { step: { track: 0.02 }, fine: 1, page: { track: 0.1 } } as const;

/** The chart's marks. @param points (step, loss) up to the present step, ascending */
export function lossChart(
  points: readonly (readonly [number, number])[],
  options: LossChartOptions,
  style: DrawStyle,
): Mark[] {
  const { end, step, range } = options;
  const { x0, x1, y0, y1 } = inside(options, style);
  const least = Math.max(range[0], range[1] * 1e-5, 1e-9);
  const low = Math.log(least * 0.94);
  const high = Math.log(Math.max(range[1], least * 1.2) * 1.04);
  const sx = (at: number): number => x0 + (Math.log(1 + at) / Math.log(1 + end)) * (x1 - x0);
  const sy = (value: number): number =>
    y1 - 6 - ((Math.log(Math.max(value, least)) - low) / (high - low)) * (y1 - 6 - y0);
  const marks = decades(least, Math.max(range[1], least * 1.2), 4)
    .map((v) => [
      line(x0, sy(v), x1, sy(v), { stroke: ink('rule'), 'stroke-width': style.weights.fine }, `rule-${v}`),
      amount(v, x0 - 8 * style.scale, sy(v) + style.small * 0.35, style),
    ])
    .flat();
  const steps = [
    { at: end, text: `step ${grouped(end)}` },
    ...[1, 10, 100, 1000, 10000].filter((s) => s < end).map((s) => ({ at: s, text: grouped(s) })),
    { at: 0, text: '0' },
  ].map((t) => ({ ...t, at: sx(t.at) }));
  const d = through<readonly [number, number]>()
    .digits(2)
    .x((p) => round(sx(p[0])))
    .y((p) => round(sy(p[1])))
    .curve(curveMonotoneX)(points);
  const last = points.at(-1) ?? [step, range[1]];
  const { attrs, control } = slider({
    handle: options.handle,
    name: options.name,
    said: options.said,
    key: 'step',
    value: step,
    scale: stepScale(end, [x0, x1]),
    keys: KEYS,
    round: Math.round,
  });
  const { 'data-handle': handle, ...spoken } = attrs;
  const knob = group(
    [
      rect(options.x, options.y, options.width, options.height, unseen, 'hit'),
      path(
        d,
        {
          fill: 'none',
          stroke: ink('ink'),
          'stroke-width': options.highlighted ? style.weights.vec : style.weights.line,
          'stroke-linejoin': 'round',
        },
        'line',
      ),
      circle(
        sx(step),
        sy(last[1]),
        style.ring * 0.5,
        { fill: ink(style.ground), stroke: ink('signal'), 'stroke-width': style.weights.hand },
        'ring',
      ),
    ],
    { 'data-handle': handle, 'data-lit': 'loss', tabindex: 0, role: 'slider', ...spoken },
    options.handle,
  );
  return [
    ...marks,
    ...(options.levels ?? []).map(({ name, at, rested }) =>
      level(
        name,
        sy(at),
        rested.map(({ from, to }) => [sx(from), sx(to)] as const),
        [x0, x1],
        style,
      ),
    ),
    ...levelNames(options.levels ?? [], sy, points.length ? [sy(points[0][1])] : [], x0, style),
    line(x0, y1, x1, y1, { stroke: ink('ink-3'), 'stroke-width': style.weights.fine }, 'base'),
    ...ticksBelow(steps, [x0 - 4, x1 + style.ring * 0.75], y1, style, style.small),
    controlled(knob, control),
  ];
}

/** A rule that was worked out, heavy where the curve rested at it. */
function level(
  name: string,
  y: number,
  rested: readonly (readonly [number, number])[],
  [x0, x1]: readonly [number, number],
  style: DrawStyle,
): Mark {
  return group(
    [
      line(
        x0,
        y,
        x1,
        y,
        {
          stroke: ink('ink-3'),
          'stroke-width': style.weights.hair,
          'stroke-dasharray': `${3 * style.scale} ${3 * style.scale}`,
        },
        'rule',
      ),
      ...rested.map(([from, to], i) =>
        line(
          from,
          y,
          Math.max(to, from + 4),
          y,
          { stroke: ink('ink'), 'stroke-width': style.weights.hand, 'stroke-opacity': 0.35 },
          `rest-${i}`,
        ),
      ),
    ],
    {},
    `level-${name}`,
  );
}

/** Names over the rules at the left, where the curve is still high; those it rested at first, the others where there is room. */
function levelNames(
  levels: NonNullable<LossChartOptions['levels']>,
  sy: (value: number) => number,
  taken: number[],
  x0: number,
  style: DrawStyle,
): Mark[] {
  const size = style.small;
  const order = [...levels].sort((a, b) => b.rested.length - a.rested.length);
  return order.flatMap(({ name, at, rested }) => {
    const y = sy(at) - 3 * style.scale;
    if (taken.some((t) => Math.abs(t - y) < size * 1.15)) return [];
    taken.push(y);
    return [
      label(
        x0 + 6 * style.scale,
        y,
        name,
        {
          'font-size': size,
          'font-weight': rested.length ? 650 : undefined,
          fill: ink(rested.length ? 'ink' : style.muted),
        },
        `level-name-${name}`,
      ),
    ];
  });
}

/** ".05", or a power of ten where there would be many zeros. */
function amount(v: number, x: number, y: number, style: DrawStyle): Mark {
  const attrs = { 'font-size': style.small, 'text-anchor': 'end', fill: ink(style.muted) };
  const power = Math.round(Math.log10(v));
  if (v >= 0.001 || Math.abs(v / 10 ** power - 1) > 1e-6) {
    return label(
      x,
      y,
      v < 0.001 ? v.toExponential().replace('-', '−') : String(v).replace(/^0\./, '.'),
      attrs,
      `name-${v}`,
    );
  }
  return mark(
    'text',
    { x: round(x), y: round(y), ...attrs },
    [mark('tspan', {}, '10', 'ten'), mark('tspan', { dy: round(-style.small * 0.4) }, `−${-power}`, 'power')],
    `name-${v}`,
  );
}
