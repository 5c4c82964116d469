// The sequence as a row of cells: each token, how much the chosen place looks at it (a lane of bars for each head), and what
// the network had guessed before it saw it. The whole row is one slider.

import { wholePercent } from '../../scene/format.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, round, type Mark } from '../../scene/mark.ts';
import { controlled } from '../../scene/touch.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { sign } from './alphabet.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';
import { guessed, looksOf, most, placeOf } from './derive.ts';

/** Where the cells stand, px. */
export interface TokensPlace {
  readonly x: number;
  readonly y: number;
  /** room for the lanes' names at the left of every row; 0: they have none */
  readonly names: number;
  /** width of a cell */
  readonly cell: number;
  /** cells a row */
  readonly per: number;
  /** heights of the lanes, from the top */
  readonly lanes: readonly [token: number, bar: number, guess: number];
  /** between rows */
  readonly gap: number;
}

/** Cells a row: all of them where there is room, else half a window, else a quarter. */
function perRow(width: number, one: boolean, count: number): number {
  if (one) return Math.max(32, count);
  return width >= 620 ? 16 : 8;
}

/** The places of `count` cells in `width` px. */
export function layoutTokens(
  x: number,
  y: number,
  width: number,
  count: number,
  pen: DrawStyle,
): TokensPlace {
  const one = width >= 900;
  const names = one ? measure('second head looks', pen.small) + 10 : 0;
  const per = perRow(width, one, count);
  const cell = Math.min((width - names) / per, 56 * pen.scale);
  const letter = Math.max(pen.small, Math.min(cell * 0.62, 20 * pen.scale));
  const bar = one ? 34 * pen.scale : 18;
  return {
    x,
    y,
    names,
    cell,
    per,
    lanes: [letter * 1.55, bar, Math.max(pen.small * 1.5, letter)],
    gap: one ? 0 : 8,
  };
}

const rowHeight = ({ lanes: [token, bar, guess] }: TokensPlace): number => token + 2 * bar + guess + 8;
/** Height of all rows of `count` cells with their legend, px. */
export const tokensHeight = (place: TokensPlace, count: number): number =>
  Math.ceil(count / place.per) * (rowHeight(place) + place.gap) + (place.names ? 0 : 20);

/** The place under a point, px. */
function placeAt(place: TokensPlace, x: number, y: number): number {
  const row = Math.max(0, Math.floor((y - place.y) / (rowHeight(place) + place.gap)));
  const column = Math.max(0, Math.min(place.per - 1, Math.floor((x - place.x - place.names) / place.cell)));
  return row * place.per + column;
}

const corner = (place: TokensPlace, i: number): [number, number] => [
  place.x + place.names + (i % place.per) * place.cell,
  place.y + Math.floor(i / place.per) * (rowHeight(place) + place.gap),
];

/** The cells, and the slider over them that chooses the place that looks. */
export function tokens(
  params: InductionParams,
  s: InductionSnapshot,
  place: TokensPlace,
  pen: DrawStyle,
): Mark[] {
  const { tokens: given } = s.reading;
  const all = [...given, ...s.ahead];
  const at = placeOf(params, s);
  const height = rowHeight(place);
  if (!all.length) {
    return [
      label(
        place.x,
        place.y + pen.label * 2,
        'Type a few letters, and then the first of them again.',
        { 'font-size': pen.label, fill: ink('ink') },
        'empty',
      ),
    ];
  }
  const looks = [0, 1].map((layer) => looksOf(s, layer, at));
  const [left, top] = corner(place, at);
  const rows = Math.ceil(all.length / place.per);
  const wide = place.cell * Math.min(place.per, all.length);
  return [
    ...(place.names ? names(place, s.layers, pen) : [legend(s.layers, place, rows, wide, pen)]),
    ...all.map((token, i) => cell(s, i, token, i >= given.length, looks, corner(place, i), place, pen)),
    controlled(
      group(
        [
          rect(place.x + place.names, place.y, wide, rows * (height + place.gap), unseen, 'hit'),
          rect(
            left + 1,
            top + 1,
            place.cell - 2,
            height - 2,
            { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand, rx: 2 },
            'here',
          ),
        ],
        {
          'data-handle': 'track-token',
          tabindex: 0,
          role: 'slider',
          'aria-label': 'place that looks',
          'aria-valuemin': 1,
          'aria-valuemax': given.length,
          'aria-valuenow': at + 1,
          'aria-valuetext': said(s, at),
        },
        'place',
      ),
      {
        kind: 'sequence',
        key: 'token',
        value: at,
        count: given.length,
        perRow: place.per,
        indexAt: (x, y) => placeAt(place, x, y),
      },
    ),
  ];
}

const legend = (layers: number, place: TokensPlace, rows: number, room: number, pen: DrawStyle): Mark =>
  label(
    place.x,
    place.y + rows * (rowHeight(place) + place.gap) + 12,
    fitting(
      layers > 1
        ? [
            'bars: where the first head looks, and under it the second; at the foot what was guessed',
            'bars: first head, second head; foot: the guess',
          ]
        : ['bars: where the head looks; at the foot what was guessed', 'bars: the head; foot: the guess'],
      pen.small,
      room,
    ) ?? '',
    { 'font-size': pen.small, fill: ink(pen.muted) },
    'legend',
  );

function names({ x, y, lanes: [token, bar, guess] }: TokensPlace, layers: number, pen: DrawStyle): Mark[] {
  const put = (text: string, at: number, key: string): Mark =>
    label(x, at, text, { 'font-size': pen.small, fill: ink('ink-2') }, key);
  return [
    put('the sequence', y + token * 0.68, 'n0'),
    put(layers > 1 ? 'first head looks' : 'the head looks', y + token + bar * 0.8, 'n1'),
    ...(layers > 1 ? [put('second head looks', y + token + 2 * bar - 1, 'n2')] : []),
    put('was guessed', y + token + 2 * bar + guess * 0.85 + 4, 'n3'),
  ];
}

function cell(
  s: InductionSnapshot,
  i: number,
  token: number,
  ahead: boolean,
  looks: readonly (readonly number[])[],
  [x, y]: readonly [number, number],
  { cell: wide, lanes: [tall, bar, low] }: TokensPlace,
  pen: DrawStyle,
): Mark {
  const size = Math.max(pen.small, tall / 1.55);
  const middle = x + wide / 2;
  const guess = ahead ? undefined : guessed(s, i);
  const foot = y + tall + 2 * bar + low * 0.85 + 4;
  const bars = looks.map((look, layer) =>
    look[i] > 0.004
      ? rect(
          x + wide * 0.16,
          y + tall + (layer + 1) * bar - look[i] * (bar - 3),
          wide * 0.68,
          look[i] * (bar - 3),
          { fill: ink(layer ? 'f2' : 'f1') },
          `bar-${layer}`,
        )
      : undefined,
  );
  return group(
    [
      label(
        middle,
        y + tall * 0.7,
        sign(token),
        {
          'font-size': round(size),
          'text-anchor': 'middle',
          'font-weight': ahead ? 700 : 500,
          'font-style': ahead ? 'italic' : undefined,
          fill: ink('ink'),
        },
        'token',
      ),
      ...(ahead
        ? []
        : [0, 1]
            .slice(0, s.layers)
            .map((layer) =>
              line(
                x + 1,
                y + tall + (layer + 1) * bar,
                x + wide - 1,
                y + tall + (layer + 1) * bar,
                { stroke: ink('rule'), 'stroke-width': pen.weights.fine },
                `base-${layer}`,
              ),
            )),
      ...bars,
      guess &&
        label(
          middle,
          foot,
          guess.sign,
          {
            'font-size': round(Math.max(pen.small, low * 0.75)),
            'text-anchor': 'middle',
            'font-weight': guess.right ? 700 : 400,
            fill: ink(guess.right ? 'ink' : 'ink-2'),
          },
          'guess',
        ),
      guess?.right &&
        line(
          middle - 5,
          foot + 4,
          middle + 5,
          foot + 4,
          { stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'right',
        ),
    ],
    {},
    `token-${i}`,
  );
}

const HEADS = ['the first head', 'the second head'];

/** The chosen place in words: where its heads look, and what is guessed next. */
export function said(s: InductionSnapshot, at: number): string {
  const name = (i: number): string => `place ${i + 1}, “${sign(s.reading.tokens[i])}”`;
  const heads = HEADS.slice(0, s.layers).map((head, layer) => {
    const look = looksOf(s, layer, at);
    const there = most(look);
    return `${s.layers > 1 ? head : 'the head'} looks most at ${name(there)} (${wholePercent(look[there])})`;
  });
  return `${name(at)}: ${heads.join(', ')}${saidGuess(s, at + 1)}`;
}

function saidGuess(s: InductionSnapshot, at: number): string {
  const next = guessed(s, at);
  if (!next) return '';
  const guess = `; the guess is “${next.sign}”, ${wholePercent(next.sure)}`;
  if (next.right === undefined) return guess;
  return `${guess}, ${next.right ? 'right' : 'wrong'}`;
}
