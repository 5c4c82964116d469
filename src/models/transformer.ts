// A transformer of attention only (Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits"): no MLP, norms or
// biases. Positions are added to the inputs of q and k, never to the stream (Press, Smith and Lewis 2021, "Shortformer").
//
//   x = E[token];  per layer: q = (x + P) W_q, k = (x + P) W_k, v = x W_v,  x += softmax(q k^T / sqrt d_head) v W_o;  logits = x U
//
// Shapes: E [vocab][d], P [time][d], W_q, W_k, W_v [d][heads d_head], W_o [heads d_head][d], U [d][vocab]; rows are (sequence, time).

import { normal, key } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape } from '../math/tape.ts';
import type { Kernels } from '../math/kernels/kernels.ts';

export interface Shape {
  readonly vocab: number;
  readonly time: number;
  readonly d: number;
  readonly heads: number;
  readonly head: number;
  readonly layers: number;
  readonly batch: number;
}

/** The tape of one batch, with its optimiser. */
export function transformer(kernels: Kernels, { vocab, time, d, heads, head, layers, batch }: Shape) {
  const t = tape(kernels);
  const rows = batch * time;
  const inner = heads * head;
  const E = t.param(vocab, d);
  const U = t.param(d, vocab);
  const P = t.param(time, d);
  const blocks = Array.from({ length: layers }, () => ({
    q: t.param(d, inner),
    k: t.param(d, inner),
    v: t.param(d, inner),
    o: t.param(inner, d),
  }));
  const tokens = t.input(rows, 1);
  const places = t.input(rows, 1);
  const targets = t.input(rows, 1);
  t.write(
    places,
    Array.from({ length: rows }, (_, i) => i % time),
  );

  let x = t.rows(E, tokens);
  const p = t.rows(P, places);
  const attention = blocks.map((w) => {
    const at = t.add(x, p);
    const seen = t.attention(t.matmul(at, w.q), t.matmul(at, w.k), t.matmul(x, w.v), time, heads);
    x = t.add(x, t.matmul(seen, w.o));
    return seen;
  });
  const logits = t.matmul(x, U);
  const loss = t.crossEntropy(logits, targets);
  return { tape: t, tokens, targets, logits, attention, loss, optimiser: adamw(t) };
}

export type Transformer = ReturnType<typeof transformer>;

/** E, P, U, W_q, W_k, W_v ~ N(0, 1/d), W_o ~ N(0, 1/(heads d_head)) */
export function begin(model: Transformer, seed: number): void {
  model.tape.params.forEach((w, i) => {
    const k = key(seed, 10 + i);
    const scale = 1 / Math.sqrt(i === 0 || i === 2 ? w.cols : w.rows);
    model.tape.write(
      w,
      Float64Array.from({ length: w.rows * w.cols }, (_, j) => scale * normal(k, j)),
    );
  });
}

/** One step on sequences of time + 1 tokens each; the loss before it. */
export function train(model: Transformer, sequences: readonly ArrayLike<number>[], rate: number): number {
  const { tape: t, tokens, targets, loss } = model;
  const data = t.kernels.data();
  const time = tokens.rows / sequences.length;
  for (let b = 0; b < sequences.length; b++) {
    for (let i = 0; i < time; i++) {
      data[tokens.value + b * time + i] = sequences[b][i];
      data[targets.value + b * time + i] = sequences[b][i + 1];
    }
  }
  t.forward();
  t.backward(loss);
  model.optimiser.step({ rate, b2: 0.99 });
  return t.kernels.data()[loss.value];
}
