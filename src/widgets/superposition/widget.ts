// `superposition`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file } from './baked.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import { spec, type SuperpositionParams } from './params.ts';
import { drag } from './drag.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<SuperpositionParams, SuperpositionSnapshot, Strip> = {
  name: 'superposition',
  caption: [
    'Pull any ring',
    'and the loss climbs; let go and training repairs it. Rising fringes (/) mark pairs that add to each other by mistake, falling fringes (\\) pairs that cancel, which the ReLU forgives.',
  ],
  about:
    'A one-layer autoencoder, x̂ = ReLU(WᵀWx + b), with 2 neurons and 5 features unless you set it otherwise (15 numbers); its data are made as it trains: each feature is absent most of the time, else uniform between 0 and 1.',
  source: 'src/models/superposition.ts',
  kernels: {
    ran: ['src/models/superposition.fast.ts'],
    reference: 'src/models/superposition.ts',
    wasm: 'src/math/kernels/as/toy.ts',
    plain: 'src/math/kernels/plain-toy.ts',
    tolerance: '0.002 of every weight after a whole run',
    test: 'tests/models/fast.test.ts',
  },
  tensors: ({ features, hidden }) => ({ W: [features, hidden], b: [features] }),
  spec,
  engine: 2,
  settings: [
    { key: 'seed', label: 'Seed' },
    { key: 'features', label: 'Features' },
    { key: 'hidden', label: 'Neurons' },
    { key: 'decay', label: 'Importance falls by' },
    { key: 'last', label: 'Importance of the last' },
    { key: 'company', label: 'Features come' },
    { key: 'mode', label: 'Loss' },
    { key: 'rate', label: 'Learning rate' },
    { key: 'start', label: 'Start' },
  ],
  scene,
  text,
  drag,
  csv: (_, { curve, vectors, norms, shares, biases }) => [
    ['feature', 'x', 'y', 'norm', 'share', 'bias'],
    ...vectors.map(([x, y], i) => [i + 1, x, y, norms[i], shares[i], biases[i]]),
    ['step', 'loss'],
    ...curve.map(([step, loss]) => [step, loss]),
  ],
  baked: {
    file,
    decode,
    key: ({ features, hidden, decay, last, company }) => [features, hidden, decay, last, company].join(),
  },
  pace: ({ mode }, end) => end / (mode === 'slow' ? 4 : 0.6),
};

export const figure: FigureDefinition<SuperpositionParams, SuperpositionSnapshot, Strip> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
