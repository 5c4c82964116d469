// Three ways to learn 64 filters from whitened patches z [20000][64]. All of them look for directions along which patches are
// far out, seldom: sparseness by another name.
//
//   autoencoder  f = the 4 largest of ReLU(W z), z' = W^T f, tied, rows of W of length 1 (Makhzani and Frey 2013)
//   k-means      each patch to the row with the largest |w . z|; rows move along sum (w . z) z (Coates and Ng 2012)
//   ICA          W <- E[tanh(W u) u^T] - diag(E[1 - tanh^2]) W, then rows made orthonormal (Hyvarinen 1999); u is z brought to
//                variance 1 along every direction, and a filter is what it adds to z, w times that spread

import { exp } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';
import { svd } from '../math/svd.ts';
import { adamw } from '../math/adamw.ts';
import { tape } from '../math/tape.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { KEPT } from './patches.ts';

export type Method = 'autoencoder' | 'k-means' | 'ICA';
export const FILTERS = 64;
export const BATCH = 256;
export const STEPS: Readonly<Record<Method, number>> = { autoencoder: 1200, 'k-means': 15, ICA: 60 };
const RATE = 3e-3;
const TOP = 4;
const CHUNK = 2000;

/** The tapes of all three methods over the same memory of filters W [64][kept components]. */
export function learner(k: Kernels) {
  const t = tape(k);
  const z = t.input(BATCH, KEPT);
  const W = t.param(FILTERS, KEPT);
  const out = t.matmul(t.topk(t.relu(t.matmulT(z, W)), TOP), W);
  const loss = t.squaredError(out, z);
  const optimiser = adamw(t);
  const chunk = t.input(CHUNK, KEPT);
  const s = t.input(CHUNK, FILTERS);
  const next = t.input(FILTERS, KEPT);
  return { tape: t, z, W, loss, optimiser, chunk, s, next };
}
/** Patches, and their spread along each of the 64 directions. */
export interface Data {
  readonly z: Float32Array;
  readonly spread: Float64Array;
}
export type Learner = ReturnType<typeof learner>;

/** Rows ~ N(0, 1), of length 1; for ICA orthonormal. The state is what the optimiser saves: W and two moments. */
export function begin(net: Learner, method: Method, seed: number): void {
  const k = key(seed, 110);
  const W = Float64Array.from({ length: FILTERS * KEPT }, (_, i) => normal(k, i));
  net.tape.write(net.W, method === 'ICA' ? orthonormal(W) : W);
  net.tape.kernels.unitRows(net.W.value, FILTERS, KEPT);
}

/** U V^T of W: the nearest matrix with orthonormal rows. */
function orthonormal(W: ArrayLike<number>): Float64Array {
  const { Ut, Vt } = svd(W, FILTERS, KEPT);
  const out = new Float64Array(FILTERS * KEPT);
  for (let k = 0; k < KEPT; k++) {
    for (let i = 0; i < FILTERS; i++) {
      for (let j = 0; j < KEPT; j++) out[i * KEPT + j] += Ut[k * FILTERS + i] * Vt[k * KEPT + j];
    }
  }
  return out;
}

const rateAt = (step: number): number =>
  RATE * Math.min(1, (STEPS.autoencoder - step) / (0.3 * STEPS.autoencoder));

/** One step in place. */
export function train(net: Learner, method: Method, { z, spread }: Data, seed: number, step: number): void {
  if (method === 'autoencoder') descend(net, z, seed, step);
  else pass(net, z, method, spread);
}

function descend(net: Learner, z: Float32Array, seed: number, step: number): void {
  const { tape: t, W, loss } = net;
  const d = t.kernels.data();
  const k = key(seed, 111, step);
  const count = z.length / KEPT;
  for (let b = 0; b < BATCH; b++) {
    const i = Math.floor(uniform(k, b) * count);
    d.set(z.subarray(i * KEPT, (i + 1) * KEPT), net.z.value + b * KEPT);
  }
  t.forward();
  t.backward(loss);
  net.optimiser.step({ rate: rateAt(step) });
  t.kernels.unitRows(W.value, FILTERS, KEPT);
}

/** One pass over all patches: both of the others are sums of g(w . z) z. */
function pass(
  { tape: t, W, chunk, s, next }: Learner,
  z: Float32Array,
  method: Method,
  spread: Float64Array,
): void {
  const k = t.kernels;
  const one = method === 'ICA' ? spread.map((v) => 1 / v) : undefined;
  const slope = new Float64Array(FILTERS);
  const count = z.length / KEPT;
  if (method === 'ICA') k.fill(next.value, FILTERS * KEPT, 0);
  else k.scaled(next.value, W.value, FILTERS * KEPT, 1, 0);
  for (let from = 0; from < count; from += CHUNK) {
    const d = k.data();
    const base = from * KEPT;
    if (one) for (let i = 0; i < CHUNK * KEPT; i++) d[chunk.value + i] = z[base + i] * one[i % KEPT];
    else d.set(z.subarray(base, base + CHUNK * KEPT), chunk.value);
    k.gemm(s.value, FILTERS, chunk.value, KEPT, 1, W.value, 1, KEPT, CHUNK, FILTERS, KEPT, 0);
    respond(k.data(), s.value, method, slope);
    k.gemm(next.value, KEPT, s.value, 1, FILTERS, chunk.value, KEPT, 1, FILTERS, KEPT, CHUNK, 1);
  }
  if (method === 'k-means') {
    k.scaled(W.value, next.value, FILTERS * KEPT, 1, 0);
    k.unitRows(W.value, FILTERS, KEPT);
    return;
  }
  const w = t.read(W);
  const updated = t.read(next);
  for (let i = 0; i < updated.length; i++) {
    updated[i] = (updated[i] - slope[Math.floor(i / KEPT)] * w[i]) / count;
  }
  t.write(W, orthonormal(updated));
}

/** s <- g(s): for k-means all but the largest of each row to 0; for ICA tanh(s), and the sum of its slopes. */
function respond(d: Float32Array | Float64Array, at: number, method: Method, slope: Float64Array): void {
  for (let p = 0; p < CHUNK; p++) {
    const row = at + p * FILTERS;
    if (method === 'ICA') {
      for (let i = 0; i < FILTERS; i++) {
        const e = exp(2 * d[row + i]);
        const g = e === Infinity ? 1 : (e - 1) / (e + 1);
        d[row + i] = g;
        slope[i] += 1 - g * g;
      }
      continue;
    }
    let best = 0;
    for (let i = 1; i < FILTERS; i++) if (Math.abs(d[row + i]) > Math.abs(d[row + best])) best = i;
    for (let i = 0; i < FILTERS; i++) if (i !== best) d[row + i] = 0;
  }
}

/** The control: directions without training. */
export function random(seed: number): Float64Array {
  const k = key(seed, 119);
  const W = Float64Array.from({ length: FILTERS * KEPT }, (_, i) => normal(k, i));
  for (let i = 0; i < FILTERS; i++) {
    const row = W.subarray(i * KEPT, (i + 1) * KEPT);
    const size = Math.sqrt(row.reduce((sum, v) => sum + v * v, 0));
    row.forEach((v, j) => {
      row[j] = v / size;
    });
  }
  return W;
}

/** Filters in the space of z: ICA's rows by the spread. */
export const shownIn = (W: ArrayLike<number>, method: Method, spread: Float64Array): Float64Array =>
  Float64Array.from({ length: W.length }, (_, i) => (method === 'ICA' ? W[i] * spread[i % KEPT] : W[i]));
