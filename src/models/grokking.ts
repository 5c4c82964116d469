// Learning that comes late: a + b mod 31 from 40% of the table, full batch, with weight decay (Power et al. 2022, "Grokking";
// the quadratic network of Gromov 2023). AdamW 0.01, decay 1, 1600 steps.
//
//   restricted loss: the cross-entropy of g alone, g(c - a - b) = mean of the centred logits over all (a, b, c) of equal c - a - b mod p
//   concentration: share of a neuron's input power in its largest frequency, weighted by power (after Nanda et al. 2023)
//
// Shapes: weights one after the other: W [2 p][width], U [width][p].

import { cos, exp, log, PI, sin } from '../math/functions.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { bits, key } from '../math/random.ts';
import { begin, give, mlp, train as learn, type Mlp } from './mlp.ts';

const P = 31;
const WIDTH = 64;
export const STEPS = 1600;
export const EVERY = 20;
const SHARE = 0.4;
const FREQUENCIES = (P - 1) / 2;
const RATE = 0.01;
const B2 = 0.98;

/** Accuracies and concentration in [0, 1]; losses in nats. */
export interface Progress {
  readonly trainRight: number;
  readonly testRight: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly restricted: number;
  readonly concentration: number;
}

/** A run at some step, and its progress at every twentieth so far. */
export interface Learner {
  state: Float32Array | Float64Array;
  readonly course: Progress[];
}

/** Which pairs (a, b), at a p + b, are learned from: the first 40% of a shuffled table. */
export function split(seed: number): Uint8Array {
  const order = Array.from({ length: P * P }, (_, i) => i);
  const k = key(seed, 42);
  const learned = new Uint8Array(P * P);
  for (let i = order.length - 1; i > 0; i--) {
    const j = bits(k, i) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  for (const pair of order.slice(0, Math.round(SHARE * P * P))) learned[pair] = 1;
  return learned;
}

interface Graphs {
  readonly net: Mlp;
  readonly whole: Mlp;
}
const graphs = new WeakMap<Kernels, Graphs>();
function graph(k: Kernels): Graphs {
  if (!graphs.has(k)) {
    const net = mlp(k, { p: P, width: WIDTH, batch: Math.round(SHARE * P * P) });
    const whole = mlp(k, { p: P, width: WIDTH, batch: P * P });
    const all = Array.from({ length: P * P }, (_, i) => i);
    give(
      whole,
      all.map((i) => Math.floor(i / P)),
      all.map((i) => i % P),
    );
    graphs.set(k, { net, whole });
  }
  return graphs.get(k)!;
}

/** An untrained network. */
export function create(seed: number, k: Kernels): Learner {
  const { net } = graph(k);
  net.optimiser.restore(
    k
      .data()
      .slice(0, 3 * net.optimiser.size)
      .fill(0),
    0,
  );
  begin(net, seed);
  return { state: net.optimiser.save(), course: [] };
}

/** One step, in place; every twentieth time its progress is taken first. */
export function train(learner: Learner, seed: number, decay: number, step: number, k: Kernels): void {
  const { net } = graph(k);
  if (step % EVERY === 0) learner.course[step / EVERY] = progress(learner, seed, k);
  const pairs = [...split(seed).entries()].filter(([, is]) => is).map(([pair]) => pair);
  give(
    net,
    pairs.map((i) => Math.floor(i / P)),
    pairs.map((i) => i % P),
  );
  net.optimiser.restore(learner.state, step, { b2: B2 });
  learn(net, RATE, decay);
  learner.state = net.optimiser.save();
}

/** The weights alone, without the moments. */
export const weights = ({ state }: Learner): Float32Array | Float64Array =>
  state.subarray(0, state.length / 3);

/** The logits of the whole table, [p p][p]. */
export function answers(learner: Learner, k: Kernels): Float32Array | Float64Array {
  const { whole } = graph(k);
  whole.optimiser.restore(learner.state, 0);
  whole.tape.forward();
  return whole.tape.read(whole.logits);
}

/** Which pairs are answered right. */
export function right(logits: ArrayLike<number>): Uint8Array {
  return Uint8Array.from({ length: P * P }, (_, i) => {
    let best = 0;
    for (let c = 1; c < P; c++) if (logits[i * P + c] > logits[i * P + best]) best = c;
    return best === (Math.floor(i / P) + i) % P ? 1 : 0; // i = a p + b, so i mod p = b
  });
}

/** Accuracy, losses and Fourier measures over the whole table (Nanda et al. 2023). */
export function progress(learner: Learner, seed: number, k: Kernels): Progress {
  const learned = split(seed);
  const logits = answers(learner, k);
  const hit = right(logits);
  const count = learned.reduce((n, is) => n + is, 0);
  const rest = P * P - count;
  const sums = { right: [0, 0], loss: [0, 0] };
  const g = invariant(logits);
  const at = (d: number): number => g[((d % P) + P) % P];
  let restricted = 0;
  for (let i = 0; i < P * P; i++) {
    const is = learned[i];
    const target = (Math.floor(i / P) + i) % P;
    sums.right[is] += hit[i];
    sums.loss[is] += loss((c) => logits[i * P + c], target);
    if (!is) restricted += loss((c) => at(c - Math.floor(i / P) - (i % P)), target);
  }
  return {
    trainRight: sums.right[1] / count,
    testRight: sums.right[0] / rest,
    trainLoss: sums.loss[1] / count,
    testLoss: sums.loss[0] / rest,
    restricted: restricted / rest,
    concentration: concentration(weights(learner)),
  };
}

/** -ln softmax(x)[target] over p classes */
function loss(x: (c: number) => number, target: number): number {
  let top = -Infinity;
  let sum = 0;
  for (let c = 0; c < P; c++) top = Math.max(top, x(c));
  for (let c = 0; c < P; c++) sum += exp(x(c) - top);
  return log(sum) - (x(target) - top);
}

/** g(d), d = c - a - b mod p: the part of the logits that depends on a pair through its sum only. */
function invariant(logits: ArrayLike<number>): Float64Array {
  const g = new Float64Array(P);
  for (let i = 0; i < P * P; i++) {
    let mean = 0;
    for (let c = 0; c < P; c++) mean += logits[i * P + c] / P;
    for (let c = 0; c < P; c++) {
      g[(((c - Math.floor(i / P) - (i % P)) % P) + P) % P] += (logits[i * P + c] - mean) / (P * P);
    }
  }
  return g;
}

/** cos and sin of 2 pi k a / p at (k a mod p) */
const COS = Float64Array.from({ length: P }, (_, i) => cos((2 * PI * i) / P));
const SIN = Float64Array.from({ length: P }, (_, i) => sin((2 * PI * i) / P));

/** A neuron's power at frequencies 1 to (p - 1) / 2, from both of its inputs; [frequency - 1] */
function spectrum(w: ArrayLike<number>, h: number): Float64Array {
  return Float64Array.from({ length: FREQUENCIES }, (_, f) =>
    [0, P].reduce((sum, from) => {
      let c = 0;
      let s = 0;
      for (let a = 0; a < P; a++) {
        const x = w[(from + a) * WIDTH + h];
        const turn = ((f + 1) * a) % P;
        c += x * COS[turn];
        s += x * SIN[turn];
      }
      return sum + c * c + s * s;
    }, 0),
  );
}

function concentration(w: ArrayLike<number>): number {
  let top = 0;
  let all = 0;
  for (let h = 0; h < WIDTH; h++) {
    const power = spectrum(w, h);
    top += Math.max(...power);
    for (const x of power) all += x;
  }
  return top / all;
}

/** For each frequency the power of the neurons that have it as their largest, and the power of it in all others; shares of the whole, [frequency - 1] */
export function shares(w: ArrayLike<number>): { readonly own: number[]; readonly others: number[] } {
  const own = Array<number>(FREQUENCIES).fill(0);
  const others = [...own];
  let all = 0;
  for (let h = 0; h < WIDTH; h++) {
    const power = spectrum(w, h);
    const best = power.indexOf(Math.max(...power));
    power.forEach((x, f) => {
      (f === best ? own : others)[f] += x;
      all += x;
    });
  }
  return { own: own.map((x) => x / all), others: others.map((x) => x / all) };
}

/** The embedding of the left number on the plane of frequency k: points (x, y) for a = 0 ... p - 1, mean radius 1. */
export function circle(
  w: ArrayLike<number>,
  k: number,
): {
  readonly points: (readonly [number, number])[];
  /** of the radius: deviation over mean */
  readonly spread: number;
} {
  const C = new Float64Array(WIDTH);
  const S = new Float64Array(WIDTH);
  for (let a = 0; a < P; a++) {
    for (let h = 0; h < WIDTH; h++) {
      C[h] += w[a * WIDTH + h] * COS[(k * a) % P];
      S[h] += w[a * WIDTH + h] * SIN[(k * a) % P];
    }
  }
  unit(C);
  const along = dot(C, S);
  for (let h = 0; h < WIDTH; h++) S[h] -= along * C[h];
  unit(S);
  const flat = Array.from({ length: P }, (_, a): [number, number] => {
    const row = Float64Array.from({ length: WIDTH }, (_, h) => w[a * WIDTH + h]);
    return [dot(row, C), dot(row, S)];
  });
  const radii = flat.map(([x, y]) => Math.sqrt(x * x + y * y));
  const mean = radii.reduce((sum, r) => sum + r / P, 0);
  return {
    points: flat.map(([x, y]) => [x / mean, y / mean] as const),
    spread: Math.sqrt(radii.reduce((sum, r) => sum + ((r - mean) * (r - mean)) / P, 0)) / mean,
  };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i], 0);
function unit(x: Float64Array): void {
  const size = Math.sqrt(dot(x, x)) || 1;
  for (let i = 0; i < x.length; i++) x[i] /= size;
}
