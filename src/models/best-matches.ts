// For every row of one set its best cosine in another, and back, without ever holding the table of all cosines: tiles of it
// pass by. rows x rows x width multiplications.

import type { Kernels } from '../math/kernels/kernels.ts';

const BLOCK = 256;
const TILE = 1024;

/** Unit rows, [n][m] row-major; a row without a direction is 0. */
export interface UnitRows {
  readonly n: number;
  readonly m: number;
  readonly rows: Float32Array | Float64Array;
}

export interface BestMatches {
  /** best cosine of each row of the first in the second, its place (-1: none), and how many lie above the threshold, [n] */
  readonly best: Float64Array;
  readonly partner: Int32Array;
  readonly above: Int32Array;
  /** the same of each row of the second, [p] */
  readonly bestBack: Float64Array;
  readonly partnerBack: Int32Array;
  readonly aboveBack: Int32Array;
}

/** Empty tallies for n rows against p. */
export const noMatches = (n: number, p: number): BestMatches => ({
  best: new Float64Array(n).fill(-1),
  partner: new Int32Array(n).fill(-1),
  above: new Int32Array(n),
  bestBack: new Float64Array(p).fill(-1),
  partnerBack: new Int32Array(p).fill(-1),
  aboveBack: new Int32Array(p),
});

/** The same tallies with the two sets exchanged. */
export const exchanged = (of: BestMatches): BestMatches => ({
  best: of.bestBack,
  partner: of.partnerBack,
  above: of.aboveBack,
  bestBack: of.best,
  partnerBack: of.partner,
  aboveBack: of.above,
});

/**
 * Adds the rows `from` ... of the first to the tallies.
 * @param first a block of its rows, as many as there are, the first of them number `from`
 * @param progress share of this block that is done
 */
export function addMatches(
  into: BestMatches,
  first: UnitRows,
  from: number,
  second: UnitRows,
  threshold: number,
  k: Kernels,
  progress: (share: number) => void = () => undefined,
): void {
  const { m } = first;
  const top = k.mark();
  const a = k.alloc(BLOCK * m);
  const b = k.alloc(TILE * m);
  const c = k.alloc(BLOCK * TILE);
  for (let i = 0; i < first.n; i += BLOCK) {
    const rows = Math.min(BLOCK, first.n - i);
    k.data().set(first.rows.subarray(i * m, (i + rows) * m), a);
    for (let j = 0; j < second.n; j += TILE) {
      const cols = Math.min(TILE, second.n - j);
      k.data().set(second.rows.subarray(j * m, (j + cols) * m), b);
      k.gemm(c, cols, a, m, 1, b, 1, m, rows, cols, m, 0);
      tally(into, k.data().subarray(c, c + rows * cols), rows, cols, from + i, j, threshold);
    }
    progress(Math.min(1, (i + rows) / first.n));
  }
  k.reset(top);
}

function tally(
  { best, partner, above, bestBack, partnerBack, aboveBack }: BestMatches,
  C: Float32Array | Float64Array,
  rows: number,
  cols: number,
  firstRow: number,
  firstCol: number,
  threshold: number,
): void {
  for (let r = 0, at = 0; r < rows; r++) {
    const f = firstRow + r;
    let most = best[f];
    for (let q = 0; q < cols; q++, at++) {
      const cosine = C[at];
      if (cosine > most) {
        most = cosine;
        partner[f] = firstCol + q;
      }
      if (cosine > threshold) {
        above[f] += 1;
        aboveBack[firstCol + q] += 1;
      }
      if (cosine > bestBack[firstCol + q]) {
        bestBack[firstCol + q] = cosine;
        partnerBack[firstCol + q] = f;
      }
    }
    best[f] = Math.min(1, most);
  }
}

/** Rows divided by their lengths, in place; what has no direction stays 0. */
export function normalizeRows(rows: Float32Array | Float64Array, n: number, m: number): Float64Array {
  const norms = new Float64Array(n);
  for (let f = 0; f < n; f++) {
    let most = 0;
    for (let i = f * m; i < (f + 1) * m; i++) most = Math.max(most, Math.abs(rows[i]));
    if (!(most > 0 && most < Infinity)) {
      rows.fill(0, f * m, (f + 1) * m);
      continue;
    }
    let sum = 0;
    for (let i = f * m; i < (f + 1) * m; i++) sum += (rows[i] / most) * (rows[i] / most);
    norms[f] = most * Math.sqrt(sum);
    for (let i = f * m; i < (f + 1) * m; i++) rows[i] = rows[i] / most / Math.sqrt(sum);
  }
  return norms;
}
