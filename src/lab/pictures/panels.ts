// What the lab shows of a matrix, panel by panel: a picture, what to see in it, and its numbers. Pure functions of what is shown.

import { FRACTIONS } from '../../models/arrangement-null.ts';
import { SHARE_BINS } from '../../models/look.ts';
import { grouped } from '../../scene/format.ts';
import { count, four, sum } from '../sentences.ts';
import { heading, histogram, ranked } from './charts.ts';
import { comparisonPanels } from './comparison-panels.ts';
import { dictionaryPanels } from './dictionary-panels.ts';
import { gramPicture } from './gram.ts';
import { nameOf } from './names.ts';
import { chartBox, descending, drawn, pen, type Panel, type Shown } from './panel.ts';
import { spacePicture } from './space.ts';

const space: Panel = {
  id: 'view',
  title: 'The directions',
  picture: ({ look, seen, selected, colouring }, width) =>
    spacePicture(look, width, pen, seen, selected, colouring),
  says({ look: { m, view }, colouring }) {
    const [first = 0, second = 0] = view.shares;
    const legend = colouring ? ` Colours: ${colouring.legend.join(', ')}.` : '';
    if (view.raw) return `All ${count(m, 'dimension')}, as the file has ${m === 1 ? 'it' : 'them'}.${legend}`;
    return `The plane with the most squared length${view.centred ? ' around the mean' : ''} in it, ${Math.round(100 * (first + second))} % of all; the third axis stands behind it. In ${m} dimensions two directions that look alike here need not be.${legend}`;
  },
  rows: ({ look }) => [
    ['feature', 'x', 'y', 'z'],
    ...Array.from({ length: look.n }, (_, f) => [
      nameOf(look, f),
      look.view.points[3 * f] ?? 0,
      look.view.points[3 * f + 1] ?? 0,
      look.view.points[3 * f + 2] ?? 0,
    ]),
  ],
};

const gram: Panel = {
  id: 'gram',
  title: 'Who hears whom',
  picture: ({ look, cell, selected }, width) => gramPicture(look, width, pen, cell, selected),
  says({ look: { kept, n, gram: field } }) {
    const some =
      kept.count && kept.count < n
        ? ` of the ${grouped(kept.count)} features longer than half the usual length`
        : '';
    const key =
      field.side <= 6
        ? 'fringes that rise add, fringes that fall cancel'
        : 'brown adds, striped blue cancels, darker is more, of a usual feature’s square';
    const blocks = field.order.length > field.side ? ' Each cell shows the strongest pair of its block.' : '';
    return `The Gram matrix${some}, in clustered order; ${key}.${blocks}`;
  },
  rows: ({ look }) => [
    ['feature', 'other feature', 'product', 'cosine'],
    ...Array.from(look.gram.f, (f, i) => [
      nameOf(look, f),
      nameOf(look, look.gram.g[i] ?? 0),
      look.gram.value[i] ?? 0,
      look.gram.cosine[i] ?? 0,
    ]),
  ],
};

const shares: Panel = {
  id: 'shares',
  title: 'Share of a dimension',
  picture({ look, selected }, width) {
    const counts = new Array<number>(SHARE_BINS).fill(0);
    for (const d of look.shares) {
      const bin = Math.min(SHARE_BINS - 1, Math.floor(d * SHARE_BINS));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return drawn(
      chartBox(width),
      `How many features have which share of a dimension, and by chance. All shares add up to ${four(sum(look.shares))}.`,
      histogram(counts, [0, 1], chartBox(width), pen, {
        ticks: [0, 0.25, 0.5, 0.75, 1],
        references: FRACTIONS.map(([at, sign]) => ({ at, sign })),
        expected: look.kept.count > 1 ? look.chance.shares.bins : undefined,
        paint: 'ink-3',
        selected: selected === undefined ? undefined : look.shares[selected],
      }),
    );
  },
  says: ({ look }) =>
    `Features by their share, |W|² over |W|² plus interference; dashed: random directions of the same lengths. Fractions mark arrangements: ${FRACTIONS.map(([, sign, name]) => `${sign} ${name}`).join(', ')}. Sum: ${four(sum(look.shares))} of ${look.m}.`,
  rows: ({ look }) => [
    ['feature', 'share of a dimension'],
    ...Array.from(look.shares, (d, f) => [nameOf(look, f), d]),
  ],
};

/** Lengths of all features of the file that are there. */
const lengthsOf = ({ look }: Shown): number[] =>
  Array.from(look.allNorms ?? look.norms).filter((v) => !Number.isNaN(v));

const norms: Panel = {
  id: 'norms',
  title: 'Length',
  picture(shown, width) {
    const { look, selected } = shown;
    const values = lengthsOf(shown).sort((a, b) => b - a);
    const own = selected === undefined ? undefined : look.norms[selected];
    return drawn(
      chartBox(width),
      `Lengths of ${grouped(values.length)} features, longest first.`,
      ranked(
        { values, paint: 'ink-3' },
        [],
        chartBox(width),
        pen,
        'features',
        own === undefined ? undefined : values.filter((v) => v > own).length,
      ),
    );
  },
  says(shown) {
    const values = lengthsOf(shown);
    const longest = values.reduce((a, b) => Math.max(a, b), 0);
    const shortest = values.reduce((a, b) => Math.min(a, b), Infinity);
    const all = shown.look.allNorms ? ` of all ${grouped(values.length)} features` : '';
    return `Longest first${all}: ${four(longest)} down to ${four(shortest)}. What a model has dropped stands at the end, near zero.`;
  },
  rows: ({ look }) =>
    look.allNorms
      ? [['row', 'length'], ...Array.from(look.allNorms, (v, row) => [row, v])]
      : [['feature', 'length'], ...Array.from(look.norms, (v, f) => [nameOf(look, f), v])],
};

const interference: Panel = {
  id: 'interference',
  title: 'Interference',
  fits: ({ look }) => look.kept.count > 1,
  picture({ look, selected }, width) {
    const counts = new Set(look.gram.order);
    const order = descending(look.interference).filter((f) => counts.has(f));
    const rank = selected === undefined ? -1 : order.indexOf(selected);
    return drawn(
      chartBox(width),
      `Interference on each of ${order.length} features, most first, and by chance.`,
      [
        heading(['dashed: random directions of the same lengths'], width, pen),
        ...ranked(
          { values: order.map((f) => look.interference[f] ?? 0), paint: 'ink-3' },
          [{ values: order.map((f) => look.chance.interference[f] ?? 0), paint: 'ink', dashed: true }],
          chartBox(width),
          pen,
          'features',
          rank < 0 ? undefined : rank,
        ),
      ],
    );
  },
  says: ({ look }) =>
    `${look.kept.count < look.n ? 'Features longer than half the usual length. ' : ''}What a feature hears of all the others: the sum of the squares of their parts along its direction. In a trained toy they stand below the dashed line.`,
  rows: ({ look }) => [
    ['feature', 'interference', 'by chance', 'nearest feature', 'its cosine'],
    ...Array.from(look.interference, (v, f) => {
      const near = look.nearest[f] ?? -1;
      return [
        nameOf(look, f),
        v,
        look.chance.interference[f] ?? 0,
        near < 0 ? '' : nameOf(look, near),
        look.cosines[f] ?? 0,
      ];
    }),
  ],
};

const pairs: Panel = {
  id: 'pairs',
  title: 'Against chance',
  fits: ({ look }) => look.kept.count > 1,
  picture: ({ look, selected }, width) =>
    drawn(chartBox(width), `Cosines of all pairs of ${look.n} features against those of random directions.`, [
      heading(['dashed: random directions in as many dimensions'], width, pen),
      ...histogram(look.pairs, [-1, 1], chartBox(width), pen, {
        ticks: [-1, -0.5, 0, 0.5, 1],
        expected: look.m > 1 ? look.chance.pairs : undefined,
        paint: 'ink-3',
        selected: selected === undefined ? undefined : look.cosines[selected],
      }),
    ]),
  says({ look, selected }) {
    const some =
      look.kept.count < look.n
        ? ` of the ${grouped(look.kept.count)} features longer than half the usual length`
        : '';
    const own = selected === undefined ? '' : ' The needle: the selected feature and its nearest.';
    return `Cosines of all ${grouped(sum(look.pairs))} pairs${some}. The dashed line is exact: |cos|² of two random directions of ${look.m} dimensions follows a beta law.${own}`;
  },
  rows: ({ look }) => [
    ['cosine from', 'to', 'pairs', 'by chance'],
    ...Array.from(look.pairs, (c, i) => [
      (2 * i) / look.pairs.length - 1,
      (2 * (i + 1)) / look.pairs.length - 1,
      c,
      look.chance.pairs[i] ?? 0,
    ]),
  ],
};

export const panels: readonly Panel[] = [
  space,
  gram,
  shares,
  norms,
  interference,
  pairs,
  ...dictionaryPanels,
  ...comparisonPanels,
];

/** The panels that fit what is shown. */
export const panelsOf = (shown: Shown): Panel[] => panels.filter((panel) => panel.fits?.(shown) ?? true);
