// Two sheets of 64 filters and the threads between their pairs.

import { unpacked } from '../../math/container.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { ACROSS, COUNT, filterSheet, LEVELS, STEP } from '../../scene/filters.ts';
import { pixels } from '../../scene/pixels.ts';
import { SIDE, WIDE, type Pair } from '../../math/filter-matching.ts';
import { controlled } from '../../scene/touch.ts';
import type { BakedGabors } from './baked.ts';
import { matchedPairs } from './derive.ts';
import type { GaborsParams } from './params.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** Where both sheets lie, px. */
export interface SheetsPlace {
  readonly x: number;
  readonly y: number;
  /** of each sheet */
  readonly side: number;
  /** between them */
  readonly gap: number;
}

const STRONG = 0.8;
/** of a newly drawn picture, px */
const PICTURE = 64;

/** Left the filters learned here, or the picture that is drawn; right the partner's; between them a thread for each pair. */
export function sheets(
  params: GaborsParams,
  s: GaborsSnapshot,
  place: SheetsPlace,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const { x, y, side, gap } = place;
  const right = x + side + gap;
  const all = matchedPairs(s, baked);
  const name = (texts: readonly string[], at: number, key: string): Mark =>
    label(
      at,
      y - pen.small * 0.6,
      fitting(texts, pen.small, side) ?? '',
      { 'font-size': pen.small, fill: ink(pen.muted) },
      key,
    );
  return [
    name(leftNames(params, s), x, 'n-left'),
    leftSheet(s, place),
    ...(baked
      ? [
          name(rightNames(params), right, 'n-right'),
          pixels(filterSheet(baked.partner.filters), ACROSS, ACROSS, right, y, side, 'right'),
        ]
      : []),
    ...threads(all, params.pick, place, pen),
    ...all.map((_, f) => filterButton(f, all, place)),
  ];
}

const leftNames = ({ method }: GaborsParams, s: GaborsSnapshot): string[] =>
  s.filters ? [`Learned here, ${method}`, method] : ['Drawn here', 'Drawn'];

const rightNames = ({ partner }: GaborsParams): string[] => [
  partner === 'random' ? 'Without training' : `Other pictures, ${partner}`,
  partner,
];

const leftSheet = (s: GaborsSnapshot, { x, y, side }: SheetsPlace): Mark =>
  s.filters
    ? pixels(filterSheet(s.filters), ACROSS, ACROSS, x, y, side, 'left')
    : pixels(
        Float64Array.from(unpacked(s.picture), (v) => greyOf(v)),
        PICTURE,
        PICTURE,
        x,
        y,
        side,
        'picture',
      );

/** Weak pairs thin, strong ones in ink, the held one on top with its two filters framed. */
function threads(all: readonly Pair[], pick: number, place: SheetsPlace, pen: DrawStyle): Mark[] {
  const { x, y, side, gap } = place;
  const right = x + side + gap;
  const unit = side / ACROSS;
  const held: Pair | undefined = all[pick - 1];
  /** the height of a filter's thread: those of one row are fanned out */
  const height = (f: number): number =>
    y + (Math.floor(f / COUNT) * STEP + SIDE / 2) * unit + ((f % COUNT) - 3.5) * unit * 1.2;
  const thread = (p: Pair): string => {
    const [a, b, m] = [height(p.left), height(p.right), gap / 2];
    return `M${round(x + side + 2)} ${round(a)}C${round(x + side + m)} ${round(a)} ${round(right - m)} ${round(b)} ${round(right - 2)} ${round(b)}`;
  };
  const frame = (f: number, at: number, key: string): Mark =>
    rect(
      at + (f % COUNT) * STEP * unit - 1,
      y + Math.floor(f / COUNT) * STEP * unit - 1,
      SIDE * unit + 2,
      SIDE * unit + 2,
      { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.line },
      key,
    );
  const strong = all.filter((p) => p.cosine > STRONG);
  const weak = all.filter((p) => p.cosine <= STRONG);
  return [
    path(
      weak.map(thread).join(''),
      { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair, 'stroke-opacity': 0.6 },
      'weak',
    ),
    path(
      strong.map(thread).join(''),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
      'strong',
    ),
    ...(held
      ? [
          path(
            thread(held),
            { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.vec },
            'held',
          ),
          frame(held.left, x, 'held-left'),
          frame(held.right, right, 'held-right'),
        ]
      : []),
  ];
}

/** Over a filter on the left: a press holds its pair. */
function filterButton(f: number, all: readonly Pair[], { x, y, side }: SheetsPlace): Mark {
  const cell = STEP * (side / ACROSS);
  const button = group(
    [rect(x + (f % COUNT) * cell, y + Math.floor(f / COUNT) * cell, cell, cell, unseen, 'hit')],
    {
      'data-handle': `filter-${f}`,
      tabindex: -1,
      role: 'button',
      'aria-label': `Filter ${f + 1}: hold its pair`,
    },
    `filter-${f}`,
  );
  const rank = all.findIndex((p) => p.left === f) + 1;
  return controlled(button, { kind: 'press', set: { pick: rank } });
}

/** A packed value, -127 to 127, as one of a few greys. */
const greyOf = (value: number): number => Math.round((0.5 + value / 254) * LEVELS) / LEVELS;

/** One filter, packed, as greys, [12 12]. */
export const filterGreys = (packed: string, f: number, opposite = false): Float64Array =>
  Float64Array.from(unpacked(packed).subarray(f * WIDE, (f + 1) * WIDE), (v) => greyOf(opposite ? -v : v));
