// The sparse dictionary: the recipe against NumPy's float64, the gradient against differences, the kernels against a dense
// computation in f32 that skips nothing, bit for bit.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { bits, key, normal, uniform } from '../../src/math/random.ts';
import {
  begin,
  encodeAll,
  permutation,
  RECIPE,
  sparseDictionary,
  train,
  unexplained,
  weights,
  type Vectors,
} from '../../src/models/sparse-dictionary.ts';

const golden = JSON.parse(readFileSync('tests/golden/sparse-dictionary.json', 'utf8')) as {
  shape: { N: number; d: number; width: number; keep: number; batch: number; epochs: number; warm: number };
  X0_first5: number[];
  losses: number[];
  D0_first5: number[];
  E_last5: number[];
  be_first5: number[];
  bd_first5: number[];
};

/** Vectors of length 1: each `mixed` of `directions`, and noise; as in tests/golden/sparse_dictionary.py. */
function vectors(N: number, d: number, directions: number, mixed: number, noise: number): Vectors {
  const of = Float64Array.from({ length: directions * d }, (_, i) => normal(key(0, 50), i));
  const X = new Float64Array(N * d);
  for (let n = 0; n < N; n++) {
    const row = X.subarray(n * d, (n + 1) * d);
    for (let c = 0; c < d; c++) row[c] = noise * normal(key(0, 53), n * d + c);
    for (let i = n * mixed; i < (n + 1) * mixed; i++) {
      const f = bits(key(0, 51), i) % directions;
      const much = 0.3 + uniform(key(0, 52), i);
      for (let c = 0; c < d; c++) row[c] += much * of[f * d + c];
    }
    const length = Math.sqrt(row.reduce((sum, v) => sum + v * v, 0));
    for (let c = 0; c < d; c++) row[c] /= length;
  }
  return { N, d, X };
}

let sets: Kernels[];
beforeAll(async () => {
  sets = [await load(await compileKernels()), await load()];
});

test('an order is a stable sort by random numbers', () => {
  const k = key(0, 1);
  const sorted = Array.from({ length: 300 }, (_, i) => i).sort((a, b) => bits(k, a) - bits(k, b) || a - b);
  expect([...permutation(k, 300)]).toEqual(sorted);
});

test.each([
  ['compiled', 0, 4],
  ['plain', 1, 6],
] as const)('the recipe gives NumPy’s numbers, %s', (_, set, places) => {
  const k = sets[set];
  const { N, d, ...shape } = golden.shape;
  const data = vectors(N, d, 90, 3, 0.2);
  golden.X0_first5.forEach((v, c) => expect(data.X[c]).toBeCloseTo(v, 9));
  const model = sparseDictionary(k, data, { ...RECIPE, ...shape });
  begin(model, 0);
  golden.losses.forEach((loss, step) => expect(train(model, 0, step)).toBeCloseTo(loss, places));
  const w = weights(model);
  const { width } = shape;
  const near = (from: number, values: number[]): void =>
    values.forEach((v, c) => expect(w[from + c]).toBeCloseTo(v, places));
  near(width * d, golden.D0_first5);
  near(width * d - 5, golden.E_last5);
  near(2 * width * d, golden.be_first5);
  near(2 * width * d + width, golden.bd_first5);
  expect(golden.losses).toHaveLength(model.steps);
  model.free();
});

/** Random weights and samples with zeros of both signs among them, [theta, x]. */
function numbers(d: number, width: number, batch: number): [Float32Array, Float32Array] {
  const any = (stream: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, i) => {
      const u = uniform(key(5, stream), i);
      if (u < 0.06) return u < 0.03 ? 0 : -0;
      return normal(key(6, stream), i) / 2;
    });
  return [any(1, 2 * width * d + width + d), any(2, batch * d)];
}

interface Case {
  readonly d: number;
  readonly width: number;
  readonly batch: number;
  readonly keep: number;
  readonly lambda: number;
}
const cases: readonly Case[] = [
  { d: 100, width: 512, batch: 32, keep: 4, lambda: 0 },
  { d: 64, width: 96, batch: 150, keep: 0, lambda: 0.1 },
  { d: 37, width: 53, batch: 131, keep: 0, lambda: 0.25 },
  { d: 7, width: 10, batch: 5, keep: 3, lambda: 0 },
  { d: 16, width: 4, batch: 3, keep: 16, lambda: 0 },
];

/** Gradient and loss of one set of kernels. */
function stepOf(k: Kernels, { d, width, batch, keep, lambda }: Case): { grad: Float64Array; loss: number } {
  const from = k.mark();
  const [w, X] = numbers(d, width, batch);
  const [grad, theta, x] = [w.length, w.length, X.length].map((n) => k.alloc(n));
  k.data().set(w, theta);
  k.data().set(X, x);
  const loss = k.dictionaryStep(grad, theta, x, batch, d, width, keep, lambda);
  const out = Float64Array.from(k.data().subarray(grad, grad + w.length));
  k.reset(from);
  return { grad: out, loss };
}

/** The gradient in f32 as a dense computation: every latent, zero or not, adds its term; sums in the kernel's order. */
function dense({ d, width, batch, keep, lambda }: Case): Float32Array {
  const f = Math.fround;
  const [w, X] = numbers(d, width, batch);
  const D = width * d;
  const be = 2 * D;
  const bd = be + width;
  const grad = new Float32Array(w.length);
  const part = f(1 / batch);
  const twice = f(2 * part);
  const price = f(f(lambda) * part);
  for (let b = 0; b < batch; b++) {
    const x = X.subarray(b * d, (b + 1) * d);
    const centred = x.map((v, c) => f(v - w[bd + c]));
    const z = new Float32Array(width);
    for (let j = 0; j < width; j++) {
      let pre = 0;
      for (let c = 0; c < d; c++) pre = f(pre + f(centred[c] * w[j * d + c]));
      z[j] = Math.max(0, f(pre + w[be + j]));
    }
    if (keep) {
      const kept = new Set([...z.keys()].sort((i, j) => z[j] - z[i] || i - j).slice(0, keep));
      z.forEach((_, j) => {
        if (!kept.has(j)) z[j] = 0;
      });
    }
    const g = new Float32Array(d);
    for (let c = 0; c < d; c++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum = f(sum + f(z[j] * w[D + j * d + c]));
      g[c] = f(twice * f(f(sum + w[bd + c]) - x[c]));
      grad[bd + c] = f(grad[bd + c] + g[c]);
    }
    for (let j = 0; j < width; j++) {
      const on = z[j] > 0 ? 1 : 0;
      const dz = f(on * f(dot(g, w.subarray(D + j * d, D + (j + 1) * d)) + price));
      for (let c = 0; c < d; c++) {
        grad[D + j * d + c] = f(grad[D + j * d + c] + f(z[j] * g[c]));
        grad[j * d + c] = f(grad[j * d + c] + f(dz * centred[c]));
      }
      grad[be + j] = f(grad[be + j] + dz);
    }
  }
  for (let c = 0; c < d; c++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum = f(sum + f(grad[be + j] * w[j * d + c]));
    grad[bd + c] = f(grad[bd + c] + f(-1 * sum));
  }
  return grad;
}

/** Sixteen running sums over whole sixteens, added in fours, then the rest one by one. */
function dot(a: Float32Array, b: Float32Array): number {
  const f = Math.fround;
  const sums = new Float32Array(16);
  const whole = a.length - (a.length % 16);
  for (let c = 0; c < whole; c++) sums[c % 16] = f(sums[c % 16] + f(a[c] * b[c]));
  const lane = [0, 1, 2, 3].map((i) => f(f(sums[i] + sums[i + 4]) + f(sums[i + 8] + sums[i + 12])));
  let sum = f(f(lane[0] + lane[1]) + f(lane[2] + lane[3]));
  for (let c = whole; c < a.length; c++) sum = f(sum + f(a[c] * b[c]));
  return sum;
}

describe.each(cases)('d $d, width $width, batch $batch, keep $keep, lambda $lambda', (shape) => {
  test('skipping what is exactly zero changes no bit of the gradient, signs of zeros included', () => {
    const { grad } = stepOf(sets[0], shape);
    const wrong = [...dense(shape)].flatMap((v, i) => (Object.is(v, grad[i]) ? [] : [i]));
    expect(wrong).toEqual([]);
  });

  test('both sets agree', () => {
    const [fast, plain] = sets.map((k) => stepOf(k, shape));
    const largest = plain.grad.reduce((top, v) => Math.max(top, Math.abs(v)), 0);
    const off = plain.grad.reduce((top, v, i) => Math.max(top, Math.abs(v - fast.grad[i])), 0);
    expect(off / largest).toBeLessThan(3e-6);
    expect(Math.abs(fast.loss / plain.loss - 1)).toBeLessThan(2e-6);
  });
});

test('the gradient is that of the loss: central differences on the plain set', () => {
  const k = sets[1];
  const d = 6;
  const width = 9;
  const batch = 7;
  const [w, X] = numbers(d, width, batch);
  for (const [keep, lambda] of [
    [2, 0],
    [0, 0.1],
  ]) {
    const from = k.mark();
    const [grad, theta, x, unused] = [w.length, w.length, X.length, w.length].map((n) => k.alloc(n));
    k.data().set(w, theta);
    k.data().set(X, x);
    k.dictionaryStep(grad, theta, x, batch, d, width, keep, lambda);
    const at = (i: number, h: number): number => {
      k.data()[theta + i] += h;
      const loss = k.dictionaryStep(unused, theta, x, batch, d, width, keep, lambda);
      k.data()[theta + i] -= h;
      return loss;
    };
    for (let i = 0; i < w.length; i++) {
      expect(k.data()[grad + i]).toBeCloseTo((at(i, 1e-6) - at(i, -1e-6)) / 2e-6, 6);
    }
    k.reset(from);
  }
});

test('of equal latents the first are kept', () => {
  for (const k of sets) {
    const from = k.mark();
    const width = 6;
    const [theta, x, ids, values] = [2 * width + width + 1, 1, 2, 2].map((n) => k.alloc(n));
    k.data().set([1, 3, 2, 3, 3, -1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], theta);
    k.data()[x] = 1;
    k.dictionaryEncode(ids, values, theta, x, 1, 1, width, 2);
    expect([...k.data().slice(ids, ids + 2)]).toEqual([1, 3]);
    expect([...k.data().slice(values, values + 2)]).toEqual([3, 3]);
    k.data()[x] = -1;
    k.dictionaryEncode(ids, values, theta, x, 1, 1, width, 2);
    expect([...k.data().slice(ids, ids + 2)]).toEqual([5, -1]);
    k.reset(from);
  }
});

test('a run explains more than its start, twice the same bits, and keeps rows of D at length 1', () => {
  const k = sets[0];
  const data = vectors(1024, 24, 60, 3, 0.1);
  const model = sparseDictionary(k, data, {
    ...RECIPE,
    width: 60,
    keep: 3,
    batch: 128,
    epochs: 12,
    warm: 10,
  });
  const run = (): Float32Array | Float64Array => {
    begin(model, 3);
    for (let step = 0; step < model.steps; step++) train(model, 3, step);
    return weights(model);
  };
  begin(model, 3);
  const before = unexplained(model);
  const first = run();
  expect(unexplained(model)).toBeLessThan(0.6 * before);
  expect(run()).toEqual(first);
  for (let i = 0; i < 60; i++) {
    const row = first.subarray((60 + i) * 24, (61 + i) * 24);
    expect(Array.from(row).reduce((sum, v) => sum + v * v, 0)).toBeCloseTo(1, 5);
  }
  const { ids, values } = encodeAll(model);
  expect(ids).toHaveLength(1024 * 3);
  expect(values.every((v, i) => (ids[i] < 0 ? v === 0 : v > 0))).toBe(true);
  model.free();
});
