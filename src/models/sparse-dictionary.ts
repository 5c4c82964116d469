// A sparse dictionary of given vectors, as for word vectors: width latents, of which `keep` are active at a time
// (top-k: Makhzani and Frey 2013; Gao et al. 2024). Sparse coding of word senses: Arora et al. 2018.
//
//   pre = E (x - b_d) + b_e      z = the keep largest of pre, negative ones 0      x' = D^T z + b_d      L = mean |x' - x|^2
//
// Shapes: x [N][d], E and D [width][d], b_e [width], b_d [d]. Rows of D have length 1 after every step; E is free. The start
// is rows of the data with a little noise, E = D. Adam at a rate that rises over `warm` steps, stays, and falls in the end.

import type { At, Kernels } from '../math/kernels/kernels.ts';
import { bits, key, normal } from '../math/random.ts';

/** What a dictionary is trained on: N vectors of d numbers, row-major. */
export interface Vectors {
  readonly N: number;
  readonly d: number;
  readonly X: ArrayLike<number>;
}

/** How it is trained. N must be a multiple of `batch`. */
export interface Recipe {
  readonly width: number;
  /** active latents of a sample, at most; 0: all that are positive, at a price of `penalty` times the mean sum of z */
  readonly keep: number;
  readonly penalty: number;
  readonly batch: number;
  readonly epochs: number;
  readonly rate: number;
  /** steps over which the rate rises */
  readonly warm: number;
  /** share of the steps, the last ones, over which the rate falls, and the part of it that is left */
  readonly fall: number;
  readonly left: number;
}

/** 960 steps on 16,384 vectors. */
export const RECIPE: Recipe = {
  width: 512,
  keep: 4,
  penalty: 0,
  batch: 256,
  epochs: 15,
  rate: 0.01,
  warm: 50,
  fall: 0.3,
  left: 0.02,
};

/** Streams of random numbers: which rows begin, the order of an epoch, the noise of the start. */
const INIT = 1;
const ORDER = 2;
const NOISE = 3;

/** A random order of 0 ... n - 1: by their random numbers, n at most 2^20. */
export function permutation(k: number, n: number): Uint32Array {
  const all = Float64Array.from({ length: n }, (_, i) => bits(k, i) * n + i).sort();
  return Uint32Array.from(all, (v) => v % n);
}

export type SparseDictionary = ReturnType<typeof sparseDictionary>;

/** The data and a dictionary in the kernels' memory, untrained; `free` gives the memory back. */
export function sparseDictionary(k: Kernels, { N, d, X }: Vectors, recipe: Recipe = RECIPE) {
  const { width, batch } = recipe;
  const start = k.mark();
  const size = 2 * width * d + width + d;
  const data = k.alloc(N * d);
  const ids = k.alloc(batch);
  const x = k.alloc(batch * d);
  const [theta, grad, mean, square] = [0, 1, 2, 3].map(() => k.alloc(size));
  k.data().set(X, data);
  return {
    kernels: k,
    recipe,
    N,
    d,
    size,
    /** steps of a whole run */
    steps: recipe.epochs * (N / batch),
    data,
    ids,
    x,
    theta,
    grad,
    mean,
    square,
    /** the order of the epoch at hand */
    order: { seed: -1, epoch: -1, rows: new Uint32Array(0) },
    free: (): void => k.reset(start),
  };
}

/** The start: D_i = a row of the data + 0.05 noise, length 1; E = D; biases and moments 0. */
export function begin(model: SparseDictionary, seed: number): void {
  const { kernels: k, N, d, size, theta, mean, square } = model;
  const { width } = model.recipe;
  const rows = permutation(key(seed, INIT), N);
  const noise = key(seed, NOISE);
  const D = theta + width * d;
  k.fill(theta, size, 0);
  k.fill(mean, size, 0);
  k.fill(square, size, 0);
  const memory = k.data();
  const row = new Float64Array(d);
  for (let i = 0; i < width; i++) {
    let square = 0;
    for (let c = 0; c < d; c++) {
      row[c] = memory[model.data + rows[i] * d + c] + 0.05 * normal(noise, i * d + c);
      square += row[c] * row[c];
    }
    for (let c = 0; c < d; c++) memory[D + i * d + c] = row[c] / Math.sqrt(square);
  }
  memory.copyWithin(theta, D, D + width * d);
}

/** The learning rate of step t, counted from 1. */
function rateAt({ rate, warm, fall, left }: Recipe, t: number, steps: number): number {
  const done = t / steps;
  const risen = rate * Math.min(1, t / warm);
  return done < 1 - fall ? risen : risen * Math.max(left, (1 - done) / fall);
}

/** One step, counted from 0; the loss before it. Steps must come in order: Adam's moments are carried along. */
export function train(model: SparseDictionary, seed: number, step: number): number {
  const { kernels: k, N, d, size, theta, grad, mean, square, ids, x, order } = model;
  const { width, keep, penalty, batch } = model.recipe;
  const perEpoch = N / batch;
  const epoch = Math.floor(step / perEpoch);
  if (order.seed !== seed || order.epoch !== epoch) {
    Object.assign(order, { seed, epoch, rows: permutation(key(seed, ORDER, epoch), N) });
  }
  const from = (step % perEpoch) * batch;
  k.data().set(order.rows.subarray(from, from + batch), ids);
  k.rows(x, model.data, ids, batch, d);
  const loss = k.dictionaryStep(grad, theta, x, batch, d, width, keep, penalty);
  const t = step + 1;
  k.adamw(
    theta,
    grad,
    mean,
    square,
    size,
    1,
    0.9,
    0.999,
    rateAt(model.recipe, t, model.steps) / (1 - power(0.9, t)),
    1 / (1 - power(0.999, t)),
    1e-8,
  );
  k.unitRows(theta + width * d, width, d);
  return loss;
}

/** x^n by n multiplications. */
function power(x: number, n: number): number {
  let y = 1;
  for (let i = 0; i < n; i++) y *= x;
  return y;
}

/** A copy of the weights: E, D, b_e, b_d. */
export function weights({ kernels: k, theta, size }: SparseDictionary): Float32Array | Float64Array {
  return k.data().slice(theta, theta + size);
}

/** Active latents of all N vectors, for keep > 0: ids ascending and activations, [N][keep]; -1 and 0 where there are fewer. */
export function encodeAll(model: SparseDictionary): {
  readonly ids: Int32Array;
  readonly values: Float32Array;
} {
  const { kernels: k, N, d, theta, data } = model;
  const { width, keep } = model.recipe;
  const top = k.mark();
  const [ids, values]: At[] = [k.alloc(N * keep), k.alloc(N * keep)];
  k.dictionaryEncode(ids, values, theta, data, N, d, width, keep);
  const memory = k.data();
  const out = {
    ids: Int32Array.from(memory.subarray(ids, ids + N * keep)),
    values: Float32Array.from(memory.subarray(values, values + N * keep)),
  };
  k.reset(top);
  return out;
}

/** Fraction of variance unexplained: |x' - x|^2 over |x - mean x|^2, summed over all N vectors. */
export function unexplained(model: SparseDictionary): number {
  const { kernels: k, N, d, theta, data } = model;
  const { width, keep } = model.recipe;
  const { ids, values } = encodeAll(model);
  const memory = k.data();
  const D = theta + width * d;
  const bd = D + width * d + width;
  const mean = new Float64Array(d);
  for (let i = 0; i < N * d; i++) mean[i % d] += memory[data + i] / N;
  let missed = 0;
  let spread = 0;
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < d; c++) {
      const x = memory[data + n * d + c];
      let e = memory[bd + c] - x;
      for (let i = n * keep; i < (n + 1) * keep; i++) {
        if (values[i]) e += values[i] * memory[D + ids[i] * d + c];
      }
      missed += e * e;
      spread += (x - mean[c]) * (x - mean[c]);
    }
  }
  return missed / spread;
}
