// `node src/bake/dictionary.ts`: what every penalty and every width trains to, four seeds each. About two minutes.
// Writes public/data/dictionary-<hash>.json and that name into src/widgets/dictionary/baked.ts.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { mean } from '../models/recovery.ts';
import {
  byPenalty,
  chance,
  clusterSpace,
  inClusters,
  judge,
  learn,
  toySpace,
  type Space,
} from '../models/space.ts';
import { BAKED_WIDTHS, PENALTIES, WIDTHS, type Strip, type StripFile } from '../widgets/dictionary/baked.ts';
import type { Recipe } from '../models/learning.ts';

const SOURCES = [
  'models/dictionary',
  'models/learning',
  'models/space',
  'models/recovery',
  'models/hidden',
  'models/clusters',
  'models/superposition',
  'models/loss-any-m',
  'models/inputs',
  'math/adam',
  'math/random',
  'math/functions',
];
const OUT = 'public/data/';
const BAKED = 'src/widgets/dictionary/baked.ts';
const SEEDS = [0, 1, 2, 3];
const digits = (value: number): number => Number(value.toPrecision(4));

/** One stop of a strip: the mean over the spaces. */
export function stop(
  spaces: readonly Space[],
  at: number,
  D: number,
  recipe: Recipe,
): Strip['stops'][number] {
  const all = spaces.map((space) => judge(space, learn(space, D, recipe), recipe.keep));
  const over = (what: (one: (typeof all)[number]) => number): number => digits(mean(all.map(what)));
  return {
    at,
    mmcs: over((j) => j.mmcs),
    explained: over((j) => j.explained),
    active: over((j) => j.active),
    dead: over((j) => j.live.filter((is) => !is).length),
    toMeans: over((j) => (j.toMeans.length ? mean(j.toMeans) : 0)),
  };
}

async function bake(): Promise<void> {
  const hash = createHash('sha256');
  for (const name of SOURCES) hash.update(await readFile(`src/${name}.ts`));
  const toys = SEEDS.map((seed) => toySpace(seed));
  const clusters = SEEDS.map((seed) => clusterSpace(seed));
  const strips: Strip[] = BAKED_WIDTHS.map((width) => {
    const strip: Strip = {
      world: 'toy',
      width,
      seeds: SEEDS,
      chance: digits(mean(toys.map((s) => chance(s, width)))),
      stops: PENALTIES.map((at) => stop(toys, at, width, byPenalty(at))),
    };
    console.log(
      width,
      strip.chance,
      strip.stops.map((s) => `${s.at}: ${s.mmcs} ${s.explained} ${s.active} ${s.dead}`).join(' | '),
    );
    return strip;
  });
  strips.push({
    world: 'clusters',
    width: 0,
    seeds: SEEDS,
    chance: 0,
    stops: WIDTHS.map((at) => stop(clusters, at, at, inClusters)),
  });
  console.log(
    strips
      .at(-1)
      .stops.map((s) => `${s.at}: ${s.mmcs} ${s.toMeans} ${s.dead}`)
      .join(' | '),
  );
  const data: StripFile = {
    made: { engine: 1, seeds: SEEDS, sources: hash.digest('hex').slice(0, 16) },
    strips,
  };
  const text = JSON.stringify(data);
  const name = `dictionary-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  await mkdir(OUT, { recursive: true });
  for (const old of await readdir(OUT)) if (/^dictionary-.*\.json$/.test(old)) await rm(OUT + old);
  await writeFile(OUT + name, text);
  await writeFile(BAKED, (await readFile(BAKED, 'utf8')).replace(/dictionary-[0-9a-f]{8}\.json/, name));
  console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/dictionary.ts')) await bake();
