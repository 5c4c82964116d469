// What every penalty, or every width, trains to. Recovery is drawn against the variance that is explained and against chance:
// the two say opposite things on the left.

import { area, curveMonotoneX, line as through } from 'd3-shape';
import { fixed2 } from '../../scene/format.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import type { Scale } from '../../scene/scale.ts';
import type { StripPlace } from '../../scene/strip.ts';
import type { Strip } from './baked.ts';
import { nearestStop } from './derive.ts';
import { WIDEST } from './params.ts';

/** of a cosine, at the track's foot */
const LOW = 0.5;

type Stop = Strip['stops'][number];

/** Recovery against chance and the second line; in the clusters the dead latents at the foot. @param scale px of a stop */
export function trackLines(strip: Strip, place: StripPlace, scale: Scale, pen: DrawStyle): Mark[] {
  const { x0, x1, top, bottom } = place;
  const { stops } = strip;
  const clusters = strip.world === 'clusters';
  const x = (s: Stop): number => round(scale(s.at));
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
    ...lineNames(strip, place, scale, y, pen),
  ];
}

/** Each line's name on the line itself, the longest that fits. */
function lineNames(
  strip: Strip,
  { x0, x1, top, bottom }: StripPlace,
  at: Scale,
  y: (v: number) => number,
  pen: DrawStyle,
): Mark[] {
  const size = pen.small === 12 ? 13 : pen.small;
  const put = (texts: string[], x: number, cy: number, room: number, key: string, weight = 500): Mark[] => {
    const text = fitting(texts, size, room);
    if (!text || cy <= top + size * 0.6 || cy >= bottom + 1) return [];
    return [
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
    ];
  };
  const end = (cy: number, text: string, key: string): Mark =>
    label(x1 - 6, cy, text, { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') }, key);
  const stop = (value: number): Stop => nearestStop(strip, value);
  return strip.world === 'clusters'
    ? clusterNames()
    : [...toyNames(), end(top + size, '1', 'one'), end(bottom - 4, String(LOW), 'half')];

  function clusterNames(): Mark[] {
    const means = ['cosine with the families’ means', 'families’ means', 'families'];
    const subs = ['cosine with the sub-features', 'sub-features'];
    return [
      ...put(means, at(21), y(stop(24).toMeans) + size * 1.25, at(40) - at(21), 'w2'),
      ...put(subs, at(9), y(0.93) + size * 3, at(40) - at(9), 'w1', 650),
      ...put(['dead latents', 'dead'], at(40), bottom - 6, x1 - at(40) - measure('0.5', size) - 10, 'w3'),
    ];
  }

  function toyNames(): Mark[] {
    const left = x0 + 10 * pen.scale;
    const chance = fixed2(strip.chance);
    const explained = ['variance explained', 'explained'];
    const recovered = ['recovered, beyond chance', 'recovered'];
    const random = [
      `what ${strip.width} random directions reach: ${chance}`,
      `random directions: ${chance}`,
      `random: ${chance}`,
    ];
    const apart = y(stop(0.02).mmcs) - y(stop(0.02).explained) > size * 1.5;
    const low = Math.min(y(strip.chance) - 6, y(stop(0.2).mmcs) + size * 1.6);
    return [
      ...(apart
        ? put(explained, left, y(stop(0.015).explained) + size * 1.2, at(0.1) - left, 'w2')
        : put(explained, at(0.75), y(stop(0.8).explained) + size * 2.2, at(1) - at(0.4), 'w2')),
      ...put(recovered, at(0.13), low, at(0.45) - at(0.13), 'w1', 650),
      ...put(random, left, y(strip.chance) + size * 1.2, at(0.3) - left, 'w3'),
    ];
  }
}
