// The day of the week so many days on: (a + b) mod p, by a network that squares (after Gromov 2023, "Grokking modular arithmetic";
// the same shape as mlp.ts, here in f64 and small enough to be trained in a moment).
//
//   h = (A_a + B_b)^2      logits = h U      L = mean cross-entropy over all p^2 pairs, AdamW with decay 1
//
// Shapes: A [p][H], B [p][H], U [H][p], one after the other in theta.

import { adam, descend, type Adam } from '../math/adam.ts';
import { cos, exp, log, PI, sin } from '../math/functions.ts';
import { key, normal } from '../math/random.ts';

export const P = 7;
const H = 32;
export const STEPS = 800;
const RATE = 0.01;
const DECAY = 1;
export interface Days {
  readonly theta: Float64Array;
  readonly adam: Adam;
}

/** `p` is a week's seven days unless said otherwise. */
export function begin(seed: number, p = P): Days {
  const k = key(seed, 70);
  const U = 2 * p * H;
  const theta = Float64Array.from(
    { length: U + H * p },
    (_, i) => normal(k, i) / Math.sqrt(i < U ? 2 * p : H),
  );
  return { theta, adam: adam(theta.length) };
}

/** Loss, share of pairs answered rightly, and dL/dtheta into `gradient`. */
export function loss(theta: Float64Array, gradient?: Float64Array): { loss: number; right: number } {
  const p = modulus(theta);
  const U = 2 * p * H;
  const s = new Float64Array(H);
  const z = new Float64Array(p);
  let total = 0;
  let right = 0;
  gradient?.fill(0);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const A = a * H;
      const B = (p + b) * H;
      const target = (a + b) % p;
      z.fill(0);
      for (let j = 0; j < H; j++) {
        s[j] = theta[A + j] + theta[B + j];
        for (let c = 0; c < p; c++) z[c] += s[j] * s[j] * theta[U + j * p + c];
      }
      const most = z.reduce((m, v) => Math.max(m, v), -Infinity);
      let sum = 0;
      for (let c = 0; c < p; c++) sum += exp(z[c] - most);
      total += (most + log(sum) - z[target]) / (p * p);
      if (z.indexOf(most) === target) right += 1 / (p * p);
      if (!gradient) continue;
      for (let c = 0; c < p; c++) z[c] = (exp(z[c] - most) / sum - (c === target ? 1 : 0)) / (p * p); // dL/dz
      for (let j = 0; j < H; j++) {
        let dh = 0;
        for (let c = 0; c < p; c++) {
          gradient[U + j * p + c] += s[j] * s[j] * z[c];
          dh += theta[U + j * p + c] * z[c];
        }
        gradient[A + j] += 2 * s[j] * dh;
        gradient[B + j] += 2 * s[j] * dh;
      }
    }
  }
  return { loss: total, right };
}

/** One step of AdamW on all pairs, in place. */
export function train({ theta, adam: state }: Days): void {
  const gradient = new Float64Array(theta.length);
  loss(theta, gradient);
  for (let i = 0; i < theta.length; i++) theta[i] *= 1 - RATE * DECAY;
  descend(state, theta, gradient, RATE, 0.98);
}

/** The rows of A in the plane of the frequency that carries most of them, that frequency, and how uneven their radii are (spread over mean). */
export function circle(theta: Float64Array): {
  readonly points: readonly (readonly [number, number])[];
  readonly frequency: number;
  readonly uneven: number;
} {
  const p = modulus(theta);
  const waves = Array.from({ length: Math.ceil(p / 2) - 1 }, (_, i) => {
    const k = i + 1;
    const C = new Float64Array(H);
    const S = new Float64Array(H);
    for (let a = 0; a < p; a++) {
      for (let j = 0; j < H; j++) {
        C[j] += theta[a * H + j] * cos((2 * PI * k * a) / p);
        S[j] += theta[a * H + j] * sin((2 * PI * k * a) / p);
      }
    }
    return { k, C, S, power: dot(C, C) + dot(S, S) };
  });
  const { k, C, S } = waves.reduce((best, w) => (w.power > best.power ? w : best));
  const size = Math.sqrt(dot(C, C));
  const x = C.map((v) => v / size);
  const along = dot(S, x);
  const rest = S.map((v, j) => v - along * x[j]);
  const left = Math.sqrt(dot(rest, rest));
  const y = rest.map((v) => v / left);
  const points = Array.from({ length: p }, (_, a): [number, number] => {
    const row = theta.subarray(a * H, a * H + H);
    return [dot(row, x), dot(row, y)];
  });
  const radii = points.map(([u, v]) => Math.sqrt(u * u + v * v));
  const mean = radii.reduce((sum, r) => sum + r, 0) / p;
  const spread = Math.sqrt(radii.reduce((sum, r) => sum + (r - mean) * (r - mean), 0) / p);
  return { points, frequency: k, uneven: spread / mean };
}

const modulus = (theta: Float64Array): number => theta.length / (3 * H);
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * b[i], 0);
