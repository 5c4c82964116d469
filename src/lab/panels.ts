// What the lab shows of a matrix, panel by panel: a picture, what to see in it, and its numbers. Pure functions of the look.

import { pageStyle } from '../scene/draw-style.ts';
import type { Picture } from '../scene/mark.ts';
import type { Likeness } from '../models/likeness.ts';
import { grouped } from '../scene/format.ts';
import { heading, histogram, ranked, type Box } from './charts.ts';
import { gramPicture } from './gram.ts';
import type { Look } from './look.ts';
import { spacePicture, type Seen } from './space.ts';
import { count, four, FRACTIONS, sum } from './words.ts';

export interface Shown {
  readonly look: Look;
  readonly likeness?: Likeness;
  readonly seen: Seen;
  readonly cell?: number;
}
export interface Panel {
  readonly id: string;
  readonly title: string;
  /** false: this matrix has no such picture */
  readonly fits?: (shown: Shown) => boolean;
  picture(shown: Shown, width: number): Picture;
  says(shown: Shown): string;
  /** head and rows, for a spreadsheet */
  rows(shown: Shown): readonly (readonly (string | number)[])[];
}

const pen = pageStyle('plate');
const chart = (width: number): Box => ({ width, height: Math.round(Math.min(300, width * 0.62)) });
const drawn = (box: Box, label: string, marks: Picture['marks']): Picture => ({ ...box, label, marks });
const descending = (values: ArrayLike<number>): number[] =>
  Array.from(values, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
const label = ({ names, at }: Look, f: number): string | number => names?.[f] ?? at[f];
const BINS = 50;

const space: Panel = {
  id: 'view',
  title: 'The directions',
  picture: ({ look, seen }, width) => spacePicture(look, width, pen, seen),
  says: ({ look: { m, view } }) =>
    view.raw
      ? `All ${count(m, 'dimension')}, as the file has ${m === 1 ? 'it' : 'them'}.`
      : `The plane with the most squared length in it, ${Math.round(100 * (view.shares[0] + view.shares[1]))} % of all; the third axis stands behind it. In ${m} dimensions two directions that look alike here need not be.`,
  rows: ({ look }) => [
    ['feature', 'x', 'y', 'z'],
    ...Array.from({ length: look.n }, (_, f) => [
      label(look, f),
      look.view.points[3 * f],
      look.view.points[3 * f + 1],
      look.view.points[3 * f + 2],
    ]),
  ],
};

const gram: Panel = {
  id: 'gram',
  title: 'Who hears whom',
  picture: ({ look, cell }, width) => gramPicture(look, width, pen, cell),
  says: ({ look }) =>
    `The Gram matrix${look.kept.count && look.kept.count < look.n ? ` of the ${grouped(look.kept.count)} features longer than half the usual length` : ''}, in clustered order; ${look.gram.side <= 6 ? 'fringes that rise add, fringes that fall cancel' : 'brown adds, striped blue cancels, darker is more, of a usual feature’s square'}.${look.gram.order.length > look.gram.side ? ' Each cell shows the strongest pair of its block.' : ''}`,
  rows: ({
    look: {
      gram: { f, g, value, cosine },
      ...look
    },
  }) => [
    ['feature', 'other feature', 'product', 'cosine'],
    ...Array.from(f, (_, i) => [label(look as Look, f[i]), label(look as Look, g[i]), value[i], cosine[i]]),
  ],
};

const shares: Panel = {
  id: 'shares',
  title: 'Share of a dimension',
  picture({ look }, width) {
    const counts = new Float64Array(BINS);
    for (const d of look.shares) counts[Math.min(BINS - 1, Math.floor(d * BINS))] += 1;
    return drawn(
      chart(width),
      `How many features have which share of a dimension. All shares add up to ${four(sum(look.shares))}.`,
      histogram(counts, [0, 1], chart(width), pen, {
        ticks: [0, 0.25, 0.5, 0.75, 1],
        references: FRACTIONS.map(([at, sign]) => ({ at, sign })),
        paint: 'ink-3',
      }),
    );
  },
  says: ({ look }) =>
    `Features by their share, |W|² over |W|² plus interference. Fractions mark arrangements: ${FRACTIONS.map(([, sign, name]) => `${sign} ${name}`).join(', ')}. Sum: ${four(sum(look.shares))} of ${look.m}.`,
  rows: ({ look }) => [
    ['feature', 'share of a dimension'],
    ...Array.from(look.shares, (d, f) => [label(look, f), d]),
  ],
};

const norms: Panel = {
  id: 'norms',
  title: 'Length',
  picture: ({ look }, width) =>
    drawn(
      chart(width),
      `Lengths of ${look.n} features, longest first.`,
      ranked(
        [{ values: descending(look.norms).map((f) => look.norms[f]), paint: 'ink-3' }],
        chart(width),
        pen,
        'features',
      ),
    ),
  says: ({ look }) =>
    `Longest first: ${four(Math.max(...look.norms))} down to ${four(Math.min(...look.norms))}. What a model has dropped stands at the end, near zero.`,
  rows: ({ look }) => [['feature', 'length'], ...Array.from(look.norms, (v, f) => [label(look, f), v])],
};

const interference: Panel = {
  id: 'interference',
  title: 'Interference',
  fits: ({ look }) => look.kept.count > 1,
  picture({ look }, width) {
    const counts = new Set(look.gram.order);
    const order = descending(look.interference).filter((f) => counts.has(f));
    return drawn(
      chart(width),
      `Interference on each of ${order.length} features, most first, and by chance.`,
      [
        heading(['dashed: random directions of the same lengths'], width, pen),
        ...ranked(
          [
            { values: order.map((f) => look.interference[f]), paint: 'ink-3' },
            { values: order.map((f) => look.chance.interference[f]), paint: 'ink', dashed: true },
          ],
          chart(width),
          pen,
          'features',
        ),
      ],
    );
  },
  says: ({ look }) =>
    `${look.kept.count < look.n ? 'Features longer than half the usual length. ' : ''}What a feature hears of all the others: the sum of the squares of their parts along its direction. In a trained toy they stand below the dashed line.`,
  rows: ({ look }) => [
    ['feature', 'interference', 'by chance', 'nearest feature', 'its cosine'],
    ...Array.from(look.interference, (v, f) => [
      label(look, f),
      v,
      look.chance.interference[f],
      look.nearest[f] < 0 ? '' : label(look, look.nearest[f]),
      look.cosines[f],
    ]),
  ],
};

const pairs: Panel = {
  id: 'pairs',
  title: 'Against chance',
  fits: ({ look }) => look.kept.count > 1,
  picture: ({ look }, width) =>
    drawn(chart(width), `Cosines of all pairs of ${look.n} features against those of random directions.`, [
      heading(['dashed: random directions in as many dimensions'], width, pen),
      ...histogram(look.pairs, [-1, 1], chart(width), pen, {
        ticks: [-1, -0.5, 0, 0.5, 1],
        expected: look.m > 1 ? look.chance.pairs : undefined,
        paint: 'ink-3',
      }),
    ]),
  says: ({ look }) =>
    `Cosines of all ${grouped(sum(look.pairs))} pairs${look.kept.count < look.n ? ` of the ${grouped(look.kept.count)} features longer than half the usual length` : ''}. The dashed line is exact: |cos|² of two random directions of ${look.m} dimensions follows a beta law.`,
  rows: ({ look }) => [
    ['cosine from', 'to', 'pairs', 'by chance'],
    ...Array.from(look.pairs, (c, i) => [
      (2 * i) / look.pairs.length - 1,
      (2 * (i + 1)) / look.pairs.length - 1,
      c,
      look.chance.pairs[i],
    ]),
  ],
};

const partners: Panel = {
  id: 'partners',
  title: 'Partners in the other',
  fits: ({ likeness }) => !!likeness?.matching?.count,
  picture({ likeness }, width) {
    const { cosine, chance, count: pairs } = likeness!.matching!;
    const values = [...cosine].filter((c) => !Number.isNaN(c)).sort((a, b) => b - a);
    return drawn(
      chart(width),
      `Cosines of ${pairs} partners, best first; the mean by chance is ${chance.toFixed(3)}.`,
      [
        heading(
          ['dashed: mean of random directions matched the same way', 'dashed: the mean of random directions'],
          width,
          pen,
        ),
        ...ranked(
          [
            { values, paint: 'ink-3' },
            { values: [chance], paint: 'ink', dashed: true },
          ],
          chart(width),
          pen,
          'partners',
        ),
      ],
    );
  },
  says: ({ likeness }) =>
    likeness!.matching!.kind === 'exact'
      ? 'Each row of the first with its one partner of the second, so that the sum of cosines is largest.'
      : 'Above 1,024 rows no exact matching is made: these are pairs that are each other’s nearest.',
  rows: ({ look, likeness }) => [
    ['row of the first', 'row of the second', 'cosine'],
    ...Array.from(likeness!.matching!.partner, (g, f) => [
      label(look, f),
      g < 0 ? '' : g,
      g < 0 ? '' : likeness!.matching!.cosine[f],
    ]),
  ],
};

export const panels: readonly Panel[] = [space, gram, shares, norms, interference, pairs, partners];
