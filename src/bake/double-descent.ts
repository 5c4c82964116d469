// `node src/bake/double-descent.ts`: what every size of data set ends at, five seeds each. About two minutes.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { ends } from '../models/finite.ts';
import { SEEDS, STOPS, type Sizes } from '../widgets/double-descent/baked.ts';
import { put } from './put.ts';

const k = await load(await compileKernels());
const four = (x: number): number => Number(x.toPrecision(4));
const stops = STOPS.map((points) => {
  const all = SEEDS.map((seed) => ends(seed, points, k));
  const stop = {
    points,
    train: all.map(({ train }) => four(train)),
    test: all.map(({ test }) => four(test)),
  };
  console.log(points, stop.train.join(' '), '|', stop.test.join(' '));
  return stop;
});
await put<Sizes>(
  'double-descent',
  ['models/finite', 'math/tape', 'math/adamw', 'math/random', 'math/functions'],
  (made) => ({ made, stops }),
);
