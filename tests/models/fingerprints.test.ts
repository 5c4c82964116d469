// The weights' bits after some steps of every engine path, against the committed table. UPDATE_GOLDEN=1 writes it: then the
// engine's number must change too (src/math/kernels/wasm.ts). The browsers' side is tests/bench/browser.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { runs } from './runs.ts';

const table = new URL('../golden/engine-fingerprints.json', import.meta.url);

test('every path makes the bits it always made, on both sets', async () => {
  const sets = [await load(await compileKernels()), await load()];
  const seen = Object.fromEntries(sets.map((k) => [k.engine, runs(k)]));
  if (process.env.UPDATE_GOLDEN) await writeFile(table, `${JSON.stringify(seen, null, 2)}\n`);
  expect(seen).toEqual(JSON.parse(await readFile(table, 'utf8')));
});

test('again in used memory, and with memory grown in between: the same bits', async () => {
  const k = await load(await compileKernels());
  const first = runs(k);
  k.reset(k.mark());
  const far: Kernels = { ...k };
  const from = k.mark();
  k.fill(k.alloc(4_000_000), 4_000_000, Number.NaN);
  expect(runs(far)).toEqual(first);
  k.reset(from);
  expect(runs(k)).toEqual(first);
});
