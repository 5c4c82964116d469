// The sum of a matrix's singular values (its nuclear norm), for sizes where Jacobi's method is too slow: two-sided reflections
// leave two diagonals (Golub and Kahan 1965); the values with both signs are the eigenvalues of the symmetric matrix that has
// these, alternating, beside a diagonal of zeros, and implicit QL finds them (Bowdler et al. 1968, tql1).

const ROUNDS = 60;

/** @param M [m][m] row-major, finite; not changed. O(m^3): 1,024 takes a few seconds */
export function nuclearNorm(M: ArrayLike<number>, m: number): number {
  const values = eigenvalues(beside(Float64Array.from(M), m));
  let sum = 0;
  for (const v of values) sum += Math.abs(v);
  return sum / 2;
}

/** The two diagonals of the bidiagonal form, alternating: d_0, e_0, d_1, ..., d_(m-1). A is overwritten. */
function beside(A: Float64Array, m: number): Float64Array {
  const both = new Float64Array(2 * m - 1);
  const w = new Float64Array(m);
  for (let k = 0; k < m; k++) {
    both[2 * k] = fromLeft(A, w, m, k);
    if (k + 1 < m) both[2 * k + 1] = fromRight(A, w, m, k);
  }
  return both;
}

/** Column k becomes (a, 0, ..., 0) from row k down; the reflection goes over the columns to its right. @returns a */
function fromLeft(A: Float64Array, w: Float64Array, m: number, k: number): number {
  let size = 0;
  for (let i = k; i < m; i++) size += A[i * m + k] * A[i * m + k];
  if (size === 0) return 0;
  const head = A[k * m + k];
  const a = head > 0 ? -Math.sqrt(size) : Math.sqrt(size);
  const scale = 1 / (size - a * head); // 2 / |v|^2
  A[k * m + k] = head - a;
  w.fill(0, k + 1, m);
  for (let i = k; i < m; i++) {
    for (let j = k + 1, v = A[i * m + k], row = i * m; j < m; j++) w[j] += v * A[row + j];
  }
  for (let i = k; i < m; i++) {
    for (let j = k + 1, v = scale * A[i * m + k], row = i * m; j < m; j++) A[row + j] -= v * w[j];
  }
  return a;
}

/** Row k becomes (a, 0, ..., 0) from column k + 1 on; the reflection goes over the rows below. @returns a */
function fromRight(A: Float64Array, w: Float64Array, m: number, k: number): number {
  const from = k + 1;
  const row = k * m;
  let size = 0;
  for (let j = from; j < m; j++) size += A[row + j] * A[row + j];
  if (size === 0) return 0;
  const head = A[row + from];
  const a = head > 0 ? -Math.sqrt(size) : Math.sqrt(size);
  const scale = 1 / (size - a * head);
  for (let j = from; j < m; j++) w[j] = A[row + j];
  w[from] = head - a;
  for (let i = from; i < m; i++) {
    let along = 0;
    for (let j = from, at = i * m; j < m; j++) along += A[at + j] * w[j];
    along *= scale;
    for (let j = from, at = i * m; j < m; j++) A[at + j] -= along * w[j];
  }
  return a;
}

/** Of the symmetric matrix with zeros on its diagonal and these beside it. */
function eigenvalues(next: Float64Array): Float64Array {
  const n = next.length + 1;
  const d = new Float64Array(n);
  const e = Float64Array.from({ length: n }, (_, i) => next[i] ?? 0);
  for (let from = 0; from < n; from++) {
    for (let round = 0; round < ROUNDS; round++) {
      let to = from;
      while (to < n - 1 && Math.abs(e[to]) > Number.EPSILON * (Math.abs(d[to]) + Math.abs(d[to + 1]))) to++;
      if (to === from) break;
      chase(d, e, from, to);
    }
  }
  return d;
}

/** One QL sweep with Wilkinson's shift over the unreduced block. */
function chase(d: Float64Array, e: Float64Array, from: number, to: number): void {
  const slope = (d[from + 1] - d[from]) / (2 * e[from]);
  const r = Math.sqrt(slope * slope + 1);
  let g = d[to] - d[from] + e[from] / (slope + (slope < 0 ? -r : r));
  let sin = 1;
  let cos = 1;
  let p = 0;
  for (let i = to - 1; i >= from; i--) {
    const f = sin * e[i];
    const b = cos * e[i];
    const size = Math.sqrt(f * f + g * g);
    e[i + 1] = size;
    if (size === 0) {
      d[i + 1] -= p;
      e[to] = 0;
      return;
    }
    sin = f / size;
    cos = g / size;
    g = d[i + 1] - p;
    const turn = (d[i] - g) * sin + 2 * cos * b;
    p = sin * turn;
    d[i + 1] = g + p;
    g = cos * turn - b;
  }
  d[from] -= p;
  e[from] = g;
  e[to] = 0;
}
