// `gabors`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type BakedGabors } from './baked.ts';
import { spec, type GaborsParams } from './params.ts';
import { scene } from './scene.ts';
import type { GaborsSnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<GaborsParams, GaborsSnapshot, BakedGabors> = {
  name: 'gabors',
  caption: [
    'Scramble the pictures',
    'and watch both go, the shape of the filters and the agreement. Left, what is learned here; right, what another training learned from other pictures. Each filter is matched with one, so that the cosines’ sum is largest; dark threads are pairs above 0.8, the ring along the track holds one. The scrambled pictures have the same waves at the same strength, moved: everything that two pixels have in common is still there, and no edge. The family comes back; a single filter need not.',
  ],
  about:
    '64 filters of 12×12 (9,216 numbers), learned here from 20,000 whitened patches of 40 pictures that are drawn here: a top-4 autoencoder with tied weights (1,200 steps of 256), k-means (15 passes) or ICA (60 passes). The partners were learned beforehand from seed 77. Gabor functions are fitted at the end. The whitening, 64 components, comes from pictures of its own.',
  source: 'src/models/filters.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '2% of the largest gradient of a step',
    test: 'tests/models/tape.test.ts',
  },
  tensors: () => ({ filters: [64, 64] }),
  spec,
  engine: 1,
  settings: [
    { key: 'method', label: 'Learned by' },
    { key: 'partner', label: 'Matched with' },
    { key: 'world', label: 'Pictures' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['filter', 'Gabor R²', 'direction, radians', 'frequency, cycles per px'],
    ...s.R2.map((r, i) => [i + 1, r, s.turn[i], s.frequency[i]]),
  ],
  baked: { file, decode, key },
  pace: (_, end) => (end > 200 ? 100 : 12),
};

export const figure: FigureDefinition<GaborsParams, GaborsSnapshot, BakedGabors> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
