// `families`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, pageSubset, type Row } from './baked.ts';
import { spec, type FamiliesParams } from './params.ts';
import { scene } from './scene.ts';
import type { FamiliesSnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<FamiliesParams, FamiliesSnapshot, readonly Row[]> = {
  name: 'families',
  caption: [
    'Turn the template.',
    'Each square on the wheel is what one unit looks for: its expanded weights, light where it wants light. Turn one by hand, or along the track, and lay it on another; the curve is their cosine at every angle, the dashed one that of the same units before training. Nothing in the network turns with the picture. But each unit was given its direction as a name: the family was taught.',
  ],
  about:
    'A convolutional net, trained here: 8 filters of 5×5, then 8 units of 8×7×7 (3,352 numbers), each unit’s best place deciding; 600 steps of 64 of 8,000 drawn pictures, 15×15, of bright arcs in noise, labelled by direction in steps of 45°. Expanded weights leave out the ReLU between the layers; the mean of the eight is taken off. Cosines: inside the disc, turned bilinearly.',
  source: 'src/models/curves.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '2% of the largest gradient of a step',
    test: 'tests/models/tape.test.ts',
  },
  spec,
  engine: 1,
  settings: [
    { key: 'pick', label: 'Turned' },
    { key: 'onto', label: 'Laid on' },
    { key: 'weights', label: 'Weights' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    [
      'template',
      'weights',
      ...Array.from({ length: 121 }, (_, p) => `row ${Math.floor(p / 11) + 1} column ${(p % 11) + 1}`),
    ],
    ...s.trained.map((E, k) => [`${k * 45}`, 'trained', ...E]),
    ...s.untrained.map((E, k) => [`${k * 45}`, 'untrained', ...E]),
  ],
  baked: { file, decode, key, pageSubset, answers: () => import('./baked-snapshot.ts') },
  pace: (_, end) => end / 6,
};

export const figure: FigureDefinition<FamiliesParams, FamiliesSnapshot, readonly Row[]> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
