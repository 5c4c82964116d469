// A net in two branches that share nothing but the picture and the sum at the end, with two tasks: which way do the leaves
// lie, and along which axis are they tinted (after Voss et al. 2021, "Branch Specialization").
//
//   per branch:  h1 = ReLU(W1 * x + b1), pooled by 2      h2 = ReLU(W2 * h1 + b2), stride 2      h3 = ReLU(W3 h2 + b3)
//   f = mean of h3 over places;  logits = V f + c: four for the direction, four for the colour
//
// Shapes: x 3 x 20 x 20, W1 [4][3 5 5], W2 [4][4 3 3], W3 [4][4]. Undivided, the control is one branch of eight.

import { key, normal } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape, type Tensor } from '../math/tape.ts';
import { convolution, meanPool } from '../math/tape-pictures.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { combed, crops, CROP, HUES, TURNS, type Combed } from './combed.ts';

export const BATCH = 64;
export const STEPS = 1000;
const UNITS = 8;
export const TESTED = 960;
export const GLANCED = 128;
const RATE = 8e-3;
const DECAY = 1e-3;
const K1 = 5;
const K2 = 3;
const POOLED = (CROP - K1 + 1) / 2;
const SMALL = Math.floor((POOLED - K2) / 2) + 1;

/** The tape of one batch, with its optimiser; `divided`: two halves of the units that do not see each other. */
export function branches(k: Kernels, batch: number, divided: boolean) {
  const t = tape(k);
  const x = t.input(3, batch * CROP * CROP);
  const turns = t.input(batch, 1);
  const hues = t.input(batch, 1);
  const widths = divided ? [UNITS / 2, UNITS / 2] : [UNITS];
  const I = t.input(UNITS, UNITS);
  const parts = widths.map((width) => {
    const W1 = t.param(width, 3 * K1 * K1);
    const b1 = t.param(width, 1);
    const W2 = t.param(width, width * K2 * K2);
    const b2 = t.param(width, 1);
    const W3 = t.param(width, width);
    const b3 = t.param(width, 1);
    const first = convolution(t, x, W1, b1, { batch, high: CROP, wide: CROP, side: K1, relu: true });
    const h1 = meanPool(t, first, batch, CROP - K1 + 1, CROP - K1 + 1, 2);
    const windows = { batch, high: POOLED, wide: POOLED, side: K2, stride: 2, relu: true };
    const h2 = convolution(t, h1, W2, b2, windows);
    const h3 = t.relu(t.biasRows(t.matmul(W3, h2), b3));
    return { width, W1, W2, f: meanPool(t, h3, batch, SMALL, SMALL, SMALL) }; // f [width][batch]
  });
  const f = stacked(parts.map((p) => p.f));
  const heads = [TURNS, HUES].map((n) => ({ V: t.param(n, UNITS), c: t.param(n, 1) }));
  const logits = heads.map(({ V, c }) => across(t.biasRows(t.matmul(V, f), c)));
  const fit = t.add(t.crossEntropy(logits[0], turns), t.crossEntropy(logits[1], hues));
  const loss = [...parts.flatMap((p) => [p.W1, p.W2]), ...heads.map((h) => h.V)].reduce(
    (L, W) => t.add(L, t.absolute(t.square(W), DECAY * W.rows)),
    fit,
  );
  return { tape: t, batch, x, turns, hues, parts, f, heads, logits, loss, optimiser: adamw(t) };

  /** matrices under one another: rows of I times the parts */
  function stacked(list: readonly Tensor[]): Tensor {
    for (let i = 0; i < UNITS; i++) k.data()[I.value + i * UNITS + i] = 1;
    if (list.length === 1) return list[0];
    const half = UNITS / 2;
    const put = list.map((_, i) => {
      const P = t.input(UNITS, half);
      for (let j = 0; j < half; j++) k.data()[P.value + (i * half + j) * half + j] = 1;
      return P;
    });
    return t.add(t.matmul(put[0], list[0]), t.matmul(put[1], list[1]));
  }
  /** [n][batch] -> [batch][n] */
  function across(y: Tensor): Tensor {
    const J = t.input(batch, batch);
    for (let i = 0; i < batch; i++) k.data()[J.value + i * batch + i] = 1;
    return t.matmulT(J, y);
  }
}

export type Branches = ReturnType<typeof branches>;

/** W1 ~ N(0, 0.15^2), the others ~ N(0, 1 / (3 inputs)), biases 0. */
export function begin(net: Branches, seed: number): void {
  net.tape.params.forEach((w, i) => {
    const k = key(seed, 60 + i);
    const isFirst = net.parts.some((p) => p.W1 === w);
    const spread = isFirst ? 0.15 : 1 / Math.sqrt(3 * w.cols);
    const scale = w.cols === 1 ? 0 : spread;
    net.tape.write(
      w,
      Float64Array.from({ length: w.rows * w.cols }, (_, j) => scale * normal(k, j)),
    );
  });
}

const rateAt = (step: number): number => RATE * Math.min(1, (STEPS - step) / (0.4 * STEPS));

function give(net: Branches, from: Combed, k: number): void {
  const d = net.tape.kernels.data();
  const which = crops(from, d, net.x.value, net.batch, k);
  which.forEach((i, b) => {
    d[net.turns.value + b] = from.turns[i];
    d[net.hues.value + b] = from.hues[i];
  });
}

/** One step; the loss before it. */
export function train(net: Branches, from: Combed, seed: number, step: number): number {
  give(net, from, key(seed, 58, step));
  net.tape.forward();
  net.tape.backward(net.loss);
  net.optimiser.step({ rate: rateAt(step) });
  return net.tape.kernels.data()[net.loss.value];
}

/** Shares of the two tasks that come out right: [direction, colour]. */
export type Scores = readonly [number, number];

export interface Lesions {
  readonly whole: Scores;
  /** with the first, with the second half put to its mean */
  readonly without: readonly [Scores, Scores];
  /** -1 to 1: how far the two halves differ in what they are needed for */
  readonly dissociation: number;
}

/** Accuracy on fresh crops, whole and with each half of the units held at its mean over all of them. */
export function lesions(net: Branches, from: Combed, seed: number, count = TESTED): Lesions {
  const features: Float64Array[] = [];
  const truth: [number, number][] = [];
  for (let i = 0; i * net.batch < count; i++) {
    give(net, from, key(seed, 59, i));
    net.tape.forward();
    const f = net.tape.read(net.f);
    const turns = net.tape.read(net.turns);
    const hues = net.tape.read(net.hues);
    for (let b = 0; b < net.batch; b++) {
      features.push(Float64Array.from({ length: UNITS }, (_, u) => f[u * net.batch + b]));
      truth.push([turns[b], hues[b]]);
    }
  }
  const mean = Float64Array.from(
    { length: UNITS },
    (_, u) => features.reduce((sum, f) => sum + f[u], 0) / features.length,
  );
  const heads = net.heads.map(({ V, c }) => ({ V: net.tape.read(V), c: net.tape.read(c) }));
  const score = (held: (u: number) => boolean): Scores =>
    [0, 1].map((task) => {
      const { V, c } = heads[task];
      const right = features.filter((f, i) => {
        let best = 0;
        let top = -Infinity;
        for (let n = 0; n < c.length; n++) {
          let y = c[n];
          for (let u = 0; u < UNITS; u++) y += V[n * UNITS + u] * (held(u) ? mean[u] : f[u]);
          if (y > top) {
            top = y;
            best = n;
          }
        }
        return best === truth[i][task];
      });
      return right.length / features.length;
    }) as unknown as Scores;
  const whole = score(() => false);
  const without = [score((u) => u < UNITS / 2), score((u) => u >= UNITS / 2)] as const;
  return { whole, without, dissociation: dissociation(whole, without) };
}

/** ((dO_1 - dC_1) - (dO_2 - dC_2)) over the sum of all drops. */
export function dissociation(whole: Scores, without: readonly [Scores, Scores]): number {
  const [a, b] = without.map((w) => [whole[0] - w[0], whole[1] - w[1]]);
  const all = [...a, ...b].reduce((sum, drop) => sum + Math.abs(drop), 0);
  return all ? (a[0] - a[1] - (b[0] - b[1])) / all : 0;
}

/** How much of a filter [3][5 5] is colour: the energy that is left when each pixel's mean over the planes is taken off, as a share. */
export function colourful(filter: ArrayLike<number>): number {
  const wide = K1 * K1;
  let all = 0;
  let tint = 0;
  for (let p = 0; p < wide; p++) {
    const grey = (filter[p] + filter[wide + p] + filter[2 * wide + p]) / 3;
    for (let c = 0; c < 3; c++) {
      all += filter[c * wide + p] * filter[c * wide + p];
      tint += (filter[c * wide + p] - grey) * (filter[c * wide + p] - grey);
    }
  }
  return tint / all;
}

/** All first filters, [8][3 5 5], of all weights in one list; a branch's W1 lies at the head of its six matrices. */
export function filters(weights: ArrayLike<number>, divided: boolean): Float64Array[] {
  const width = divided ? UNITS / 2 : UNITS;
  const wide = 3 * K1 * K1;
  const branch = width * (wide + width * K2 * K2 + width + 3);
  return Array.from({ length: UNITS }, (_, u) => {
    const from = Math.floor(u / width) * branch + (u % width) * wide;
    return Float64Array.from({ length: wide }, (_, i) => weights[from + i]);
  });
}

/** Share of the variance of a list in two halves that lies between them. */
export function between(values: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const half = values.length / 2;
  const m = mean(values);
  const all = values.reduce((sum, v) => sum + (v - m) * (v - m), 0);
  const parts = [values.slice(0, half), values.slice(half)];
  return parts.reduce((sum, p) => sum + half * (mean(p) - m) * (mean(p) - m), 0) / all;
}

export const data = {
  train: (seed: number): Combed => combed(seed, 56, 6),
  test: (seed: number): Combed => combed(seed, 57, 3),
};

/** Six crops [3][20 20] to be shown, 0 to 1 in hundredths: the same for every seed. */
export function samples(): number[][] {
  const count = 6;
  const wide = CROP * CROP;
  const out = new Float64Array(3 * count * wide);
  crops(data.test(5), out, 0, count, key(5, 55));
  return Array.from({ length: count }, (_, b) =>
    Array.from(
      { length: 3 * wide },
      (_, i) =>
        Math.round(
          100 * Math.max(0, Math.min(1, 0.5 + out[(Math.floor(i / wide) * count + b) * wide + (i % wide)])),
        ) / 100,
    ),
  );
}
