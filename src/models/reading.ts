// Reading a unit from its top examples, and finding out on fresh data whether the reading holds.
// The protocol: the ten inputs at which the unit is most active suggest one feature; on inputs that were not read,
//
//   precision = P(x_f > 0 | u > a quarter of its largest)      recall = P(u > that | x_f > 1/2)      R2 = corr(x_f, u)^2
//
// Units are one side of a neuron (h or -h, rectified), one side of any other direction, or a latent of a dictionary.

import { key, normal } from '../math/random.ts';
import type { Inputs } from './inputs.ts';
import { encode, type Dictionary, type Samples } from './dictionary.ts';

const TOP = 10;
export const READ = 4000;
export const TESTED = 8000;
const FIRES = 0.25; // of the largest activation among the examples read
const STRONG = 0.5; // what a feature must exceed for recall to count on it

/** S examples: what was active in them and what the neurons said. */
export interface Examples {
  readonly inputs: Inputs;
  readonly samples: Samples;
}

/** Activations of every unit, [units][S]. */
export type Units = readonly Float64Array[];

/** Both sides of every neuron: 1+, 1-, 2+, 2- ... */
export function neurons({ S, Z_sh }: Samples, m: number): Units {
  return Array.from({ length: 2 * m }, (_, u) => {
    const h = u >> 1;
    const sign = u & 1 ? -1 : 1;
    return Float64Array.from({ length: S }, (_, s) => Math.max(0, sign * Z_sh[s * m + h]));
  });
}

/** As many random directions. */
export function directions({ S, Z_sh }: Samples, m: number, seed: number): Units {
  const k = key(seed, 31);
  return Array.from({ length: 2 * m }, (_, u) => {
    const v = Float64Array.from({ length: m }, (_, h) => normal(k, u * m + h));
    const size = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    return Float64Array.from({ length: S }, (_, s) => {
      let a = 0;
      for (let h = 0; h < m; h++) a += (v[h] / size) * Z_sh[s * m + h];
      return Math.max(0, a);
    });
  });
}

/** Activations of every latent of the dictionary on the samples, [D] of [S]. */
export function latents(dictionary: Dictionary, { S, Z_sh }: Samples): Units {
  const { D, m } = dictionary;
  const f_d = new Float64Array(D);
  const on = new Int32Array(D);
  const units = Array.from({ length: D }, () => new Float64Array(S));
  for (let s = 0; s < S; s++) {
    const count = encode(dictionary, Z_sh, s * m, 0, f_d, on);
    for (let i = 0; i < count; i++) units[on[i]][s] = f_d[on[i]];
  }
  return units;
}

/** The examples at which u is largest, most active first. */
export const top = (u: Float64Array, count = TOP): number[] =>
  [...u.keys()].sort((a, b) => u[b] - u[a] || a - b).slice(0, count);

/** The machine's own reading: the feature with the largest summed value in these examples. */
export function hypothesis(rows: readonly number[], { n, X_sf }: Inputs): number {
  const sum = Array.from({ length: n }, (_, f) => rows.reduce((total, s) => total + X_sf[s * n + f], 0));
  return sum.indexOf(Math.max(...sum));
}

const threshold = (u: Float64Array): number => FIRES * u.reduce((most, a) => Math.max(most, a), 0);

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly r2: number;
}

/** How feature f does as the hypothesis, on the first `count` fresh examples; `fires` from `threshold`. All 0 where nothing can be said. */
export function score(u: Float64Array, fires: number, { n, X_sf }: Inputs, count: number, f: number): Score {
  let fired = 0;
  let hit = 0;
  let strong = 0;
  let found = 0;
  let sumU = 0;
  let squareU = 0;
  let sumX = 0;
  let squareX = 0;
  let both = 0;
  for (let s = 0, at = f; s < count; s++, at += n) {
    const a = u[s];
    const x = X_sf[at];
    const is = a > fires;
    sumU += a;
    squareU += a * a;
    sumX += x;
    squareX += x * x;
    both += a * x;
    if (is) {
      fired += 1;
      if (x > 0) hit += 1;
    }
    if (x > STRONG) {
      strong += 1;
      if (is) found += 1;
    }
  }
  const shared = both - (sumX * sumU) / count;
  const apart = (squareX - (sumX * sumX) / count) * (squareU - (sumU * sumU) / count);
  return {
    precision: fired ? hit / fired : 0,
    recall: strong ? found / strong : 0,
    r2: shared > 0 && apart > 0 ? (shared * shared) / apart : 0,
  };
}

/** The machine reads a unit: the examples it looked at, its guess, and when the unit counts as firing. */
export interface Reading {
  readonly rows: readonly number[];
  readonly guess: number;
  readonly fires: number;
}

/** The unit's strongest examples, what a reader would guess from them, and the threshold above which it counts as firing. */
export function readUnit(u: Float64Array, read: Inputs): Reading {
  const rows = top(u);
  return { rows, guess: hypothesis(rows, read), fires: threshold(u) };
}
