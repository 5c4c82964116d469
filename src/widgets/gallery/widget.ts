// `gallery`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type Rates } from './baked.ts';
import { spec, type GalleryParams } from './params.ts';
import { scene } from './scene.ts';
import type { GallerySnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<GalleryParams, GallerySnapshot, Rates> = {
  name: 'gallery',
  caption: [
    'Choose a piece, turn it by its ring, and grow it again from another seed.',
    'Each is a network trained in this page; the numbers beside the names say from how many starts it grew. A structure counts only if all its angles are those of its name, within a small slack, a field of filters or a wheel of curves only above the thresholds given with the model. What is often promised and did not grow, or not from every start, stands apart.',
  ],
  about:
    'Toy models of superposition with features active once in a hundred inputs, trained on their exact expectation (bodies); addition modulo seven by a network of squares, all 49 pairs, decay 1; the encoder problem with tanh neurons and cross-entropy, a corner counted by its signs; the filters of an autoencoder on 20,000 patches of 40 drawn pictures, a field if a Gabor function explains more than 85% of the median filter and no direction of eight is missing; eight curve detectors that were told their directions, a wheel if the median cosine of all pairs, turned into place, is above 0.85. Seeds 1 to 24.',
  source: 'src/models/gallery-runs.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    ran: ['src/models/filter-run.ts', 'src/models/curve-run.ts'],
    tolerance:
      '2% of the largest gradient of a step (the two pieces that are pictures; the others do without kernels)',
    test: 'tests/models/tape.test.ts',
  },
  spec,
  engine: 1,
  verb: 'Grow',
  settings: [
    { key: 'piece', label: 'Piece' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['part', 'x', 'y', 'z', 'fourth', 'kept'],
    ...s.points.map(([x, y, z], i) => [i + 1, x, y, z, s.fourth?.[i] ?? '', s.kept[i] ? 1 : 0]),
  ],
  baked: { file, decode, key },
  pace: (_, end) => end / 6,
};

export const figure: FigureDefinition<GalleryParams, GallerySnapshot, Rates> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
