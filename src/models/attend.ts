// One sequence through an attention-only transformer, and its weights multiplied out into tables of tokens (Elhage et al.
// 2021, "A Mathematical Framework for Transformer Circuits"). Plain arithmetic on the weights of models/heads: it needs no
// kernels, so the page reads a network's mind with it.
//
//   C = (E W_q2) (E W_v1 W_o1 W_k2)^T / sqrt d_head    what a token of the second head's query meets in what the first head moved
//   D = (E W_q2) (E W_k2)^T / sqrt d_head              the same without the first head
//   O = E W_v2 W_o2 U                                  what the second head writes when it looks at a token

import { exp } from '../math/functions.ts';
import { at, HEAD, WIDTH } from './heads.ts';
import { VOCAB, WINDOW } from './repeats.ts';

type Numbers = ArrayLike<number>;

/** C [rows][cols] = A [rows][deep] B [deep][cols], A and B inside `a` and `b` from the given places. */
function product(
  a: Numbers,
  b: Numbers,
  rows: number,
  deep: number,
  cols: number,
  fromA = 0,
  fromB = 0,
): Float64Array {
  const c = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < deep; k++) {
      const x = a[fromA + i * deep + k];
      for (let j = 0; j < cols; j++) c[i * cols + j] += x * b[fromB + k * cols + j];
    }
  }
  return c;
}

function transposed(a: Numbers, rows: number, cols: number): Float64Array {
  return Float64Array.from({ length: rows * cols }, (_, i) => a[(i % rows) * cols + Math.floor(i / rows)]);
}

/** What a network does with a sequence of at most WINDOW tokens. */
export interface Seen {
  /** each layer's attention [time][time], rows sum to 1 */
  readonly attention: readonly Float64Array[];
  /** chances of the next token [time][VOCAB] */
  readonly next: Float64Array;
}

/** The network on one sequence, in plain arithmetic: attention of every layer and head, and the distribution over the next token at every place. */
export function attend(weights: Numbers, layers: number, tokens: Numbers): Seen {
  const time = Math.min(tokens.length, WINDOW);
  const E = 0;
  const U = VOCAB * WIDTH;
  const P = U + WIDTH * VOCAB;
  const x = Float64Array.from(
    { length: time * WIDTH },
    (_, i) => weights[E + tokens[Math.floor(i / WIDTH)] * WIDTH + (i % WIDTH)],
  );
  const attention = Array.from({ length: layers }, (_, layer) => {
    const { q, k, v, o } = at(layer);
    const placed = x.map((value, i) => value + weights[P + i]);
    const A = pattern(
      product(placed, weights, time, WIDTH, HEAD, 0, q),
      product(placed, weights, time, WIDTH, HEAD, 0, k),
      time,
    );
    const wrote = product(
      product(A, product(x, weights, time, WIDTH, HEAD, 0, v), time, time, HEAD),
      weights,
      time,
      HEAD,
      WIDTH,
      0,
      o,
    );
    for (let i = 0; i < x.length; i++) x[i] += wrote[i];
    return A;
  });
  const next = product(x, weights, time, WIDTH, VOCAB, 0, U);
  for (let i = 0; i < time; i++) softmax(next, i * VOCAB, VOCAB);
  return { attention, next };
}

/** softmax(q k^T / sqrt d_head) over what came before */
function pattern(q: Float64Array, k: Float64Array, time: number): Float64Array {
  const A = new Float64Array(time * time);
  const scale = 1 / Math.sqrt(HEAD);
  for (let i = 0; i < time; i++) {
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let h = 0; h < HEAD; h++) dot += q[i * HEAD + h] * k[j * HEAD + h];
      A[i * time + j] = dot * scale;
    }
    softmax(A, i * time, i + 1);
  }
  return A;
}

function softmax(x: Float64Array, from: number, count: number): void {
  let top = -Infinity;
  let sum = 0;
  for (let i = from; i < from + count; i++) top = Math.max(top, x[i]);
  for (let i = from; i < from + count; i++) {
    x[i] = exp(x[i] - top);
    sum += x[i];
  }
  for (let i = from; i < from + count; i++) x[i] /= sum;
}

export type Table = 'composition' | 'direct' | 'copying';

/** C, D or O of a network of two layers, [VOCAB][VOCAB]. */
export function table(weights: Numbers, which: Table): Float64Array {
  const [first, second] = [at(0), at(1)];
  const E = 0;
  const U = VOCAB * WIDTH;
  const moved = (layer: { v: number; o: number }): Float64Array =>
    product(
      product(weights, weights, VOCAB, WIDTH, HEAD, E, layer.v),
      weights,
      VOCAB,
      HEAD,
      WIDTH,
      0,
      layer.o,
    );
  if (which === 'copying') return product(moved(second), weights, VOCAB, WIDTH, VOCAB, 0, U);
  const query = product(weights, weights, VOCAB, WIDTH, HEAD, E, second.q);
  const key =
    which === 'direct'
      ? product(weights, weights, VOCAB, WIDTH, HEAD, E, second.k)
      : product(moved(first), weights, VOCAB, WIDTH, HEAD, 0, second.k);
  const scale = 1 / Math.sqrt(HEAD);
  return product(query, transposed(key, VOCAB, HEAD), VOCAB, HEAD, VOCAB).map((v) => v * scale);
}

/** Share of the rows whose largest number stands on the diagonal. */
export function onDiagonal(values: Numbers, count = VOCAB): number {
  let hits = 0;
  for (let i = 0; i < count; i++) {
    let best = 0;
    for (let j = 1; j < count; j++) if (values[i * count + j] > values[i * count + best]) best = j;
    if (best === i) hits += 1;
  }
  return hits / count;
}
