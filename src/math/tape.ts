// Reverse-mode differentiation over matrices. A model is written once as formulas; that lays out its memory and keeps, for
// every operation, what it does forward and what it does backward. A training step then runs the list to its end and back:
// nothing is allocated, no object is made.

import type { At, Kernels } from './kernels/kernels.ts';

/** A matrix [rows][cols] in the kernels' memory, and the gradient of the loss with respect to it. */
export interface Tensor {
  readonly rows: number;
  readonly cols: number;
  readonly value: At;
  readonly grad: At;
  /** inputs: no gradient is kept */
  readonly fixed: boolean;
  /** something was written into `grad` on this way back: what comes next adds */
  full: boolean;
}

export interface Attention extends Tensor {
  /** P [batch][heads][time][wide], zero above the diagonal */
  readonly pattern: At;
  readonly wide: number;
}
export interface Loss extends Tensor {
  /** of each row */
  readonly each: At;
}

interface Op {
  readonly forward: () => void;
  readonly backward: () => void;
}

/** What an operation is written with: see `tape`. */
interface Graph {
  /** A matrix in memory, and room for its gradient unless it is `fixed`. */
  tensor(rows: number, cols: number, fixed?: boolean): Tensor;
  /** Appends an operation that makes `out`. */
  op<T extends Tensor>(out: T, forward: () => void, backward: () => void): T;
  /** 1 when the gradient of t already holds something; it will from now on. */
  more(t: Tensor): 0 | 1;
  size(t: Tensor): number;
  /** `count` ones in memory. */
  ones(count: number): At;
}

export type Tape = ReturnType<typeof tape>;

/** An empty list of operations over these kernels. Its memory begins here; `free` gives it back. */
export function tape(k: Kernels) {
  const start = k.mark();
  const ops: Op[] = [];
  const tensors: Tensor[] = [];
  const params: Tensor[] = [];

  function tensor(rows: number, cols: number, fixed = false): Tensor {
    const value = k.alloc(rows * cols);
    const made = { rows, cols, value, grad: fixed ? value : k.alloc(rows * cols), fixed, full: false };
    k.fill(value, rows * cols, 0);
    tensors.push(made);
    return made;
  }
  const op = <T extends Tensor>(out: T, forward: () => void, backward: () => void): T => {
    ops.push({ forward, backward });
    return out;
  };
  /** 1 when the gradient of t already holds something; it will from now on. */
  const more = (t: Tensor): 0 | 1 => {
    const was = t.full ? 1 : 0;
    t.full = true;
    return was;
  };
  const size = (t: Tensor): number => t.rows * t.cols;

  return {
    kernels: k,
    params,
    /** A matrix that is learned. */
    param(rows: number, cols: number): Tensor {
      const t = tensor(rows, cols);
      params.push(t);
      return t;
    },
    /** A matrix that is given: data, ids, targets. */
    input: (rows: number, cols: number): Tensor => tensor(rows, cols, true),
    write(t: Tensor, values: ArrayLike<number>): void {
      k.data().set(values, t.value);
    },
    read: (t: Tensor): Float32Array | Float64Array => k.data().slice(t.value, t.value + size(t)),
    readGrad: (t: Tensor): Float32Array | Float64Array => k.data().slice(t.grad, t.grad + size(t)),

    /** C = A B;  dA = dC B^T,  dB = A^T dC */
    matmul(a: Tensor, b: Tensor): Tensor {
      const c = tensor(a.rows, b.cols);
      const n = a.rows;
      const m = b.cols;
      const d = a.cols;
      return op(
        c,
        () => k.gemm(c.value, m, a.value, d, 1, b.value, m, 1, n, m, d, 0),
        () => {
          if (!a.fixed) k.gemm(a.grad, d, c.grad, m, 1, b.value, 1, m, n, d, m, more(a));
          if (!b.fixed) k.gemm(b.grad, m, a.value, 1, d, c.grad, m, 1, d, m, n, more(b));
        },
      );
    },
    /** C = A B^T;  dA = dC B,  dB = dC^T A */
    matmulT(a: Tensor, b: Tensor): Tensor {
      const c = tensor(a.rows, b.rows);
      const n = a.rows;
      const m = b.rows;
      const d = a.cols;
      return op(
        c,
        () => k.gemm(c.value, m, a.value, d, 1, b.value, 1, d, n, m, d, 0),
        () => {
          if (!a.fixed) k.gemm(a.grad, d, c.grad, m, 1, b.value, d, 1, n, d, m, more(a));
          if (!b.fixed) k.gemm(b.grad, d, c.grad, 1, m, a.value, d, 1, m, d, n, more(b));
        },
      );
    },
    /** C = A + B;  dA = dC,  dB = dC */
    add(a: Tensor, b: Tensor): Tensor {
      const c = tensor(a.rows, a.cols);
      return op(
        c,
        () => k.add(c.value, a.value, b.value, size(c)),
        () => {
          for (const t of [a, b]) if (!t.fixed) k.scaled(t.grad, c.grad, size(c), 1, more(t));
        },
      );
    },
    /** C = x + s b, b one row;  dx = dC,  db = s times the sum of dC's rows */
    bias(x: Tensor, b: Tensor, s = 1): Tensor {
      const c = tensor(x.rows, x.cols);
      return op(
        c,
        () => k.bias(c.value, x.value, b.value, x.rows, x.cols, s),
        () => {
          if (!x.fixed) k.scaled(x.grad, c.grad, size(c), 1, more(x));
          k.biasBack(b.grad, c.grad, x.rows, x.cols, s, more(b));
        },
      );
    },
    /** C = x + b, b one column;  dx = dC,  db = the sum of dC's columns */
    biasRows(x: Tensor, b: Tensor): Tensor {
      const c = tensor(x.rows, x.cols);
      const one = ones(1);
      return op(
        c,
        () => {
          k.scaled(c.value, x.value, size(c), 1, 0);
          k.gemm(c.value, x.cols, b.value, 1, 1, one, 0, 0, x.rows, x.cols, 1, 1);
        },
        () => {
          if (!x.fixed) k.scaled(x.grad, c.grad, size(c), 1, more(x));
          k.gemm(b.grad, 1, c.grad, x.cols, 1, one, 0, 0, x.rows, 1, x.cols, more(b));
        },
      );
    },
    /** y = max(x, 0);  dx = dy where y > 0 */
    relu(x: Tensor): Tensor {
      const y = tensor(x.rows, x.cols);
      return op(
        y,
        () => k.relu(y.value, x.value, size(x)),
        () => k.gate(x.grad, y.grad, y.value, size(x), more(x)),
      );
    },
    /** y = the k largest of each row of x, 0 elsewhere;  dx = dy where y is not 0 */
    topk(x: Tensor, keep: number): Tensor {
      const y = tensor(x.rows, x.cols);
      return op(
        y,
        () => k.topk(y.value, x.value, x.rows, x.cols, keep),
        () => k.gate(x.grad, y.grad, y.value, size(x), more(x)),
      );
    },
    /** y = x^2;  dx = 2 x dy */
    square(x: Tensor): Tensor {
      const y = tensor(x.rows, x.cols);
      return op(
        y,
        () => k.times(y.value, x.value, x.value, size(x), 1, 0),
        () => k.times(x.grad, x.value, y.grad, size(x), 2, more(x)),
      );
    },
    /** y_i = table[ids_i];  dtable[ids_i] += dy_i */
    rows(table: Tensor, ids: Tensor): Tensor {
      const y = tensor(size(ids), table.cols);
      return op(
        y,
        () => k.rows(y.value, table.value, ids.value, y.rows, y.cols),
        () => {
          if (!more(table)) k.fill(table.grad, size(table), 0);
          k.rowsBack(table.grad, y.grad, ids.value, y.rows, y.cols);
        },
      );
    },
    /** Per head: P = causal softmax(q k^T / sqrt size), o = P v;  dv = P^T do, dS = P (dP - sum P dP) / sqrt size, dq = dS k, dk = dS^T q */
    attention(q: Tensor, key: Tensor, v: Tensor, time: number, heads: number): Attention {
      const batch = q.rows / time;
      const head = q.cols / heads;
      const scale = 1 / Math.sqrt(head);
      const wide = (time + 15) & ~15;
      const pattern = k.alloc(batch * heads * time * wide);
      const o = { ...tensor(q.rows, q.cols), pattern, wide };
      tensors[tensors.length - 1] = o;
      return op(
        o,
        () => k.attend(o.value, pattern, q.value, key.value, v.value, batch, time, heads, head, scale),
        () =>
          k.attendBack(
            q.grad,
            key.grad,
            v.grad,
            o.grad,
            pattern,
            q.value,
            key.value,
            v.value,
            batch,
            time,
            heads,
            head,
            scale,
            more(q),
            more(key),
            more(v),
          ),
      );
    },
    /** L = mean over rows of -ln softmax(x)[target];  dx = dL (softmax(x) - onehot(target)) / rows */
    crossEntropy(x: Tensor, targets: Tensor): Loss {
      const prob = k.alloc(size(x));
      const each = k.alloc(x.rows);
      const L = { ...tensor(1, 1), each };
      tensors[tensors.length - 1] = L;
      return op(
        L,
        () => {
          const loss = k.crossEntropy(prob, each, x.value, targets.value, x.rows, x.cols);
          k.data()[L.value] = loss;
        },
        () =>
          k.crossEntropyBack(x.grad, prob, targets.value, x.rows, x.cols, k.data()[L.grad] / x.rows, more(x)),
      );
    },
    /** L = mean over rows of sum_j weight_j (x_j - y_j)^2;  dx = 2 dL weight (x - y) / rows */
    squaredError(x: Tensor, y: Tensor, weight?: Tensor): Tensor {
      const L = tensor(1, 1);
      const w = weight?.value ?? ones(x.cols);
      return op(
        L,
        () => {
          const loss = k.squaredError(x.value, y.value, w, x.rows, x.cols);
          k.data()[L.value] = loss / x.rows;
        },
        () => {
          const scale = (2 * k.data()[L.grad]) / x.rows;
          if (!x.fixed) k.squaredErrorBack(x.grad, x.value, y.value, w, x.rows, x.cols, scale, more(x));
          if (!y.fixed) k.squaredErrorBack(y.grad, y.value, x.value, w, x.rows, x.cols, scale, more(y));
        },
      );
    },
    /** L = s times the mean over rows of sum_j |x_j|;  dx = dL s sign(x) / rows */
    absolute(x: Tensor, s: number): Tensor {
      const L = tensor(1, 1);
      return op(
        L,
        () => {
          const sum = k.absolute(x.value, size(x));
          k.data()[L.value] = (s * sum) / x.rows;
        },
        () => k.absoluteBack(x.grad, x.value, size(x), (k.data()[L.grad] * s) / x.rows, more(x)),
      );
    },
    /** For operations that are written in files of their own (tape-pictures.ts). */
    graph: { tensor, op, more, size, ones } satisfies Graph,
    /** An operation of the caller's own, in plain arithmetic over `data()`; `backward` adds to the gradients of `of`. */
    own(
      rows: number,
      cols: number,
      of: readonly Tensor[],
      forward: (y: Tensor) => void,
      backward: (y: Tensor) => void,
    ): Tensor {
      const y = tensor(rows, cols);
      return op(
        y,
        () => forward(y),
        () => {
          for (const x of of) if (!more(x)) k.fill(x.grad, size(x), 0);
          backward(y);
        },
      );
    },

    forward(): void {
      for (let i = 0; i < ops.length; i++) ops[i].forward();
    },
    /** After `forward`: every param's gradient of `loss`. */
    backward(loss: Tensor): void {
      for (let i = 0; i < tensors.length; i++) tensors[i].full = false;
      k.data()[loss.grad] = 1;
      loss.full = true;
      for (let i = ops.length - 1; i >= 0; i--) ops[i].backward();
    },
    /** All memory of this tape, and of what was allocated after it, is free again. */
    free(): void {
      k.reset(start);
    },
  };

  function ones(count: number): At {
    const at = k.alloc(count);
    k.fill(at, count, 1);
    return at;
  }
}
