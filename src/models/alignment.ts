// Are two trained toys the same up to names and a turn? Rows of W are features; names are rows' order, a turn is an
// orthogonal matrix on the right. After Elhage et al. 2022: the loss sees W only through its Gram matrix W^T W.

import { procrustes, turned } from '../math/procrustes.ts';
import { key, normal } from '../math/random.ts';
import { gram } from './geometry.ts';

export interface Alignment {
  /** row i of the first is row order[i] of the second */
  readonly order: readonly number[];
  /** [m][m]: second, renamed, times Q lies on the first */
  readonly Q: Float64Array;
  /** distances over the size of the first (Frobenius): as they are, renamed, renamed and turned; and of the renamed Gram matrices */
  readonly raw: number;
  readonly renamed: number;
  readonly turned: number;
  readonly gram: number;
}

const size = (A: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < A.length; i++) sum += A[i] * A[i];
  return Math.sqrt(sum);
};
/** |A - B| / |A| */
const apart = (A: ArrayLike<number>, B: ArrayLike<number>): number =>
  size(Float64Array.from({ length: A.length }, (_, i) => A[i] - B[i])) / size(A);

const renamed = (W: ArrayLike<number>, order: readonly number[], m: number): Float64Array =>
  Float64Array.from({ length: order.length * m }, (_, i) => W[order[Math.floor(i / m)] * m + (i % m)]);

/** All orders of 0 ... n - 1. */
function* orders(n: number, head: readonly number[] = []): Generator<readonly number[]> {
  if (head.length === n) {
    yield head;
    return;
  }
  for (let i = 0; i < n; i++) if (!head.includes(i)) yield* orders(n, [...head, i]);
}

/** Every order of names is tried on the Gram matrices (n = 6: 720), the best is turned. A, B [n][m]. */
export function align(A: ArrayLike<number>, B: ArrayLike<number>, n: number, m: number): Alignment {
  const GA = gram(A, n, m);
  const GB = gram(B, n, m);
  let order: readonly number[] = [];
  let least = Infinity;
  for (const names of orders(n)) {
    let off = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const d = GA[i][j] - GB[names[i]][names[j]];
        off += d * d;
      }
    }
    if (off < least) {
      least = off;
      order = names;
    }
  }
  const R = renamed(B, order, m);
  const { Q } = procrustes(R, A, n, m);
  return {
    order,
    Q,
    raw: apart(A, B),
    renamed: apart(A, R),
    turned: apart(A, turned(R, Q, n, m)),
    gram: Math.sqrt(least) / size(GA.flat()),
  };
}

/** The control: directions without training, as long together as W is. */
export function random(seed: number, n: number, m: number, like: ArrayLike<number>): Float64Array {
  const k = key(seed, 90);
  const W = Float64Array.from({ length: n * m }, (_, i) => normal(k, i));
  const scale = size(Float64Array.from({ length: n * m }, (_, i) => like[i])) / size(W);
  return W.map((w) => w * scale);
}
