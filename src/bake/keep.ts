// Writes what a bake has made: public/data/<widget>-<hash>.json, and that name into the widget's baked.ts. The header carries
// the seeds, the engine and the hash of the sources that made it.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

const OUT = 'public/data/';

/** @param sources paths under src, without ending */
export async function keep(widget: string, seeds: readonly number[], sources: readonly string[], data: object): Promise<void> {
  const hash = createHash('sha256'), baked = `src/widgets/${widget}/baked.ts`;
  for (const name of sources) hash.update(await readFile(`src/${name}.ts`));
  const text = JSON.stringify({ made: { engine: 1, seeds, sources: hash.digest('hex').slice(0, 16) }, ...data });
  const name = `${widget}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  await mkdir(OUT, { recursive: true });
  for (const old of await readdir(OUT)) if (new RegExp(`^${widget}-[0-9a-f]{8}\\.json$`).test(old)) await rm(OUT + old);
  await writeFile(OUT + name, text);
  await writeFile(baked, (await readFile(baked, 'utf8')).replace(new RegExp(`${widget}-[0-9a-f]{8}\\.json`), name));
  console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
}

/** Numbers with `n` significant digits. */
export const digits = <T>(data: T, n = 4): T => JSON.parse(JSON.stringify(data, (_, v) => (typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(n)) : v))) as T;
