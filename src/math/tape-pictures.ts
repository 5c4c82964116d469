// Operations over pictures [channels][batch high wide]: channels are rows, so that a convolution is one product, filters
// [out][in k k] times patches [in k k][places].

import type { Tape, Tensor } from './tape.ts';

/** Patches of pictures, one column per place: [channels k k][batch high' wide']; back: each patch is added into its place. */
export function im2col(
  { kernels: k, graph: { tensor, op, more, size } }: Tape,
  x: Tensor,
  batch: number,
  high: number,
  wide: number,
  side: number,
  stride: number,
  pad: number,
): Tensor {
  const h = Math.floor((high + 2 * pad - side) / stride) + 1;
  const w = Math.floor((wide + 2 * pad - side) / stride) + 1;
  const y = tensor(x.rows * side * side, batch * h * w, x.fixed);
  return op(
    y,
    () => k.im2col(y.value, x.value, x.rows, batch, high, wide, side, stride, pad, 0),
    () => {
      if (x.fixed) return;
      if (!more(x)) k.fill(x.grad, size(x), 0);
      k.im2col(y.grad, x.grad, x.rows, batch, high, wide, side, stride, pad, 1);
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
