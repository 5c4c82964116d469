// Three squares: whom each place looks at, by head, and a table of tokens read off the weights.

import { ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { squareHeading, type SquarePlace } from '../../scene/square-panels.ts';
import { shades } from '../../scene/shades.ts';
import { VOCAB, WINDOW } from '../../models/repeats.ts';
import { sign } from './alphabet.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';
import { placeOf } from './derive.ts';

/** Room under a square for what is written there, px. */
export const foot = (pen: DrawStyle): number => pen.small * 1.7;

/** `data-lit` of the two heads in the chapter's equation */
const lights = ['headone', 'headtwo'];

const HEAD_TITLES = [
  ['First layer: the previous-token head', 'First layer’s head'],
  ['Second layer: the induction head', 'Second layer’s head'],
];

/** What a pattern shows, longest first; of a head that is taken out, how. */
function meaning(out: boolean, by: InductionParams['by']): readonly string[] {
  if (!out) return ['each row is a place, dark where it looks', 'rows look at columns'];
  return [
    by === 'uniform' ? 'taken out: it looks everywhere alike' : 'taken out: it writes nothing',
    'taken out',
  ];
}

/** One head's pattern: a row looks, a column is looked at. */
export function patternSquare(
  params: InductionParams,
  s: InductionSnapshot,
  layer: number,
  place: SquarePlace,
  pen: DrawStyle,
  highlighted?: string,
): Mark {
  const { x, y, side } = place;
  const time = s.reading.tokens.length;
  const cell = side / WINDOW;
  const at = placeOf(params, s);
  const triangle = s.reading.attention[layer];
  const titles = s.layers === 1 ? ['The only head'] : HEAD_TITLES[layer];
  const out = params.knock === (layer ? 'second' : 'first') && s.without !== undefined;
  return group(
    [
      ...squareHeading(titles, meaning(out, params.by), place, pen),
      shades(
        {
          x,
          y,
          cell,
          rows: WINDOW,
          columns: WINDOW,
          least: 0.025,
          paint: layer ? 'f2-ink' : 'f1-ink',
          value: (i, j) => (i < time && j <= i ? triangle[(i * (i + 1)) / 2 + j] / 255 : undefined),
        },
        pen,
        'cells',
      ),
      highlighted === lights[layer] &&
        rect(
          x,
          y,
          side,
          side,
          { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.hand, 'pointer-events': 'none' },
          'lit',
        ),
      time > 0 &&
        rect(
          x,
          y + at * cell,
          side,
          cell,
          { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.line },
          'row',
        ),
      time > 0 &&
        label(
          x + side * 0.98,
          y + side * 0.1,
          `“${sign(s.reading.tokens[at])}” looks`,
          { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('signal-ink') },
          'who',
        ),
    ],
    { 'data-lit': lights[layer] },
    `pattern-${layer}`,
  );
}

/** The tables of tokens by the param that chooses them: names, titles and what rows and columns are, longest first. */
export const TABLES = {
  composition: {
    name: 'Composition',
    titles: ['What the query meets in the moved key', 'Query meets moved key'],
    means: ['row: token that looks · column: the token before the key', 'row looks; column: before the key'],
  },
  direct: {
    name: 'Direct',
    titles: ['The same without the first head', 'Without the first head'],
    means: ['row: token that looks · column: the key’s own token', 'row looks; column: the key'],
  },
  copying: {
    name: 'Copying',
    titles: ['What the second head writes', 'What it writes'],
    means: ['row: token looked at · column: token made likelier', 'row: looked at; column: likelier'],
  },
} as const;

/** The chosen table of tokens, [token][token]; of a network of one layer a frame that says there is none. */
export function tableSquare(
  { table }: InductionParams,
  s: InductionSnapshot,
  place: SquarePlace,
  pen: DrawStyle,
): Mark {
  const { x, y, side } = place;
  const cell = side / VOCAB;
  const { titles, means } = TABLES[table];
  const values = s.table?.values;
  if (!s.table || !values) {
    return group(
      [
        ...squareHeading(
          ['A network of one layer has no such table', 'One layer: no table'],
          ['the first head’s move needs a second head'],
          place,
          pen,
        ),
        rect(x, y, side, side, { fill: 'none', stroke: ink('rule') }, 'none'),
      ],
      {},
      'square-table',
    );
  }
  const rows = Math.round(s.table.hits * VOCAB);
  return group(
    [
      ...squareHeading(titles, means, place, pen),
      shades(
        { x, y, cell, rows: VOCAB, columns: VOCAB, value: (i, j) => values[i * VOCAB + j] / 127 },
        pen,
        'cells',
      ),
      ...[0, 31].flatMap((t) => [
        label(
          x + (t + 0.5) * cell,
          y + side + pen.small * 1.15,
          sign(t),
          { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
          `c-${t}`,
        ),
      ]),
      label(
        x + side * 0.55,
        y + side + pen.small * 1.15,
        `${rows} of ${VOCAB} peak on the diagonal`,
        { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink') },
        'hits',
      ),
    ],
    {},
    'square-table',
  );
}
