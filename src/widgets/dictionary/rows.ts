// One row per feature: its own direction, the nearest latent's, their cosine beside chance; and every latent beside every feature.

import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { fixed2 } from '../../scene/format.ts';
import { cosines } from './derive.ts';
import type { DictionarySnapshot } from './snapshot.ts';

/** Where rows lie: `row` px each, from `y` on. */
export interface Rows {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
}

const FAMILY = 4;
const BAR = 0.9;
const gapOf = ({ world }: DictionarySnapshot, row: number): number => (world === 'clusters' ? row * 0.35 : 0);
/** px before each row: families stand apart */
const gapsOf = (s: DictionarySnapshot, row: number): number[] =>
  s.truth.map((_, f) => (f > 0 && f % FAMILY === 0 ? gapOf(s, row) : 0));
/** px of all rows, `row` px each. */
export const rowsHeight = (s: DictionarySnapshot, row: number): number =>
  s.n * row + Math.floor((s.n - 1) / FAMILY) * gapOf(s, row);
const middle = (s: DictionarySnapshot, f: number, { y, row }: Rows): number =>
  y + (f + 0.5) * row + Math.floor(f / FAMILY) * gapOf(s, row);

const head = (
  texts: readonly string[],
  x: number,
  y: number,
  room: number,
  pen: DrawStyle,
  key: string,
): Mark | undefined => {
  const text =
    fitting(texts, pen.label, room) ?? (measure(texts.at(-1)!, pen.small) <= room ? texts.at(-1) : undefined);
  return text === undefined
    ? undefined
    : label(x, y, text, { 'font-size': pen.label, 'font-weight': 600, fill: ink('ink') }, key);
};

/** True direction, nearest latent, cosine. Gives the px that it took. */
export function pairs(
  s: DictionarySnapshot,
  rows: Rows,
  cell: number,
  bar: number,
  pen: DrawStyle,
  lit?: string,
): { marks: Mark[]; width: number } {
  const { x, y, row } = rows;
  const gap = 16 * pen.scale;
  const text = pen.small;
  const left = x + measure('20', text) + 8 * pen.scale;
  const wide = s.m * cell;
  const second = left + wide + gap;
  const third = second + wide + gap;
  const gaps = gapsOf(s, row);
  const over = y - 8 * pen.scale;
  const every = [1, 2, 5].find((k) => k * row >= text * 1.02) ?? 10;
  const end = y + rowsHeight(s, row);
  const directions = { cell, row, y, gaps, paint: 'pos', negative: 'neg' } as const;
  const each = s.best.map((best, f) => {
    const cy = middle(s, f, rows);
    const thick = Math.min(row * 0.56, 12 * pen.scale);
    const shown = (f + 1) % every === 0 || (f === 0 && every > 2);
    return group(
      [
        rect(
          x,
          cy - row / 2,
          third + bar - x,
          row,
          { fill: lit === `f${f + 1}` ? ink('wash') : 'none', 'pointer-events': 'all' },
          'hit',
        ),
        shown &&
          label(
            left - 8 * pen.scale,
            cy + text * 0.36,
            String(f + 1),
            { 'font-size': text, 'text-anchor': 'end', fill: ink('ink-2') },
            'name',
          ),
        rect(third, cy - thick / 2, bar, thick, { fill: ink('wash') }, 'track'),
        rect(third, cy - thick / 2, Math.max(0, best) * bar, thick, { fill: ink('ink-3') }, 'bar'),
        best > s.chance &&
          rect(
            third + s.chance * bar,
            cy - thick / 2,
            (best - s.chance) * bar,
            thick,
            { fill: ink('ink') },
            'beyond',
          ),
      ],
      { 'data-lit': `f${f + 1}` },
      `row-${f}`,
    );
  });
  const at = third + s.chance * bar;
  const words = fitting([`random: ${fixed2(s.chance)}`, fixed2(s.chance)], text, bar) ?? '';
  return {
    width: third + bar - x,
    marks: [
      ...each,
      ...hinton(s.truth, { ...directions, x: left }, 'truth'),
      ...hinton(
        s.nearest.map((j) => (j < 0 ? [] : s.found[j])),
        { ...directions, x: second },
        'found',
      ),
      line(
        at,
        y - 4 * pen.scale,
        at,
        end + 4 * pen.scale,
        { stroke: ink(pen.ground), 'stroke-width': pen.weights.fine * 3 },
        'chance-gap',
      ),
      line(
        at,
        y - 4 * pen.scale,
        at,
        end + 4 * pen.scale,
        { stroke: ink('ink'), 'stroke-width': pen.weights.fine },
        'chance',
      ),
      label(
        Math.min(at, third + bar - measure(words, text) / 2),
        end + 6 * pen.scale + text,
        words,
        { 'font-size': text, 'text-anchor': 'middle', fill: ink('ink-2') },
        'chance-name',
      ),
      ...[
        head(['True direction', 'Truth', 'True'], left, over, wide + gap - 10, pen, 'h1'),
        head(['Nearest latent', 'Latent', 'Found'], second, over, wide + gap - 10, pen, 'h2'),
        head(['Their cosine', 'Cosine'], third, over, bar, pen, 'h3'),
      ].filter((m) => m !== undefined),
    ],
  };
}

/** Every latent (columns) beside every feature (rows). */
export function table(s: DictionarySnapshot, rows: Rows, cell: number, pen: DrawStyle, lit?: string): Mark[] {
  const { x, y, row } = rows;
  const width = s.D * cell;
  const height = rowsHeight(s, row);
  const living = s.D - s.dead;
  const f = lit ? Number(/^f(\d+)$/.exec(lit)?.[1] ?? 0) - 1 : -1;
  const title = head(
    [
      'Every latent (columns) beside every feature (rows)',
      'Every latent beside every feature',
      'All latents',
      'All',
    ],
    x,
    y - 8 * pen.scale,
    Math.max(width, rows.width),
    pen,
    'h4',
  );
  return [
    ...(f >= 0 && f < s.n
      ? [rect(x, middle(s, f, rows) - row / 2, width, row, { fill: ink('wash') }, 'lit')]
      : []),
    rect(
      x,
      y,
      width,
      height,
      { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
      'frame',
    ),
    ...(s.dead ? [rect(x + living * cell, y, s.dead * cell, height, { fill: ink('wash') }, 'dead')] : []),
    ...hinton(
      cosines(s),
      { x, y, cell, row, gaps: gapsOf(s, row), paint: 'pos', negative: 'neg', bar: BAR, strong: 'ink' },
      'cos',
    ),
    ...brackets(s, x, y + height + 5 * pen.scale, cell, Math.max(rows.width, width), pen),
    ...(title ? [title] : []),
  ];
}

/** Under the columns: matched, spare, dead. */
function brackets(
  s: DictionarySnapshot,
  x: number,
  y: number,
  cell: number,
  room: number,
  pen: DrawStyle,
): Mark[] {
  const living = s.D - s.dead;
  const matched = Math.min(s.n, living);
  const spare = living - matched;
  const parts: [number, number, string[]][] = [
    [
      0,
      matched,
      matched < s.n
        ? [`${matched} latents for ${s.n} features`, `${matched} latents`, String(matched)]
        : ['one for each feature', 'one for each', String(matched)],
    ],
    [matched, spare, [`${spare} spare, each by its nearest feature`, `${spare} spare`, String(spare)]],
    [living, s.dead, [`${s.dead} dead`, String(s.dead)]],
  ];
  let taken = -Infinity;
  return parts
    .filter(([, k]) => k > 0)
    .flatMap(([from, k, words], i, all) => {
      const x0 = x + from * cell + 1;
      const x1 = x + (from + k) * cell - 1;
      const space = x1 - x0;
      const last = i === all.length - 1;
      const gap = 8 * pen.scale;
      const text = fitting(
        words,
        pen.small,
        last ? Math.max(space, Math.min(x + room - x0, x1 - taken - gap)) : space,
      );
      const wide = text ? measure(text, pen.small) : 0;
      const at = last ? Math.max(taken + gap, Math.min(x0, Math.max(x1, x + room) - wide)) : x0;
      taken = at + wide;
      return [
        line(x0, y, x1, y, { stroke: ink('ink-2'), 'stroke-width': pen.weights.line }, `bracket-${i}`),
        ...(text
          ? [
              label(
                at,
                y + 4 * pen.scale + pen.small,
                text,
                { 'font-size': pen.small, fill: ink('ink-2') },
                `part-${i}`,
              ),
            ]
          : []),
      ];
    });
}
