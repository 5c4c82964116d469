// AdamW over the params of a tape (Loshchilov and Hutter 2019), in the kernels' memory.

import type { At } from './kernels/kernels.ts';
import type { Tape, Tensor } from './tape.ts';

export interface AdamW {
  readonly rate: number;
  readonly b1?: number;
  readonly b2?: number;
  readonly decay?: number;
}

/** Both moments of every param of the tape, from zero. `step` moves the params along their gradients. */
export function adamw(t: Tape) {
  const k = t.kernels;
  const mean = t.params.map((p) => zeros(p));
  const square = t.params.map((p) => zeros(p));
  let f1 = 1;
  let f2 = 1; // b1^t and b2^t, by multiplication
  function zeros(p: Tensor): At {
    const at = k.alloc(p.rows * p.cols);
    k.fill(at, p.rows * p.cols, 0);
    return at;
  }
  const size = t.params.reduce((sum, p) => sum + p.rows * p.cols, 0);
  /** Where each matrix lies in memory, and where in what is saved. */
  function places(see: (at: At, count: number, to: number) => void): void {
    let to = 0;
    for (const all of [t.params.map((p) => p.value), mean, square]) {
      all.forEach((at, i) => {
        const count = t.params[i].rows * t.params[i].cols;
        see(at, count, to);
        to += count;
      });
    }
  }
  return {
    /** numbers that are learned */
    size,
    step({ rate, b1 = 0.9, b2 = 0.999, decay = 0 }: AdamW): void {
      f1 *= b1;
      f2 *= b2;
      for (let i = 0; i < t.params.length; i++) {
        const p = t.params[i];
        k.adamw(
          p.value,
          p.grad,
          mean[i],
          square[i],
          p.rows * p.cols,
          1 - rate * decay,
          b1,
          b2,
          rate / (1 - f1),
          1 / (1 - f2),
          1e-8,
        );
      }
    },
    /** All that a run goes on from, beside the number of its steps: the params, then both moments, one after the other. */
    save(): Float32Array | Float64Array {
      const data = k.data();
      const kept = data.slice(0, 3 * size);
      places((at, count, to) => kept.set(data.subarray(at, at + count), to));
      return kept;
    },
    /** Goes on from what was saved after `steps` steps. */
    restore(
      kept: ArrayLike<number>,
      steps: number,
      { b1 = 0.9, b2 = 0.999 }: Pick<AdamW, 'b1' | 'b2'> = {},
    ): void {
      const data = k.data();
      const from = kept as Float32Array;
      places((at, count, to) => data.set(from.subarray(to, to + count), at));
      f1 = f2 = 1;
      for (let i = 0; i < steps; i++) {
        f1 *= b1;
        f2 *= b2;
      }
    },
  };
}
