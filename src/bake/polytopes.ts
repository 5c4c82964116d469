// `node src/bake/polytopes.ts`: the starts behind the shapes, and the models of the dimensionality curve. About five minutes.
// Writes public/data/polytopes-<hash>.json and that name into src/widgets/polytopes/baked.ts.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { curve } from './dimensionality.ts';
import { kept, shares } from '../models/geometry.ts';
import { expected, RESTARTS, settle } from '../models/polytopes.ts';
import { shape } from '../models/shapes.ts';
import type { AtlasFile, Found } from '../widgets/polytopes/baked.ts';

const SOURCES = [
  'models/superposition',
  'models/patterns',
  'models/inputs',
  'models/polytopes',
  'models/shapes',
  'models/geometry',
  'models/dimensionality',
  'math/adam',
  'math/random',
  'math/functions',
  'math/quadrature',
];
const OUT = 'public/data/';
const BAKED = 'src/widgets/polytopes/baked.ts';
const digits = (value: number, n: number): number => Number(value.toPrecision(n));

/** Starts 1 to RESTARTS of n features in m neurons. */
export function found(n: number, m: number): Found {
  const outcomes: {
    shape: string;
    corners: number;
    loss: number;
    times: number;
    seed: number;
    shares: number[];
  }[] = [];
  for (let seed = 1; seed <= RESTARTS; seed++) {
    const model = settle(n, m, seed);
    const loss = expected(model);
    const name = shape(model.theta, n, m);
    const corners = kept(model.theta, n, m).filter(Boolean).length;
    const same = outcomes.find((o) => o.shape === name && o.corners === corners);
    if (!same) {
      outcomes.push({ shape: name, corners, loss, times: 1, seed, shares: shares(model.theta, n, m) });
    } else {
      same.times += 1;
      if (loss < same.loss) Object.assign(same, { loss, shares: shares(model.theta, n, m) });
    }
  }
  outcomes.sort((a, b) => a.loss - b.loss);
  return {
    n,
    outcomes: outcomes.map(({ shares: _, ...o }) => ({ ...o, loss: digits(o.loss, 6) })),
    shares: outcomes[0].shares.sort((a, b) => b - a).map((D) => digits(D, 4)),
  };
}

async function bake(): Promise<void> {
  const hash = createHash('sha256');
  for (const name of SOURCES) hash.update(await readFile(`src/${name}.ts`));
  const table: Record<string, Found[]> = {};
  for (const m of [3, 2]) {
    table[m] = Array.from({ length: 10 }, (_, i) => {
      const row = found(i + 3, m);
      console.log(m, i + 3, JSON.stringify(row.outcomes));
      return row;
    });
  }
  const data: AtlasFile = {
    made: { engine: 1, seeds: [1, RESTARTS], sources: hash.digest('hex').slice(0, 16) },
    starts: RESTARTS,
    found: table,
    curve: curve(console.log),
  };
  const text = JSON.stringify(data);
  const name = `polytopes-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  await mkdir(OUT, { recursive: true });
  for (const old of await readdir(OUT)) if (/^polytopes-.*\.json$/.test(old)) await rm(OUT + old);
  await writeFile(OUT + name, text);
  await writeFile(BAKED, (await readFile(BAKED, 'utf8')).replace(/polytopes-[0-9a-f]{8}\.json/, name));
  console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/polytopes.ts')) await bake();
