// Two packed sets of filters (container.ts), matched: each of the one with one of the other, so that the sum of the cosines is largest.

import { unpacked } from './container.ts';
import { assignMost } from './hungarian.ts';

export const FILTERS = 64;
export const SIDE = 12;
export const WIDE = SIDE * SIDE;

export interface Pair {
  readonly left: number;
  readonly right: number;
  /** absolute */
  readonly cosine: number;
  /** the right one has the opposite sign */
  readonly opposite: boolean;
}

function cosines(A: Int8Array, B: Int8Array): Float64Array {
  const size = (F: Int8Array, i: number): number => {
    let sum = 0;
    for (let p = i * WIDE; p < (i + 1) * WIDE; p++) sum += F[p] * F[p];
    return Math.sqrt(sum) || 1;
  };
  const a = Array.from({ length: FILTERS }, (_, i) => size(A, i));
  const b = Array.from({ length: FILTERS }, (_, i) => size(B, i));
  const C = new Float64Array(FILTERS * FILTERS);
  for (let i = 0; i < FILTERS; i++) {
    for (let j = 0; j < FILTERS; j++) {
      let sum = 0;
      for (let p = 0; p < WIDE; p++) sum += A[i * WIDE + p] * B[j * WIDE + p];
      C[i * FILTERS + j] = sum / (a[i] * b[j]);
    }
  }
  return C;
}

let last: { name: string; pairs: readonly Pair[] } | undefined;
/** Best first; empty before there are filters. */
export function pairs(left: string, right: string | undefined): readonly Pair[] {
  if (!left || !right) return [];
  const name = left + right;
  if (last?.name === name) return last.pairs;
  const C = cosines(unpacked(left), unpacked(right));
  const of = assignMost(C.map(Math.abs), FILTERS, FILTERS);
  const made = Array.from(of, (j, i) => ({
    left: i,
    right: j,
    cosine: Math.abs(C[i * FILTERS + j]),
    opposite: C[i * FILTERS + j] < 0,
  })).sort((a, b) => b.cosine - a.cosine);
  last = { name, pairs: made };
  return made;
}
