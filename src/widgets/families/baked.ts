// The family in ten seeds, and the last weights of the first five of them. Written by src/bake/families.ts.

import { readContainer } from '../../math/container.ts';

export const file = 'families-d54f2bd4.bin';
/** `TESTED`: fresh pictures that a finished run is tested on */
export const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
export const NETS = 5;
export const TESTED = 1984;

export interface Row {
  readonly seed: number;
  readonly accuracy: number;
  /** median and least of the 56 aligned cosines, median without turning */
  readonly aligned: number;
  readonly least: number;
  readonly unturned: number;
  readonly circulant: number;
  readonly untrained: number;
  readonly untrainedCirculant: number;
  /** templates that have a median cosine above 0.7 with the others, turned into place */
  readonly members: number;
  readonly fingerprint: string;
  /** W1, b1, W2, b2; of the first five seeds, once the file is there */
  readonly weights?: Float32Array | undefined;
}
/** `members`: the median over the seeds, what a description of the family covers; `weights`: numbers a net */
export interface FamiliesFile {
  readonly made: object;
  readonly members: number;
  readonly weights: number;
  readonly rows: readonly Row[];
}

/** The ten seeds, the first five with their weights; for all params. */
export function decode(bytes: ArrayBuffer): readonly Row[] {
  const {
    head: { rows, weights },
    at,
  } = readContainer<FamiliesFile>(bytes);
  return rows.map((row, i) =>
    i < NETS ? { ...row, weights: new Float32Array(bytes, at + 4 * weights * i, weights) } : row,
  );
}
/** All params need the same data. */
export const key = (): string => '';
/** What the page carries before the file is there. */
export const pageSubset = (rows: readonly Row[]): readonly Row[] => rows.map(({ weights: _, ...row }) => row);
