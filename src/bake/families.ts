// `node src/bake/families.ts`: the family in ten seeds. About a minute.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/kernels.ts';
import { SEEDS } from '../widgets/families/baked.ts';
import { row } from '../widgets/families/claims.ts';
import { median } from '../models/turning.ts';
import { digits, keep } from './keep.ts';

const SOURCES = ['models/curves', 'models/arcs', 'models/turning', 'math/rotate', 'math/tape', 'math/random', 'math/functions'];

export async function rows(seeds: readonly number[]) {
  const k = await load(await compileKernels());
  return seeds.map((seed) => { const made = digits(row(seed, k)); console.log(JSON.stringify(made)); return made; });
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/families.ts')) {
  const made = await rows(SEEDS);
  await keep('families', SEEDS, SOURCES, { members: median(made.map(({ members }) => members).sort((a, b) => a - b)), rows: made });
}
