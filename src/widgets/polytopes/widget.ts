// `polytopes`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, type Atlas } from './baked.ts';
import { spec, type PolytopesParams } from './params.ts';
import { scene } from './scene.ts';
import type { PolytopesSnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<PolytopesParams, PolytopesSnapshot, Atlas> = {
  name: 'polytopes',
  caption: [
    'Turn the body',
    'and slide the number of features: equal, rare features settle at the corners of a few solids. The bar under each column counts the starts of 24 that found the best one. Each row of dots on the curve is a model of its own size, a dot’s area the number of features with that share of a dimension.',
  ],
  about:
    'A one-layer autoencoder, x̂ = ReLU(WᵀWx + b), with 3 neurons (or 2) and features of equal importance, each active 1% of the time; exact expectation over inputs with at most two active features. The curve: 100 features in 10 neurons, 800 steps on batches of 512, four seeds; the paper’s models are larger (400 in 30).',
  source: 'src/models/polytopes.ts',
  tensors: ({ features, hidden }) => ({ W: [features, hidden], b: [features] }),
  spec,
  engine: 1,
  settings: [
    { key: 'seed', label: 'Seed' },
    { key: 'features', label: 'Features' },
    { key: 'hidden', label: 'Neurons' },
  ],
  scene,
  text,
  csv: (_, { vectors, norms, shares, biases, angles }) => [
    ['feature', 'x', 'y', 'z', 'norm', 'share', 'bias'],
    ...vectors.map(([x, y, z], f) => [f + 1, x, y, z, norms[f], shares[f], biases[f]]),
    ['cosine', 'pairs'],
    ...angles.map(({ value, count }) => [value, count]),
  ],
  baked: { file, decode, key: ({ hidden }) => String(hidden) },
  pace: (_, end) => end / 1.5,
};

export const figure: FigureDefinition<PolytopesParams, PolytopesSnapshot, Atlas> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
