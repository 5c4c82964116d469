// The rotation that lays one set of points as near as can be on another: min |A Q - B| over orthogonal Q is reached by
// Q = U V^T where A^T B = U S V^T (Schoenemann 1966). Turns and mirrors are free, scale and position are not.

import { svd, type Svd } from './svd.ts';

export interface Procrustes {
  /** [m][m] row-major, orthogonal: A Q lies on B */
  readonly Q: Float64Array;
  /** sum of the singular values of A^T B */
  readonly overlap: number;
  /** sum S / (|A| |B|), 0 ... 1: 1 when B is a turned and scaled A. 1 - its square is SciPy's "disparity" for centred sets. */
  readonly likeness: number;
}

/** @param A, B [n][m] row-major, row i of the one meant for row i of the other */
export function procrustes(A: ArrayLike<number>, B: ArrayLike<number>, n: number, m: number): Procrustes {
  const M = new Float64Array(m * m);
  let a = 0;
  let b = 0;
  for (let r = 0; r < n; r++) {
    for (let i = 0; i < m; i++) {
      const x = A[r * m + i];
      a += x * x;
      b += B[r * m + i] * B[r * m + i];
      for (let j = 0; j < m; j++) M[i * m + j] += x * B[r * m + j];
    }
  }
  const parts = svd(M, m, m);
  const overlap = parts.s.reduce((sum, s) => sum + s, 0);
  return { Q: polar(parts, m), overlap, likeness: a && b ? overlap / Math.sqrt(a * b) : 0 };
}

/** A Q, [n][m] */
export function turned(A: ArrayLike<number>, Q: ArrayLike<number>, n: number, m: number): Float64Array {
  const out = new Float64Array(n * m);
  for (let r = 0; r < n; r++) {
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) out[r * m + j] += A[r * m + i] * Q[i * m + j];
  }
  return out;
}

/** U V^T; where a singular value is 0 its left vector is free, and the next unit vector at right angles to the others is taken. */
function polar({ s, Ut, Vt }: Svd, m: number): Float64Array {
  const U = Float64Array.from(Ut);
  const Q = new Float64Array(m * m);
  for (let k = 0; k < m; k++) if (s[k] === 0) complete(U, k, m);
  for (let k = 0; k < m; k++) {
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) Q[i * m + j] += U[k * m + i] * Vt[k * m + j];
  }
  return Q;
}

/** Rows 0 ... k - 1 are orthonormal; row k becomes the unit vector that is farthest from them, made square to them twice. */
function complete(U: Float64Array, k: number, m: number): void {
  let best = 0;
  let most = -1;
  for (let i = 0; i < m; i++) {
    let free = 1;
    for (let r = 0; r < k; r++) free -= U[r * m + i] * U[r * m + i];
    if (free > most + 1e-9) {
      most = free;
      best = i;
    }
  }
  U.fill(0, k * m, (k + 1) * m);
  U[k * m + best] = 1;
  for (let pass = 0; pass < 2; pass++) {
    for (let r = 0; r < k; r++) {
      let along = 0;
      for (let i = 0; i < m; i++) along += U[k * m + i] * U[r * m + i];
      for (let i = 0; i < m; i++) U[k * m + i] -= along * U[r * m + i];
    }
  }
  let size = 0;
  for (let i = 0; i < m; i++) size += U[k * m + i] * U[k * m + i];
  for (let i = 0; i < m; i++) U[k * m + i] /= Math.sqrt(size);
}
