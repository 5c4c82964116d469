// The phase strip: a slider whose track shows what every setting leads to. Where nothing is known it is a plain line.

import { area, curveMonotoneX } from 'd3-shape';
import { ticksBelow, type Tick } from './axis.ts';
import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from './mark.ts';
import { controlled, type Slider } from './touch.ts';
import { measure, unseen, type DrawStyle } from './draw-style.ts';

/** Where the strip lies in its picture; px. */
export interface StripPlace {
  readonly width: number;
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly names: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Regime {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

export interface StripOptions {
  readonly place: StripPlace;
  /** px of every stop, ascending */
  readonly stops: readonly number[];
  /** [stop][feature], shares of the height, at most 1 in sum */
  readonly shares: readonly (readonly number[])[];
  readonly stains: readonly Stain[];
  readonly regimes: readonly Regime[];
  /** ticks, the most important first */
  readonly ticks: readonly Tick[];
  /** px of the needle */
  readonly needle: number;
  readonly lit?: string | undefined;
  readonly slider: Slider;
}

export function strip(options: StripOptions, pen: DrawStyle): Mark[] {
  const { place, stops, ticks, regimes, needle } = options;
  const { x0, x1, bottom } = place;
  const known = stops.length > 1;
  return [
    ...(known
      ? [
          ...bands(options, pen),
          ...borders(options, pen),
          ...onBands(options, pen),
          ...regimeNames(regimes, needle, place, pen),
        ]
      : [
          line(
            x0,
            middle(place),
            x1,
            middle(place),
            { stroke: ink('ink'), 'stroke-width': 4, 'stroke-linecap': 'butt' },
            'plain',
          ),
        ]),
    ...ticksBelow(
      ticks,
      [x0, x1],
      known ? bottom + 3 : bottom,
      pen,
      pen.small === 12 ? 13 : pen.small,
      pen.muted,
    ),
    thumb(options, known, pen),
  ];
}

const middle = ({ top, bottom }: StripPlace): number => (top + bottom) / 2;

/** Lower and upper edge of every feature's band at every stop; the first feature lies lowest. */
function edges({ shares, place: { top, bottom } }: StripOptions): [number, number][][] {
  const height = bottom - top;
  return shares.map((row) => {
    let y = bottom;
    return row.map((s): [number, number] => {
      const low = y;
      y -= s * height;
      return [low, Math.max(top, y)];
    });
  });
}

function bands(options: StripOptions, pen: DrawStyle): Mark[] {
  const { stops, stains, lit } = options;
  const all = edges(options);
  return stains.map((s, i) => {
    const d = area<number>()
      .digits(2)
      .x((k) => round(stops[k]))
      .y0((k) => all[k][i][0])
      .y1((k) => all[k][i][1])
      .curve(curveMonotoneX)(stops.map((_, k) => k));
    const plain = s.glyph === undefined;
    const opacity = lit === `f${i + 1}` ? 1 : plain ? (i % 2 ? 0.5 : 0.72) : 0.94;
    return path(
      d,
      {
        fill: ink(s.paint),
        'fill-opacity': opacity,
        stroke: ink('paper'),
        'stroke-width': pen.weights.fine,
        'data-lit': `f${i + 1}`,
      },
      `band-${i}`,
    );
  });
}

const borders = ({ regimes, place: { top, bottom } }: StripOptions, pen: DrawStyle): Mark[] =>
  regimes
    .slice(1)
    .map(({ from }) =>
      line(
        from,
        top,
        from,
        bottom,
        { stroke: ink('paper'), 'stroke-width': pen.weights.fine * 2 },
        `border-${round(from)}`,
      ),
    );

/** Each feature's glyph where its band first has room for it. */
function onBands(options: StripOptions, pen: DrawStyle): Mark[] {
  const { stops, stains, regimes, place } = options;
  const all = edges(options);
  return stains.flatMap((s, i) => {
    const need = s.glyph === undefined ? pen.small : 9;
    for (const { from, to } of regimes) {
      const x = from + 14 * pen.scale + (from > place.x0 ? 12 * pen.scale : 0);
      if (x > to - 10) continue;
      const k = stops.findIndex((stop) => stop >= x);
      const a = all[Math.max(0, k - 1)][i];
      const b = all[k < 0 ? stops.length - 1 : k][i];
      const low = Math.min(a[0], b[0]);
      const high = Math.max(a[1], b[1]);
      if (low - high < need) continue;
      const y = (low + high) / 2;
      const r = Math.min(4.6 * pen.scale, (low - high) * 0.36);
      return [
        s.glyph === undefined
          ? label(
              x,
              y + pen.small * 0.36,
              String(i + 1),
              {
                'font-size': pen.small,
                'font-weight': 700,
                'text-anchor': 'middle',
                fill: ink('paper'),
                'pointer-events': 'none',
              },
              `on-${i}`,
            )
          : group([sign(s, r, x, y, { on: 'paper' }, 'glyph')], { 'pointer-events': 'none' }, `on-${i}`),
      ];
    }
    return [];
  });
}

/** Names of the regimes over the strip: the shortest that fits, none where none does; the present one is darker. */
function regimeNames(
  regimes: readonly Regime[],
  needle: number,
  { x0, names: y }: StripPlace,
  pen: DrawStyle,
): Mark[] {
  return regimes.flatMap(({ from, to, names }, i) => {
    const x = from === x0 ? x0 : from + 12 * pen.scale;
    const here = needle >= from && (needle < to || i === regimes.length - 1);
    const text = names.find((name) => measure(name, pen.label) <= to - x);
    return text
      ? [
          label(
            x,
            y,
            text,
            {
              'font-size': pen.label,
              fill: ink(here ? 'ink' : pen.muted),
              'font-weight': here ? 600 : undefined,
            },
            `regime-${round(from)}`,
          ),
        ]
      : [];
  });
}

/** Needle and ring; the whole strip takes the touch. */
export function thumb(
  { place, needle, slider }: Pick<StripOptions, 'place' | 'needle' | 'slider'>,
  known: boolean,
  pen: DrawStyle,
): Mark {
  const { x0, x1, top, bottom } = place;
  const y = middle(place);
  const over = 6 * pen.scale;
  const r = pen.ring;
  const tall = Math.max(bottom - top, 44);
  const bar = { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.8, 'stroke-linecap': 'round' };
  const mark = group(
    [
      rect(x0 - r, y - tall / 2 - over, x1 - x0 + 2 * r, tall + 2 * over, unseen, 'hit'),
      known &&
        line(
          needle,
          top - over,
          needle,
          bottom + over,
          { stroke: ink('signal'), 'stroke-width': pen.weights.hand },
          'needle',
        ),
      circle(
        needle,
        y,
        r,
        { fill: ink('paper'), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
      line(needle - r * 0.2, y - r * 0.32, needle - r * 0.2, y + r * 0.32, bar, 'left'),
      line(needle + r * 0.2, y - r * 0.32, needle + r * 0.2, y + r * 0.32, bar, 'right'),
    ],
    { tabindex: 0, role: 'slider', ...slider.attrs },
    'thumb',
  );
  return controlled(mark, slider.control);
}
