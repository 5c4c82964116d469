// `node src/bake/strip.ts`: the phase strips of 2 to 8 features through one and two neurons, about four minutes.
// Writes public/data/superposition-strip-<hash>.bin and that name into src/widgets/superposition/baked.ts.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { finish } from '../math/finish.ts';
import { geometry } from '../models/geometry.ts';
import { exact } from '../models/inputs.ts';
import { ABSENT, STARTS, strip, type Stop } from '../models/strip.ts';
import { importances, SCHEDULE, start, train } from '../models/superposition.ts';
import { encode, type Header } from '../widgets/superposition/baked.ts';
import { spec } from '../widgets/superposition/params.ts';

const SOURCES = [
  'models/superposition',
  'models/loss-any-m',
  'models/inputs',
  'models/geometry',
  'models/strip',
  'math/adam',
  'math/random',
  'math/functions',
  'math/quadrature',
];
const OUT = 'public/data/';
const BAKED = 'src/widgets/superposition/baked.ts';
const NAME = /superposition-strip-[0-9a-f]{8}\.bin/;
const HIDDEN = [1, 2];
const FEATURES = [2, 3, 4, 5, 6, 7, 8];
const SEEDS = 100;

/** How many of the runs from seeds 1 to 100 end in the arrangement of the strip, stop by stop; and which seeds, as bits. */
export function agreement(stops: readonly Stop[], n: number, m: number, decay: number): boolean[][] {
  const I_f = importances(n, decay);
  return stops.map(({ absent, geometry: name }) => {
    const inputs = exact(n, 1 - absent, 'train');
    return Array.from({ length: SEEDS }, (_, i) => {
      const model = start(n, m, 'random', i + 1);
      for (let step = 0; step < SCHEDULE.exact.steps; step++) train(model, inputs, I_f, SCHEDULE.exact, step);
      return geometry(model.theta, n, m) === name;
    });
  });
}

async function bake(): Promise<void> {
  const hash = createHash('sha256');
  const decay = spec.decay.default;
  for (const name of SOURCES) hash.update(await readFile(`src/${name}.ts`));
  const strips: Stop[][] = [];
  let five: Stop[] = [];
  for (const m of HIDDEN) {
    for (const n of FEATURES) {
      const stops = finish(strip(n, m, importances(n, decay)));
      strips.push(stops);
      if (m === 2 && n === 5) five = stops;
      console.log(
        `${n} features, ${m} neurons: ${stops.map((s) => `${s.absent} ${s.geometry} ${s.loss.toPrecision(4)}`).join(' | ')}`,
      );
    }
  }
  const agrees = agreement(five, 5, 2, decay);
  const bySeed = Array.from({ length: SEEDS }, (_, i) => agrees.filter((row) => row[i]).length);
  console.log(
    'seeds by stops agreed on:',
    bySeed
      .map((count, i) => [count, i + 1])
      .sort((a, b) => b[0] - a[0])
      .slice(0, 12)
      .map(([c, s]) => `${s}: ${c}`)
      .join(', '),
  );
  const header: Header = {
    figure: 'superposition',
    engine: 1,
    decay,
    starts: STARTS,
    sources: hash.digest('hex').slice(0, 16),
    hidden: HIDDEN,
    features: FEATURES,
    absent: ABSENT,
    geometries: [...new Set(strips.flat().map((stop) => stop.geometry))],
    agree: agrees.map((row) => row.filter(Boolean).length),
  };
  console.log(JSON.stringify(header));
  const bytes = new Uint8Array(encode(header, strips));
  const name = `superposition-strip-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.bin`;
  await mkdir(OUT, { recursive: true });
  for (const old of await readdir(OUT)) if (NAME.test(old)) await rm(OUT + old);
  await writeFile(OUT + name, bytes);
  await writeFile(BAKED, (await readFile(BAKED, 'utf8')).replace(NAME, name));
  console.log(`${name}: ${(bytes.length / 1000).toFixed(1)} kB`);
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/strip.ts')) await bake();
