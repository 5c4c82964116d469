// A net with three named channels between the picture and the classes: wheels, window, roof (a concept bottleneck, Koh et al.
// 2020). What it does with them can be read: each class has one 7 x 7 picture of weights per channel.
//
//   h = ReLU(W1 * x + b1), stride 2     a = ReLU(W2 * h + b2)     m = max of a over 2 x 2     logits = V m + c
//   L = cross-entropy + 6 x mean BCE(2 |s_c| max m_c - 1.5, is part c there?) + ramp (activity and roughness of V) / 100
//
// Shapes: x 28 x 28, h 12 x 14 x 14, a 3 x 14 x 14, m [3][7 7], V [4][3 7 7].
// Without names there are eight channels and no BCE: the net that attribution.ts looks into.

import { exp, log } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape, type Tensor } from '../math/tape.ts';
import { convolution } from '../math/tape-pictures.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { SIDE, things, type Things } from './parts.ts';

export const BATCH = 64;
export const STEPS = 600;
export const CHANNELS = 3;
export const MAP = 7;
export const WIDE = MAP * MAP;
const FIRST = 12;
const RATE = 4e-3;
const HALF = SIDE / 2;
const NAMED = 6;
const PRICE = 0.01;
const KINDS = 4;
const UNNAMED = 8;

/** The tape of one batch, with its optimiser; `unnamed`: eight channels without names for three with. */
export function car(k: Kernels, batch: number, unnamed = false) {
  const channels = unnamed ? UNNAMED : CHANNELS;
  const t = tape(k);
  const x = t.input(1, batch * SIDE * SIDE);
  const classes = t.input(batch, 1);
  const parts = t.input(batch, CHANNELS);
  const ramp = t.input(1, 1);
  const W1 = t.param(FIRST, 25);
  const b1 = t.param(FIRST, 1);
  const W2 = t.param(channels, FIRST * 25);
  const b2 = t.param(channels, 1);
  const V = t.param(KINDS, channels * WIDE);
  const c = t.param(1, KINDS);
  const s = unnamed ? c : t.param(1, CHANNELS);
  const windows = { batch, side: 5, pad: 2, relu: true };
  const h = convolution(t, x, W1, b1, { ...windows, high: SIDE, wide: SIDE, stride: 2 });
  const a = convolution(t, h, W2, b2, { ...windows, high: HALF, wide: HALF });
  const m = pooled(a);
  const logits = t.bias(t.matmulT(m, V), c);
  const fit = t.crossEntropy(logits, classes);
  const loss = t.add(unnamed ? fit : t.add(fit, named(peaks(m))), prices());
  return {
    tape: t,
    batch,
    unnamed,
    channels,
    x,
    classes,
    parts,
    ramp,
    W1,
    W2,
    V,
    c,
    s,
    h,
    a,
    m,
    logits,
    fit,
    loss,
    optimiser: adamw(t),
  };

  /** a [channels][batch 14 14] -> m [batch][channels 7 7];  da = dm where a was the largest of its four (the first such) */
  function pooled(a: Tensor): Tensor {
    const largest = new Int32Array(batch * channels * WIDE);
    return t.own(
      batch,
      channels * WIDE,
      [a],
      (y) => {
        const d = k.data();
        for (let b = 0, i = 0; b < batch; b++) {
          for (let ch = 0; ch < channels; ch++) {
            for (let r = 0; r < MAP; r++) {
              for (let q = 0; q < MAP; q++, i++) {
                const from = (ch * batch + b) * HALF * HALF + 2 * r * HALF + 2 * q;
                let best = from;
                for (const j of [from + 1, from + HALF, from + HALF + 1]) {
                  if (d[a.value + j] > d[a.value + best]) best = j;
                }
                largest[i] = best;
                d[y.value + i] = d[a.value + best];
              }
            }
          }
        }
      },
      (y) => {
        const d = k.data();
        for (let i = 0; i < largest.length; i++) d[a.grad + largest[i]] += d[y.grad + i];
      },
    );
  }
  /** m -> the largest of each map, [batch][channels] */
  function peaks(m: Tensor): Tensor {
    const largest = new Int32Array(batch * CHANNELS);
    return t.own(
      batch,
      CHANNELS,
      [m],
      (y) => {
        const d = k.data();
        for (let i = 0; i < largest.length; i++) {
          let best = i * WIDE;
          for (let j = best + 1; j < (i + 1) * WIDE; j++) if (d[m.value + j] > d[m.value + best]) best = j;
          largest[i] = best;
          d[y.value + i] = d[m.value + best];
        }
      },
      (y) => {
        const d = k.data();
        for (let i = 0; i < largest.length; i++) d[m.grad + largest[i]] += d[y.grad + i];
      },
    );
  }
  /** NAMED x mean over batch of sum over channels of BCE(z, part) / ... , z = 2 |s| peak - 1.5;  dz = sigmoid(z) - part */
  function named(peak: Tensor): Tensor {
    const weight = NAMED / (batch * CHANNELS);
    const z = (d: Float32Array | Float64Array, i: number): number =>
      2 * Math.abs(d[s.value + (i % CHANNELS)]) * d[peak.value + i] - 1.5;
    return t.own(
      1,
      1,
      [peak, s],
      (y) => {
        const d = k.data();
        let sum = 0;
        for (let i = 0; i < batch * CHANNELS; i++) {
          const v = z(d, i);
          sum += Math.max(v, 0) - v * d[parts.value + i] + log(1 + exp(-Math.abs(v)));
        }
        d[y.value] = weight * sum;
      },
      (y) => {
        const d = k.data();
        const g = weight * d[y.grad];
        for (let i = 0; i < batch * CHANNELS; i++) {
          const ch = i % CHANNELS;
          const v = g * (1 / (1 + exp(-z(d, i))) - d[parts.value + i]);
          d[peak.grad + i] += v * 2 * Math.abs(d[s.value + ch]);
          d[s.grad + ch] += v * 2 * (d[s.value + ch] < 0 ? -1 : 1) * d[peak.value + i];
        }
      },
    );
  }
  /** ramp / 100 x (mean over batch of sum of a / 4, unnamed / 8, + sum of squared differences of neighbours in V's maps) */
  function prices(): Tensor {
    const share = unnamed ? 8 : 4;
    const neighbours = (visit: (i: number, j: number) => void): void => {
      for (let map = 0; map < KINDS * channels; map++) {
        for (let p = 0; p < WIDE; p++) {
          const i = V.value + map * WIDE + p;
          if (p % MAP < MAP - 1) visit(i, i + 1);
          if (p < WIDE - MAP) visit(i, i + MAP);
        }
      }
    };
    return t.own(
      1,
      1,
      [a, V],
      (y) => {
        const d = k.data();
        let active = 0;
        let rough = 0;
        for (let i = 0; i < a.rows * a.cols; i++) active += d[a.value + i];
        neighbours((i, j) => {
          rough += (d[i] - d[j]) * (d[i] - d[j]);
        });
        d[y.value] = d[ramp.value] * PRICE * (active / (share * batch) + rough);
      },
      (y) => {
        const d = k.data();
        const g = d[y.grad] * d[ramp.value] * PRICE;
        const off = V.grad - V.value;
        for (let i = 0; i < a.rows * a.cols; i++) d[a.grad + i] += g / (share * batch);
        neighbours((i, j) => {
          const v = 2 * g * (d[i] - d[j]);
          d[i + off] += v;
          d[j + off] -= v;
        });
      },
    );
  }
}

export type Car = ReturnType<typeof car>;

/** Weights ~ N(0, scale^2), a scale for each matrix; biases 0. */
export function begin(net: Car, seed: number): void {
  [0.2, 0, 0.1, 0, 0.02, 0, 0].forEach((scale, i) => {
    const w = net.tape.params[i];
    const k = key(seed, (net.unnamed ? 90 : 70) + i);
    if (w) {
      net.tape.write(
        w,
        Float64Array.from({ length: w.rows * w.cols }, (_, j) => (i === 6 ? 1 : scale * normal(k, j))),
      );
    }
  });
}

/** One step; the loss before it. */
export function train(net: Car, from: Things, seed: number, step: number): number {
  const { tape: t } = net;
  const k = key(seed, net.unnamed ? 98 : 78, step);
  give(
    net,
    from,
    Array.from({ length: net.batch }, (_, i) => Math.floor(uniform(k, i) * from.count)),
  );
  t.write(net.ramp, [Math.min(1, step / (0.3 * STEPS))]);
  t.forward();
  t.backward(net.loss);
  net.optimiser.step({ rate: RATE });
  return t.kernels.data()[net.loss.value];
}

/** Writes the pictures `which` and their labels into the tape's inputs. */
export function give(net: Car, from: Things, which: readonly number[]): void {
  const d = net.tape.kernels.data();
  const wide = SIDE * SIDE;
  which.forEach((j, i) => {
    d.set(from.pixels.subarray(j * wide, (j + 1) * wide), net.x.value + i * wide);
    d[net.classes.value + i] = from.classes[j];
    for (let c = 0; c < CHANNELS; c++) d[net.parts.value + i * CHANNELS + c] = from.parts[j * CHANNELS + c];
  });
}

/** What each channel adds to each class, picture by picture, [count][classes][channels]: with the class's bias, their sum is its logit; and what it would add with its map upside down. */
export function contributions(
  net: Car,
  of: Things,
): { readonly adds: Float64Array; readonly over: Float64Array } {
  const adds = new Float64Array(of.count * KINDS * CHANNELS);
  const over = new Float64Array(adds.length);
  const V = net.tape.read(net.V);
  for (let from = 0; from < of.count; from += net.batch) {
    const here = Math.min(net.batch, of.count - from);
    give(
      net,
      of,
      Array.from({ length: net.batch }, (_, i) => from + Math.min(i, here - 1)),
    );
    net.tape.forward();
    const m = net.tape.read(net.m);
    for (let b = 0; b < here; b++) {
      for (let n = 0; n < KINDS; n++) {
        for (let c = 0; c < CHANNELS; c++) {
          let sum = 0;
          let turned = 0;
          for (let p = 0, v = (n * CHANNELS + c) * WIDE, a = (b * CHANNELS + c) * WIDE; p < WIDE; p++) {
            sum += V[v + p] * m[a + p];
            turned += V[v + (MAP - 1 - Math.floor(p / MAP)) * MAP + (p % MAP)] * m[a + p];
          }
          const at = ((from + b) * KINDS + n) * CHANNELS + c;
          adds[at] = sum;
          over[at] = turned;
        }
      }
    }
  }
  return { adds, over };
}

/** Where V and c lie in all weights as one list. */
export const readout = <A extends Float32Array | Float64Array>(
  weights: A,
): { readonly V: A; readonly c: A } => ({
  V: weights.subarray(-CHANNELS - KINDS - KINDS * CHANNELS * WIDE, -CHANNELS - KINDS) as A,
  c: weights.subarray(-CHANNELS - KINDS, -CHANNELS) as A,
});

export const data = {
  train: (seed: number): Things => things(seed, 80, 6000),
  test: (seed: number, only?: number, count = 200): Things =>
    things(seed, only === undefined ? 82 : 84 + 2 * only, count, only),
};
