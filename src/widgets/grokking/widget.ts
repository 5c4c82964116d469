// `grokking`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import { spec, type GrokkingParams } from './params.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<GrokkingParams, GrokkingSnapshot, never> = {
  name: 'grokking',
  caption: [
    'Set the weight decay to zero, and it never understands.',
    'Left, the 31 numbers as the network holds them, seen on the plane of one frequency: the plane is chosen to fit, so that even an untrained network shows a rough ring, and the number to read is how much the radius varies. The table has a full cell for every sum that is right and a dot on those it learns from. Bars are the frequencies that the neurons listen to, full for each neuron’s own. The restricted loss sees the whole table, the unseen sums too; it falls without decay as well, so it is no proof of anything on its own.',
  ],
  about:
    'A network of one hidden layer, logits = (W[a] + W[31 + b])² U with 64 neurons (5,952 weights), learns a + b mod 31 from 384 of the 961 pairs, all at once in each of 1,600 steps of AdamW. Everything is trained here.',
  source: 'src/models/mlp.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '0.001 of PyTorch’s logits, gradients and losses',
    test: 'tests/models/goldens.test.ts',
  },
  tensors: () => ({ W: [62, 64], U: [64, 31] }),
  spec,
  engine: 1,
  settings: [
    { key: 'decay', label: 'Weight decay' },
    { key: 'seed', label: 'Seed' },
    { key: 'frequency', label: 'Frequency of the plane (0: strongest)' },
  ],
  scene,
  text,
  csv: (_, s) => [
    [
      'step',
      'right, learned from',
      'right, unseen',
      'loss, learned from',
      'loss, unseen',
      'restricted loss',
      'concentration',
    ],
    ...[...s.course.map((p, i) => [i * 20, p] as const), [s.step, s.progress] as const].map(([step, p]) => [
      step,
      p.trainRight,
      p.testRight,
      p.trainLoss,
      p.testLoss,
      p.restricted,
      p.concentration,
    ]),
    ['number', `x on the plane of frequency ${s.frequency}`, 'y'],
    ...s.points.map(([x, y], i) => [i, x, y]),
  ],
  pace: (_, end) => end / 8,
};

export const figure: FigureDefinition<GrokkingParams, GrokkingSnapshot, never> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
