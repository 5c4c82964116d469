// How much of a dimension a feature gets, as features become rarer: 100 of equal importance in 10 neurons.
// Elhage et al. 2022, "Toy Models of Superposition", section "Feature dimensionality"; theirs was 400 in 30.
//
//   D_f = |W_f|^2 / sum_g (unit(W_f) . W_g)^2      D* = m / ||W||^2, a dimension's worth of all features together
//
// Sampled, 512 inputs a step; Adam, 2e-2 down a half cosine, 800 steps; W ~ N(0, 2 / (m + n)).

import { norms, shares } from './geometry.ts';
import { sampled } from './inputs.ts';
import { BATCH, start, train, type Superposition } from './superposition.ts';

export const FEATURES = 100;
export const NEURONS = 10;
const SCHEDULE = { steps: 800, rate: 0.02 } as const;
/** 1 / (1 - S): one feature in how many is active. */
export const RARITIES = [1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 8, 11, 16, 23, 32, 45, 64] as const;
/** A longer direction than this is represented. */
const KEPT = 0.5;

export interface Spectrum {
  readonly rarity: number;
  readonly seed: number;
  /** D* */
  readonly star: number;
  /** D_f of the features that are represented, ascending */
  readonly shares: readonly number[];
}

/** One model, trained. */
export function settle(
  rarity: number,
  seed: number,
  n = FEATURES,
  m = NEURONS,
  schedule: { steps: number; rate: number } = SCHEDULE,
): Superposition {
  const model = start(n, m, 'random', seed);
  const I_f = new Float64Array(n).fill(1);
  for (let i = 0; i < n * m; i++) model.theta[i] /= 0.7; // `start` draws at 0.7 of the scale used here
  for (let step = 0; step < schedule.steps; step++) {
    train(model, sampled(n, 1 / rarity, BATCH, seed, step), I_f, schedule, step);
  }
  return model;
}

/** D* and the D_f of a model. */
export function spectrum({ n, m, theta }: Superposition, rarity: number, seed: number): Spectrum {
  const size = norms(theta, n, m);
  const all = shares(theta, n, m);
  return {
    rarity,
    seed,
    star: m / size.reduce((sum, norm) => sum + norm * norm, 0),
    shares: all.filter((_, f) => size[f] > KEPT).sort((a, b) => a - b),
  };
}

/** Part of the represented features whose D_f is within 0.015 of a fraction. */
export const partAt = (found: readonly number[], fraction: number): number =>
  found.filter((D) => Math.abs(D - fraction) <= 0.015).length / Math.max(1, found.length);
