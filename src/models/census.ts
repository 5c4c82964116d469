// What a set of directions looks like: lengths, shares of a dimension, interference, neighbours; any n up to 4,096 in any m.
// Letters as in geometry.ts: W_fh is [n][m] row-major, u_f = W_f / |W_f|, c_fg = u_f . u_g.
//
//   interference_f = sum over g != f of (u_f . W_g)^2      D_f = |W_f|^2 / (|W_f|^2 + interference_f)      (Elhage et al. 2022)

import type { Kernels } from '../math/kernels/kernels.ts';

const BLOCK = 256;

export interface Census {
  readonly n: number;
  readonly m: number;
  /** |W_f|, D_f, interference_f, [n]; D is 0 where W_f is 0 */
  readonly norms: Float64Array;
  readonly shares: Float64Array;
  readonly interference: Float64Array;
  /** the other direction that is most nearly parallel or opposite, and its cosine, [n]; -1 where there is none */
  readonly nearest: Int32Array;
  readonly cosines: Float64Array;
  /** c_fg, [n][n]; rows of what has no direction are 0 */
  readonly C: Float32Array;
}

/** Lengths, cosines and interference of the rows of W [n][m], in blocks of rows. */
export function census(W: ArrayLike<number>, n: number, m: number, k: Kernels): Census {
  const norms = lengths(W, n, m);
  const live = Uint8Array.from(alive(norms), Number);
  const C = new Float32Array(n * n);
  const top = k.mark();
  const u = k.alloc(n * m);
  const c = k.alloc(BLOCK * n);
  const rest = (from: number): number => n - from;
  const units = k.data().subarray(u, u + n * m);
  for (let f = 0; f < n; f++) {
    for (let h = 0; h < m; h++) units[f * m + h] = live[f] ? W[f * m + h] / norms[f] : 0;
  }
  for (let from = 0; from < n; from += BLOCK) {
    const rows = Math.min(BLOCK, rest(from));
    const cols = rest(from);
    k.gemm(c, cols, u + from * m, m, 1, u + from * m, 1, m, rows, cols, m, 0);
    const part = k.data().subarray(c, c + rows * cols);
    for (let i = 0; i < rows; i++) {
      for (let j = i; j < cols; j++) {
        const value = i === j ? live[from + i] : Math.max(-1, Math.min(1, part[i * cols + j]));
        C[(from + i) * n + from + j] = C[(from + j) * n + from + i] = value;
      }
    }
  }
  k.reset(top);
  return { n, m, norms, C, ...seen(C, norms, live, n) };
}

/** |W_f|, [n]; rows so short or long that squares would leave the range of f64 are scaled first. */
export const lengths = (W: ArrayLike<number>, n: number, m: number): Float64Array =>
  Float64Array.from({ length: n }, (_, f) => {
    let sum = 0;
    for (let i = f * m; i < (f + 1) * m; i++) sum += W[i] * W[i];
    if (sum > 1e-280 && sum < 1e280) return Math.sqrt(sum);
    let most = 0;
    for (let i = f * m; i < (f + 1) * m; i++) most = Math.max(most, Math.abs(W[i]));
    if (most === 0) return 0;
    sum = 0;
    for (let i = f * m; i < (f + 1) * m; i++) sum += (W[i] / most) * (W[i] / most);
    return most * Math.sqrt(sum);
  });

/** Every row that is not zero has a direction, however short it is. */
export const alive = (norms: Float64Array): boolean[] => Array.from(norms, (v) => v > 0);

function seen(
  C: Float32Array,
  norms: Float64Array,
  live: Uint8Array,
  n: number,
): Omit<Census, 'n' | 'm' | 'norms' | 'C'> {
  const shares = new Float64Array(n);
  const interference = new Float64Array(n);
  const nearest = new Int32Array(n).fill(-1);
  const cosines = new Float64Array(n);
  for (let f = 0; f < n; f++) {
    if (!live[f]) continue;
    let sum = 0;
    let most = -1;
    for (let g = 0; g < n; g++) {
      if (g === f || !live[g]) continue;
      const cosine = C[f * n + g];
      const along = cosine * norms[g];
      const size = Math.abs(cosine);
      sum += along * along;
      if (size > most) {
        most = size;
        nearest[f] = g;
        cosines[f] = cosine;
      }
    }
    interference[f] = sum;
    shares[f] = (norms[f] * norms[f]) / (norms[f] * norms[f] + sum);
  }
  return { shares, interference, nearest, cosines };
}
