// `neuron-reading`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { spec, type ReadingParams } from './params.ts';
import { scene } from './scene.ts';
import type { ReadingSnapshot, Sheet } from './snapshot.ts';
import { nameOf, text } from './text.ts';

const rows = (s: Sheet): (string | number)[][] =>
  s.precision.map((p, f) => [nameOf(s), f + 1, p, s.recall[f], s.r2[f], s.machine === f ? 'machine' : '']);

export const view: FigureView<ReadingParams, ReadingSnapshot> = {
  name: 'neuron-reading',
  caption: [
    'Read two units, then test your readings',
    'on inputs that you have not seen. Each row is an input; a disc is an active feature, its area the value, and the square fills with the unit’s activation. Below, a hundred firings on fresh inputs: filled where your feature was there. The neurons of this model are as arbitrary as any direction, since nothing in a linear bottleneck prefers them: a random direction reads as badly. A layer with a nonlinearity may differ; it was not tried here.',
  ],
  about:
    'A toy model of 20 features, each active 5% of the time, in 6 neurons, and a sparse autoencoder with 20 latents trained on them (penalty 0.5). 4,000 inputs to read from, 8,000 others to be tested on. The machine names the feature with the largest sum over the ten examples; a unit fires above a quarter of its largest activation.',
  source: 'src/models/reading.ts',
  spec,
  engine: 1,
  verb: 'Test',
  noun: 'fresh input',
  settings: [
    { key: 'kind', label: 'On the left' },
    { key: 'unit', label: 'Which' },
    { key: 'feature', label: 'Dictionary feature' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    ['unit', 'feature', 'precision', 'recall', 'R2', 'read by'],
    ...rows(s.left),
    ...rows(s.right),
  ],
  pace: (_, end) => end / 3.5,
};

export const figure: FigureDefinition<ReadingParams, ReadingSnapshot, unknown> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
