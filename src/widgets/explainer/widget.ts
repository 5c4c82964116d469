// `explainer`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type Eight } from './baked.ts';
import { spec, type ExplainerParams } from './params.ts';
import { scene } from './scene.ts';
import type { ExplainerSnapshot, Scored } from './snapshot.ts';
import { text } from './text.ts';

const csvRow = (by: string, { says, words, search, held }: Scored): (string | number)[] => [
  by,
  says,
  words,
  search,
  held ?? '',
];

export const view: FigureView<ExplainerParams, ExplainerSnapshot, Eight> = {
  name: 'explainer',
  caption: [
    'Pick words for this unit, or type them, and hand your explanation in.',
    'A score is the correlation of the unit with a pretender that is 1 where the explanation holds and 0 elsewhere. The machine searches on 4,000 scenes; bars are scores on 4,000 others. Below, all units of eight networks, explained by one word each; a few features are junk, and stay in. “And” binds before “or”.',
  ],
  about:
    'Scenes of 24 named things, each there 5% of the time, squeezed through 16 neurons (a ReLU network trained here, 3,000 steps) and taken apart by a sparse autoencoder of 32 latents trained on them; latents that hardly fire are left out. The search is a beam of four over words joined by “or” and “and”, three at most: 384 predicates a unit. No language model.',
  source: 'src/models/explain.ts',
  spec,
  engine: 1,
  verb: 'Search',
  noun: 'predicate',
  typed: { key: 'say', label: 'Your explanation', hint: 'cross or top' },
  settings: [
    { key: 'kind', label: 'Kind' },
    { key: 'unit', label: 'Unit' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['by', 'explanation', 'words', 'score on the scenes searched', 'score on new scenes'],
    ...s.machine.map((f, i) => csvRow(i === s.choice ? 'machine, its choice' : 'machine', f)),
    ...(s.mine ? [csvRow('reader', s.mine)] : []),
    ['kind', 'unit', 'score of one word on new scenes'],
    ...(['neuron', 'feature'] as const).flatMap((kind) =>
      s.all[kind].map((score, i) => [kind, i + 1, score]),
    ),
  ],
  baked: { file, decode, key },
  pace: (_, end) => end / 5,
};

export const figure: FigureDefinition<ExplainerParams, ExplainerSnapshot, Eight> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
