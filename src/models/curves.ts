// Eight curve detectors, taught by name: a small net that tells arcs of eight directions apart (after Cammarata et al. 2021).
//
//   h = ReLU(W1 * x + b1)      a = W2 * h + b2      logit_k = ln sum over places of e^(a_k)
//
// Shapes: x 15 x 15, W1 [8][5 5], h 8 x 11 x 11, W2 [8][8 7 7], a 8 x 5 x 5. Nothing in it turns with the picture.

import { exp, log } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape, type Tensor } from '../math/tape.ts';
import { convolution } from '../math/tape-pictures.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { arcs, KINDS, SIDE, type Arcs } from './arcs.ts';

export const BATCH = 64;
export const STEPS = 600;
const TRAIN = 8000;
const TEST = 2000;
const RATE = 5e-3;
const DECAY = 1e-3;
const FIRST = 5;
const SECOND = 7;
const MIDDLE = SIDE - FIRST + 1;
const LEFT = MIDDLE - SECOND + 1;
const PLACES = LEFT * LEFT;
const SIZES = [KINDS * FIRST * FIRST, KINDS, KINDS * KINDS * SECOND * SECOND, KINDS];
/** side of a template: what one unit of the second layer sees of the picture */
const SEEN = FIRST + SECOND - 1;

/** The tape of one batch, with its optimiser. */
export function curves(k: Kernels, batch: number) {
  const t = tape(k);
  const x = t.input(1, batch * SIDE * SIDE);
  const kinds = t.input(batch, 1);
  const W1 = t.param(KINDS, FIRST * FIRST);
  const b1 = t.param(KINDS, 1);
  const W2 = t.param(KINDS, KINDS * SECOND * SECOND);
  const b2 = t.param(KINDS, 1);
  const h = convolution(t, x, W1, b1, { batch, high: SIDE, wide: SIDE, side: FIRST, relu: true });
  const a = convolution(t, h, W2, b2, { batch, high: MIDDLE, wide: MIDDLE, side: SECOND });
  const logits = everywhere(a);
  const fit = t.crossEntropy(logits, kinds);
  const loss = t.add(
    fit,
    t.add(t.absolute(t.square(W1), DECAY * W1.rows), t.absolute(t.square(W2), DECAY * W2.rows)),
  );
  return { tape: t, x, kinds, W1, b1, W2, b2, logits, fit, loss, optimiser: adamw(t) };

  /** a [kinds][batch places] -> [batch][kinds];  da = dy softmax over places */
  function everywhere(a: Tensor): Tensor {
    const at = (b: number, c: number): number => a.value + c * batch * PLACES + b * PLACES;
    return t.own(
      batch,
      KINDS,
      [a],
      (y) => {
        const d = k.data();
        for (let b = 0; b < batch; b++) {
          for (let c = 0; c < KINDS; c++) d[y.value + b * KINDS + c] = peak(d, at(b, c));
        }
      },
      (y) => {
        const d = k.data();
        for (let b = 0; b < batch; b++) {
          for (let c = 0; c < KINDS; c++) {
            const i = b * KINDS + c;
            const from = at(b, c);
            const g = d[y.grad + i];
            for (let p = 0; p < PLACES; p++) {
              d[from - a.value + a.grad + p] += g * exp(d[from + p] - d[y.value + i]);
            }
          }
        }
      },
    );
  }
  function peak(d: ArrayLike<number>, from: number): number {
    let top = d[from];
    let sum = 0;
    for (let p = 1; p < PLACES; p++) if (d[from + p] > top) top = d[from + p];
    for (let p = 0; p < PLACES; p++) sum += exp(d[from + p] - top);
    return top + log(sum);
  }
}

export type Curves = ReturnType<typeof curves>;

/** Weights before the first step: W1, b1, W2, b2 one after the other. */
export function initial(seed: number): Float64Array {
  return Float64Array.from(
    SIZES.flatMap((size, i) => {
      const k = key(seed, 40 + i);
      const scale = [0.2, 0, 0.05, 0][i];
      return Array.from({ length: size }, (_, j) => scale * normal(k, j));
    }),
  );
}

/** Writes the untrained weights of a seed. */
export function begin(net: Curves, seed: number): void {
  cut(initial(seed)).forEach((w, i) => net.tape.write(net.tape.params[i], w));
}

/** All weights in one list, cut apart again. */
const cut = <A extends Float32Array | Float64Array>(all: A): A[] => {
  let at = 0;
  return SIZES.map((size) => all.subarray(at, (at += size)) as A);
};

/** Full rate, then down to nothing along the last two fifths. */
const rateAt = (step: number): number => RATE * Math.min(1, (STEPS - step) / (0.4 * STEPS));

/** One step on a batch drawn from `from`; the loss before it. */
export function train(net: Curves, from: Arcs, seed: number, step: number): number {
  const { tape: t } = net;
  const k = key(seed, 45, step);
  give(
    net,
    from,
    Array.from({ length: BATCH }, (_, i) => Math.floor(uniform(k, i) * from.count)),
  );
  t.forward();
  t.backward(net.loss);
  net.optimiser.step({ rate: rateAt(step) });
  return t.kernels.data()[net.loss.value];
}

/** Writes the pictures `which` and their kinds into the tape's inputs. */
export function give(net: Curves, from: Arcs, which: readonly number[]): void {
  const d = net.tape.kernels.data();
  const wide = SIDE * SIDE;
  which.forEach((j, i) => {
    d.set(from.pixels.subarray(j * wide, (j + 1) * wide), net.x.value + i * wide);
    d[net.kinds.value + i] = from.kinds[j];
  });
}

/** Share of pictures that get their own kind. */
export function accuracy(net: Curves, of: Arcs, batch = BATCH): number {
  let right = 0;
  let seen = 0;
  for (let i = 0; i + batch <= of.count; i += batch) {
    give(
      net,
      of,
      Array.from({ length: batch }, (_, j) => i + j),
    );
    net.tape.forward();
    const y = net.tape.read(net.logits);
    for (let b = 0; b < batch; b++, seen++) {
      let best = 0;
      for (let c = 1; c < KINDS; c++) if (y[b * KINDS + c] > y[b * KINDS + best]) best = c;
      if (best === of.kinds[i + b]) right += 1;
    }
  }
  return right / seen;
}

/** Expanded weights (Voss et al. 2021): what a unit of the second layer adds up over the picture, as if no ReLU were between; the mean over kinds taken off. [KINDS][SEEN SEEN] */
export function templates(W1: ArrayLike<number>, W2: ArrayLike<number>): Float64Array[] {
  const wide = SEEN * SEEN;
  const all = Array.from({ length: KINDS }, (_, c) => {
    const E = new Float64Array(wide);
    for (let h = 0; h < KINDS; h++) {
      for (let y = 0; y < SECOND; y++) {
        for (let x = 0; x < SECOND; x++) {
          const w = W2[((c * KINDS + h) * SECOND + y) * SECOND + x];
          for (let v = 0; v < FIRST; v++) {
            for (let u = 0; u < FIRST; u++) E[(y + v) * SEEN + x + u] += w * W1[(h * FIRST + v) * FIRST + u];
          }
        }
      }
    }
    return E;
  });
  for (let p = 0; p < wide; p++) {
    const mean = all.reduce((sum, E) => sum + E[p], 0) / KINDS;
    for (const E of all) E[p] -= mean;
  }
  return all;
}

/** The templates of all weights, over the largest of all, in thousandths: what is drawn. */
export function drawn(weights: Float32Array | Float64Array): number[][] {
  const [W1, , W2] = cut(weights);
  const all = templates(W1, W2);
  const most = Math.max(...all.map((E) => E.reduce((top, v) => Math.max(top, Math.abs(v)), 0)));
  return all.map((E) => [...E].map((v) => Math.round((v / most) * 1000) / 1000));
}

export const data = {
  train: (seed: number): Arcs => arcs(seed, 50, TRAIN),
  test: (seed: number): Arcs => arcs(seed, 52, TEST),
};
