// The toy model of superposition.ts on the kernels: same formulas, same plain state (theta holds f32 values on the compiled
// set), a tenth of the time or less. The reference checks it: tests/models/fast.test.ts.

import { cos, PI } from '../math/functions.ts';
import type { At, Kernels } from '../math/kernels/kernels.ts';
import { bits, key } from '../math/random.ts';
import type { Inputs } from './inputs.ts';
import type { Schedule, Superposition } from './superposition.ts';

/** Batches: `size` samples (a multiple of 16) of each step, each feature active with chance `active`. */
export interface Batches {
  readonly active: number;
  readonly size: number;
  readonly seed: number;
}

/** The learning rate of superposition.ts. */
const rateAt = ({ rate, steps }: Schedule, step: number): number =>
  rate * 0.5 * (1 + cos((PI * Math.min(step, steps)) / steps)) + 1e-5;

/** The trainer over these kernels; their memory is its own from here on. */
export function fast(k: Kernels) {
  const slots: Slot[] = [slot(), slot(), slot()]; // two sets of fixed points, recent first, and the batch
  const weights = { at: k.alloc(0), size: 0 };

  /** theta, its gradient, mean, square and the importances; rewritten at each call, so that the state stays with its owner. */
  function carry(
    { theta, adam, n }: Superposition,
    I_f: Float64Array,
  ): { theta: At; grad: At; mean: At; square: At; I: At } {
    const wide = (theta.length + 15) & ~15;
    if (wide > weights.size) {
      weights.at = k.alloc(5 * wide);
      weights.size = wide;
    }
    const [t, grad, mean, square, I] = [0, 1, 2, 3, 4].map((i) => weights.at + i * weights.size);
    const d = k.data();
    d.fill(0, weights.at, weights.at + 5 * weights.size);
    d.set(theta, t);
    d.set(adam.mean, mean);
    d.set(adam.square, square);
    d.set(I_f.subarray(0, n), I);
    return { theta: t, grad, mean, square, I };
  }

  function descend({ theta, adam }: Superposition, at: ReturnType<typeof carry>, rate: number): void {
    adam.fade[0] *= 0.9;
    adam.fade[1] *= 0.999;
    k.adamw(
      at.theta,
      at.grad,
      at.mean,
      at.square,
      theta.length,
      1,
      0.9,
      0.999,
      rate / (1 - adam.fade[0]),
      1 / (1 - adam.fade[1]),
      1e-8,
    );
    const d = k.data();
    for (const [to, from] of [
      [theta, at.theta],
      [adam.mean, at.mean],
      [adam.square, at.square],
    ] as const) {
      to.set(d.subarray(from, from + to.length));
    }
  }

  /** Points in panels of 16, filled up with weight 0; kept until two others have been asked for. */
  function place(inputs: Inputs): Slot {
    const known = slots.findIndex((s) => s.of === inputs);
    if (known === 1) [slots[0], slots[1]] = [slots[1], slots[0]];
    if (known >= 0) return slots[0];
    [slots[0], slots[1]] = [slots[1], slots[0]];
    const to = slots[0];
    const { n, X_sf, w_s } = inputs;
    size(to, n, w_s.length);
    const d = k.data();
    d.fill(0, to.x, to.x + to.samples * n);
    d.fill(0, to.w, to.w + to.samples);
    d.set(w_s, to.w);
    for (let s = 0; s < w_s.length; s++) {
      for (let f = 0; f < n; f++) d[to.x + ((s >> 4) * n + f) * 16 + (s & 15)] = X_sf[s * n + f];
    }
    to.of = inputs;
    return to;
  }

  function size(to: Slot, n: number, samples: number): void {
    to.samples = (samples + 15) & ~15;
    const need = to.samples * (n + 1);
    if (need > to.room) {
      to.x = k.alloc(need);
      to.room = need;
    } // the smaller place is lost: sizes are few
    to.w = to.x + to.samples * n;
  }

  /** A step's batch: `size` samples of which each has something active, and the empty input counted exactly. */
  function batch(n: number, { active, size: count, seed }: Batches, step: number): Slot {
    const to = slots[2];
    const none = power(1 - active, n);
    size(to, n, count + 16);
    k.fill(to.x + count * n, 16 * n, 0);
    k.fill(to.w, count, (1 - none) / count);
    k.fill(to.w + count, 16, 0);
    k.data()[to.w + count] = none;
    k.draw(to.x, n, count, active, 1, key(seed, 2, step) | 0);
    return to;
  }

  return {
    kernels: k,
    /** L at the points; `train` and `trainSampled` are one step of Adam, in place, as in superposition.ts. */
    loss(model: Superposition, inputs: Inputs, I_f: Float64Array): number {
      const p = place(inputs);
      const at = carry(model, I_f);
      return k.toy(at.grad, at.theta, p.x, p.w, at.I, model.n, model.m, p.samples);
    },
    train(model: Superposition, inputs: Inputs, I_f: Float64Array, schedule: Schedule, step: number): void {
      const p = place(inputs);
      const at = carry(model, I_f);
      k.toy(at.grad, at.theta, p.x, p.w, at.I, model.n, model.m, p.samples);
      descend(model, at, rateAt(schedule, step));
    },
    /** `step` picks the batch, `since` the rate. */
    trainSampled(
      model: Superposition,
      batches: Batches,
      I_f: Float64Array,
      schedule: Schedule,
      step: number,
      since = step,
    ): void {
      const p = batch(model.n, batches, step);
      const at = carry(model, I_f);
      k.toy(at.grad, at.theta, p.x, p.w, at.I, model.n, model.m, p.samples);
      descend(model, at, rateAt(schedule, since));
    },
  };
}

interface Slot {
  of?: Inputs;
  x: At;
  w: At;
  samples: number;
  room: number;
}
const slot = (): Slot => ({ x: 0, w: 0, samples: 0, room: 0 });
const power = (x: number, k: number): number => {
  let y = 1;
  for (let i = 0; i < k; i++) y *= x;
  return y;
};

/**
 * The batch of `trainSampled` as points, in f64. One number per sample and feature: its upper 31 bits v say that the feature
 * is active when v < limit, and then its value is v / limit; limit is chance * 2^31, the chance being p, or while nothing is
 * active yet p / (1 - (1 - p)^(features that remain)), so that something always is.
 */
export function drawn(n: number, active: number, size: number, seed: number, step: number): Inputs {
  const k = key(seed, 2, step);
  const none = power(1 - active, n);
  const limit = (chance: number): number => Math.min(0x7fffffff, Math.floor(chance * 0x80000000));
  const first = Float64Array.from({ length: n }, (_, f) => limit(active / (1 - power(1 - active, n - f))));
  const rest = limit(active);
  const X_sf = new Float64Array((size + 1) * n);
  const w_s = new Float64Array(size + 1).fill((1 - none) / size);
  w_s[size] = none;
  for (let s = 0; s < size; s++) {
    for (let f = 0, found = false; f < n; f++) {
      const v = bits(k, s * n + f) >>> 1;
      const bar: number = found ? rest : first[f];
      if (v >= bar) continue;
      X_sf[s * n + f] = v / bar;
      found = true;
    }
  }
  return { n, X_sf, w_s };
}
