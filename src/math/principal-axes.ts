// The few leading axes of a set of points: eigenvectors of A^T A by subspace iteration (Stewart 1969). Enough for a view; a
// whole spectrum is svd.ts.

import type { Kernels } from './kernels/kernels.ts';
import { key, normal } from './random.ts';
import { svd } from './svd.ts';

const EXTRA = 5;
const ROUNDS = 80;

export interface PrincipalAxes {
  /** unit axes as rows, [count][m], largest first; the largest part of each is positive */
  readonly axes: Float64Array;
  /** share of sum |A_r|^2 along each, [count] */
  readonly shares: Float64Array;
}

/** @param A [n][m] row-major; not centred: a direction starts at the origin */
export function principalAxes(
  A: ArrayLike<number>,
  n: number,
  m: number,
  count: number,
  k: Kernels,
): PrincipalAxes {
  const S = square(A, n, m, k);
  let trace = 0;
  for (let i = 0; i < m; i++) trace += S[i * m + i];
  const wide = Math.min(m, count + EXTRA);
  const seed = key(1, 96);
  let B: Float64Array = Float64Array.from({ length: wide * m }, (_, i) => normal(seed, i));
  let s: Float64Array = new Float64Array(wide);
  for (let round = 0; round < ROUNDS; round++) {
    const parts = svd(multiplied(S, B, m, wide), wide, m);
    const before = s;
    [B, s] = [parts.Vt, parts.s];
    if (s.subarray(0, count).every((v, i) => Math.abs(v - before[i]) <= 1e-9 * s[0])) break;
  }
  const axes = new Float64Array(count * m);
  const shares = new Float64Array(count);
  for (let a = 0; a < Math.min(count, wide); a++) {
    let most = 0;
    for (let i = 0; i < m; i++) if (Math.abs(B[a * m + i]) > Math.abs(B[a * m + most]) + 1e-9) most = i;
    const sign = B[a * m + most] < 0 ? -1 : 1;
    for (let i = 0; i < m; i++) axes[a * m + i] = sign * B[a * m + i];
    shares[a] = trace ? s[a] / trace : 0;
  }
  return { axes, shares };
}

/** A^T A, [m][m] */
function square(A: ArrayLike<number>, n: number, m: number, k: Kernels): Float64Array {
  const top = k.mark();
  const a = k.alloc(n * m);
  const c = k.alloc(m * m);
  const data = k.data();
  for (let i = 0; i < n * m; i++) data[a + i] = A[i];
  k.gemm(c, m, a, 1, m, a, m, 1, m, m, n, 0);
  const out = Float64Array.from(k.data().subarray(c, c + m * m));
  k.reset(top);
  return out;
}

/** B S, [wide][m]; S is symmetric */
function multiplied(S: Float64Array, B: Float64Array, m: number, wide: number): Float64Array {
  const out = new Float64Array(wide * m);
  for (let b = 0; b < wide; b++) {
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let j = 0; j < m; j++) sum += S[i * m + j] * B[b * m + j];
      out[b * m + i] = sum;
    }
  }
  return out;
}
