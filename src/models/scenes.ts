// Scenes of named things, and a small network that must carry them through fewer neurons than there are names.
// After Elhage et al. 2022, "Toy Models of Superposition" (section "Computation in superposition", here with a ReLU on the neurons).
//
//   h = ReLU(W1 x + b1)      x' = ReLU(W2 h + b2)      L = E sum_f (x_f - x'_f)^2
//
// Letters: f feature (F = 24), h neuron (H = 16), s scene. theta holds W1_fh, b1_h, W2_hf, b2_f in this order.

import { adam, descend } from '../math/adam.ts';
import { key, normal, uniform } from '../math/random.ts';
import { WORDS } from './vocabulary.ts';

export const F = WORDS.length;
export const H = 16;
/** chance that a feature is in a scene; where it is, its value is uniform in [1/2, 1] */
const ACTIVE = 0.05;
const STEPS = 3000;
const BATCH = 256;
const RATE = 0.01;
const LAST = 0.3;

/** S scenes: values, and bit f of `bits` where feature f is there. */
export interface Scenes {
  readonly S: number;
  readonly X_sf: Float64Array;
  readonly bits: Int32Array;
}

const B1 = F * H;
const W2 = B1 + H;
const B2 = W2 + H * F;
export const SIZE = B2 + F;

/** Streams of random numbers: what the scenes are for. Training takes TRAIN + step as the step of its own stream. */
export const USE = { train: 60, learn: 61, search: 62, held: 63 } as const;

/** S scenes of F features, each there with chance ACTIVE at a size in [0.5, 1); `bits`: which are there. `use` names the stream of random numbers. */
export function scenes(S: number, seed: number, use: number, step = 0): Scenes {
  const X_sf = new Float64Array(S * F);
  const bits = new Int32Array(S);
  const there = key(seed, use, step);
  const size = key(seed, use + 10, step);
  for (let s = 0, i = 0; s < S; s++) {
    for (let f = 0; f < F; f++, i++) {
      if (uniform(there, i) >= ACTIVE) continue;
      X_sf[i] = 0.5 + 0.5 * uniform(size, i);
      bits[s] |= 1 << f;
    }
  }
  return { S, X_sf, bits };
}

/** h of scene s, into `h`. */
function forward(theta: Float64Array, { X_sf }: Scenes, s: number, h: Float64Array): void {
  for (let j = 0; j < H; j++) h[j] = theta[B1 + j];
  for (let f = 0, x = s * F; f < F; f++, x++) {
    if (X_sf[x] === 0) continue;
    for (let j = 0, w = f * H; j < H; j++, w++) h[j] += theta[w] * X_sf[x];
  }
  for (let j = 0; j < H; j++) if (!(h[j] > 0)) h[j] = 0;
}

/** L over the scenes, and dL/dtheta into `gradient`. */
export function loss(theta: Float64Array, given: Scenes, gradient?: Float64Array): number {
  const { S, X_sf } = given;
  const h = new Float64Array(H);
  const dh = new Float64Array(H);
  const a = new Float64Array(F);
  let total = 0;
  gradient?.fill(0);
  for (let s = 0, x = 0; s < S; s++, x += F) {
    forward(theta, given, s, h);
    for (let f = 0; f < F; f++) a[f] = theta[B2 + f];
    for (let j = 0; j < H; j++) {
      if (h[j] > 0) for (let f = 0, w = W2 + j * F; f < F; f++, w++) a[f] += theta[w] * h[j];
    } // a = W2 h + b2
    dh.fill(0);
    for (let f = 0; f < F; f++) {
      const error = (a[f] > 0 ? a[f] : 0) - X_sf[x + f];
      total += (error * error) / S;
      if (!gradient || a[f] <= 0) continue;
      const da = (2 * error) / S; // dL/da
      gradient[B2 + f] += da;
      for (let j = 0, w = W2 + f; j < H; j++, w += F) {
        gradient[w] += da * h[j]; // dL/dW2 = h da
        dh[j] += da * theta[w]; // dL/dh = W2^T da
      }
    }
    if (!gradient) continue;
    for (let j = 0; j < H; j++) {
      if (h[j] <= 0) continue; // the ReLU of the neurons
      gradient[B1 + j] += dh[j];
      for (let f = 0; f < F; f++) if (X_sf[x + f] !== 0) gradient[f * H + j] += dh[j] * X_sf[x + f]; // dL/dW1 = x dh
    }
  }
  return total;
}

/** W1 ~ N(0, 1 / 4F), W2 ~ N(0, 1 / 4H), no biases: with twice as much, more of the features are lost on the way. */
export function begin(seed: number): Float64Array {
  const theta = new Float64Array(SIZE);
  const k = key(seed, 59);
  for (let i = 0; i < B1; i++) theta[i] = (0.5 * normal(k, i)) / Math.sqrt(F);
  for (let i = W2; i < B2; i++) theta[i] = (0.5 * normal(k, i)) / Math.sqrt(H);
  return theta;
}

/** The whole run: Adam, its rate constant and then falling to 0 over the last part. About a second. */
export function train(seed: number, steps = STEPS): Float64Array {
  const theta = begin(seed);
  const state = adam(SIZE);
  const gradient = new Float64Array(SIZE);
  for (let step = 0; step < steps; step++) {
    loss(theta, scenes(BATCH, seed, USE.train, step), gradient);
    descend(state, theta, gradient, RATE * Math.min(1, (steps - step) / (LAST * steps)));
  }
  return theta;
}

/** Activations of all neurons, [S][H]. */
export function neurons(theta: Float64Array, given: Scenes): Float64Array {
  const out = new Float64Array(given.S * H);
  const h = new Float64Array(H);
  for (let s = 0; s < given.S; s++) {
    forward(theta, given, s, h);
    out.set(h, s * H);
  }
  return out;
}
