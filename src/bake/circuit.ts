// `node src/bake/circuit.ts`: the circuit in five seeds, and the net without names in eight. About four minutes.

import { packed, writeContainer } from '../math/container.ts';
import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { SEEDS, UNNAMED_SEEDS, type CircuitFile, type Unnamed } from '../widgets/circuit/baked.ts';
import { measureNamed, measureUnnamed } from '../widgets/circuit/measure.ts';
import { digits, hashed, keep } from './put.ts';

const SOURCES = [
  'models/car',
  'models/parts',
  'math/tape',
  'math/adamw',
  'math/tape-pictures',
  'math/random',
  'math/functions',
];
const FIRST = 'models/attribution';

const k = await load(await compileKernels());
const hundredths = (lists: readonly (readonly number[])[]): Int16Array =>
  Int16Array.from(lists.flat(), (v) => Math.round(100 * v));
const all = SEEDS.map((seed) => {
  const { net, ...made } = measureNamed(seed, k);
  console.log(JSON.stringify(digits(made)));
  return { made, net: net! };
});
const others = UNNAMED_SEEDS.map((seed) => {
  const made = measureUnnamed(seed, k);
  console.log(JSON.stringify(digits(made.row)));
  return made;
});
const {
  row: { seed },
  car,
  maps: { guided, added },
  alike,
  weights,
} = others[0];
const flat = (lists: readonly Float64Array[]): string =>
  packed(
    lists.flatMap((list) => [...list]),
    lists.length,
  );
const second: Unnamed = {
  made: { engine: 1, seeds: UNNAMED_SEEDS, sources: await hashed([FIRST, ...SOURCES]) },
  ...digits({ rows: others.map((o) => o.row), alike }),
  seed,
  car: packed(car, 1),
  guided: flat(guided),
  added: flat(added),
};
await keep('circuit', 'bin', SOURCES, (made) =>
  writeContainer(
    {
      made: { ...made, seeds: SEEDS },
      weights: all[0].net.weights.length,
      rows: digits(all.map((r) => r.made)),
      unnamed: second,
    } satisfies CircuitFile,
    [...all.flatMap(({ net }) => [net.weights, hundredths(net.adds), hundredths(net.over)]), weights],
  ),
);
