// `phase-diagram`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { directions } from './derive.ts';
import { absences, CELLS, columnOf, lasts, rowOf } from './grid.ts';
import { spec, type PhaseParams } from './params.ts';
import { scene } from './scene.ts';
import type { PhaseSnapshot } from './snapshot.ts';
import { text } from './text.ts';

const FATES: Readonly<Record<string, string>> = {
  0: 'left out',
  1: 'alone',
  2: 'shares',
  '.': 'not trained',
};

export const view: FigureView<PhaseParams, PhaseSnapshot> = {
  name: 'phase-diagram',
  caption: [
    'Move the ring',
    'and look at the model under it. Every cell was trained on its own: a stain means that a feature owns its direction, fringes that two share one and point apart. The lines are closed forms, worked out on paper; a cross marks a model that ended elsewhere. Then train every cell from one random start, and see why it takes more.',
  ],
  about:
    'Two maps of 400 toy models each, x̂ = ReLU(WᵀWx + b): 2 features on 1 neuron (4 numbers) and 3 on 2 (9 numbers), 300 steps of Adam on the expected loss; every feature is absent with the same probability, else uniform between 0 and 1. Weights of at least half a unit count as kept. Three features have no full closed form here: theirs is put together from symmetric pairs.',
  source: 'src/models/sweep.ts',
  kernels: {
    ran: ['src/models/batch-train.ts'],
    reference: 'src/models/superposition.ts',
    wasm: 'src/math/kernels/as/sweep.ts',
    plain: 'src/math/kernels/plain-toy.ts',
    tolerance: '0.002 of every weight after a whole run',
    test: 'tests/models/fast.test.ts',
  },
  spec,
  engine: 2,
  settings: [
    { key: 'starts', label: 'Starts' },
    { key: 'seed', label: 'Seed of the random starts' },
    { key: 'absent', label: 'Ring: absent' },
    { key: 'last', label: 'Ring: importance of the last' },
    { key: 'theory', label: 'Closed form' },
  ],
  scene,
  text,
  csv: (_, snapshot) => [
    [
      'absent',
      'importance',
      'two features',
      'predicted',
      'w1',
      'w2',
      'three features',
      'predicted',
      'w1x',
      'w1y',
      'w2x',
      'w2y',
      'w3x',
      'w3y',
    ],
    ...Array.from({ length: CELLS }, (_, cell) => [
      absences[columnOf(cell)],
      lasts[rowOf(cell)],
      FATES[snapshot.two[cell]],
      FATES[snapshot.theory.full.two[cell]],
      ...(directions(snapshot, 'two', cell)?.map(([x]) => x) ?? ['', '']),
      FATES[snapshot.three[cell]],
      FATES[snapshot.theory.symmetric.three[cell]],
      ...(directions(snapshot, 'three', cell)?.flat() ?? Array<string>(6).fill('')),
    ]),
  ],
  noun: 'cell',
  pace: (_, end) => end / 3,
};

export const figure: FigureDefinition<PhaseParams, PhaseSnapshot, unknown> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
