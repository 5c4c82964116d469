// Panels of a comparison.

import { heading, ranked } from './charts.ts';
import { nameOf } from './names.ts';
import { chartBox, drawn, pen, type Panel } from './panel.ts';

export const comparisonPanels: readonly Panel[] = [
  {
    id: 'partners',
    title: 'Partners in the other',
    fits: ({ comparison }) => !!comparison?.likeness.matching?.count,
    picture({ comparison, look, selected }, width) {
      const matching = comparison?.likeness.matching;
      const values = Array.from(matching?.cosine ?? []).filter((c) => !Number.isNaN(c));
      const chance = matching?.chance ?? 0;
      const row = selected === undefined ? -1 : rowOf(look.at, selected, matching?.cosine.length ?? 0);
      const own = matching?.cosine[row];
      values.sort((a, b) => b - a);
      return drawn(
        chartBox(width),
        `Cosines of ${values.length} partners, best first; the mean by chance is ${chance.toFixed(3)}.`,
        [
          heading(
            [
              'dashed: mean of random directions matched the same way',
              'dashed: the mean of random directions',
            ],
            width,
            pen,
          ),
          ...ranked(
            { values, paint: 'ink-3' },
            [{ values: [chance], paint: 'ink', dashed: true }],
            chartBox(width),
            pen,
            'partners',
            own === undefined || Number.isNaN(own) ? undefined : values.filter((v) => v > own).length,
          ),
        ],
      );
    },
    says: ({ comparison }) =>
      comparison?.likeness.matching?.kind === 'exact'
        ? 'Each row of the first with its one partner of the second, so that the sum of cosines is largest.'
        : 'Above 1,024 rows no exact matching is made: these are pairs that are each other’s nearest.',
    rows({ look, comparison }) {
      const matching = comparison?.likeness.matching;
      const shown = matching?.partner.length === look.n;
      return [
        ['row of the first', 'row of the second', 'cosine'],
        ...Array.from(matching?.partner ?? [], (g, f) => [
          shown ? nameOf(look, f) : f,
          g < 0 ? '' : (comparison?.at?.[g] ?? g),
          g < 0 ? '' : (matching?.cosine[f] ?? ''),
        ]),
      ];
    },
  },
];

/** The place of a shown feature among the compared rows: all of the file, or only those shown. */
function rowOf(at: readonly number[], place: number, compared: number): number {
  return compared === at.length ? place : (at[place] ?? -1);
}
