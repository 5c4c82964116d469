// `node src/bake/circuit.ts`: the circuit in five seeds. About a minute.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/kernels.ts';
import { SEEDS } from '../widgets/circuit/baked.ts';
import { row } from '../widgets/circuit/claims.ts';
import { digits, keep } from './keep.ts';

const SOURCES = ['models/car', 'models/parts', 'math/tape', 'math/random', 'math/functions'];

export async function rows(seeds: readonly number[]) {
  const k = await load(await compileKernels());
  return seeds.map((seed) => { const made = digits(row(seed, k)); console.log(JSON.stringify(made)); return made; });
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/circuit.ts')) await keep('circuit', SEEDS, SOURCES, { rows: await rows(SEEDS) });
