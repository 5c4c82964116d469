// `double-descent`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import { spec, type DoubleDescentParams } from './params.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<DoubleDescentParams, DoubleDescentSnapshot, Sizes> = {
  name: 'double-descent',
  caption: [
    'Drag from few points to many.',
    'Left, the learned points as the two neurons hold them; in the middle, the directions of the 128 features. With five points it is the points that make a polygon; with a thousand it is a handful of features; in between neither, and fresh points cost most. On the curve each dot is one seed, the line their median, the ring the network above. The second descent ends only a little lower than the first began.',
  ],
  about:
    'A toy model, x̂ = ReLU(WᵀWx + b), with 128 features in 2 neurons (384 numbers), trained here for 2,000 full-batch steps on a fixed set of points with three features each on average; judged on 1,000 fresh points. The curve was made by the same program, with five seeds.',
  source: 'src/models/finite.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '0.001 of PyTorch’s outputs, loss and gradients',
    test: 'tests/models/goldens.test.ts',
  },
  tensors: () => ({ W: [128, 2], b: [128] }),
  spec,
  engine: 1,
  settings: [
    { key: 'points', label: 'Points' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['points', 'step', 'loss on the learned', 'loss on fresh'],
    [s.points, s.step, s.trainLoss, s.testLoss],
    ['feature', 'x', 'y'],
    ...s.directions.map(([x, y], f) => [f + 1, x, y]),
    ['point', 'x', 'y'],
    ...s.hidden.map(([x, y], t) => [t + 1, x, y]),
    ['step', 'loss on the learned'],
    ...s.course.map((loss, i) => [i * 50, loss]),
  ],
  baked: { file, decode, key },
  pace: (_, end) => end / 4,
};

export const figure: FigureDefinition<DoubleDescentParams, DoubleDescentSnapshot, Sizes> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
