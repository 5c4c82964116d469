// `scaling-cost`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { ASSUMPTIONS, WAYS } from '../../models/prices.ts';
import { GIVEN } from './assumptions.ts';
import type { CostSnapshot } from './snapshot.ts';
import { spec, type CostParams } from './params.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<CostParams, CostSnapshot> = {
  name: 'scaling-cost',
  caption: [
    'Move an assumption you do not believe.',
    'Lines are the middle of all assumptions, bands their cheapest and dearest ends all at once, which is wider than the truth need be. Machines read cheaply, but what they write has to be trusted or checked, and that is not on the bill. A link keeps your numbers.',
  ],
  about:
    'Arithmetic, no model: units are parameters times units per parameter; by hand they cost minutes at a wage, by machine evaluations times tokens at a price, by structure the same as by hand over the size of a family. The evaluations per unit are those of the search in the explainer figure. Black spans on the lines run from low to high; where a source gave a number it is named, the rest are ours.',
  source: 'src/models/prices.ts',
  spec,
  engine: 2,
  verb: 'Price the sizes',
  noun: 'size',
  settings: [
    { key: 'parameters', label: 'Parameters' },
    ...ASSUMPTIONS.flatMap((key) =>
      [
        [`${key}Low`, 'low'],
        [key, 'middle'],
        [`${key}High`, 'high'],
      ].map(([k, which]) => ({ key: k, label: `${GIVEN[key].brief}, ${which}` })),
    ),
  ],
  scene,
  text,
  csv: (_, s) => [
    ['parameters', ...WAYS.flatMap((way) => [`${way}, low`, `${way}, middle`, `${way}, high`])],
    ...s.sizes.map((size, k) => [size, ...WAYS.flatMap((way) => s.curves[way][k])]),
  ],
  pace: (_, end) => end / 3,
};

export const figure: FigureDefinition<CostParams, CostSnapshot, unknown> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
