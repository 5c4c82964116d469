// The toy whose hidden space is read: n features of equal importance, rarely active, in m < n neurons, trained by batches
// as in superposition.ts, and what its neurons say. All n features end up represented, at cosines up to about 0.3.

import { sampled, type Inputs } from './inputs.ts';
import type { Samples } from './dictionary.ts';
import { BATCH, importances, SCHEDULE, start, train } from './superposition.ts';

/** How many features, neurons, and P(a feature is active). */
export interface Size {
  readonly n: number;
  readonly m: number;
  readonly active: number;
}
export const SMALL: Size = { n: 20, m: 6, active: 0.05 };
export const LARGE: Size = { n: 64, m: 16, active: 0.03 };

/** W_fh and b_f after the full schedule, and the factor that makes E |h|^2 = 1 over inputs that are not empty. */
export interface Hidden {
  readonly size: Size;
  readonly seed: number;
  readonly theta: Float64Array;
  readonly scale: number;
}

/** Inputs of different uses never share numbers: their steps lie far apart. */
export const USE = { start: 1 << 20, train: 2 << 20, judge: 3 << 20, read: 4 << 20, test: 5 << 20 } as const;

const trained = new Map<string, Hidden>(); // of the last few seeds: a toy is a function of (size, seed)

/** The trained toy model of this size and seed; trained once. */
export function hidden(size: Size, seed: number): Hidden {
  const { n, m, active } = size;
  const name = [n, m, active, seed].join();
  const known = trained.get(name);
  if (known) return known;
  const model = start(n, m, 'random', seed);
  const I_f = importances(n, 1);
  for (let step = 0; step < SCHEDULE.sampled.steps; step++) {
    train(model, sampled(n, active, BATCH, seed, step), I_f, SCHEDULE.sampled, step);
  }
  const plain = { size, seed, theta: model.theta, scale: 1 };
  const { Z_sh, S } = speak(plain, USE.start, 4096).samples;
  const toy = { ...plain, scale: 1 / Math.sqrt(Z_sh.reduce((sum, z) => sum + z * z, 0) / S) };
  if (trained.size > 15) trained.delete(trained.keys().next().value!);
  trained.set(name, toy);
  return toy;
}

/** S inputs that are not empty, and the neurons' answer to them, z = scale W x. */
export function speak(
  { size, seed, theta, scale }: Hidden,
  step: number,
  S: number,
): { inputs: Inputs; samples: Samples } {
  const { n, m, active } = size;
  const inputs = sampled(n, active, S, seed, step);
  const { X_sf } = inputs;
  const Z_sh = new Float64Array(S * m);
  for (let s = 0; s < S; s++) {
    for (let f = 0; f < n; f++) {
      const x = X_sf[s * n + f];
      if (x !== 0) for (let h = 0; h < m; h++) Z_sh[s * m + h] += scale * theta[f * m + h] * x;
    }
  }
  return { inputs, samples: { S, Z_sh } };
}
