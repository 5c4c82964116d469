// `node src/bake/families.ts`: the family in ten seeds. About a minute.

import { median } from '../math/median.ts';
import { writeContainer } from '../math/container.ts';
import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { NETS, SEEDS, type FamiliesFile } from '../widgets/families/baked.ts';
import { measureSeed } from '../widgets/families/measure.ts';

import { digits, keep } from './put.ts';

const SOURCES = [
  'models/curves',
  'models/arcs',
  'models/template-families',
  'math/picture-rotation',
  'math/tape',
  'math/random',
  'math/functions',
];

const k = await load(await compileKernels());
const all = SEEDS.map((seed) => {
  const { weights, ...made } = measureSeed(seed, k);
  console.log(JSON.stringify(digits(made)));
  return { made, weights: weights! };
});
await keep('families', 'bin', SOURCES, (made) =>
  writeContainer(
    {
      made: { ...made, seeds: SEEDS },
      members: median(all.map((r) => r.made.members).sort((a, b) => a - b)),
      weights: all[0].weights.length,
      rows: digits(all.map((r) => r.made)),
    } satisfies FamiliesFile,
    all.slice(0, NETS).map(({ weights }) => weights),
  ),
);
