// `node src/bake/branches.ts`: two branches and the undivided control in ten seeds. About two minutes.

import { writeContainer } from '../math/container.ts';
import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { samples } from '../models/branches.ts';
import { SEEDS, type BranchesFile } from '../widgets/branches/baked.ts';
import { measureSeed } from '../widgets/branches/measure.ts';
import { digits, keep } from './put.ts';

const SOURCES = [
  'models/branches',
  'models/combed',
  'models/leaves',
  'math/tape',
  'math/adamw',
  'math/tape-pictures',
  'math/random',
  'math/mulberry',
  'math/functions',
];

const k = await load(await compileKernels());
const all = [true, false].flatMap((divided) =>
  SEEDS.map((seed) => {
    const { weights, ...made } = measureSeed(seed, divided, k);
    console.log(JSON.stringify(digits(made)));
    return { made, weights: weights! };
  }),
);
await keep('branches', 'bin', SOURCES, (made) =>
  writeContainer(
    {
      made: { ...made, seeds: SEEDS },
      weights: all.map(({ weights }) => weights.length),
      rows: digits(all.map((r) => r.made)),
    } satisfies BranchesFile,
    [...all.map(({ weights }) => weights), Uint8Array.from(samples().flat(), (v) => Math.round(100 * v))],
  ),
);
