// The track: at each width, how many of ten networks the reader of features saw through, and how much of the trigger one unit holds.

import { curveMonotoneX, line as through } from 'd3-shape';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import { thumb, type StripPlace } from '../../scene/strip.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import type { Series, Stop } from './baked.ts';
import { stripPlace, widthScale } from './layout.ts';
import { spec, WIDEST, type AuditParams } from './params.ts';

/** px of so many neurons, and of a share of the networks or of the trigger. */
interface Axes {
  readonly h: Scale;
  readonly share: Scale;
}
/** Tokens of the trigger. */
const TOKENS = 5;

/** The strip in its place: two lines where the series is there, else a plain one; ticks and thumb. */
export function track(params: AuditParams, place: StripPlace, pen: DrawStyle, data?: Series): Mark[] {
  const { x0, x1, bottom } = place;
  const h = widthScale(place);
  return [
    ...(data ? series(data, place, pen) : plainLine(place)),
    ...ticksBelow(
      [24, 4, 16, 8, 12, 20].map((v) => ({ at: h(v), text: String(v) })),
      [x0, x1],
      bottom + 2,
      pen,
      textSize(pen),
    ),
    thumb({ place, needle: h(params.width), slider: widthSlider(params, h, data) }, !!data, pen),
  ];
}

const textSize = (pen: DrawStyle): number => (pen.small === 12 ? 13 : pen.small);

function plainLine({ x0, x1, top, bottom }: StripPlace): Mark[] {
  const y = (top + bottom) / 2;
  return [line(x0, y, x1, y, { stroke: ink('ink'), 'stroke-width': 4 }, 'plain')];
}

function widthSlider({ width: h }: AuditParams, scale: Scale, data?: Series): Slider {
  const stop = data?.stops.find((at) => at.h === h);
  const found =
    data && stop
      ? `, the reader of features named the trigger in ${stop.recovered} of ${data.seeds} networks, one unit holds ${stop.owned.toFixed(1)} of its five tokens`
      : '';
  return slider({
    handle: 'track',
    name: 'Neurons of the network',
    said: `${h} neurons${found}`,
    key: 'width',
    value: h,
    scale,
    keys: spec.width.keys,
  });
}

/** Both lines, the counts at the stops of one, and the lines' names. */
function series({ stops, seeds }: Series, place: StripPlace, pen: DrawStyle): Mark[] {
  const { x0, x1, top, bottom } = place;
  const axes: Axes = { h: widthScale(place), share: linear([0, 1], [bottom - 6, top + 6]) };
  const named = (s: Stop): number => s.recovered / seeds;
  const owned = (s: Stop): number => s.owned / TOKENS;
  const dashed = {
    fill: 'none',
    stroke: ink('ink-2'),
    'stroke-width': pen.weights.line,
    'stroke-dasharray': '5 4',
  };
  const solid = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec };
  return [
    rect(x0, top, x1 - x0, bottom - top, { fill: ink('wash') }, 'ground'),
    path(curve(stops, owned, axes), dashed, 'owned'),
    path(curve(stops, named, axes), solid, 'named'),
    ...stops.map((s) =>
      circle(axes.h(s.h), axes.share(named(s)), 3.4 * pen.scale, { fill: ink('ink') }, `stop-${s.h}`),
    ),
    ...stops.map((s) => count(s, axes.share(named(s)), axes, pen)),
    ...lineNames(stops, seeds, axes, top, pen),
  ];
}

const curve = (stops: readonly Stop[], share: (s: Stop) => number, axes: Axes): string | null =>
  through<Stop>()
    .digits(2)
    .x((s) => round(axes.h(s.h)))
    .y((s) => round(axes.share(share(s))))
    .curve(curveMonotoneX)([...stops]);

/** How many networks, under the point of its width. */
function count({ h, recovered }: Stop, y: number, axes: Axes, pen: DrawStyle): Mark {
  const last = h === WIDEST;
  const size = textSize(pen);
  return label(
    axes.h(h) + (last ? -18 : 6) * pen.scale,
    y + size * 1.3,
    String(recovered),
    {
      'font-size': size,
      'text-anchor': last ? 'end' : 'start',
      'font-weight': 650,
      fill: ink('ink'),
      'pointer-events': 'none',
    },
    `n-${h}`,
  );
}

/** Names of the lines near stops where they are free of each other: the longest that fits, or none. */
function lineNames(stops: readonly Stop[], seeds: number, axes: Axes, top: number, pen: DrawStyle): Mark[] {
  const size = textSize(pen);
  const stopAt = (h: number): Stop => stops.find((s) => s.h === h)!;
  const name = (
    texts: string[],
    [from, to]: [number, number],
    y: number,
    key: string,
    weight = 500,
  ): Mark[] => {
    const text = fitting(texts, size, axes.h(to) - axes.h(from));
    if (!text) return [];
    const style = {
      'font-size': size,
      'font-weight': weight,
      fill: ink('ink'),
      'pointer-events': 'none',
      ...halo({ ...pen, ground: 'wash' }, 3),
    };
    return [label(axes.h(from), y, text, style, key)];
  };
  const named = axes.share(stopAt(12).recovered / seeds) + size * 2.6;
  const owned = Math.max(top + size, axes.share(stopAt(10).owned / TOKENS) - size * 1.1);
  return [
    ...name([`trigger named, of ${seeds} networks`, `named, of ${seeds}`], [13, 24], named, 'w1', 650),
    ...name(['what one unit holds of the trigger', 'held by one unit'], [7.2, 13], owned, 'w2'),
  ];
}

/** The strip as the page's own picture. @param width px */
export function trackPicture(params: AuditParams, width: number, data?: Series): Picture {
  const place = stripPlace(width);
  return {
    width,
    height: place.height,
    label: `Width of the network, ${params.width} neurons`,
    marks: track(params, place, pageStyle('paper'), data),
  };
}
