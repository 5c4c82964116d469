// `same-shape`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import type { SameShapeSnapshot } from './snapshot.ts';
import { spec, type SameShapeParams } from './params.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<SameShapeParams, SameShapeSnapshot> = {
  name: 'same-shape',
  caption: [
    'Drag the ring to the right.',
    'Each small circle is one network, trained from its own seed and drawn in its own neurons. First the features of the others are renamed, then their plane is turned as a whole; nothing else is changed. The hollow signs are the others. The dashed line is the control: directions that were never trained, renamed and turned in the same way.',
  ],
  about:
    'Four toy models, x̂ = ReLU(WᵀWx + b), of 5 features in 2 neurons (15 numbers; 6 in 3: 24), 1,200 (500) steps of Adam on the expected loss, every feature present once in a hundred times. Names: the best of all orders; turn: orthogonal Procrustes. Distances are over the size of the first network.',
  source: 'src/models/alignment.ts',
  tensors({ seed, size }) {
    const [n, m] = size === 'pentagon' ? [5, 2] : [6, 3];
    return Object.fromEntries(
      [0, 1, 2, 3].flatMap((i) => [
        [`W of seed ${seed + i}`, [n, m]],
        [`b of seed ${seed + i}`, [n]],
      ]),
    );
  },
  spec,
  engine: 1,
  settings: [
    { key: 'size', label: 'Shape' },
    { key: 'seed', label: 'First seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    [
      'network',
      'feature',
      ...s.trained[0].W[0].map((_, i) => `neuron ${i + 1}`),
      'is feature of the first',
      'as it is',
      'renamed',
      'turned',
      'Gram',
    ],
    ...[...s.trained, ...s.random.slice(1)].flatMap(({ name, W, order, raw, renamed, turned, gram }) =>
      W.map((row, f) => [name, f + 1, ...row, order.indexOf(f) + 1, raw, renamed, turned, gram]),
    ),
  ],
  pace: (_, end) => end / 4,
};

export const figure: FigureDefinition<SameShapeParams, SameShapeSnapshot, unknown> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
