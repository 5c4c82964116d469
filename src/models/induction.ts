// A transformer of attention only learns text that repeats itself (after Olsson et al. 2022, "In-context Learning and
// Induction Heads"): 32 tokens, width 32, one head of 16 in each of two layers; AdamW, 400 steps of 32 fresh sequences.
//
//   loss = - ln p(next token);   in-context score = loss at the last 8 places - loss at places 1 to 6
//   previous-token score = mean over i of A_1[i, i-1];   prefix matching = mean, on repeats, of A_2[i, the place after the last i]

import type { Kernels } from '../math/kernels/kernels.ts';
import { EVERY, HEAD, WIDTH, without, type Cut, type Scores } from './heads.ts';
import { held, repeats, VOCAB, WINDOW } from './repeats.ts';
import { begin, train as learn, transformer, type Transformer } from './transformer.ts';

const BATCH = 32;
const RATE = 0.02;
const WARM = 20;
const B2 = 0.99;

/** A run at some step: weights and both moments of AdamW, and what was measured every tenth step so far. */
export interface Learner {
  readonly layers: number;
  state: Float32Array | Float64Array;
  readonly course: Scores[];
}

const graphs = new WeakMap<Kernels, Map<number, Transformer>>();
function graph(k: Kernels, layers: number): Transformer {
  const known = graphs.get(k) ?? new Map<number, Transformer>();
  graphs.set(k, known);
  if (!known.has(layers)) {
    known.set(
      layers,
      transformer(k, { vocab: VOCAB, time: WINDOW, d: WIDTH, heads: 1, head: HEAD, layers, batch: BATCH }),
    );
  }
  return known.get(layers)!;
}

/** An untrained network of one or two layers. */
export function create(layers: number, seed: number, k: Kernels): Learner {
  const net = graph(k, layers);
  net.optimiser.restore(
    k
      .data()
      .slice(0, 3 * net.optimiser.size)
      .fill(0),
    0,
  );
  begin(net, seed);
  return { layers, state: net.optimiser.save(), course: [] };
}

/** One step, in place; every tenth time it is measured first. */
export function train(learner: Learner, seed: number, step: number, k: Kernels): void {
  const net = graph(k, learner.layers);
  if (step % EVERY === 0) learner.course[step / EVERY] = measure(learner, k);
  net.optimiser.restore(learner.state, step, { b2: B2 });
  learn(
    net,
    repeats(seed, step, BATCH).map((r) => r.tokens),
    RATE * Math.min(1, (step + 1) / WARM),
  );
  learner.state = net.optimiser.save();
}

/** The weights alone, without the moments. */
export const weights = ({ state }: Learner): Float32Array | Float64Array =>
  state.subarray(0, state.length / 3);

/** The scores of a network, or of what is left of it without a head. */
export function measure(learner: Learner, k: Kernels, cut?: Cut): Scores {
  const net = graph(k, learner.layers);
  const { tape: t } = net;
  const sums = [0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0];
  const add = (what: number, value: number): void => {
    sums[what] += value;
    counts[what] += 1;
  };
  net.optimiser.restore(without(learner.state, cut), 0);
  for (let from = 0; from < held.length; from += BATCH) {
    const batch = held.slice(from, from + BATCH);
    t.write(
      net.tokens,
      batch.flatMap(({ tokens }) => [...tokens.subarray(0, WINDOW)]),
    );
    t.write(
      net.targets,
      batch.flatMap(({ tokens }) => [...tokens.subarray(1)]),
    );
    t.forward();
    const data = k.data();
    const first = net.attention[0];
    const last = net.attention.at(-1);
    batch.forEach(({ period }, b) => {
      for (let i = 0, row = b * WINDOW; i < WINDOW; i++, row++) {
        const loss = data[net.loss.each + row];
        if (i >= period) add(0, loss);
        else if (i < period - 1) add(1, loss);
        if (i >= WINDOW - 8) add(2, loss);
        if (i >= 1 && i <= 6) {
          sums[4] += loss;
          counts[4] += 1;
        }
        if (i > 0) add(3, data[first.pattern + row * first.wide + i - 1]);
      }
    });
    prefixes(batch, last, data, sums, counts);
  }
  const mean = (i: number): number => sums[i] / counts[i];
  return {
    repeated: mean(0),
    first: mean(1),
    context: mean(2) - mean(4),
    previous: mean(3),
    prefix: sums[5] / counts[5],
  };
}

function prefixes(
  batch: typeof held,
  { pattern, wide }: Transformer['attention'][number],
  data: Float32Array | Float64Array,
  sums: number[],
  counts: number[],
): void {
  sums[5] ??= 0;
  counts[5] ??= 0;
  batch.forEach(({ period }, b) => {
    for (let i = period; i < WINDOW; i++) {
      counts[5] += 1;
      for (let j = i - period + 1; j > 0; j -= period) sums[5] += data[pattern + (b * WINDOW + i) * wide + j];
    }
  });
}
