// Five groups of held-out pictures, each with what the net calls them: before in a thin line, now in a bar.

import { wholePercent } from '../../scene/format.ts';
import { ink, type Ink } from '../../scene/ink.ts';
import { group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { pixels } from '../../scene/pixels.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { SIDE } from '../../models/parts.ts';
import { answers, falls, shares } from './derive.ts';
import { CLASSES, group as held, GROUPS } from './groups.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { has, toggled, touched, UNTOUCHED } from './surgery.ts';

const paints: readonly (readonly [fill: Ink, word: Ink])[] = [
  ['ink', 'paper'],
  ['rule', 'ink'],
  ['ink-2', 'paper'],
  ['wash', 'ink'],
];
const GREYS = 15;

/** The five groups, one under the other. */
export function pictures(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const row = height / GROUPS.length;
  const fell = falls(s, params);
  return GROUPS.map((_, g) =>
    group(groupRow(params, s, g, fell[g], { x, y: y + g * row, width, height: row }, pen), {}, `group-${g}`),
  );
}

/** One group: its first pictures, its name, the reader's prediction, the answers before and now. */
function groupRow(
  params: CircuitParams,
  s: CircuitSnapshot,
  g: number,
  fell: boolean,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const asked = touched(params);
  const count = width > 420 ? 2 : 1;
  const cell = Math.min(height * 0.84, width * 0.14);
  const gap = 5 * pen.scale;
  const left = x + count * (cell + gap) + 8 * pen.scale;
  const room = x + width - left;
  const size = pen.label;
  const bar = Math.max(14, Math.min(height - size * 1.9 - 12 * pen.scale, 24 * pen.scale));
  const low = y + size * 1.5 + 4 * pen.scale;
  const name = GROUPS[g];
  const names = [name, name.replace('cars upside down', 'upside down')];
  const before = shares(answers(s, g, UNTOUCHED));
  return [
    ...greyPictures(s.seed, g, count).map((values, i) =>
      pixels(values, SIDE, SIDE, x + i * (cell + gap), y, cell, `picture-${i}`),
    ),
    label(
      left,
      y + size,
      fitting(names, size, room - (asked ? predictionWidth(pen) + 8 : 0)) ?? name,
      { 'font-size': size, 'font-weight': 600, fill: ink('ink') },
      'name',
    ),
    ...(asked ? [prediction(params, g, fell, x + width, y, pen)] : []),
    ...stack(before, left, low - 6 * pen.scale, room, 4 * pen.scale, pen, false, 'before'),
    ...(params.shown === 'yes' || !asked
      ? stack(shares(answers(s, g, params)), left, low, room, bar, pen, true, 'now')
      : hiddenBar(left, low, room, bar, pen)),
  ];
}

const predictionWidth = (pen: DrawStyle): number => measure('will change', pen.label) + pen.label * 1.7;

/** The reader's prediction for a group, ending at `right`: a press turns it round. */
function prediction(
  params: CircuitParams,
  g: number,
  fell: boolean,
  right: number,
  top: number,
  pen: DrawStyle,
): Mark {
  const size = pen.label;
  const wide = predictionWidth(pen);
  const at = right - wide;
  const mine = has(params.guess, g);
  const words = mine ? 'will change' : 'will stay';
  const told = params.shown === 'yes';
  const wrong = told && params.guess > 0 && mine !== fell;
  const inFact = told ? `; in fact ${fell ? 'changes' : 'stays'}` : '';
  const button = group(
    [
      rect(at - 6, top - 14, wide + 8, 44, unseen, 'hit'),
      rect(
        at,
        top + size * 0.12,
        size,
        size,
        {
          fill: mine ? ink('ink') : 'none',
          stroke: ink('signal'),
          'stroke-width': pen.weights.line,
        },
        'box',
      ),
      label(at + size * 1.5, top + size, words, { 'font-size': size, fill: ink('ink') }, 'word'),
      wrong &&
        path(
          `M${round(at + size * 1.5)} ${round(top + size * 0.65)}h${round(measure(words, size) * 0.95)}`,
          { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'wrong',
        ),
    ],
    {
      'data-handle': `guess-${g}`,
      tabindex: 0,
      role: 'button',
      'aria-label': `Prediction: ${GROUPS[g]} ${words}${inFact}`,
      'aria-pressed': mine ? 'true' : 'false',
    },
    'guess',
  );
  return controlled(button, { kind: 'press', set: { guess: toggled(params.guess, g) } });
}

/** What stands in the bar's place until the reader asks for the result. */
const hiddenBar = (x: number, y: number, width: number, height: number, pen: DrawStyle): Mark[] => [
  rect(
    x,
    y,
    width,
    height,
    { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '4 3' },
    'hidden',
  ),
  label(
    x + width / 2,
    y + height * 0.5 + pen.small * 0.36,
    'not shown yet',
    { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
    'hidden-word',
  ),
];

/** The first pictures of a group, in a few greys, so that they pack well. */
function greyPictures(seed: number, g: number, count: number): Float64Array[] {
  const all = held(seed, g, count);
  const wide = SIDE * SIDE;
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from(
      all.pixels.subarray(i * wide, (i + 1) * wide),
      (v) => Math.round(Math.max(0, Math.min(1, 0.5 + v)) * GREYS) / GREYS,
    ),
  );
}

/** Shares of the four answers as parts of a bar, named where there is room. */
function stack(
  parts: readonly number[],
  x: number,
  y: number,
  width: number,
  height: number,
  pen: DrawStyle,
  words: boolean,
  key: string,
): Mark[] {
  let at = x;
  return parts.flatMap((part, n) => {
    const from = at;
    const long = part * width;
    const text = words
      ? fitting([`${CLASSES[n]} ${wholePercent(part)}`, CLASSES[n]], pen.small, long - 8)
      : undefined;
    at += long;
    if (part === 0) return [];
    return [
      rect(
        from,
        y,
        long,
        height,
        {
          fill: ink(paints[n][0]),
          stroke: ink(words ? 'ink' : paints[n][0]),
          'stroke-width': words ? pen.weights.hair : 0,
        },
        `${key}-${n}`,
      ),
      ...(text && height >= pen.small
        ? [
            label(
              from + 5,
              y + height / 2 + pen.small * 0.36,
              text,
              { 'font-size': pen.small, fill: ink(paints[n][1]), 'pointer-events': 'none' },
              `${key}-word-${n}`,
            ),
          ]
        : []),
    ];
  });
}
