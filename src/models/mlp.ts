// A quadratic network for a + b mod p (after Gromov 2023, "Grokking modular arithmetic").
//
//   logits = (W[a] + W[p + b])^2 U
//
// Shapes: W [2 p][width], U [width][p]. Mean cross-entropy, AdamW.

import { normal, key } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape } from '../math/tape.ts';
import type { Kernels } from '../math/kernels/kernels.ts';

export interface Shape {
  readonly p: number;
  readonly width: number;
  readonly batch: number;
}

/** The tape of one batch, with its optimiser. */
export function mlp(kernels: Kernels, { p, width, batch }: Shape) {
  const t = tape(kernels);
  const W = t.param(2 * p, width);
  const U = t.param(width, p);
  const left = t.input(batch, 1);
  const right = t.input(batch, 1);
  const targets = t.input(batch, 1);
  const hidden = t.square(t.add(t.rows(W, left), t.rows(W, right)));
  const logits = t.matmul(hidden, U);
  const loss = t.crossEntropy(logits, targets);
  return { tape: t, p, W, U, left, right, targets, hidden, logits, loss, optimiser: adamw(t) };
}

export type Mlp = ReturnType<typeof mlp>;

/** W ~ N(0, 1 / (2 p)), U ~ N(0, 1 / width) */
export function begin(model: Mlp, seed: number): void {
  model.tape.params.forEach((w, i) => {
    const k = key(seed, 40 + i);
    const size = 1 / Math.sqrt(w.rows);
    model.tape.write(
      w,
      Float64Array.from({ length: w.rows * w.cols }, (_, j) => size * normal(k, j)),
    );
  });
}

/** The pairs to learn from: inputs a and p + b, target a + b mod p. */
export function give(model: Mlp, a: readonly number[], b: readonly number[]): void {
  const { tape: t, p, left, right, targets } = model;
  t.write(left, a);
  t.write(
    right,
    b.map((v) => p + v),
  );
  t.write(
    targets,
    a.map((v, i) => (v + b[i]) % p),
  );
}

/** One step of AdamW (0.9, 0.98) on the given pairs; the loss before it. */
export function train(model: Mlp, rate: number, decay: number): number {
  const { tape: t, loss } = model;
  t.forward();
  t.backward(loss);
  model.optimiser.step({ rate, decay, b2: 0.98 });
  return t.kernels.data()[loss.value];
}
