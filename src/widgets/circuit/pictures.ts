// Five groups of held-out pictures, each with what the net calls them: before in a thin line, now in a bar.

import { ink, type Ink } from '../../scene/ink.ts';
import { group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { pixels } from '../../scene/pixels.ts';
import type { Box } from '../../scene/slide.ts';
import { SIDE } from '../../models/parts.ts';
import { CLASSES, group as held, GROUPS } from './groups.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { answers, falls, has, percent, shares, touched, UNTOUCHED } from './read.ts';

const paints: readonly (readonly [fill: Ink, word: Ink])[] = [
  ['ink', 'paper'],
  ['rule', 'ink'],
  ['ink-2', 'paper'],
  ['wash', 'ink'],
];
const GREYS = 15;

export function pictures(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const row = height / GROUPS.length;
  const asked = touched(params);
  const fell = falls(s, params);
  const two = width > 420;
  const cell = Math.min(row * 0.84, width * 0.14);
  const gap = 5 * pen.scale;
  const left = x + (two ? 2 : 1) * (cell + gap) + 8 * pen.scale;
  const room = x + width - left;
  return GROUPS.flatMap((name, g) => {
    const top = y + g * row;
    const size = pen.label;
    const bar = Math.max(14, Math.min(row - size * 1.9 - 12 * pen.scale, 24 * pen.scale));
    const low = top + size * 1.5 + 4 * pen.scale;
    const ends = asked && params.shown === 'yes' ? (fell[g] ? 'changes' : 'stays') : '';
    const mine = has(params.guess, g);
    const button = mine ? 'will change' : 'will stay';
    const wide = measure('will change', size) + size * 1.7;
    const at = x + width - wide;
    const wrong = params.shown === 'yes' && params.guess > 0 && mine !== fell[g];
    return [
      group(
        [
          ...shown(s.seed, g, two ? 2 : 1).map((values, i) =>
            pixels(values, SIDE, SIDE, x + i * (cell + gap), top, cell, `picture-${i}`),
          ),
          label(
            left,
            top + size,
            fitting(
              [name, name.replace('cars upside down', 'upside down')],
              size,
              room - (asked ? wide + 8 : 0),
            ) ?? name,
            { 'font-size': size, 'font-weight': 600, fill: ink('ink') },
            'name',
          ),
          ...(asked
            ? [
                group(
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
                    label(
                      at + size * 1.5,
                      top + size,
                      button,
                      { 'font-size': size, fill: ink('ink') },
                      'word',
                    ),
                    wrong &&
                      path(
                        `M${round(at + size * 1.5)} ${round(top + size * 0.65)}h${round(measure(button, size) * 0.95)}`,
                        { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
                        'wrong',
                      ),
                  ],
                  {
                    'data-handle': `guess-${g}`,
                    tabindex: 0,
                    role: 'button',
                    'aria-label': `Prediction: ${name} ${button}${ends ? `; in fact ${ends}` : ''}`,
                    'aria-pressed': mine ? 'true' : 'false',
                  },
                  'guess',
                ),
              ]
            : []),
          ...stack(
            shares(answers(s, g, UNTOUCHED)),
            left,
            low - 6 * pen.scale,
            room,
            4 * pen.scale,
            pen,
            false,
            'before',
          ),
          ...(params.shown === 'yes' || !asked
            ? stack(shares(answers(s, g, params)), left, low, room, bar, pen, true, 'now')
            : [
                rect(
                  left,
                  low,
                  room,
                  bar,
                  {
                    fill: 'none',
                    stroke: ink('ink-3'),
                    'stroke-width': pen.weights.fine,
                    'stroke-dasharray': '4 3',
                  },
                  'hidden',
                ),
                label(
                  left + room / 2,
                  low + bar * 0.5 + pen.small * 0.36,
                  'not shown yet',
                  { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
                  'hidden-word',
                ),
              ]),
        ],
        {},
        `group-${g}`,
      ),
    ];
  });
}

/** The first pictures of a group, in a few greys, so that they pack well. */
function shown(seed: number, g: number, count: number): Float64Array[] {
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
      ? fitting([`${CLASSES[n]} ${percent(part)}`, CLASSES[n]], pen.small, long - 8)
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
