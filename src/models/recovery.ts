// How much of the truth a dictionary found. The toy's feature directions are known, so recovery is a number:
//
//   MMCS = mean over features f of max over latents d of cos(Wd_d, W_f)          (Sharkey et al. 2022)
//
// It needs a null: in few dimensions the best of many random directions is already near everything (0.78 for 40 in 6).
// Letters: f feature (n), d latent (D), h neuron (m), s sample. Directions are rows.

import { key, normal } from '../math/random.ts';
import { bd, dot, encode, Wd, type Dictionary, type Samples } from './dictionary.ts';

/** cos(truth_f, found_d), [n][D] row-major. */
export function cosines(
  truth_fh: Float64Array,
  n: number,
  found_dh: Float64Array,
  D: number,
  m: number,
): Float64Array {
  const C_fd = new Float64Array(n * D);
  const size = (a: Float64Array, i: number): number => Math.sqrt(dot(a, i, a, i, m)) || 1;
  for (let f = 0; f < n; f++) {
    const whole = size(truth_fh, f * m);
    for (let d = 0; d < D; d++) {
      C_fd[f * D + d] = dot(truth_fh, f * m, found_dh, d * m, m) / (whole * size(found_dh, d * m));
    }
  }
  return C_fd;
}

/** Each feature's largest cosine with a latent that is alive, [n]; 0 where none is. */
export const bests = (C_fd: Float64Array, n: number, D: number, live?: readonly boolean[]): number[] =>
  Array.from({ length: n }, (_, f) => {
    let best = 0;
    for (let d = 0; d < D; d++) if (!live || live[d]) best = Math.max(best, C_fd[f * D + d]);
    return best;
  });

/** The mean; NaN of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;

/** MMCS of D random directions, mean of `draws` dictionaries. */
export function nullMmcs(
  truth_fh: Float64Array,
  n: number,
  D: number,
  m: number,
  seed: number,
  draws = 16,
): number {
  const k = key(seed, 14);
  return mean(
    Array.from({ length: draws }, (_, j) => {
      const random = Float64Array.from({ length: D * m }, (_, i) => normal(k, j * D * m + i));
      return mean(bests(cosines(truth_fh, n, random, D, m), n, D));
    }),
  );
}

/**
 * One latent for every feature, none twice: the largest cosine first, and so on down. [n], -1 where none is left.
 * Greedy, not Hungarian: it differs only where two features want one latent, and there the picture should show who lost.
 */
export function match(C_fd: Float64Array, n: number, D: number, live?: readonly boolean[]): number[] {
  const order = [...C_fd.keys()]
    .filter((i) => !live || live[i % D])
    .sort((a, b) => C_fd[b] - C_fd[a] || a - b);
  const latent = Array<number>(n).fill(-1);
  const taken = Array<boolean>(D).fill(false);
  for (const i of order) {
    const f = Math.floor(i / D);
    const d = i % D;
    if (latent[f] < 0 && !taken[d]) {
      latent[f] = d;
      taken[d] = true;
    }
  }
  return latent;
}

/** Latents in the order in which they are drawn: matched ones down the diagonal, then the other live ones next to the feature they are nearest to, dead ones last. */
export function arrange(
  C_fd: Float64Array,
  n: number,
  D: number,
  live: readonly boolean[],
): { order: number[]; latent: number[] } {
  const latent = match(C_fd, n, D, live);
  const first = latent.filter((d) => d >= 0);
  const nearest = (d: number): number => {
    let best = 0;
    for (let f = 1; f < n; f++) if (C_fd[f * D + d] > C_fd[best * D + d]) best = f;
    return best;
  };
  const rest = Array.from({ length: D }, (_, d) => d).filter((d) => !first.includes(d));
  const spare = rest
    .filter((d) => live[d])
    .map((d) => [nearest(d), d])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, d]) => d);
  return { order: [...first, ...spare, ...rest.filter((d) => !live[d])], latent };
}

/** What a dictionary does to samples it was not trained on. */
export interface Fit {
  /** share of the variance about the mean that z' explains */
  readonly explained: number;
  /** |z - z'|^2 / |z|^2 over all samples */
  readonly error: number;
  /** latents active at a time */
  readonly active: number;
  /** fired at least once, [D] */
  readonly live: boolean[];
}

/** How well the dictionary reconstructs the samples: unexplained variance, active latents per sample, and which latents ever fire. */
export function fit(dictionary: Dictionary, { S, Z_sh }: Samples, keep: number): Fit {
  const { D, m, theta } = dictionary;
  const WD = Wd(dictionary);
  const BD = bd(dictionary);
  const f = new Float64Array(D);
  const on = new Int32Array(D);
  const r = new Float64Array(m);
  const middle = new Float64Array(m);
  const live = Array<boolean>(D).fill(false);
  let active = 0;
  let missed = 0;
  let square = 0;
  for (let s = 0, z = 0; s < S; s++, z += m) {
    const count = encode(dictionary, Z_sh, z, keep, f, on);
    active += count / S;
    for (let h = 0; h < m; h++) r[h] = theta[BD + h] - Z_sh[z + h];
    for (let i = 0; i < count; i++) {
      live[on[i]] = true;
      for (let h = 0; h < m; h++) r[h] += f[on[i]] * theta[WD + on[i] * m + h];
    }
    for (let h = 0; h < m; h++) {
      missed += r[h] * r[h];
      square += Z_sh[z + h] * Z_sh[z + h];
      middle[h] += Z_sh[z + h] / S;
    }
  }
  const spread = square - S * dot(middle, 0, middle, 0, m);
  return { explained: 1 - missed / spread, error: missed / square, active, live };
}
