// A toy model of superposition: n features through m < n neurons and back, by the same weights.
// Elhage et al. 2022, "Toy Models of Superposition", section "Demonstrating superposition".
//
//   h = W x      x' = ReLU(W^T h + b)      L = E sum_f I_f (x_f - x'_f)^2
//
// Letters: f feature (n), s point. theta holds all weights in one array: first W_fh [n][m], row f the direction in which
// feature f is written, then b_f [n]. Here m = 2 and h = (h1, h2); wide.ts has the same sums for any other m.

import { adam, descend, forget, type Adam } from '../math/adam.ts';
import { cos, PI } from '../math/functions.ts';
import { key, normal } from '../math/random.ts';
import type { Inputs } from './inputs.ts';
import { lossWide } from './loss-any-m.ts';

export type Start = 'random' | 'first' | 'second' | 'pair' | 'orthogonal';

/** Plain data: a copy is a checkpoint. */
export interface Superposition {
  readonly n: number;
  readonly m: number;
  readonly theta: Float64Array;
  readonly adam: Adam;
}

/** Steps, first learning rate: Adam from `rate` down to nearly 0 along half a cosine. */
export interface Schedule {
  readonly steps: number;
  readonly rate: number;
}
export const SCHEDULE = { exact: { steps: 300, rate: 0.06 }, sampled: { steps: 800, rate: 0.03 } } as const;
export const BATCH = 512;

/** Importance of feature f is decay^f; `last` replaces the last one. */
export function importances(n: number, decay: number, last?: number): Float64Array {
  const I_f = new Float64Array(n).fill(1);
  for (let f = 1; f < n; f++) I_f[f] = I_f[f - 1] * decay;
  if (last !== undefined) I_f[n - 1] = last;
  return I_f;
}

/** L at all points, and dL/dtheta into `gradient` where it is given. */
export function loss(
  model: Superposition,
  inputs: Inputs,
  I_f: Float64Array,
  gradient?: Float64Array,
): number {
  if (model.m !== 2) return lossWide(model, inputs, I_f, gradient);
  const { n, theta } = model;
  const { X_sf, w_s } = inputs;
  const b = 2 * n; // theta[b + f] is b_f
  let total = 0;
  gradient?.fill(0);
  for (let s = 0, x = 0; s < w_s.length; s++, x += n) {
    let h1 = 0;
    let h2 = 0;
    let dh1 = 0;
    let dh2 = 0;
    for (let f = 0; f < n; f++) {
      const X = X_sf[x + f];
      if (X === 0) continue;
      h1 += theta[2 * f] * X; // h = W x
      h2 += theta[2 * f + 1] * X;
    }
    for (let f = 0; f < n; f++) {
      const a = theta[b + f] + theta[2 * f] * h1 + theta[2 * f + 1] * h2; // a = W^T h + b
      const error = (a > 0 ? a : 0) - X_sf[x + f]; // x' - x, x' = ReLU(a)
      const part = w_s[s] * I_f[f] * error;
      total += part * error; // L += w I (x' - x)^2
      if (!gradient || a <= 0) continue;
      const da = 2 * part; // dL/da = 2 w I (x' - x) where a > 0
      gradient[b + f] += da; // dL/db = dL/da
      gradient[2 * f] += da * h1; // dL/dW, where W reads:  dL/da h
      gradient[2 * f + 1] += da * h2;
      dh1 += da * theta[2 * f]; // dL/dh = W dL/da
      dh2 += da * theta[2 * f + 1];
    }
    if (!gradient) continue;
    for (let f = 0; f < n; f++) {
      const X = X_sf[x + f];
      if (X === 0) continue;
      gradient[2 * f] += dh1 * X; // dL/dW, where W writes: dL/dh x
      gradient[2 * f + 1] += dh2 * X;
    }
  }
  return total;
}

/** Random: W ~ 0.7 N(0, 2 / (m + n)), b = 0. Named ones: the features they speak of at 0.9 or 0.7, the others near 0. */
export function start(n: number, m: number, kind: Start, seed: number): Superposition {
  const theta = new Float64Array(n * m + n);
  const place = (f: number, x: number, y: number): void => {
    theta[f * m] = x;
    if (m > 1) theta[f * m + 1] = y;
  };
  if (kind === 'random') {
    const k = key(seed, 1);
    const scale = 0.7 * Math.sqrt(2 / (m + n));
    for (let i = 0; i < n * m; i++) theta[i] = scale * normal(k, i);
    return { n, m, theta, adam: adam(theta.length) };
  }
  for (let f = 0, x = 1, y = 0; f < n; f++, [x, y] = [0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y]) {
    place(f, 0.05 * (m > 1 ? x : 1), 0.05 * y);
  }
  if (kind === 'first') place(0, 0.9, 0);
  if (kind === 'second') place(1, 0.9, 0);
  if (kind === 'pair') {
    place(0, 0.7, 0);
    place(1, -0.7, 0);
  }
  if (kind === 'orthogonal') {
    place(0, 0.9, 0);
    if (m > 1) place(1, 0, 0.9);
  }
  return { n, m, theta, adam: adam(theta.length) };
}

/** One step of Adam, in place; `step` counts from 0 within the schedule. */
export function train(
  model: Superposition,
  inputs: Inputs,
  I_f: Float64Array,
  schedule: Schedule,
  step: number,
): void {
  const gradient = new Float64Array(model.theta.length);
  loss(model, inputs, I_f, gradient);
  descend(
    model.adam,
    model.theta,
    gradient,
    schedule.rate * 0.5 * (1 + cos((PI * Math.min(step, schedule.steps)) / schedule.steps)) + 1e-5,
  );
}

/** Training starts afresh from these weights. */
export const restart = (model: Superposition): void => forget(model.adam);
