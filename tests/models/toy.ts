// A sampled toy model of any size on the kernels' own memory: for fingerprints and the bench.

import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { key, normal } from '../../src/math/random.ts';

export interface Toy {
  readonly n: number;
  readonly m: number;
  readonly p: number;
  readonly batch: number;
}

/** Adam at 1e-2 / (1 + t / 300) on fresh batches; `dense` for few features, `sparse` for many. */
export function sampler(k: Kernels, { n, m, p, batch }: Toy, seed: number) {
  const size = n * m + n;
  const [theta, grad, mean, square, I, x, w] = [size, size, size, size, n, n * batch, batch].map((count) =>
    k.alloc(count),
  );
  for (const at of [theta, mean, square]) k.fill(at, size, 0);
  k.fill(I, n, 1);
  k.fill(w, batch, 1 / batch);
  k.data().set(
    Float64Array.from({ length: n * m }, (_, i) => 0.7 * Math.sqrt(2 / (n + m)) * normal(key(seed, 1), i)),
    theta,
  );
  let f1 = 1;
  let f2 = 1;
  return {
    step(how: 'dense' | 'sparse', step: number): number {
      const at = key(seed, 2, step) | 0;
      if (how === 'dense') k.draw(x, n, batch, p, 1, at);
      const loss =
        how === 'dense'
          ? k.toy(grad, theta, x, w, I, n, m, batch)
          : k.sparse(grad, theta, I, n, m, batch, p, at);
      f1 *= 0.9;
      f2 *= 0.999;
      k.adamw(
        theta,
        grad,
        mean,
        square,
        size,
        1,
        0.9,
        0.999,
        0.01 / (1 + step / 300) / (1 - f1),
        1 / (1 - f2),
        1e-8,
      );
      return loss;
    },
    weights: (): Float32Array | Float64Array => k.data().slice(theta, theta + size),
  };
}
