// The track: what every penalty, or every width, trains to. Recovery is drawn against the variance that is explained and
// against chance: the two say opposite things on the left.

import { exp, log } from '../../math/functions.ts';
import { area, curveMonotoneX, line as through } from 'd3-shape';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { thumb, type StripPlace } from '../../scene/strip.ts';
import type { Strip } from './baked.ts';
import { WIDEST, type DictionaryParams } from './params.ts';
import { nearest, two } from './read.ts';

export const LOWEST = 0.01;
export const HIGHEST = 2;
const LOW = 0.5; // of a cosine, at the track's foot

/** px to a setting and back, along the track. */
export const toX = (
  { world }: Pick<DictionaryParams, 'world'>,
  value: number,
  x0: number,
  x1: number,
): number =>
  x0 +
  (x1 - x0) *
    (world === 'clusters' ? (value - 2) / (WIDEST - 2) : log(value / LOWEST) / log(HIGHEST / LOWEST));
export const fromX = (
  { world }: Pick<DictionaryParams, 'world'>,
  x: number,
  x0: number,
  x1: number,
): number => {
  const t = Math.max(0, Math.min(1, (x - x0) / (x1 - x0)));
  return world === 'clusters'
    ? Math.round(2 + t * (WIDEST - 2))
    : tidy(LOWEST * exp(t * log(HIGHEST / LOWEST)));
};
/** Two digits: settings that can be read aloud. */
export const tidy = (value: number): number =>
  Number(Math.max(LOWEST, Math.min(HIGHEST, value)).toPrecision(2));
export const setting = ({ world, width, penalty }: DictionaryParams): number =>
  world === 'clusters' ? width : penalty;

/** The strip knows penalties and widths; under the other rule of the toy the track is a plain line. */
export function track(params: DictionaryParams, place: StripPlace, pen: DrawStyle, known?: Strip): Mark[] {
  const strip = params.world === 'toy' && params.rule === 'top' ? undefined : known;
  const { x0, x1, top, bottom } = place;
  const clusters = params.world === 'clusters';
  const x = (v: number): number => toX(params, v, x0, x1);
  const ticks = (clusters ? [5, 20, 40, 10, 30, 2] : [0.5, 0.01, 2, 0.1, 1, 0.05, 0.02, 0.2]).map((v) => ({
    at: x(v),
    text: String(v),
  }));
  return [
    ...(strip
      ? lines(params, strip, place, pen)
      : [
          line(
            x0,
            (top + bottom) / 2,
            x1,
            (top + bottom) / 2,
            { stroke: ink('ink'), 'stroke-width': 4 },
            'plain',
          ),
        ]),
    ...ticksBelow(ticks, [x0, x1], strip ? bottom + 3 : bottom, pen, pen.small === 12 ? 13 : pen.small),
    thumb({ place, needle: x(setting(params)), slider: slider(params, strip) }, !!strip, pen),
  ];
}

function slider(params: DictionaryParams, strip?: Strip): Mark['attrs'] {
  const clusters = params.world === 'clusters';
  const now = setting(params);
  const stop = strip && nearest(strip, now);
  return {
    'data-handle': 'track',
    'aria-label': clusters ? 'width of the dictionary' : 'penalty on activity',
    'aria-valuemin': clusters ? 2 : LOWEST,
    'aria-valuemax': clusters ? WIDEST : HIGHEST,
    'aria-valuenow': now,
    'aria-valuetext': [
      clusters
        ? `${now} latents`
        : params.rule === 'top'
          ? `no penalty, only the ${params.keep} largest count`
          : `penalty ${now}`,
      ...(stop
        ? [
            `trains to a mean cosine of ${two(stop.mmcs)}`,
            clusters ? `${Math.round(stop.dead)} dead` : `${two(stop.explained)} of the variance explained`,
          ]
        : []),
    ].join(', '),
  };
}

type Stop = Strip['stops'][number];

function lines(
  params: DictionaryParams,
  strip: Strip,
  { x0, x1, top, bottom, names }: StripPlace,
  pen: DrawStyle,
): Mark[] {
  const { stops } = strip;
  const clusters = strip.world === 'clusters';
  const x = (s: Stop): number => round(toX(params, s.at, x0, x1));
  const y = (v: number): number =>
    round(bottom - ((Math.max(LOW, Math.min(1, v)) - LOW) / (1 - LOW)) * (bottom - top));
  const curve = (what: (s: Stop) => number, from = stops): string | null =>
    through<Stop>()
      .digits(2)
      .x(x)
      .y((s) => y(what(s)))
      .curve(curveMonotoneX)(from);
  const foot = clusters ? bottom : y(strip.chance);
  const second = clusters ? (s: Stop): number => s.toMeans : (s: Stop): number => s.explained;
  const shown = clusters
    ? stops
    : stops.slice(0, stops.findIndex((s) => s.explained < LOW) + 1 || stops.length);
  return [
    rect(x0, top, x1 - x0, bottom - top, { fill: ink('wash') }, 'ground'),
    path(
      area<Stop>()
        .digits(2)
        .x(x)
        .y0(foot)
        .y1((s) => Math.min(foot, y(s.mmcs)))
        .curve(curveMonotoneX)(stops),
      { fill: ink('ink'), 'fill-opacity': 0.22 },
      'beyond',
    ),
    ...(clusters
      ? [
          path(
            area<Stop>()
              .digits(2)
              .x(x)
              .y0(bottom)
              .y1((s) => bottom - (s.dead / WIDEST) * (bottom - top))
              .curve(curveMonotoneX)(stops),
            { fill: ink('paper'), stroke: ink('ink-2'), 'stroke-width': pen.weights.fine },
            'dead',
          ),
        ]
      : []),
    ...(clusters
      ? []
      : [
          line(
            x0,
            foot,
            x1,
            foot,
            { stroke: ink('ink'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '4 3' },
            'chance',
          ),
        ]),
    path(
      curve(second, shown),
      { fill: 'none', stroke: ink('ink-2'), 'stroke-width': pen.weights.line },
      'second',
    ),
    path(
      curve((s) => s.mmcs),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec },
      'mmcs',
    ),
    ...words(params, strip, { x0, x1, top, bottom, names }, y, pen),
  ];
}

/** Each line's name on the line itself. */
function words(
  params: DictionaryParams,
  strip: Strip,
  { x0, x1, top, bottom }: Pick<StripPlace, 'x0' | 'x1' | 'top' | 'bottom' | 'names'>,
  y: (v: number) => number,
  pen: DrawStyle,
): Mark[] {
  const at = (value: number): number => toX(params, value, x0, x1);
  const stop = (value: number): Stop => nearest(strip, value);
  const size = pen.small === 12 ? 13 : pen.small;
  const put = (texts: string[], x: number, cy: number, room: number, key: string, weight = 500): Mark[] => {
    const text = fitting(texts, size, room);
    return text && cy > top + size * 0.6 && cy < bottom + 1
      ? [
          label(
            x,
            cy,
            text,
            {
              'font-size': size,
              'font-weight': weight,
              fill: ink('ink'),
              'pointer-events': 'none',
              ...halo({ ...pen, ground: 'wash' }, 3),
            },
            key,
          ),
        ]
      : [];
  };
  const scale = [
    label(x1 - 6, top + size, '1', { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') }, 'one'),
    label(
      x1 - 6,
      bottom - 4,
      String(LOW),
      { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
      'half',
    ),
  ];
  if (strip.world === 'clusters') {
    return [
      ...put(
        ['cosine with the families’ means', 'families’ means', 'families'],
        at(21),
        y(stop(24).toMeans) + size * 1.25,
        at(40) - at(21),
        'w2',
      ),
      ...put(
        ['cosine with the sub-features', 'sub-features'],
        at(9),
        y(0.93) + size * 3,
        at(40) - at(9),
        'w1',
        650,
      ),
      ...put(['dead latents', 'dead'], at(40), bottom - 6, x1 - at(40) - measure('0.5', size) - 10, 'w3'),
    ];
  }
  const left = x0 + 10 * pen.scale;
  return [
    ...(y(stop(0.02).mmcs) - y(stop(0.02).explained) > size * 1.5
      ? put(
          ['variance explained', 'explained'],
          left,
          y(stop(0.015).explained) + size * 1.2,
          at(0.1) - left,
          'w2',
        )
      : put(
          ['variance explained', 'explained'],
          at(0.75),
          y(stop(0.8).explained) + size * 2.2,
          at(1) - at(0.4),
          'w2',
        )),
    ...put(
      ['recovered, beyond chance', 'recovered'],
      at(0.13),
      Math.min(y(strip.chance) - 6, y(stop(0.2).mmcs) + size * 1.6),
      at(0.45) - at(0.13),
      'w1',
      650,
    ),
    ...put(
      [
        `what ${strip.width} random directions reach: ${two(strip.chance)}`,
        `random directions: ${two(strip.chance)}`,
        `random: ${two(strip.chance)}`,
      ],
      left,
      y(strip.chance) + size * 1.2,
      at(0.3) - left,
      'w3',
    ),
    ...scale,
  ];
}

/** The page's track as a picture; px. */
export function trackPlace(width: number, pen: DrawStyle): StripPlace {
  const top = 8 * pen.scale;
  const tall = width < 620 ? 92 : 108;
  return { width, height: top + tall + 30, x0: 0, x1: width, names: 0, top, bottom: top + tall };
}

export function trackPicture(
  params: DictionaryParams,
  width: number,
  pen: DrawStyle,
  strip?: Strip,
): Picture {
  const place = trackPlace(width, pen);
  const about = params.world === 'clusters' ? 'Width of the dictionary' : 'Penalty on activity';
  return {
    width,
    height: place.height,
    label: `${about}, ${setting(params)}`,
    marks: track(params, place, pen, strip),
  };
}
