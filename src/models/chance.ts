// What directions drawn at random would show, in closed form: for two of m dimensions P(|cos| < t) = I_{t^2}(1/2, (m - 1)/2),
// and E cos^2 = 1/m. A picture of interference without it proves nothing.

import { beta } from '../math/beta.ts';
import { exp, log } from '../math/functions.ts';

/** P(|cos| < t) */
export function within(t: number, m: number): number {
  if (m === 1) return t >= 1 ? 1 : 0;
  return beta(Math.min(1, t * t), 0.5, (m - 1) / 2);
}

/** P(cos < t) */
export const below = (t: number, m: number): number =>
  t < 0 ? (1 - within(-t, m)) / 2 : (1 + within(t, m)) / 2;

/** The cosine that a share p of random directions of m dimensions stays below. */
export function cosineQuantile(p: number, m: number): number {
  let low = -1;
  let high = 1;
  for (let round = 0; round < 50; round++) {
    const t = (low + high) / 2;
    if (below(t, m) < p) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/** The median over features of the largest |cos| to n - 1 others, all random. */
export function nearestByChance(n: number, m: number): number {
  if (m === 1 || n < 2) return n < 2 ? 0 : 1;
  let low = 0;
  let high = 1;
  const goal = exp(log(0.5) / (n - 1));
  for (let round = 0; round < 50; round++) {
    const t = (low + high) / 2;
    if (within(t, m) < goal) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/** E interference_f when the others keep their lengths and forget their directions: sum over g != f of |W_g|^2 / m. */
export function interferenceByChance(norms: ArrayLike<number>, m: number): Float64Array {
  let all = 0;
  for (let f = 0; f < norms.length; f++) all += norms[f] * norms[f];
  return Float64Array.from({ length: norms.length }, (_, f) => (all - norms[f] * norms[f]) / m);
}

const STEPS = 2000;

/**
 * Mean and spread of the largest of `count` cosines to random directions of m dimensions, by P(max < t) = P(cos < t)^count:
 * E X = integral of 1 - F over [-1, 1], less 1; E (X + 1)^2 = integral of 2 (t + 1) (1 - F).
 */
export function bestMoments(count: number, m: number): { readonly mean: number; readonly spread: number } {
  if (count < 1) return { mean: 0, spread: 0 };
  let first = 0;
  let second = 0;
  const step = 2 / STEPS;
  for (let i = 0; i < STEPS; i++) {
    const t = -1 + (i + 0.5) * step;
    const f = below(t, m);
    const above = 1 - (f > 0 ? exp(count * log(f)) : 0);
    first += above * step;
    second += 2 * (t + 1) * above * step;
  }
  return { mean: first - 1, spread: Math.sqrt(Math.max(0, second - first * first)) };
}

/** E max over `count` of cos(u, v_g), all random directions of m dimensions. */
export const bestByChance = (count: number, m: number): number => bestMoments(count, m).mean;

/** Share of random directions that have one of `count` others above the cosine t. */
export function foundByChance(t: number, count: number, m: number): number {
  const f = below(t, m);
  return 1 - (f > 0 ? exp(count * log(f)) : 0);
}
