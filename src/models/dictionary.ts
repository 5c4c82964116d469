// A sparse autoencoder: a dictionary of D directions in a space of m < D neurons, learned so that few of them at a time
// rebuild what is seen. Bricken et al. 2023, "Towards Monosemanticity"; Cunningham et al. 2023; top-k: Gao et al. 2024.
//
//   f = ReLU(We (z - bd) + be)      z' = Wd f + bd      L = E |z - z'|^2 + lambda sum_d f_d      |Wd_d| = 1
//
// Letters: d latent (D), h neuron (m), s sample. theta holds all weights in one array: We_dh, Wd_dh (row d is the direction
// of latent d in both), be_d, bd_h. With the top-k rule lambda is 0 and only the k largest f_d of a sample are kept.

import type { Adam } from '../math/adam.ts';

/** Plain data: a copy is a checkpoint. `fired_d`: how often each latent was active since the last re-seeding. */
export interface Dictionary {
  readonly D: number;
  readonly m: number;
  readonly theta: Float64Array;
  readonly adam: Adam;
  readonly fired_d: Float64Array;
}

/** S samples of m numbers, row-major. */
export interface Samples {
  readonly S: number;
  readonly Z_sh: Float64Array;
}

/** Where the parts of theta begin; We_dh is first. */
export const Wd = ({ D, m }: Dictionary): number => D * m;
/** Where the encoder's bias begins in theta. */
export const be = ({ D, m }: Dictionary): number => 2 * D * m;
/** Where the decoder's bias begins in theta. */
export const bd = ({ D, m }: Dictionary): number => 2 * D * m + D;

let centred = new Float64Array(16); // z - bd, of the sample at hand

/** f of one sample (from `z` in Z), in place; the latents that are active, in `on`. Returns how many they are. */
export function encode(
  dictionary: Dictionary,
  Z: Float64Array,
  z: number,
  keep: number,
  f_d: Float64Array,
  on: Int32Array,
): number {
  const { D, m, theta } = dictionary;
  const BE = be(dictionary);
  const BD = bd(dictionary);
  const c = centred.length >= m ? centred : (centred = new Float64Array(m));
  let count = 0;
  for (let h = 0; h < m; h++) c[h] = Z[z + h] - theta[BD + h];
  for (let d = 0, w = 0; d < D; d++, w += m) {
    let a = theta[BE + d];
    for (let h = 0; h < m; h++) a += theta[w + h] * c[h];
    f_d[d] = a > 0 ? a : 0;
    if (a > 0) on[count++] = d;
  }
  if (!keep || count <= keep) return count;
  for (let i = 0; i < keep; i++) {
    // the k largest to the front
    let best = i;
    for (let j = i + 1; j < count; j++) if (f_d[on[j]] > f_d[on[best]]) best = j;
    const d = on[best];
    on[best] = on[i];
    on[i] = d;
  }
  for (let j = keep; j < count; j++) f_d[on[j]] = 0;
  return keep;
}

/** L over the samples, dL/dtheta into `gradient`, each sample's squared error into `error_s`, where they are given. */
export function loss(
  dictionary: Dictionary,
  { S, Z_sh }: Samples,
  keep: number,
  penalty: number,
  gradient?: Float64Array,
  error_s?: Float64Array,
): number {
  const { D, m, theta, fired_d } = dictionary;
  const WD = Wd(dictionary);
  const BE = be(dictionary);
  const BD = bd(dictionary);
  const f = new Float64Array(D);
  const on = new Int32Array(D);
  const r = new Float64Array(m);
  let total = 0;
  gradient?.fill(0);
  for (let s = 0, z = 0; s < S; s++, z += m) {
    const count = encode(dictionary, Z_sh, z, keep, f, on); // f = ReLU(We (z - bd) + be)
    for (let h = 0; h < m; h++) r[h] = theta[BD + h] - Z_sh[z + h];
    let size = 0;
    let error = 0;
    for (let i = 0; i < count; i++) {
      // r = z' - z, z' = Wd f + bd
      const d = on[i];
      const w = WD + d * m;
      size += f[d];
      for (let h = 0; h < m; h++) r[h] += f[d] * theta[w + h];
    }
    for (let h = 0; h < m; h++) error += r[h] * r[h];
    total += (error + penalty * size) / S; // L = |r|^2 + lambda sum f
    if (error_s) error_s[s] = error;
    if (!gradient) continue;
    for (let h = 0; h < m; h++) gradient[BD + h] += (2 / S) * r[h]; // dL/dbd, as written: 2 r
    for (let i = 0; i < count; i++) {
      const d = on[i];
      const w = d * m;
      let df = penalty; // dL/df = 2 Wd . r + lambda
      for (let h = 0; h < m; h++) df += 2 * r[h] * theta[WD + w + h];
      df /= S;
      fired_d[d] += 1;
      gradient[BE + d] += df; // dL/dbe = dL/df
      for (let h = 0; h < m; h++) {
        gradient[WD + w + h] += (2 / S) * f[d] * r[h]; // dL/dWd = 2 f r
        gradient[w + h] += df * (Z_sh[z + h] - theta[BD + h]); // dL/dWe = dL/df (z - bd)
        gradient[BD + h] -= df * theta[w + h]; // dL/dbd, as read: -We dL/df
      }
    }
  }
  return total;
}

/** Dot product of m numbers of a from i and of b from j. */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, m: number): number {
  let sum = 0;
  for (let h = 0; h < m; h++) sum += a[i + h] * b[j + h];
  return sum;
}
