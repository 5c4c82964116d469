// What the bench measured before, committed: printed beside today's numbers as ratios. Speeds are kept as parts of the SIMD
// peak that was measured in the same run, so that another machine's numbers say something here.

import { readFile, writeFile } from 'node:fs/promises';
import type { Cost } from './figures.ts';

const FILE = new URL('history.json', import.meta.url);

export interface Entry {
  readonly label: string;
  /** GFLOP/s */
  readonly peak: number;
  /** steps per GFLOP of the peak, by row */
  readonly rows: Readonly<Record<string, number>>;
  /** by figure: MFLOP of the peak in the time of a step and of a look; bytes posted */
  readonly figures: Readonly<
    Record<string, { readonly step: number; readonly look: number; readonly bytes: number }>
  >;
  /** gzipped bytes: the whole module, and modules with one file's kernels each */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Oldest first; empty before the first is written. */
export async function history(): Promise<readonly Entry[]> {
  const text = await readFile(FILE, 'utf8').catch(() => '[]');
  return JSON.parse(text) as Entry[];
}

/** Adds an entry. Four digits are kept. */
export async function remember(entry: Entry): Promise<void> {
  const round = (_: string, v: unknown): unknown =>
    typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(4)) : v;
  await writeFile(FILE, `${JSON.stringify([...(await history()), entry], round, 2)}\n`);
}

/** Today's numbers in the form in which they are kept. */
export function entryOf(
  label: string,
  peak: number,
  rates: Readonly<Record<string, number>>,
  costs: readonly Cost[],
  sizes: Readonly<Record<string, number>>,
): Entry {
  return {
    label,
    peak,
    rows: Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, rate / peak])),
    figures: Object.fromEntries(
      costs.map(({ name, step, look, bytes }) => [name, { step: step * peak, look: look * peak, bytes }]),
    ),
    sizes,
  };
}
