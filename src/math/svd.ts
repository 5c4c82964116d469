// Singular values by one-sided Jacobi (Hestenes 1958): pairs of columns are turned until all stand at right angles; then
// their lengths are the singular values. Slower than bidiagonalisation, but short, accurate for small values as well, and
// made of + - * / and square roots alone. Up to a few hundred columns.

export interface Svd {
  /** singular values, largest first, [k] with k = min(rows, cols) */
  readonly s: Float64Array;
  /** left singular vectors as rows, [k][rows]; the zero vector where s is 0 */
  readonly Ut: Float64Array;
  /** right singular vectors as rows, [k][cols] */
  readonly Vt: Float64Array;
}

/** A = U diag(s) V^T. @param A [rows][cols] row-major, finite */
export function svd(A: ArrayLike<number>, rows: number, cols: number): Svd {
  if (rows < cols) {
    const { s, Ut, Vt } = svd(transpose(A, rows, cols), cols, rows);
    return { s, Ut: Vt, Vt: Ut };
  }
  const G = transpose(A, rows, cols);
  const V = identity(cols); // columns of A and of V, each contiguous
  let all = 0;
  for (const g of G) all += g * g;
  for (let round = 0; round < 60; round++) if (!sweep(G, V, rows, cols, all * 1e-29)) break;
  return sorted(G, V, rows, cols);
}

function transpose(A: ArrayLike<number>, rows: number, cols: number): Float64Array {
  const T = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) T[j * rows + i] = A[i * cols + j];
  return T;
}

/** The unit matrix, [n][n]. */
export const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) ? 0 : 1));

/** Every pair once; false when none was off by more than rounding. Columns whose square is below `dust` are rounding themselves. */
function sweep(G: Float64Array, V: Float64Array, rows: number, cols: number, dust: number): boolean {
  let turned = false;
  for (let p = 0; p < cols; p++) {
    for (let q = p + 1; q < cols; q++) {
      let a = 0;
      let b = 0;
      let c = 0;
      for (let i = 0, x = p * rows, y = q * rows; i < rows; i++, x++, y++) {
        a += G[x] * G[x];
        b += G[y] * G[y];
        c += G[x] * G[y];
      }
      if (Math.abs(c) <= 1e-15 * Math.sqrt(a * b) || a <= dust || b <= dust) continue;
      turned = true;
      const zeta = (b - a) / (2 * c);
      const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const cos = 1 / Math.sqrt(1 + t * t);
      const sin = cos * t;
      rotate(G, p * rows, q * rows, rows, cos, sin);
      rotate(V, p * cols, q * cols, cols, cos, sin);
    }
  }
  return turned;
}

function rotate(A: Float64Array, p: number, q: number, count: number, cos: number, sin: number): void {
  for (let i = 0; i < count; i++) {
    const x = A[p + i];
    const y = A[q + i];
    A[p + i] = cos * x - sin * y;
    A[q + i] = sin * x + cos * y;
  }
}

function sorted(G: Float64Array, V: Float64Array, rows: number, cols: number): Svd {
  const size = Float64Array.from({ length: cols }, (_, j) => {
    let sum = 0;
    for (let i = j * rows; i < (j + 1) * rows; i++) sum += G[i] * G[i];
    return Math.sqrt(sum);
  });
  const order = [...size.keys()].sort((a, b) => size[b] - size[a] || a - b);
  const Ut = new Float64Array(cols * rows);
  const Vt = new Float64Array(cols * cols);
  const none = 1e-14 * size[order[0]];
  order.forEach((j, k) => {
    if (size[j] > none) for (let i = 0; i < rows; i++) Ut[k * rows + i] = G[j * rows + i] / size[j];
    Vt.set(V.subarray(j * cols, (j + 1) * cols), k * cols);
  });
  return { s: Float64Array.from(order, (j) => (size[j] > none ? size[j] : 0)), Ut, Vt };
}
