// A world whose features come in families: C clusters of B sub-features each, in a space of m neurons. Sub-features of one
// cluster point nearly the same way (cosine about 0.75), clusters are orthogonal. What a dictionary calls "a feature" here
// depends on its width: Bricken et al. 2023, "Towards Monosemanticity", section "Feature Splitting".
//
// A cluster is active with probability `active`, at least one is, and then exactly one of its sub-features speaks, at 0.5 ... 1.

import { bits, key, normal, uniform } from '../math/random.ts';
import type { Samples } from './dictionary.ts';

export const CLUSTERS = 5;
export const SUBS = 4;
export const NEURONS = 12;
const ACTIVE = 0.05;
const SPREAD = 0.46; // length of what sets a sub-feature apart from its cluster's mean: cosine 1 / sqrt(1 + 0.46^2) = 0.91

/** Unit directions: W_fh [C * B][m], sub-features of a cluster side by side, and M_ch [C][m], the means of the clusters. */
export interface World {
  readonly W_fh: Float64Array;
  readonly M_ch: Float64Array;
}

/** The world of a seed. */
export function world(seed: number): World {
  const m = NEURONS;
  const k = key(seed, 21);
  let drawn = 0;
  const draw = (): Float64Array => {
    const v = Float64Array.from({ length: m }, (_, h) => normal(k, drawn * m + h));
    drawn += 1;
    return v;
  };
  const base: Float64Array[] = [];
  const W_fh = new Float64Array(CLUSTERS * SUBS * m);
  const M_ch = new Float64Array(CLUSTERS * m);
  for (let c = 0; c < CLUSTERS; c++) base.push(unit(free(draw(), base)));
  for (let c = 0; c < CLUSTERS; c++) {
    const raw = Array.from({ length: SUBS }, () => free(draw(), base)); // orthogonal to all clusters' axes,
    for (let i = 0; i < SUBS; i++) {
      const apart = unit(raw[i].map((x, h) => x - raw.reduce((sum, v) => sum + v[h], 0) / SUBS)); // centred in the cluster
      const v = unit(base[c].map((x, h) => x + SPREAD * apart[h]));
      W_fh.set(v, (c * SUBS + i) * m);
      for (let h = 0; h < m; h++) M_ch[c * m + h] += v[h];
    }
    M_ch.set(unit(M_ch.slice(c * m, c * m + m)), c * m);
  }
  return { W_fh, M_ch };
}

/** S samples of a step, and how many clusters are active at a time; `sole`: one only. Sample s takes the numbers 15 s ... 15 s + 14 of the step's key. */
export function sampleClusters(
  { W_fh }: World,
  S: number,
  seed: number,
  step: number,
  sole = false,
): Samples & { readonly active: number } {
  const m = NEURONS;
  const k = key(seed, 22, step);
  const Z_sh = new Float64Array(S * m);
  let none = 1;
  let spoken = 0;
  for (let c = 0; c < CLUSTERS; c++) none *= 1 - ACTIVE;
  const first = new Float64Array(CLUSTERS); // P(the first active cluster is at most c | one is)
  for (let c = 0, quiet = 1; c < CLUSTERS; c++) first[c] = (1 - (quiet *= 1 - ACTIVE)) / (1 - none);
  for (let s = 0; s < S; s++) {
    const at = 15 * s;
    const u = uniform(k, at);
    let c = 0;
    while (c < CLUSTERS - 1 && u >= first[c]) c += 1;
    add(c);
    if (!sole) for (c += 1; c < CLUSTERS; c++) if (uniform(k, at + c) < ACTIVE) add(c);
    function add(c: number): void {
      const f = c * SUBS + (bits(k, at + 5 + c) & (SUBS - 1));
      const x = 0.5 + 0.5 * uniform(k, at + 10 + c);
      for (let h = 0; h < m; h++) Z_sh[s * m + h] += x * W_fh[f * m + h];
      spoken += 1;
    }
  }
  return { S, Z_sh, active: spoken / S };
}

/** `v` without its part along the orthonormal `base`. */
function free(v: Float64Array, base: readonly Float64Array[]): Float64Array {
  for (const b of base) {
    const along = b.reduce((sum, x, h) => sum + x * v[h], 0);
    v = v.map((x, h) => x - along * b[h]);
  }
  return v;
}

function unit(v: Float64Array): Float64Array {
  const size = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
  return v.map((x) => x / size);
}
