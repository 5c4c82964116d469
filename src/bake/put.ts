// Writes a widget's baked data: public/data/<name>-<hash>.json or .bin, and that name into src/widgets/<name>/baked.ts.

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

const OUT = 'public/data/';

/** Numbers with `n` significant digits. */
export const digits = <T>(data: T, n = 4): T =>
  JSON.parse(
    JSON.stringify(data, (_, v) =>
      typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(n)) : v,
    ),
  ) as T;

/** A hash over sources: paths under src, without ending. */
export async function hashed(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of sources) hash.update(await readFile(`src/${name}.ts`));
  return hash.digest('hex').slice(0, 16);
}

/** `make` gets what is to be kept of how it was made: the engine and a hash over the sources. */
export async function put<T>(
  widget: string,
  sources: readonly string[],
  make: (made: object) => T,
): Promise<void> {
  await keep(widget, 'json', sources, (made) => Buffer.from(JSON.stringify(make(made))));
}

/** The same for a file that is not JSON. */
export async function keep(
  widget: string,
  ending: 'json' | 'bin',
  sources: readonly string[],
  make: (made: object) => Uint8Array,
): Promise<void> {
  const bytes = make({ engine: 1, sources: await hashed(sources) });
  const name = `${widget}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${ending}`;
  await mkdir(OUT, { recursive: true });
  for (const old of await readdir(OUT)) {
    if (old.startsWith(`${widget}-`) && /-[0-9a-f]{8}\.(json|bin)$/.test(old)) await rm(OUT + old);
  }
  await writeFile(OUT + name, bytes);
  const baked = `src/widgets/${widget}/baked.ts`;
  const before = await readFile(baked, 'utf8');
  await writeFile(baked, before.replace(new RegExp(`${widget}-[0-9a-f]{8}\\.${ending}`), name));
  console.log(`${name}: ${(bytes.length / 1000).toFixed(1)} kB`);
}
