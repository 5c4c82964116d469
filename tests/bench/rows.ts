// What the bench measures: each row does whole steps of one figure's kind of work on a set of kernels.

import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { bits, key, uniform } from '../../src/math/random.ts';
import * as autoencoder from '../../src/models/autoencoder.ts';
import * as branches from '../../src/models/branches.ts';
import * as car from '../../src/models/car.ts';
import * as convnet from '../../src/models/convnet.ts';
import * as curves from '../../src/models/curves.ts';
import * as sparse from '../../src/models/sparse-dictionary.ts';
import { trainBatch, points } from '../../src/models/batch-train.ts';
import type { Tape, Tensor } from '../../src/math/tape.ts';
import * as transformer from '../../src/models/transformer.ts';
import { sampler } from '../models/toy.ts';

/** `flops` of one step, counted as if dense; `steps` per chunk, some milliseconds each; `warm` steps come first, untimed. */
export interface Row {
  readonly name: string;
  readonly flops: number;
  readonly steps: number;
  readonly warm: number;
  readonly make: (k: Kernels) => (step: number) => void;
}

const noise = (seed: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniform(key(seed, 9), i));

const toy = (n: number, m: number, p: number, how: 'dense' | 'sparse', steps: number, warm: number): Row => ({
  name: `toy ${n} in ${m}, 1024 ${how}`,
  flops: 10 * n * m * 1024,
  steps,
  warm,
  make: (k) => {
    const run = sampler(k, { n, m, p, batch: 1024 }, 7);
    return (step) => {
      run.step(how, step);
    };
  },
});

/** A grid of densities by importances, one step = the whole grid trained. */
const grid = (side: number, starts: number, nodes: number[], count: number): Row => ({
  name: `phase grid ${side} x ${side}, ${starts} start${starts > 1 ? 's' : ''}, ${count} points, 200 steps`,
  flops: side * side * starts * count * 200 * 20,
  steps: 1,
  warm: 1,
  make: (k) => {
    const P = points(2, nodes);
    const inits = [
      [0.7, -0.7],
      [0.9, 0.05],
      [0.05, 0.9],
    ].slice(0, starts);
    if (P.rows.length !== count) throw new Error(`${P.rows.length} points`);
    return () => {
      const cells = Array.from({ length: side * side * starts }, (_, i) => ({
        p: (1 + (i % side)) / side,
        I_f: [1, 0.1 + (10 * Math.floor((i / side) % side)) / side],
        theta: Float64Array.of(...inits[Math.floor(i / (side * side))], 0, 0),
        loss: 0,
      }));
      for (const _ of trainBatch(k, P, cells, { steps: 200, rate: 0.05 }));
    };
  },
});

/** A sparse dictionary of d to `width`, `keep` active (0: all that are positive, at a price; few are after 80 steps). */
const dictionary = (
  name: string,
  d: number,
  width: number,
  batch: number,
  keep: number,
  penalty: number,
  flops: number,
  steps: number,
  warm = 3 * steps,
): Row => ({
  name,
  flops,
  steps,
  warm,
  make: (k) => {
    const recipe = { ...sparse.RECIPE, width, keep, penalty, batch, epochs: 1e6 };
    const model = sparse.sparseDictionary(k, { N: 2048, d, X: noise(1, 2048 * d) }, recipe);
    sparse.begin(model, 7);
    return (step) => {
      sparse.train(model, 7, step);
    };
  },
});

/** One step of a tape on what lies in its inputs. */
const trained =
  ({ tape, loss, optimiser }: { tape: Tape; loss: Tensor; optimiser: convnet.Convnet['optimiser'] }) =>
  (): void => {
    tape.forward();
    tape.backward(loss);
    optimiser.step({ rate: 0.001 });
  };

export const ROWS: readonly Row[] = [
  toy(5, 2, 0.1, 'dense', 500, 2000),
  toy(20, 5, 0.05, 'dense', 100, 500),
  toy(80, 20, 0.03, 'sparse', 16, 300),
  toy(80, 20, 0.03, 'dense', 12, 100),
  toy(400, 30, 0.01, 'sparse', 5, 300),
  grid(64, 1, [6, 6], 49),
  grid(20, 3, [10, 6], 57),
  {
    name: 'transformer, 2 layers, d 64, 4 heads, 16 x 64 tokens of 64',
    flops: 328e6,
    steps: 1,
    warm: 5,
    make: (k) => {
      const model = transformer.transformer(k, {
        vocab: 64,
        time: 64,
        d: 64,
        heads: 4,
        head: 16,
        layers: 2,
        batch: 16,
      });
      const words = Array.from({ length: 16 }, (_, b) =>
        Array.from({ length: 65 }, (_, i) => bits(key(b, 1), i % 32) % 64),
      );
      transformer.begin(model, 7);
      return () => {
        transformer.train(model, words, 0.001);
      };
    },
  },
  {
    name: 'autoencoder 64 to 512, batch 2048, L1',
    flops: 671e6,
    steps: 1,
    warm: 3,
    make: (k) => {
      const model = autoencoder.autoencoder(k, { d: 64, width: 512, batch: 2048, lambda: 0.1 });
      const z = noise(1, 2048 * 64);
      autoencoder.begin(model, 7);
      return () => {
        autoencoder.train(model, z, 0.001);
      };
    },
  },
  dictionary('sparse dictionary 100 to 512, 4 active, batch 256', 100, 512, 256, 4, 0, 27.8e6, 10),
  dictionary('sparse dictionary 100 to 1,024, 4 active, batch 256', 100, 1024, 256, 4, 0, 54.8e6, 6),
  dictionary('autoencoder 64 to 512, batch 2048, L1, zeros skipped', 64, 512, 2048, 0, 0.1, 671e6, 1, 80),
  {
    name: 'circuit: conv 1 to 12 to 3, 5 x 5, 28 x 28 pictures, batch 64',
    flops: 64 * 196 * (4 * 25 * 12 + 6 * 300 * 3),
    steps: 1,
    warm: 5,
    make: (k) => {
      const net = car.car(k, 64);
      car.begin(net, 7);
      net.tape.write(net.x, noise(1, 64 * 784));
      return trained(net);
    },
  },
  {
    name: 'families: conv 1 to 8 to 8, 5 x 5 and 7 x 7, 15 x 15 pictures, batch 64',
    flops: 64 * (121 * 4 * 25 * 8 + 25 * 6 * 392 * 8),
    steps: 2,
    warm: 5,
    make: (k) => {
      const net = curves.curves(k, 64);
      curves.begin(net, 7);
      net.tape.write(net.x, noise(1, 64 * 225));
      return trained(net);
    },
  },
  {
    name: 'branches: conv 3 to 2 x 4, 5 x 5 and 3 x 3, 20 x 20 pictures, batch 64',
    flops: 64 * 2 * (256 * 4 * 75 * 4 + 9 * 6 * 36 * 4),
    steps: 2,
    warm: 5,
    make: (k) => {
      const net = branches.branches(k, 64, true);
      branches.begin(net, 7);
      net.tape.write(net.x, noise(1, 3 * 64 * 400));
      return trained(net);
    },
  },
  {
    name: 'conv net 3 to 8 to 8, 5 x 5 and 3 x 3, 24 x 24 pictures, batch 64',
    flops: 2 * 64 * (2 * 576 * 75 * 8 + 3 * 144 * 72 * 8),
    steps: 1,
    warm: 3,
    make: (k) => {
      const model = convnet.convnet(k, {
        channels: 3,
        side: 24,
        filters: [8, 8],
        kernel: [5, 3],
        classes: 8,
        batch: 64,
      });
      const x = noise(1, 3 * 64 * 576);
      convnet.begin(model, 7);
      return () => {
        convnet.train(
          model,
          x,
          Array.from({ length: 64 }, (_, i) => i % 8),
          0.001,
        );
      };
    },
  },
];

export interface Measured {
  /** GFLOP/s */
  readonly peak: number;
  /** steps a second of every row */
  readonly rates: number[];
  /** the same of the reference, where one was given */
  readonly reference: number[];
}

/** What is measured: a set of kernels, the yardstick of this machine's SIMD, a clock in ms. */
export interface Subject {
  readonly k: Kernels;
  /** the plain set, measured in turn with `k`: a step a round */
  readonly reference?: Kernels;
  readonly peak: (rounds: number) => number;
  readonly now: () => number;
  readonly rounds: number;
  /** ms that a row is measured in a round */
  readonly chunk: number;
}

/** `measuring` to its end. */
export function measure(subject: Subject): Measured {
  const work = measuring(subject);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** A reference's step that takes longer is measured in the first round only. */
const SLOW = 300;

/** Steps a second of every row: median over `rounds`, rows in turn, of the 2nd percentile of chunk times. And the peak, GFLOP/s. Yields
 *  after each row of each round, so that others can be measured in between. */
export function* measuring({
  k,
  reference,
  peak,
  now,
  rounds,
  chunk,
}: Subject): Generator<Row, Measured, void> {
  const sets = reference ? [k, reference] : [k];
  const starts = sets.map((set) => set.mark());
  const works = sets.map((set) => ROWS.map((row) => row.make(set)));
  const done = sets.map(() => ROWS.map(() => 0));
  const seen = sets.map(() => ROWS.map((): number[] => []));
  const peaks: number[] = [];
  const best = (f: () => void, long: number): number => {
    const times: number[] = [];
    for (const end = now() + long; times.length < 1 || now() < end;) {
      const t = now();
      f();
      times.push(now() - t);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 50)];
  };
  const go = (set: number, i: number, steps: number): void => {
    for (let s = 0; s < steps; s++) works[set][i](done[set][i]++);
  };
  ROWS.forEach((row, i) => go(0, i, row.warm));
  for (let round = 0; round < rounds; round++) {
    peaks.push((4_000_000 * 56) / best(() => peak(4_000_000), chunk) / 1e6);
    for (const [i, row] of ROWS.entries()) {
      seen[0][i].push((1000 * row.steps) / best(() => go(0, i, row.steps), chunk));
      if (reference && (round === 0 || seen[1][i][0] > 1000 / SLOW)) {
        seen[1][i].push(1000 / best(() => go(1, i, 1), 0));
      }
      yield row;
    }
  }
  sets.forEach((set, i) => set.reset(starts[i]));
  const medians = seen.map((rows) => rows.map(median));
  return { peak: median(peaks), rates: medians[0], reference: medians[1] ?? [] };
}

/** The upper median; sorts in place. */
export const median = (x: number[]): number => x.sort((a, b) => a - b)[x.length >> 1] ?? 0;
