// Three ways to write N things on d neurons, and one linear reader for all of them. After Thorpe 1989 ("Local vs. distributed
// coding") and Olah 2023 ("Distributed Representations: Composition & Superposition").
//
//   one-hot       thing j lights neuron j                                     names d things
//   composed      one of four neurons per attribute (colour, shape, ...)      names 4^(d/4) things
//   superposed    thing j is a random unit vector                             names any number, each a little like the others
//
//   k things at once: h = sum of their codes;  the reader scores thing j by code_j . h and names the k best
//
// Letters: d neurons, N things, j thing, i neuron, a attribute.

import { beta } from '../math/beta.ts';
import { exp, log } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';

const VALUES = 4;
/** How many attributes of four values d neurons hold. */
export const attributes = (d: number): number => Math.floor(d / VALUES);
/** 4^A */
export function combinations(d: number): number {
  let all = 1;
  for (let a = 0; a < attributes(d); a++) all *= VALUES;
  return all;
}
/** Value of attribute a in thing j: its digits to the base 4, the first attribute last. All combinations are things, in order. */
export function valueOf(j: number, a: number): number {
  let rest = j;
  for (let i = 0; i < a; i++) rest = Math.floor(rest / VALUES);
  return rest % VALUES;
}

/** N random unit vectors, [N][d]. Thing j's numbers hang on the seed and j alone. */
export function superposed(d: number, N: number, seed: number): Float64Array {
  const V_ji = new Float64Array(N * d);
  const k = key(seed, 21);
  for (let j = 0; j < N; j++) {
    let square = 0;
    for (let i = 0; i < d; i++) {
      const x = normal(k, j * 256 + i);
      V_ji[j * d + i] = x;
      square += x * x;
    }
    const size = Math.sqrt(square);
    for (let i = 0; i < d; i++) V_ji[j * d + i] /= size;
  }
  return V_ji;
}

/** Dot product of a[from ... from + d) and b[to ... to + d). In four sums: one waits for itself, and is three times as slow. */
function dot(a: Float64Array, from: number, b: Float64Array, to: number, d: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < d; i += 4) {
    s0 += a[from + i] * b[to + i];
    s1 += a[from + i + 1] * b[to + i + 1];
    s2 += a[from + i + 2] * b[to + i + 2];
    s3 += a[from + i + 3] * b[to + i + 3];
  }
  for (; i < d; i++) s0 += a[from + i] * b[to + i];
  return s0 + s1 + (s2 + s3);
}

/** Cosine of things j and g. */
export const cosine = (V_ji: Float64Array, d: number, j: number, g: number): number =>
  dot(V_ji, j * d, V_ji, g * d, d);

// ---- what to expect of random directions ----

/** P(|cos| > c) of two random directions in d dimensions: I_{1-c^2}((d-1)/2, 1/2). */
export const tail = (c: number, d: number): number => beta(1 - c * c, (d - 1) / 2, 0.5);

/** Median of the largest |cos| among N random directions: (1 - tail(c))^(N(N-1)/2) = 1/2, pairs taken as independent. */
export function medianWorst(d: number, N: number): number {
  const target = 1 - exp((-0.6931471805599453 * 2) / (N * (N - 1)));
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const c = (low + high) / 2;
    if (tail(c, d) > target) low = c;
    else high = c;
  }
  return (low + high) / 2;
}

/** How many random directions have a median largest |cos| of c. */
export function howMany(d: number, c: number): number {
  const t = tail(c, d);
  const pairs = 0.6931471805599453 / (t < 1e-4 ? t + (t * t) / 2 : -log(1 - t));
  return (1 + Math.sqrt(1 + 8 * pairs)) / 2;
}

// ---- the reader ----

/** k different things of N. */
export function draw(N: number, k: number, seed: number, trial: number): number[] {
  const from = key(seed, 23, trial);
  const chosen: number[] = [];
  for (let i = 0; chosen.length < k; i++) {
    const j = Math.floor(uniform(from, i) * N);
    if (!chosen.includes(j)) chosen.push(j);
  }
  return chosen;
}

/** Scores of all N things when `on` are there at once. Things without a name score nothing. */
export function scoresOneHot(d: number, N: number, on: readonly number[]): Float64Array {
  const scores = new Float64Array(N);
  for (const j of on) if (j < d) scores[j] = 1;
  return scores;
}

/** Score of each of N things when those `on` share neurons by attribute: for each attribute, how many of them have the thing's value. */
export function scoresComposed(d: number, N: number, on: readonly number[]): Float64Array {
  const scores = new Float64Array(N);
  const named = Math.min(N, combinations(d));
  const A = Math.min(attributes(d), 6); // 4^6 = 4096: what lies behind is equal in all
  const lit = new Float64Array(A * VALUES);
  for (const j of on) if (j < named) for (let a = 0; a < A; a++) lit[a * VALUES + valueOf(j, a)] += 1;
  for (let j = 0; j < named; j++) {
    let rest = j;
    let sum = 0;
    for (let a = 0; a < A; a++) {
      sum += lit[a * VALUES + (rest & 3)];
      rest >>= 2;
    }
    scores[j] = sum;
  }
  return scores;
}

/** Score of each of N things when those `on` are added as directions V_ji [N][d]: V_j . sum of V_i. */
export function scoresSuperposed(
  V_ji: Float64Array,
  d: number,
  N: number,
  on: readonly number[],
): Float64Array {
  const scores = new Float64Array(N);
  const h = new Float64Array(d);
  for (const j of on) for (let i = 0; i < d; i++) h[i] += V_ji[j * d + i];
  for (let j = 0; j < N; j++) scores[j] = dot(V_ji, j * d, h, 0, d);
  return scores;
}

/** All of `on` score higher than everything else: ties cannot be told apart, and count as wrong. */
export function readsAll(scores: Float64Array, on: readonly number[]): boolean {
  let least = Infinity;
  for (const j of on) least = Math.min(least, scores[j]);
  for (let j = 0; j < scores.length; j++) if (scores[j] >= least && !on.includes(j)) return false;
  return true;
}

/**
 * A linear reader of colour (attribute 0) made from half of the things, like the white squares of a chessboard, and tried on the other
 * half: for each colour the mean code of the seen things that have it, less the mean of all; the highest score wins, ties share.
 * Chance is 1/4.
 * @param code writes thing j's code into h [d]
 */
export function colourOfUnseen(d: number, N: number, code: (j: number, h: Float64Array) => void): number {
  const seen = (j: number): boolean => {
    let sum = 0;
    for (let rest = j; rest > 0; rest = Math.floor(rest / VALUES)) sum += rest % VALUES;
    return sum % 2 === 0;
  };
  const mean = Array.from({ length: VALUES }, () => new Float64Array(d));
  const all = new Float64Array(d);
  const count = [0, 0, 0, 0];
  const h = new Float64Array(d);
  for (let j = 0; j < N; j++) {
    if (!seen(j)) continue;
    h.fill(0);
    code(j, h);
    count[j % VALUES] += 1;
    for (let i = 0; i < d; i++) {
      mean[j % VALUES][i] += h[i];
      all[i] += h[i];
    }
  }
  const total = count[0] + count[1] + count[2] + count[3];
  for (let v = 0; v < VALUES; v++) {
    for (let i = 0; i < d; i++) mean[v][i] = mean[v][i] / count[v] - all[i] / total;
  }
  let right = 0;
  let tried = 0;
  for (let j = 0; j < N; j++) {
    if (seen(j)) continue;
    h.fill(0);
    code(j, h);
    const scores = mean.map((m) => dot(m, 0, h, 0, d));
    const best = Math.max(...scores);
    const ties = scores.filter((s) => s >= best - 1e-12).length;
    tried += 1;
    if (scores[valueOf(j, 0)] >= best - 1e-12) right += 1 / ties;
  }
  return tried ? right / tried : 0;
}

/** Thing j's code in words of neurons, into h. */
export const writeOneHot =
  (d: number) =>
  (j: number, h: Float64Array): void => {
    if (j < d) h[j] = 1;
  };
/** Writes thing j into h: one neuron per attribute, the one of its value; things without a combination write nothing. */
export function writeComposed(d: number): (j: number, h: Float64Array) => void {
  const named = combinations(d);
  const A = attributes(d);
  return (j, h) => {
    if (j < named) for (let a = 0; a < A; a++) h[a * VALUES + valueOf(j, a)] = 1;
  };
}
export const writeSuperposed =
  (V_ji: Float64Array, d: number) =>
  (j: number, h: Float64Array): void => {
    for (let i = 0; i < d; i++) h[i] = V_ji[j * d + i];
  };
