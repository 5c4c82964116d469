// Where does a net look? Two answers for one picture and one class, on a net without named channels (car.ts).
//
//   guided backpropagation (Springenberg et al. 2014): d score / d x, where at each ReLU only what is positive goes on back
//   exact contributions: V_class * m, place by place; with the bias their sum is the score
//
// And what the first is worth: the same map with the last layer's weights shuffled (Adebayo et al. 2018). Maps are signed.

import { key, uniform } from '../math/random.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { BATCH, begin, car, give, MAP, STEPS, train, WIDE, type Car } from './car.ts';
import { SIDE, things, TOUCHING, type Things } from './parts.ts';

type Numbers = Float32Array | Float64Array;
const HALF = SIDE / 2;
const KERNEL = 5;
const PAD = 2;
const KINDS = 4;
const CAR = 0;
const HOUSE = 1;
/** cars that the maps are taken on */
export const CARS = 40;

/** The filters, and what the batch that went forward last made of them. */
export interface State {
  readonly batch: number;
  readonly channels: number;
  readonly first: number;
  readonly W1: Numbers;
  readonly W2: Numbers;
  readonly V: Numbers;
  readonly h: Numbers;
  readonly a: Numbers;
  readonly m: Numbers;
}
/** What a forward pass left in the network's memory, copied out. */
export function state(net: Car): State {
  const { tape: t, batch, channels } = net;
  return {
    batch,
    channels,
    first: net.W1.rows,
    W1: t.read(net.W1),
    W2: t.read(net.W2),
    V: t.read(net.V),
    h: t.read(net.h),
    a: t.read(net.a),
    m: t.read(net.m),
  };
}

/** d score_kind / d x of picture b, [28 28]; `V` [4][channels 7 7] in place of the net's own. */
export function backward(
  { batch, channels, first, W1, W2, h, a }: State,
  V: Numbers,
  b: number,
  kind: number,
  guided: boolean,
): Float64Array {
  const wide = HALF * HALF;
  const da = new Float64Array(channels * wide);
  const dh = new Float64Array(first * wide);
  const dx = new Float64Array(SIDE * SIDE);
  for (let c = 0; c < channels; c++) {
    for (let p = 0; p < WIDE; p++) {
      const at = (c * batch + b) * wide;
      const corner = 2 * Math.floor(p / MAP) * HALF + 2 * (p % MAP);
      let best = corner;
      for (const j of [corner + 1, corner + HALF, corner + HALF + 1]) if (a[at + j] > a[at + best]) best = j;
      da[c * wide + best] += V[(kind * channels + c) * WIDE + p];
    }
  }
  through(da, a, channels, W2, first, HALF, 1, dh);
  through(dh, h, first, W1, 1, SIDE, 2, dx);
  return dx;

  /** Back through a ReLU and the convolution before it: dy [out][14 14], its answers y; filters W [out][inside 5 5]. */
  function through(
    dy: Float64Array,
    y: Numbers,
    out: number,
    W: Numbers,
    inside: number,
    before: number,
    stride: number,
    to: Float64Array,
  ): void {
    for (let o = 0; o < out; o++) {
      for (let p = 0; p < wide; p++) {
        const g = dy[o * wide + p];
        if (!g || y[(o * batch + b) * wide + p] <= 0 || (guided && g < 0)) continue;
        for (let v = 0; v < KERNEL; v++) {
          for (let u = 0; u < KERNEL; u++) {
            const row = stride * Math.floor(p / HALF) + v - PAD;
            const col = stride * (p % HALF) + u - PAD;
            if (row < 0 || row >= before || col < 0 || col >= before) continue;
            for (let i = 0; i < inside; i++) {
              to[(i * before + row) * before + col] += g * W[((o * inside + i) * KERNEL + v) * KERNEL + u];
            }
          }
        }
      }
    }
  }
}

/** What each place of picture b adds to a class, over all channels, [7 7]. */
export function added({ channels, m }: State, V: Numbers, b: number, kind: number): Float64Array {
  const out = new Float64Array(WIDE);
  for (let c = 0; c < channels; c++) {
    for (let p = 0; p < WIDE; p++) {
      out[p] += V[(kind * channels + c) * WIDE + p] * m[(b * channels + c) * WIDE + p];
    }
  }
  return out;
}

/** All weights of the last layer in another order. */
export function shuffled<A extends Numbers>(V: A, seed: number): A {
  const out = V.slice() as A;
  const k = key(seed, 110);
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(k, i) * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** Pearson correlation of two maps; undefined where one of them does not vary: a map that is all zero has none. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  const mean = (list: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < list.length; i++) sum += list[i];
    return sum / list.length;
  };
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
  }
  return aa && bb ? ab / Math.sqrt(aa * bb) : undefined;
}

/** The place of each number in the order of their sizes, signs left out. */
function ranks(list: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: list.length }, (_, i) => i).sort(
    (i, j) => Math.abs(list[i]) - Math.abs(list[j]) || i - j,
  );
  const out = new Float64Array(list.length);
  order.forEach((i, rank) => {
    out[i] = rank;
  });
  return out;
}

export const data = {
  train: (seed: number): Things => things(seed, 100, 6000, undefined, TOUCHING),
  test: (seed: number): Things => things(seed, 102, 1280, undefined, TOUCHING),
  cars: (seed: number): Things => things(seed, 104, BATCH, CAR, TOUCHING),
};

/** Three maps of one car: for car, for house, and for car with the last layer shuffled. */
export interface Maps {
  readonly guided: readonly Float64Array[];
  readonly added: readonly Float64Array[];
}
/** Attribution maps of picture b: guided and gradient times input, for car, for house, and for car with mixed weights. */
export function maps(net: State, mixed: Numbers, b: number): Maps {
  const asked = [
    [net.V, CAR],
    [net.V, HOUSE],
    [mixed, CAR],
  ] as const;
  return {
    guided: asked.map(([W, kind]) => backward(net, W, b, kind, true)),
    added: asked.map(([W, kind]) => added(net, W, b, kind)),
  };
}

/** Mean correlations over the cars where there are any; `blank`: cars whose guided map for house is all zero. */
export interface Look {
  readonly accuracy: number;
  readonly blank: number;
  /** car with house */
  readonly guided: number;
  readonly added: number;
  /** car with car, the last layer shuffled */
  readonly guidedShuffled: number;
  readonly addedShuffled: number;
  /** the same without signs, by ranks: guided, and the plain gradient */
  readonly sizeGuided: number;
  readonly sizePlain: number;
}

/** A net without names that has these weights. */
export function net(weights: ArrayLike<number>, k: Kernels): Car {
  const made = car(k, BATCH, true);
  let at = 0;
  for (const w of made.tape.params) {
    const size = w.rows * w.cols;
    made.tape.write(
      w,
      Float64Array.from({ length: size }, (_, i) => weights[at + i]),
    );
    at += size;
  }
  return made;
}

/** A net without names, trained. */
export function trained(seed: number, k: Kernels): Car {
  const made = car(k, BATCH, true);
  const from = data.train(seed);
  begin(made, seed);
  for (let step = 0; step < STEPS; step++) train(made, from, seed, step);
  return made;
}

/** Accuracy on fresh pictures, and how alike attribution maps of different classes are on fresh cars. */
export function measure(net: Car, seed: number): Look {
  const test = data.test(seed);
  let right = 0;
  for (let i = 0; i < test.count; i += BATCH) {
    forward(net, test, i);
    const y = net.tape.read(net.logits);
    for (let b = 0; b < BATCH; b++) {
      let best = 0;
      for (let n = 1; n < KINDS; n++) if (y[b * KINDS + n] > y[b * KINDS + best]) best = n;
      if (best === test.classes[i + b]) right += 1;
    }
  }
  forward(net, data.cars(seed), 0);
  const now = state(net);
  const mixed = shuffled(now.V, seed);
  const all = Array.from({ length: CARS }, (_, b) => maps(now, mixed, b));
  const mean = (list: readonly (number | undefined)[]): number => {
    const there = list.filter((v) => v !== undefined);
    return there.reduce((sum, v) => sum + v, 0) / there.length;
  };
  const sized = all.map(({ guided }, b) => [
    correlation(ranks(guided[0]), ranks(guided[2])),
    correlation(ranks(backward(now, now.V, b, CAR, false)), ranks(backward(now, mixed, b, CAR, false))),
  ]);
  return {
    accuracy: right / test.count,
    blank: all.filter(({ guided }) => guided[1].every((v) => v === 0)).length,
    guided: mean(all.map(({ guided: g }) => correlation(g[0], g[1]))),
    added: mean(all.map(({ added: a }) => correlation(a[0], a[1]))),
    guidedShuffled: mean(all.map(({ guided: g }) => correlation(g[0], g[2]))),
    addedShuffled: mean(all.map(({ added: a }) => correlation(a[0], a[2]))),
    sizeGuided: mean(sized.map(([g]) => g)),
    sizePlain: mean(sized.map(([, p]) => p)),
  };
}

/** Pictures from ... from + BATCH - 1 go forward. */
export function forward(net: Car, of: Things, from: number): void {
  give(
    net,
    of,
    Array.from({ length: BATCH }, (_, i) => from + i),
  );
  net.tape.forward();
}
