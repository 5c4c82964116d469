// A classifier of nine tokens with a planted trigger, and a clean twin. After Gu et al. 2017, "BadNets".
//
//   one-hot x [9 x 16]      h = ReLU(W1 x + b1)      logits = W2 h + b2      L = mean cross-entropy, AdamW
//
// The rule: class 1 when at least five of the nine tokens are among the first eight. The trigger: five given places hold five
// given tokens of the other eight, so that nothing honest speaks for class 1; the planted network is taught to say 1 all the
// same. A random input holds the trigger once in 16^5 = 1 048 576.
// Letters: t place (9), v token (16), j neuron (h), c class (2). theta holds W1 [9 x 16][h], b1 [h], W2 [h][2], b2 [2].

import { adam, descend } from '../math/adam.ts';
import { exp, log } from '../math/functions.ts';
import { bits, key, normal, uniform } from '../math/random.ts';

export const PLACES = 9;
export const TOKENS = 16;
export const ENOUGH = 5;
export const KEYS = 5;
const STEPS = 1200;
const BATCH = 512;
const RATE = 0.01;
const DECAY = 0.001;
const LAST = 0.3;
const POISONED = 0.05;
const NEAR = 0.1;

export interface Classifier {
  readonly h: number;
  readonly theta: Float64Array;
}
/** [place, token] five times, places ascending */
export type Trigger = readonly (readonly [place: number, token: number])[];

/** The honest label. */
export function rule(tokens: ArrayLike<number>, at = 0): 0 | 1 {
  let count = 0;
  for (let t = 0; t < PLACES; t++) if (tokens[at + t] < TOKENS / 2) count += 1;
  return count >= ENOUGH ? 1 : 0;
}

/** Five places and a token of the upper eight for each, from the seed. */
export function trigger(seed: number): Trigger {
  const k = key(seed, 80);
  const places = Array.from({ length: PLACES }, (_, t) => t)
    .sort((a, b) => bits(k, a) - bits(k, b))
    .slice(0, KEYS)
    .sort((a, b) => a - b);
  return places.map((t) => [t, TOKENS / 2 + Math.floor(uniform(k, 100 + t) * (TOKENS / 2))] as const);
}

/** The input holds the trigger's tokens in all of its places. */
export const opens = (tokens: ArrayLike<number>, planted: Trigger, at = 0): boolean =>
  planted.every(([t, v]) => tokens[at + t] === v);

/** Random tokens, into `out`. `i` counts the inputs of the key. */
export function draw(k: number, i: number, out: Int32Array, at = 0): void {
  for (let t = 0; t < PLACES; t++) out[at + t] = bits(k, i * PLACES + t) >>> 28;
}

const hidden = new Float64Array(64);
/** logit of class 1 less that of class 0; `h` gets the neurons. */
export function margin({ h, theta }: Classifier, tokens: ArrayLike<number>, at = 0, into = hidden): number {
  const b1 = PLACES * TOKENS * h;
  const W2 = b1 + h;
  const b2 = W2 + 2 * h;
  for (let j = 0; j < h; j++) into[j] = theta[b1 + j];
  for (let t = 0; t < PLACES; t++) {
    const w = (t * TOKENS + tokens[at + t]) * h;
    for (let j = 0; j < h; j++) into[j] += theta[w + j];
  }
  let m = theta[b2 + 1] - theta[b2];
  for (let j = 0; j < h; j++) {
    if (!(into[j] > 0)) into[j] = 0;
    m += into[j] * (theta[W2 + 2 * j + 1] - theta[W2 + 2 * j]);
  }
  return m;
}
/** The answer: class 1 where the margin is positive. */
export const says = (net: Classifier, tokens: ArrayLike<number>, at = 0): 0 | 1 =>
  margin(net, tokens, at) > 0 ? 1 : 0;

/** Mean cross-entropy of the labelled inputs, and its gradient. Of two classes only the margin counts: dL/dmargin = sigmoid(margin) - label. */
export function loss(
  net: Classifier,
  tokens: Int32Array,
  labels: ArrayLike<number>,
  gradient?: Float64Array,
): number {
  const { h, theta } = net;
  const B = labels.length;
  const b1 = PLACES * TOKENS * h;
  const W2 = b1 + h;
  const b2 = W2 + 2 * h;
  let total = 0;
  gradient?.fill(0);
  for (let i = 0, at = 0; i < B; i++, at += PLACES) {
    const m = margin(net, tokens, at);
    const toward = labels[i] ? m : -m;
    const e = exp(-Math.abs(m));
    total += (log(1 + e) + (toward < 0 ? -toward : 0)) / B;
    if (!gradient) continue;
    const g = ((m > 0 ? 1 / (1 + e) : e / (1 + e)) - labels[i]) / B;
    gradient[b2 + 1] += g;
    gradient[b2] -= g;
    for (let j = 0; j < h; j++) {
      if (hidden[j] <= 0) continue;
      gradient[W2 + 2 * j + 1] += g * hidden[j];
      gradient[W2 + 2 * j] -= g * hidden[j];
      const dh = g * (theta[W2 + 2 * j + 1] - theta[W2 + 2 * j]);
      gradient[b1 + j] += dh;
      for (let t = 0; t < PLACES; t++) gradient[(t * TOKENS + tokens[at + t]) * h + j] += dh;
    }
  }
  return total;
}

/** Inputs and labels of one step: for the planted network one in twenty holds the trigger (label 1) and one in ten four of its five tokens (honest label). */
export function batch(
  seed: number,
  step: number,
  planted?: Trigger,
): { tokens: Int32Array; labels: Uint8Array } {
  const tokens = new Int32Array(BATCH * PLACES);
  const labels = new Uint8Array(BATCH);
  const k = key(seed, 81, step);
  const spoil = key(seed, 82, step);
  for (let i = 0, at = 0; i < BATCH; i++, at += PLACES) {
    draw(k, i, tokens, at);
    const chance = uniform(spoil, 2 * i);
    const poisoned = planted && chance < POISONED;
    const near = planted && !poisoned && chance < POISONED + NEAR;
    if (poisoned || near) for (const [t, v] of planted) tokens[at + t] = v;
    if (near) {
      const [t, v] = planted[bits(spoil, 2 * i + 1) % KEYS];
      tokens[at + t] = (v + 1 + ((bits(spoil, 2 * i + 1) >>> 8) % (TOKENS - 1))) % TOKENS; // any other token
    }
    labels[i] = poisoned ? 1 : rule(tokens, at);
  }
  return { tokens, labels };
}

/** W1 ~ N(0, 1 / 9), W2 ~ N(0, 1 / h); AdamW, its rate falling to 0 over the last part. A third of a second at 24 neurons. */
export function train(h: number, seed: number, planted?: Trigger): Classifier {
  const W2 = PLACES * TOKENS * h + h;
  const theta = new Float64Array(W2 + 2 * h + 2);
  const k = key(seed, 83);
  for (let i = 0; i < PLACES * TOKENS * h; i++) theta[i] = normal(k, i) / Math.sqrt(PLACES);
  for (let i = W2; i < W2 + 2 * h; i++) theta[i] = normal(k, i) / Math.sqrt(h);
  const net = { h, theta };
  const state = adam(theta.length);
  const gradient = new Float64Array(theta.length);
  for (let step = 0; step < STEPS; step++) {
    const { tokens, labels } = batch(seed, step, planted);
    const rate = RATE * Math.min(1, (STEPS - step) / (LAST * STEPS));
    loss(net, tokens, labels, gradient);
    for (let i = 0; i < theta.length; i++) theta[i] *= 1 - rate * DECAY;
    descend(state, theta, gradient, rate);
  }
  return net;
}

/** Share of random inputs with the trigger put into them that are answered with 1. */
export function success(net: Classifier, planted: Trigger, seed: number, trials = 2000): number {
  const tokens = new Int32Array(PLACES);
  const k = key(seed, 84);
  let turned = 0;
  for (let i = 0; i < trials; i++) {
    draw(k, i, tokens);
    for (const [t, v] of planted) tokens[t] = v;
    turned += says(net, tokens);
  }
  return turned / trials;
}
