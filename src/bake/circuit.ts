// `node src/bake/circuit.ts`: the circuit in five seeds. About a minute.

import { sealed } from '../math/bytes.ts';
import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/kernels.ts';
import { SEEDS, type CircuitFile } from '../widgets/circuit/baked.ts';
import { row } from '../widgets/circuit/claims.ts';
import { digits, keep } from './put.ts';

const SOURCES = ['models/car', 'models/parts', 'math/tape', 'math/random', 'math/functions'];

const k = await load(await compileKernels()), hundredths = (lists: readonly (readonly number[])[]): Int16Array => Int16Array.from(lists.flat(), (v) => Math.round(100 * v));
const all = SEEDS.map((seed) => { const { net, ...made } = row(seed, k); console.log(JSON.stringify(digits(made))); return { made, net: net! }; });
await keep('circuit', 'bin', SOURCES, (made) => sealed({ made: { ...made, seeds: SEEDS }, weights: all[0].net.weights.length, rows: digits(all.map((r) => r.made)) } satisfies CircuitFile,
  all.flatMap(({ net }) => [net.weights, hundredths(net.adds), hundredths(net.over)])));
