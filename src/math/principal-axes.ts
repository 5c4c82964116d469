// The few leading axes of a set of points: eigenvectors of A^T A by the Lanczos process with full reorthogonalisation (Golub
// and Van Loan, Matrix Computations, 10.3), stopped when the vectors stand, not when the values do. A^T A is never formed:
// each step is y = A^T (A x), O(n m), in f64. Enough for a view; a whole spectrum is svd.ts.

import { key, normal } from './random.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** The largest angle between an axis and the true one, as bounded by residual over gap. */
const TOLERANCE = 1e-7;
const MOST_STEPS = 400;
const CHECK_EVERY = 10;

export interface PrincipalAxes {
  /** unit axes as rows, [count][m], largest first; the largest part of each is positive */
  readonly axes: Float64Array;
  /** share of sum |A_r|^2 along each, [count] */
  readonly shares: Float64Array;
}

/** @param A [n][m] row-major; not centred: a direction starts at the origin */
export function principalAxes(given: ArrayLike<number>, n: number, m: number, count: number): PrincipalAxes {
  const A = given instanceof Float64Array ? given : Float64Array.from(given);
  let trace = 0;
  for (let i = 0; i < n * m; i++) trace += A[i] * A[i];
  const most = Math.min(m, MOST_STEPS);
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const next: number[] = [];
  let v: Float64Array<ArrayBufferLike> = freshVector(basis, m, 0);
  let ritz = symmetricEigen([], []);
  for (let step = 0; step < most; step++) {
    basis.push(v);
    const w = squareTimes(A, n, m, v);
    diagonal.push(dot(w, v));
    orthogonalize(w, basis);
    let size = Math.sqrt(dot(w, w));
    const scale = Math.max(...diagonal.map(Math.abs));
    if (size <= 1e-13 * scale) size = 0;
    const last = step + 1 === most;
    if (last || (step + 1) % CHECK_EVERY === 0) {
      ritz = symmetricEigen(diagonal, next);
      if (last || (step + 1 >= Math.min(m, count + 2 * CHECK_EVERY) && standing(ritz, size, count))) break;
    }
    next.push(size);
    v = size ? w.map((x) => x / size) : freshVector(basis, m, step + 1);
  }
  return assemble(basis, ritz, m, count, trace);
}

/** Whether residual over gap bounds every wanted vector's error. */
function standing(
  { values, vectors }: ReturnType<typeof symmetricEigen>,
  size: number,
  count: number,
): boolean {
  const steps = values.length;
  for (let a = 0; a < Math.min(count, steps); a++) {
    const residual = size * Math.abs(vectors[a * steps + steps - 1]);
    const below = a + 1 < steps ? values[a] - values[a + 1] : Infinity;
    const above = a > 0 ? values[a - 1] - values[a] : Infinity;
    const gap = Math.min(below, above);
    if (gap > 1e-10 * values[0] && residual > TOLERANCE * gap) return false;
    if (residual > TOLERANCE * values[0]) return false;
  }
  return true;
}

function assemble(
  basis: readonly Float64Array[],
  { values, vectors }: ReturnType<typeof symmetricEigen>,
  m: number,
  count: number,
  trace: number,
): PrincipalAxes {
  const steps = values.length;
  const axes = new Float64Array(count * m);
  const shares = new Float64Array(count);
  for (let a = 0; a < Math.min(count, steps); a++) {
    const axis = axes.subarray(a * m, (a + 1) * m);
    for (let s = 0; s < steps; s++) {
      const part = vectors[a * steps + s];
      for (let i = 0; i < m; i++) axis[i] += part * basis[s][i];
    }
    let most = 0;
    for (let i = 0; i < m; i++) if (Math.abs(axis[i]) > Math.abs(axis[most]) + 1e-9) most = i;
    const scale = (axis[most] < 0 ? -1 : 1) / (Math.sqrt(dot(axis, axis)) || 1);
    for (let i = 0; i < m; i++) axis[i] *= scale;
    shares[a] = trace ? Math.max(0, values[a]) / trace : 0;
  }
  return { axes, shares };
}

/** A^T (A x), four rows at a time: y is read and written a quarter as often. */
function squareTimes(A: Float64Array, n: number, m: number, x: Float64Array): Float64Array {
  const y = new Float64Array(m);
  let r = 0;
  for (; r + 4 <= n; r += 4) {
    const a = r * m;
    const b = a + m;
    const c = b + m;
    const d = c + m;
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    for (let i = 0; i < m; i++) {
      const v = x[i];
      sa += A[a + i] * v;
      sb += A[b + i] * v;
      sc += A[c + i] * v;
      sd += A[d + i] * v;
    }
    for (let i = 0; i < m; i++) y[i] += sa * A[a + i] + sb * A[b + i] + sc * A[c + i] + sd * A[d + i];
  }
  for (; r < n; r++) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += A[r * m + i] * x[i];
    for (let i = 0; i < m; i++) y[i] += sum * A[r * m + i];
  }
  return y;
}

/** Twice: once leaves rounding behind (Giraud et al. 2005). */
function orthogonalize(w: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) {
    for (const b of basis) {
      const along = dot(w, b);
      for (let i = 0; i < w.length; i++) w[i] -= along * b[i];
    }
  }
}

/** A seeded unit vector at right angles to the basis. */
function freshVector(basis: readonly Float64Array[], m: number, draw: number): Float64Array {
  const seed = key(1, 96, draw);
  const w = Float64Array.from({ length: m }, (_, i) => normal(seed, i));
  orthogonalize(w, basis);
  const size = Math.sqrt(dot(w, w)) || 1;
  return w.map((x) => x / size);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
