// How often all of k things are read, by each code. The whole chart is the slider of k.

import { ticksBelow, type Tick } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, round, type Mark } from '../../scene/mark.ts';
import { halo, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { grouped, wholePercent } from '../../scene/format.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import type { Box } from '../../scene/slide.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import { chartFrame, chartNeedle, pathThrough } from './chart-frame.ts';
import { inside, type Inside } from './layout.ts';
import { spec, type Code, type CodesParams } from './params.ts';
import { CODES, MOST, type CodesSnapshot } from './snapshot.ts';
import { shortOf } from './words.ts';

const DASH: Readonly<Record<Code, string | undefined>> = {
  onehot: '1.5 4',
  composed: '6 4',
  superposed: undefined,
};

/** px of k, and of a share of the trials. */
interface Axes {
  readonly k: Scale;
  readonly share: Scale;
}

/** Share of the trials in which all of k were read, for the three codes. */
export function rightChart(box: Box, params: CodesParams, snapshot: CodesSnapshot, pen: DrawStyle): Mark {
  const { together: k } = params;
  const at = inside(box, pen);
  const axes: Axes = { k: linear([1, MOST], [at.x0, at.x1]), share: linear([0, 1], [at.y1, at.y0]) };
  const trials = `All read right, of ${snapshot.step} trials`;
  return group(
    [
      ...chartFrame(
        box,
        at,
        [`${trials} with any of ${grouped(snapshot.N)} things`, trials, 'All read right'],
        [
          [0, '0'],
          [0.5, '50%'],
          [1, '100%'],
        ],
        pen,
      ),
      ...ticksBelow(
        ticks(k, axes.k),
        [at.x0 - pen.small * 3, at.x1 + pen.small * 2],
        at.y1 + pen.ring * 0.5,
        pen,
        pen.small,
      ),
      ...(snapshot.step ? CODES.map((code) => codeLine(code, snapshot, axes, pen)) : []),
      ...(snapshot.step ? lineNames(snapshot, axes, at, pen) : []),
      chartNeedle(axes.k(k), box, at, togetherSlider(params, snapshot, axes.k), pen),
    ],
    {},
    'right',
  );
}

/** 1 to 8; the present one in words, and first, so that it wins where two would touch. */
const ticks = (k: number, scale: Scale): Tick[] =>
  Array.from({ length: MOST }, (_, i) => ({
    at: scale(i + 1),
    text: i + 1 === k ? `${k} at once` : String(i + 1),
  })).sort((a, b) => b.text.length - a.text.length);

function codeLine(code: Code, snapshot: CodesSnapshot, axes: Axes, pen: DrawStyle): Mark {
  const points = snapshot[code].right.map((v, i): [number, number] => [axes.k(i + 1), axes.share(v)]);
  return group(
    [
      path(
        pathThrough(points),
        {
          fill: 'none',
          stroke: ink('ink'),
          'stroke-width': pen.weights.line,
          'stroke-dasharray': DASH[code],
          'stroke-linejoin': 'round',
          'stroke-linecap': code === 'onehot' ? 'round' : undefined,
        },
        'line',
      ),
      ...points.map(([x, y], i) => circle(x, y, 2.6 * pen.scale, { fill: ink('ink') }, `dot-${i}`)),
    ],
    {},
    code,
  );
}

/** A name at its line, px. */
interface LineName {
  readonly code: Code;
  readonly x: number;
  readonly width: number;
  y: number;
}

/** Names at the lines, where they are farthest from the others; pushed apart where they would touch. */
function lineNames(snapshot: CodesSnapshot, axes: Axes, at: Inside, pen: DrawStyle): Mark[] {
  const size = pen.small * 1.08;
  const names = CODES.map((code) => lineName(code, snapshot, axes, at, size, pen)).sort((a, b) => b.y - a.y);
  names.forEach((name, i) => {
    for (const below of names.slice(0, i)) {
      if (overlap(name, below) && name.y > below.y - size * 1.25) name.y = below.y - size * 1.25;
    }
  });
  return names.map(({ code, x, y }) =>
    label(
      x,
      y,
      shortOf[code],
      {
        'font-size': round(size),
        'font-weight': 600,
        fill: ink('ink'),
        'pointer-events': 'none',
        ...halo(pen),
      },
      `of-${code}`,
    ),
  );
}

/** Behind the last point at which the line is still well above the floor, else at its start. */
function lineName(
  code: Code,
  snapshot: CodesSnapshot,
  axes: Axes,
  { y0, y1 }: Inside,
  size: number,
  pen: DrawStyle,
): LineName {
  const { right } = snapshot[code];
  const last = right.findLastIndex((v) => v > 0.12);
  const i = Math.max(0, last);
  const width = measure(shortOf[code], size);
  return {
    code,
    width,
    x: Math.min(axes.k(i + 1) + 9 * pen.scale, axes.k(MOST) - width),
    y: Math.min(y1 - size * 0.6, Math.max(y0 + size, axes.share(right[i]) - 4 * pen.scale)),
  };
}

/** Whether two names share a column, with 6 px between them. */
const overlap = (a: LineName, b: LineName): boolean => a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6;

function togetherSlider({ together: k }: CodesParams, snapshot: CodesSnapshot, scale: Scale): Slider {
  const read = CODES.map((code) => `${shortOf[code]} ${wholePercent(snapshot[code].right[k - 1])}`);
  return slider({
    handle: 'track-together',
    name: 'How many things at once',
    said: `${k} at once; all read right: ${read.join(', ')}`,
    key: 'together',
    value: k,
    scale,
    keys: spec.together.keys,
  });
}
