// Eigenvalues and vectors of a symmetric tridiagonal matrix by implicit QL with Wilkinson's shift (Bowdler et al. 1968, tql2).

const ROUNDS = 60;

export interface Eigen {
  /** largest first, [k] */
  readonly values: Float64Array;
  /** unit vectors as rows, [k][k] */
  readonly vectors: Float64Array;
}

/** @param diagonal [k] @param beside the k - 1 entries next to it */
export function symmetricEigen(diagonal: readonly number[], beside: readonly number[]): Eigen {
  const k = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = Float64Array.from({ length: k }, (_, i) => (i < k - 1 ? (beside[i] ?? 0) : 0));
  const Z = new Float64Array(k * k); // vectors as rows
  for (let i = 0; i < k; i++) Z[i * k + i] = 1;
  for (let from = 0; from < k; from++) {
    for (let round = 0; round < ROUNDS; round++) {
      let to = from;
      while (to < k - 1 && Math.abs(e[to]) > Number.EPSILON * (Math.abs(d[to]) + Math.abs(d[to + 1]))) to++;
      if (to === from) break;
      chase(d, e, Z, k, from, to);
    }
  }
  const order = [...d.keys()].sort((a, b) => d[b] - d[a] || a - b);
  const vectors = new Float64Array(k * k);
  order.forEach((from, to) => vectors.set(Z.subarray(from * k, (from + 1) * k), to * k));
  return { values: Float64Array.from(order, (i) => d[i]), vectors };
}

/** One QL sweep over the unreduced block, its rotations applied to the vectors. */
function chase(d: Float64Array, e: Float64Array, Z: Float64Array, k: number, from: number, to: number): void {
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
    for (let j = 0, upper = (i + 1) * k, lower = i * k; j < k; j++) {
      const z = Z[upper + j];
      Z[upper + j] = sin * Z[lower + j] + cos * z;
      Z[lower + j] = cos * Z[lower + j] - sin * z;
    }
  }
  d[from] -= p;
  e[from] = g;
  e[to] = 0;
}
