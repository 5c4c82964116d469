// The incomplete beta function from + - * / and our own exp and log, so that every engine gives the same bits.

import { exp, log } from './functions.ts';

// Lanczos's approximation with g = 7, nine terms: relative error below 1e-13 for z >= 1/2.
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const HALF_LOG_2PI = 0.9189385332046727;

/** ln Gamma(z), z >= 1/2 */
export function logGamma(z: number): number {
  const x = z - 1;
  const t = x + 7.5;
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i);
  return HALF_LOG_2PI + (x + 0.5) * log(t) - t + log(sum);
}

/** I_x(a, b), regularised, 0 <= x <= 1, a, b >= 1/2: a continued fraction on the side where it converges fast. */
export function beta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** Lentz's method, from the front. */
function fraction(x: number, a: number, b: number): number {
  const least = 1e-300;
  const away = (v: number): number => (Math.abs(v) < least ? least : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    sum *= d * c;
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const change = d * c;
    sum *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return sum;
}
