// A sparse autoencoder: activations z as few of many directions (Bricken et al. 2023; top-k: Makhzani and Frey 2013, Gao et al. 2024).
//
//   f = ReLU((z - c) W_e + b)   (or its k largest)      z' = f W_d + c      L = mean |z - z'|^2 + lambda mean sum_i f_i
//
// Shapes: z [batch][d], W_e [d][width], W_d [width][d], b [width], c [d]. Rows of W_d, the directions, are kept at length 1.

import { normal, key } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape } from '../math/tape.ts';
import type { Kernels } from '../math/kernels/kernels.ts';

export interface Shape {
  readonly d: number;
  readonly width: number;
  readonly batch: number;
  /** L1 coefficient; 0 with `keep` */
  readonly lambda: number;
  /** top-k */
  readonly keep?: number;
}

/** The tape of one batch, with its optimiser. */
export function autoencoder(kernels: Kernels, { d, width, batch, lambda, keep }: Shape) {
  const t = tape(kernels);
  const We = t.param(d, width);
  const b = t.param(1, width);
  const Wd = t.param(width, d);
  const c = t.param(1, d);
  const z = t.input(batch, d);
  const active = t.relu(t.bias(t.matmul(t.bias(z, c, -1), We), b));
  const f = keep ? t.topk(active, keep) : active;
  const out = t.bias(t.matmul(f, Wd), c);
  const error = t.squaredError(out, z);
  const loss = lambda ? t.add(error, t.absolute(f, lambda)) : error;
  return { tape: t, We, b, Wd, c, z, f, out, error, loss, optimiser: adamw(t) };
}

export type Autoencoder = ReturnType<typeof autoencoder>;

/** Directions at random, W_e = W_d^T, no biases. */
export function begin(model: Autoencoder, seed: number): void {
  const { tape: t, We, b, Wd, c } = model;
  const k = key(seed, 20);
  const { rows, cols } = Wd;
  t.write(
    Wd,
    Float64Array.from({ length: rows * cols }, (_, i) => normal(k, i)),
  );
  t.kernels.unitRows(Wd.value, rows, cols);
  const W = t.read(Wd);
  t.write(
    We,
    Float64Array.from({ length: rows * cols }, (_, i) => W[(i % rows) * cols + Math.floor(i / rows)]),
  );
  for (const p of [b, c]) t.kernels.fill(p.value, p.cols, 0);
}

/** One step on `z` [batch][d]; the loss before it. */
export function train(model: Autoencoder, z: ArrayLike<number>, rate: number): number {
  const { tape: t, Wd, loss } = model;
  t.write(model.z, z);
  t.forward();
  t.backward(loss);
  model.optimiser.step({ rate });
  t.kernels.unitRows(Wd.value, Wd.rows, Wd.cols);
  return t.kernels.data()[loss.value];
}
