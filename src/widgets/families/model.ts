// The worker's side of `families`: a net of eight curve detectors, its expanded weights, and those before the first step.

import { accuracy, BATCH, begin as first, STEPS } from '../../models/curves.ts';
import { begin, fresh, graph, seen, train, type Saved } from '../../models/wheel.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { FamiliesParams } from './params.ts';

export interface FamiliesSnapshot extends Snapshot {
  /** expanded weights, [8][11 11], over the largest of all: trained up to here, and untrained */
  readonly trained: readonly (readonly number[])[];
  readonly untrained: readonly (readonly number[])[];
  /** share of `tested` fresh pictures that get their own kind */
  readonly accuracy: number; readonly tested: number;
}

export const model: Model<FamiliesParams, Saved, FamiliesSnapshot> = {
  engine: 1,
  memory: 3e6,
  create: ({ seed }, k) => begin(seed, k),
  end: () => STEPS,
  train: (saved, { seed }, step, k) => train(saved, seed, step, k),
  edit: () => false,
  weights: ({ state }) => state.subarray(0, state.length / 3),
  look({ state }, { seed }, step, k) {
    const net = graph(k), all = fresh(seed), tested = step < STEPS ? BATCH : Math.floor(all.count / BATCH) * BATCH;
    first(net, seed);
    const untrained = seen(net);
    net.optimiser.restore(state, step);
    return { step, end: STEPS, trained: seen(net), untrained, accuracy: accuracy(net, { ...all, count: tested }), tested };
  },
};
