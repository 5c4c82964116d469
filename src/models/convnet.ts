// A small convolutional classifier: conv, ReLU, mean pool, conv, ReLU, mean over the picture, linear.
// Pictures are [channels][batch side side], filters [out][in k k].

import { normal, key } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape, type Tensor } from '../math/tape.ts';
import { convolution, meanPool } from '../math/tape-pictures.ts';
import type { Kernels } from '../math/kernels/kernels.ts';

export interface Shape {
  readonly channels: number;
  readonly side: number;
  readonly filters: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly classes: number;
  readonly batch: number;
}

/** The tape of one batch, with its optimiser. */
export function convnet(kernels: Kernels, { channels, side, filters, kernel, classes, batch }: Shape) {
  const t = tape(kernels);
  const picture = t.input(channels, batch * side * side);
  const targets = t.input(batch, 1);
  const conv = (x: Tensor, out: number, size: number, side: number): Tensor => {
    const W = t.param(out, x.rows * size * size);
    const b = t.param(out, 1);
    return convolution(t, x, W, b, {
      batch,
      high: side,
      wide: side,
      side: size,
      pad: (size - 1) / 2,
      relu: true,
    });
  };
  const first = conv(picture, filters[0], kernel[0], side);
  const half = side / 2;
  const second = conv(meanPool(t, first, batch, side, side, 2), filters[1], kernel[1], half);
  const seen = meanPool(t, second, batch, half, half, half); // [filters][batch]
  const head = t.param(classes, filters[1]);
  const logits = t.matmulT(transposed(seen), head);
  const loss = t.crossEntropy(logits, targets);
  return { tape: t, picture, targets, first, second, logits, loss, optimiser: adamw(t) };

  /** [a][b] -> [b][a], as a product with the identity */
  function transposed(x: Tensor): Tensor {
    const I = t.input(x.cols, x.cols);
    for (let i = 0; i < x.cols; i++) kernels.data()[I.value + i * x.cols + i] = 1;
    return t.matmulT(I, x);
  }
}

export type Convnet = ReturnType<typeof convnet>;

/** Filters ~ N(0, 2 / inputs), biases 0. */
export function begin(model: Convnet, seed: number): void {
  model.tape.params.forEach((w, i) => {
    const k = key(seed, 30 + i);
    const scale = w.cols === 1 ? 0 : Math.sqrt(2 / w.cols);
    model.tape.write(
      w,
      Float64Array.from({ length: w.rows * w.cols }, (_, j) => scale * normal(k, j)),
    );
  });
}

/** One step; the loss before it. */
export function train(
  model: Convnet,
  pictures: ArrayLike<number>,
  classes: ArrayLike<number>,
  rate: number,
): number {
  const { tape: t, loss } = model;
  t.write(model.picture, pictures);
  t.write(model.targets, classes);
  t.forward();
  t.backward(loss);
  model.optimiser.step({ rate });
  return t.kernels.data()[loss.value];
}
