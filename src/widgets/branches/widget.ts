// `branches`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { pageSubset, decode, file, key, type Row } from './baked.ts';
import { spec, type BranchesParams } from './params.ts';
import { scene } from './scene.ts';
import type { BranchesSnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<BranchesParams, BranchesSnapshot, readonly Row[]> = {
  name: 'branches',
  caption: [
    'Hold a branch at its mean',
    'and see which task falls. The net names the direction of the leaves and the axis of their colour; its two branches share nothing but the picture and the sum at the end. The track is ten trainings, all of them: long bars divided the work, short ones did not, and which branch takes the colour is a coin toss. Rings are nets without branches, cut in halves all the same.',
  ],
  about:
    'A convolutional net, trained here when you pick another seed: 8 filters of 5×5 in colour, then 8 of 3×3 and 8 of 1×1 in two groups, the mean over places, two heads of four (1,080 numbers; undivided 1,400); 1,000 steps of 64 crops, 20×20, of 96 pictures of combed, tinted leaves, each crop without its mean. Measured on 960 fresh crops.',
  source: 'src/models/branches.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '2% of the largest gradient of a step',
    test: 'tests/models/tape.test.ts',
  },
  spec,
  engine: 1,
  settings: [
    { key: 'net', label: 'Net' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    [
      'half',
      'share of colour',
      ...Array.from(
        { length: 75 },
        (_, i) =>
          `${['red', 'green', 'blue'][Math.floor(i / 25)]} row ${Math.floor((i % 25) / 5) + 1} column ${(i % 5) + 1}`,
      ),
    ],
    ...s.filters.map((f, u) => [u < 4 ? 'first' : 'second', s.colour[u], ...f]),
  ],
  baked: { file, decode, key, pageSubset, answers: () => import('./baked-snapshot.ts') },
  pace: (_, end) => end / 6,
};

export const figure: FigureDefinition<BranchesParams, BranchesSnapshot, readonly Row[]> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
