// Operations over pictures [channels][batch high wide]: convolution and pooling.

import type { Tape, Tensor } from './tape.ts';

/** Where a convolution's pictures and windows lie. */
export interface Windows {
  readonly batch: number;
  readonly high: number;
  readonly wide: number;
  /** of a window */
  readonly side: number;
  readonly stride?: number;
  /** zeros around the picture */
  readonly pad?: number;
  /** y is max(y, 0) */
  readonly relu?: boolean;
}

/** y = W * x + b: W [out][channels side side], b one column, x [channels][batch high wide], y [out][batch rows columns]. */
export function convolution(
  { kernels: k, graph: { tensor, op, more, size } }: Tape,
  x: Tensor,
  W: Tensor,
  b: Tensor,
  { batch, high, wide, side, stride = 1, pad = 0, relu = false }: Windows,
): Tensor {
  const rows = Math.floor((high + 2 * pad - side) / stride) + 1;
  const cols = Math.floor((wide + 2 * pad - side) / stride) + 1;
  const y = tensor(W.rows, batch * rows * cols);
  const shape = [W.rows, x.rows, batch, high, wide, side, stride, pad, relu ? 1 : 0] as const;
  return op(
    y,
    () => k.convolve(y.value, x.value, W.value, b.value, ...shape),
    () => {
      const asked = x.fixed ? [W, b] : [x, W, b];
      for (const t of asked) if (!more(t)) k.fill(t.grad, size(t), 0);
      const dx = x.fixed ? 0 : x.grad;
      k.convolveBack(dx, W.grad, b.grad, y.grad, y.value, x.value, W.value, ...shape);
    },
  );
}

/** Means over windows of side k, side by side;  dx = dy / k^2 */
export function meanPool(
  { kernels: k, graph: { tensor, op, more, size } }: Tape,
  x: Tensor,
  batch: number,
  high: number,
  wide: number,
  side: number,
): Tensor {
  const y = tensor(x.rows, batch * Math.floor(high / side) * Math.floor(wide / side));
  return op(
    y,
    () => k.meanPool(y.value, x.value, x.rows * batch, high, wide, side, 0),
    () => {
      if (!more(x)) k.fill(x.grad, size(x), 0);
      k.meanPool(y.grad, x.grad, x.rows * batch, high, wide, side, 1);
    },
  );
}
