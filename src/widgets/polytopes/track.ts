// The slider as a figure: for every number of features the best body of all starts, as a stack of what each feature gets
// of the neurons' dimensions, and under it how many starts found it.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout } from '../../runtime/widget.ts';
import type { Atlas, Found } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import { penOf, slotAt, slotWidth, trackPlace, type TrackPlace } from './places.ts';
import { counts, foundAt } from './read.ts';
import { phrase, short } from './words.ts';
import { inWords } from '../../scene/words.ts';

export function track({ n, m }: PolytopesSnapshot, layout: Layout, data?: Atlas): Picture {
  const pen = { ...penOf(layout), ground: 'paper' as const };
  const place = trackPlace(layout);
  const columns = data
    ? data.found.map((found) => column(found, data, m, found.n === n, place, pen))
    : [
        line(
          place.x0,
          (place.top + place.bottom) / 2,
          place.x1,
          (place.top + place.bottom) / 2,
          { stroke: ink('ink'), 'stroke-width': 4 },
          'plain',
        ),
      ];
  const best = foundAt(data, n)?.outcomes[0];
  return {
    width: place.width,
    height: place.height,
    label: `The best arrangement of all starts for three to twelve features in ${inWords(m)} neurons${best ? `; for ${inWords(n)}: ${phrase(best.shape, best.corners)}, found by ${best.times} of ${data!.starts} starts` : ''}.`,
    marks: [
      ...columns,
      ...ticks(n, place, pen),
      ...(data ? names(data, n, place, pen) : []),
      thumb(n, m, best && phrase(best.shape, best.corners), place, pen),
    ],
  };
}

function column(
  { n, shares, outcomes: [best] }: Found,
  { starts }: Atlas,
  m: number,
  here: boolean,
  place: TrackPlace,
  pen: DrawStyle,
): Mark {
  const slot = slotWidth(place);
  const wide = slot * 0.76;
  const x = slotAt(place, n) - wide / 2;
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
          'fill-opacity': here ? (i % 2 ? 0.5 : 0.62) : i % 2 ? 0.13 : 0.2,
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

const ticks = (n: number, place: TrackPlace, pen: DrawStyle): Mark[] =>
  counts.map((count) =>
    label(
      slotAt(place, count),
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

/** The present name in full, inside the track; the others as far as their column goes. */
function names({ found }: Atlas, n: number, place: TrackPlace, pen: DrawStyle): Mark[] {
  const slot = slotWidth(place);
  const size = pen.small === 12 ? 13 : pen.small;
  const [mine] = found
    .filter((row) => row.n === n)
    .map(({ outcomes: [best] }) => short(best.shape, best.corners)[0]);
  const wide = measure(mine, size);
  const x = Math.max(place.x0 + wide / 2, Math.min(place.x1 - wide / 2, slotAt(place, n)));
  const taken: [number, number] = [x - wide / 2 - 8, x + wide / 2 + 8];
  return found.flatMap(({ n: count, outcomes: [best] }) => {
    const here = count === n;
    const text = here ? mine : fitting(short(best.shape, best.corners), size, slot - 6);
    const at = here ? x : slotAt(place, count);
    if (
      !text ||
      (!here && at + measure(text, size) / 2 > taken[0] && at - measure(text, size) / 2 < taken[1])
    ) {
      return [];
    }
    return [
      label(
        at,
        place.names,
        text,
        {
          'font-size': size,
          'text-anchor': 'middle',
          'font-weight': here ? 600 : undefined,
          fill: ink(here || pen.scale > 1.5 ? 'ink' : 'ink-2'),
        },
        `name-${count}`,
      ),
    ];
  });
}

/** Needle and ring; the whole track takes the touch. */
function thumb(n: number, m: number, shape: string | undefined, place: TrackPlace, pen: DrawStyle): Mark {
  const x = slotAt(place, n);
  const { x0, x1, top, bottom } = place;
  const y = (top + bottom) / 2;
  const over = 6 * pen.scale;
  const r = pen.ring;
  const bar = { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.8, 'stroke-linecap': 'round' };
  return group(
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
    {
      'data-handle': 'track',
      tabindex: 0,
      role: 'slider',
      'aria-label': 'Number of features',
      'aria-valuemin': counts[0],
      'aria-valuemax': counts.at(-1),
      'aria-valuenow': n,
      'aria-valuetext': `${inWords(n)} features in ${inWords(m)} neurons${shape ? `, at best ${shape}` : ''}`,
    },
    'thumb',
  );
}
