// The slider as a figure: for every number of features the best body of all starts, as a stack of what each feature gets
// of the neurons' dimensions, and under it how many starts found it.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Scale } from '../../scene/scale.ts';
import { controlled, slider } from '../../scene/touch.ts';
import { inWords } from '../../scene/words.ts';
import type { Layout } from '../../runtime/widget.ts';
import type { Atlas, Found } from './baked.ts';
import { counts, foundAt } from './derive.ts';
import { columnWidth, countScale, drawStyle, layoutTrack, type TrackPlace } from './layout.ts';
import { ALIKE, spec } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';
import { phrase, short } from './words.ts';

/** The track's picture; without the atlas a plain line. */
export function track({ n, m }: PolytopesSnapshot, layout: Layout, data?: Atlas): Picture {
  const pen = { ...drawStyle(layout), ground: 'paper' as const };
  const place = layoutTrack(layout);
  const scale = countScale(place);
  const best = foundAt(data, n)?.outcomes[0];
  const shape = best && phrase(best.shape, best.corners);
  const now =
    best && data ? `; for ${inWords(n)}: ${shape}, found by ${best.times} of ${data.starts} starts` : '';
  const marks = data
    ? [
        ...data.found.map((found) => column(found, data.starts, m, found.n === n, place, pen)),
        ...ticks(n, place, scale, pen),
        ...names(data, n, place, scale, pen),
      ]
    : [plainLine(place), ...ticks(n, place, scale, pen)];
  return {
    width: place.width,
    height: place.height,
    label: `The best arrangement of all starts for three to twelve features in ${inWords(m)} neurons${now}.`,
    marks: [...marks, thumb(n, m, shape, place, scale, pen)],
  };
}

function plainLine({ x0, x1, top, bottom }: TrackPlace): Mark {
  const y = (top + bottom) / 2;
  return line(x0, y, x1, y, { stroke: ink('ink'), 'stroke-width': 4 }, 'plain');
}

/** How dark a block of a column is: neighbours differ, the present column is darker. */
const shade = (here: boolean, odd: boolean): number => {
  if (here) return odd ? 0.5 : 0.62;
  return odd ? 0.13 : 0.2;
};

/** The best body's shares of the `m` dimensions, and below them how many starts found it. */
function column(
  { n, shares, outcomes: [best] }: Found,
  starts: number,
  m: number,
  here: boolean,
  place: TrackPlace,
  pen: DrawStyle,
): Mark {
  const slot = columnWidth(place);
  const wide = slot * 0.76;
  const x = countScale(place)(n) - wide / 2;
  const tall = place.bottom - place.top;
  let y = place.bottom;
  const blocks = shares
    .filter((share) => share > 0.01)
    .map((share, i) => {
      const height = (share / m) * tall;
      y -= height;
      return rect(
        x,
        y,
        wide,
        height,
        {
          fill: ink('ink'),
          'fill-opacity': shade(here, i % 2 === 1),
          stroke: ink('paper'),
          'stroke-width': pen.weights.fine * 1.4,
        },
        `share-${i}`,
      );
    });
  const low = place.bottom + pen.small * 1.75;
  const bar = Math.max(4, pen.small * 0.34);
  const part = best.times / starts;
  const text = `${best.times} of ${starts}`;
  const fits = measure(text, pen.small) < slot * 0.96;
  return group(
    [
      ...blocks,
      rect(
        x,
        low,
        wide,
        bar,
        { fill: ink('wash'), stroke: ink('ink-3'), 'stroke-width': pen.weights.hair },
        'starts',
      ),
      rect(x, low, wide * part, bar, { fill: ink('ink') }, 'found'),
      fits &&
        label(
          x + wide / 2,
          low + bar + pen.small * 1.05,
          text,
          { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(here ? 'ink' : 'ink-2') },
          'times',
        ),
    ],
    {},
    `n-${n}`,
  );
}

const ticks = (n: number, place: TrackPlace, scale: Scale, pen: DrawStyle): Mark[] =>
  counts.map((count) =>
    label(
      scale(count),
      place.bottom + pen.small * 1.25,
      String(count),
      {
        'font-size': pen.small === 12 ? 13 : pen.small,
        'text-anchor': 'middle',
        'font-weight': count === n ? 700 : undefined,
        fill: ink(count === n ? 'ink' : 'ink-2'),
      },
      `tick-${count}`,
    ),
  );

/** The present name in full, inside the track; the others as far as their column goes and the present one leaves room. */
function names({ found }: Atlas, n: number, place: TrackPlace, scale: Scale, pen: DrawStyle): Mark[] {
  const size = pen.small === 12 ? 13 : pen.small;
  const room = columnWidth(place) - 6;
  const all = found.map(({ n: count, outcomes: [best] }) => ({
    count,
    texts: short(best.shape, best.corners),
  }));
  const mine = all.find(({ count }) => count === n)?.texts[0] ?? '';
  const half = measure(mine, size) / 2;
  const x = Math.max(place.x0 + half, Math.min(place.x1 - half, scale(n)));
  const taken = [x - half - 8, x + half + 8];
  return all.flatMap(({ count, texts }) => {
    if (count === n) return [name(n, mine, x, true, place, size, pen)];
    const text = fitting(texts, size, room);
    const at = scale(count);
    if (!text) return [];
    const reach = measure(text, size) / 2;
    if (at + reach > taken[0] && at - reach < taken[1]) return [];
    return [name(count, text, at, false, place, size, pen)];
  });
}

const name = (
  count: number,
  text: string,
  x: number,
  here: boolean,
  place: TrackPlace,
  size: number,
  pen: DrawStyle,
): Mark =>
  label(
    x,
    place.names,
    text,
    {
      'font-size': size,
      'text-anchor': 'middle',
      'font-weight': here ? 600 : undefined,
      fill: ink(here || pen.scale > 1.5 ? 'ink' : 'ink-2'),
    },
    `name-${count}`,
  );

/** Needle and ring; the whole track takes the touch. */
function thumb(
  n: number,
  m: number,
  shape: string | undefined,
  place: TrackPlace,
  scale: Scale,
  pen: DrawStyle,
): Mark {
  const x = scale(n);
  const { x0, x1, top, bottom } = place;
  const y = (top + bottom) / 2;
  const over = 6 * pen.scale;
  const r = pen.ring;
  const bar = { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.8, 'stroke-linecap': 'round' };
  const { attrs, control } = slider({
    handle: 'track',
    name: 'Number of features',
    said: `${inWords(n)} features in ${inWords(m)} neurons${shape ? `, at best ${shape}` : ''}`,
    key: 'features',
    value: n,
    scale,
    keys: spec.features.keys,
    stops: ALIKE,
  });
  const mark = group(
    [
      rect(x0 - 4, top - over, x1 - x0 + 8, place.height - top + over, unseen, 'hit'),
      line(
        x,
        top - over,
        x,
        bottom + over / 2,
        { stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'needle',
      ),
      circle(
        x,
        y,
        r,
        { fill: ink('paper'), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
      line(x - r * 0.2, y - r * 0.32, x - r * 0.2, y + r * 0.32, bar, 'left'),
      line(x + r * 0.2, y - r * 0.32, x + r * 0.2, y + r * 0.32, bar, 'right'),
    ],
    { 'data-handle': 'track', tabindex: 0, role: 'slider', ...attrs },
    'thumb',
  );
  return controlled(mark, control);
}
