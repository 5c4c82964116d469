// Text that repeats itself: a stretch of a fixed random Markov chain, 8 to 16 tokens long, over and over until the window is
// full. From the second pass on, what comes next can only be told by looking back (after Olsson et al. 2022, section 4).
// The period varies, so that no fixed distance gives it away.

import { exp } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';

export const VOCAB = 32;
export const WINDOW = 32;
const CONTRAST = 1.5;
const SHORTEST = 8;
const LONGEST = 16;

/** `period`: tokens until it repeats; `tokens`: WINDOW + 1 of them, inputs and the target of the last. */
export interface Repeat {
  readonly period: number;
  readonly tokens: Uint8Array;
}

/** Running sums of the chain's rows, softmax(1.5 N(0, 1)); [VOCAB][VOCAB]. The same chain for everybody. */
const chain = ((): Float64Array => {
  const sums = new Float64Array(VOCAB * VOCAB);
  const k = key(0, 60);
  for (let row = 0; row < VOCAB; row++) {
    let total = 0;
    for (let i = row * VOCAB; i < (row + 1) * VOCAB; i++) {
      total += exp(CONTRAST * normal(k, i));
      sums[i] = total;
    }
    for (let i = row * VOCAB; i < (row + 1) * VOCAB; i++) sums[i] /= total;
  }
  return sums;
})();

function follow(token: number, chance: number): number {
  let next = 0;
  while (next < VOCAB - 1 && chain[token * VOCAB + next] <= chance) next++;
  return next;
}

/** The `index`-th sequence of a key. */
function repeat(k: number, index: number): Repeat {
  const at = index * 2 * WINDOW;
  const period = SHORTEST + Math.floor(uniform(k, at) * (LONGEST - SHORTEST + 1));
  const tokens = new Uint8Array(WINDOW + 1);
  tokens[0] = Math.floor(uniform(k, at + 1) * VOCAB);
  for (let i = 1; i <= WINDOW; i++) {
    tokens[i] = i < period ? follow(tokens[i - 1], uniform(k, at + 1 + i)) : tokens[i - period];
  }
  return { period, tokens };
}

/** `count` sequences of a step, never seen before or again. */
export const repeats = (seed: number, step: number, count: number): Repeat[] => {
  const k = key(seed, 61, step);
  return Array.from({ length: count }, (_, b) => repeat(k, b));
};

/** The sequences that everything is measured on: the same for every seed. */
export const held: readonly Repeat[] = Array.from({ length: 128 }, (_, b) => repeat(key(0, 62), b));
