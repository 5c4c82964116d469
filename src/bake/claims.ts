// For how many of ten seeds each claim holds: content/claims.json, printed on the page of all claims.
// `node src/bake/claims.ts [widget ...]` makes those of the named widgets anew, of all when none is named; claims that are gone leave.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import type { Kernels } from '../math/kernels/kernels.ts';

interface Claim {
  readonly id: string;
  readonly sentence: string;
  test(seed: number, k: Kernels): { ok: boolean };
}
interface Rate {
  readonly sentence: string;
  readonly of: number;
  readonly failed: readonly number[];
}

const kernels = await load(await compileKernels());
const OF = 10;
const FILE = 'content/claims.json';
const named = process.argv.slice(2);
const before = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Rate>;
const now: Record<string, Rate> = {};

for (const widget of readdirSync('src/widgets')
  .filter((name) => existsSync(`src/widgets/${name}/claims.ts`))
  .sort()) {
  const { claims } = (await import(`../widgets/${widget}/claims.ts`)) as { claims: readonly Claim[] };
  for (const { id, sentence, test } of claims) {
    if (named.length && !named.includes(widget)) {
      if (before[id]) now[id] = before[id];
      continue;
    }
    const began = process.cpuUsage().user;
    const failed = Array.from({ length: OF }, (_, i) => i + 1).filter((seed) => !test(seed, kernels).ok);
    now[id] = { sentence, of: OF, failed };
    console.log(
      `${widget}/${id}: ${OF - failed.length} of ${OF}, ${((process.cpuUsage().user - began) / 1e6).toFixed(1)} s`,
    );
  }
}
writeFileSync(FILE, `${JSON.stringify(now, null, 1)}\n`);
