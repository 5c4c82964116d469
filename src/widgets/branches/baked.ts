// Both nets in ten seeds, and their last weights. Written by src/bake/branches.ts.

import { readContainer } from '../../math/container.ts';

export const file = 'branches-45856fae.bin';
export const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** One net: shares right as [direction, colour], whole and with either half held at its mean. */
export interface Row {
  readonly seed: number;
  readonly divided: boolean;
  readonly whole: readonly [number, number];
  readonly without: readonly [readonly [number, number], readonly [number, number]];
  readonly dissociation: number;
  readonly between: number;
  readonly fingerprint: string;
  /** once the file is there: all weights, and crops [3][20 20] as the figure shows them */
  readonly weights?: Float32Array | undefined;
  readonly samples?: readonly (readonly number[])[] | undefined;
}
/** `weights`: numbers of each net, in the order of the rows; after them the crops in hundredths, a byte each */
export interface BranchesFile {
  readonly made: object;
  readonly weights: readonly number[];
  readonly rows: readonly Row[];
}
const CROP = 3 * 20 * 20;

/** All rows, with weights and crops. @param bytes of the file: a container (math/container.ts) */
export function decode(bytes: ArrayBuffer): readonly Row[] {
  const {
    head: { rows, weights },
    at,
  } = readContainer<BranchesFile>(bytes);
  let from = at;
  const lists = weights.map((count) => {
    const list = new Float32Array(bytes, from, count);
    from += 4 * count;
    return list;
  });
  const samples = Array.from({ length: (bytes.byteLength - from) / CROP }, (_, i) =>
    Array.from(new Uint8Array(bytes, from + i * CROP, CROP), (v) => v / 100),
  );
  return rows.map((row, i) => ({ ...row, weights: lists[i], samples }));
}
/** Every state reads the whole file. */
export const key = (): string => '';
/** What the page carries before the file is there. */
export const pageSubset = (rows: readonly Row[]): readonly Row[] =>
  rows.map(({ weights: _, samples: __, ...row }) => row);
