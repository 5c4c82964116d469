// `node src/bake/branches.ts`: two branches and the undivided control in ten seeds. About two minutes.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/kernels.ts';
import { SEEDS } from '../widgets/branches/baked.ts';
import { row } from '../widgets/branches/claims.ts';
import { digits, keep } from './keep.ts';

const SOURCES = ['models/branches', 'models/combed', 'models/leaves', 'math/tape', 'math/random', 'math/mulberry', 'math/functions'];

export async function rows(seeds: readonly number[]) {
  const k = await load(await compileKernels());
  return [true, false].flatMap((divided) => seeds.map((seed) => { const made = digits(row(seed, divided, k)); console.log(JSON.stringify(made)); return made; }));
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/branches.ts')) await keep('branches', SEEDS, SOURCES, { rows: await rows(SEEDS) });
