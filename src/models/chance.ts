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
