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
  /** of the whole picture */
  readonly width: number;
  readonly height: number;
  /** ends of the track */
  readonly x0: number;
  readonly x1: number;
  /** base line of the regimes' names */
  readonly names: number;
  /** upper and lower edge of the bands */
  readonly top: number;
  readonly bottom: number;
}

/** Neighbouring settings that lead to the same result; from, to in px. */
interface Regime {
  readonly from: number;
  readonly to: number;
  /** longest first */
  readonly names: readonly string[];
}

export interface StripOptions {
  readonly place: StripPlace;
  /** px of every stop, ascending */
  readonly stops: readonly number[];
  /** [stop][feature], shares of the height, at most 1 in sum */
  readonly shares: readonly (readonly number[])[];
  /** [feature] */
  readonly stains: readonly Stain[];
  /** ascending */
  readonly regimes: readonly Regime[];
  /** ticks, the most important first */
  readonly ticks: readonly Tick[];
  /** px of the needle */
  readonly needle: number;
  /** `data-lit` of what is pointed at: a feature's band is drawn opaque */
  readonly highlighted?: string | undefined;
  /** what a touch on the strip sets */
  readonly slider: Slider;
}

/** The strip: bands of the features' shares with borders, glyphs and names of regimes, ticks below, needle and ring. */
export function strip(options: StripOptions, style: DrawStyle): Mark[] {
  const { place, stops, ticks, regimes, needle } = options;
  const { x0, x1, bottom } = place;
  const known = stops.length > 1;
  return [
    ...(known
      ? [
          ...bands(options, style),
          ...borders(options, style),
          ...onBands(options, style),
          ...regimeNames(regimes, needle, place, style),
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
      style,
      style.small === 12 ? 13 : style.small,
      style.muted,
    ),
    thumb(options, known, style),
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

/** How opaque a feature's band is; features without a stain alternate, so that neighbours can be told apart. */
function bandOpacity(i: number, s: Stain, highlighted: string | undefined): number {
  if (highlighted === `f${i + 1}`) return 1;
  if (s.glyph !== undefined) return 0.94;
  return i % 2 ? 0.5 : 0.72;
}

function bands(options: StripOptions, style: DrawStyle): Mark[] {
  const { stops, stains, highlighted } = options;
  const all = edges(options);
  return stains.map((s, i) => {
    const d = area<number>()
      .digits(2)
      .x((k) => round(stops[k]))
      .y0((k) => all[k][i][0])
      .y1((k) => all[k][i][1])
      .curve(curveMonotoneX)(stops.map((_, k) => k));
    return path(
      d,
      {
        fill: ink(s.paint),
        'fill-opacity': bandOpacity(i, s, highlighted),
        stroke: ink('paper'),
        'stroke-width': style.weights.fine,
        'data-lit': `f${i + 1}`,
      },
      `band-${i}`,
    );
  });
}

const borders = ({ regimes, place: { top, bottom } }: StripOptions, style: DrawStyle): Mark[] =>
  regimes
    .slice(1)
    .map(({ from }) =>
      line(
        from,
        top,
        from,
        bottom,
        { stroke: ink('paper'), 'stroke-width': style.weights.fine * 2 },
        `border-${round(from)}`,
      ),
    );

/** Each feature's glyph where its band first has room for it. */
function onBands(options: StripOptions, style: DrawStyle): Mark[] {
  const { stops, stains, regimes, place } = options;
  const all = edges(options);
  return stains.flatMap((s, i) => {
    const need = s.glyph === undefined ? style.small : 9;
    for (const { from, to } of regimes) {
      const x = from + 14 * style.scale + (from > place.x0 ? 12 * style.scale : 0);
      if (x > to - 10) continue;
      const k = stops.findIndex((stop) => stop >= x);
      const a = all[Math.max(0, k - 1)][i];
      const b = all[k < 0 ? stops.length - 1 : k][i];
      const low = Math.min(a[0], b[0]);
      const high = Math.max(a[1], b[1]);
      if (low - high < need) continue;
      const y = (low + high) / 2;
      const r = Math.min(4.6 * style.scale, (low - high) * 0.36);
      return [
        s.glyph === undefined
          ? label(
              x,
              y + style.small * 0.36,
              String(i + 1),
              {
                'font-size': style.small,
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
  style: DrawStyle,
): Mark[] {
  return regimes.flatMap(({ from, to, names }, i) => {
    const x = from === x0 ? x0 : from + 12 * style.scale;
    const here = needle >= from && (needle < to || i === regimes.length - 1);
    const text = names.find((name) => measure(name, style.label) <= to - x);
    return text
      ? [
          label(
            x,
            y,
            text,
            {
              'font-size': style.label,
              fill: ink(here ? 'ink' : style.muted),
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
  style: DrawStyle,
): Mark {
  const { x0, x1, top, bottom } = place;
  const y = middle(place);
  const over = 6 * style.scale;
  const r = style.ring;
  const tall = Math.max(bottom - top, 44);
  const bar = { stroke: ink('signal'), 'stroke-width': style.weights.fine * 1.8, 'stroke-linecap': 'round' };
  const mark = group(
    [
      rect(x0 - r, y - tall / 2 - over, x1 - x0 + 2 * r, tall + 2 * over, unseen, 'hit'),
      known &&
        line(
          needle,
          top - over,
          needle,
          bottom + over,
          { stroke: ink('signal'), 'stroke-width': style.weights.hand },
          'needle',
        ),
      circle(
        needle,
        y,
        r,
        { fill: ink('paper'), stroke: ink('signal'), 'stroke-width': style.weights.hand },
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
