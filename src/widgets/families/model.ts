// The worker's side of `families`: a net of eight curve detectors, its expanded weights, and those before the first step.

import { remembered } from '../../math/remembered.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { accuracy, BATCH, begin, curves, data, STEPS, templates, train, type Curves } from '../../models/curves.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { FamiliesParams } from './params.ts';

export interface FamiliesSnapshot extends Snapshot {
  /** expanded weights, [8][11 11], over the largest of all: trained up to here, and untrained */
  readonly trained: readonly (readonly number[])[];
  readonly untrained: readonly (readonly number[])[];
  /** share of `tested` fresh pictures that get their own kind */
  readonly accuracy: number; readonly tested: number;
}

/** Weights and both moments of Adam, as the optimiser saves them. */
interface Saved { readonly state: Float32Array | Float64Array }

const graphs = new WeakMap<Kernels, Curves>();
function graph(k: Kernels): Curves {
  if (!graphs.has(k)) graphs.set(k, curves(k, BATCH));
  return graphs.get(k)!;
}
const pictures = remembered(2, (seed: number) => data.train(seed)), fresh = remembered(2, (seed: number) => data.test(seed));

function seen(net: Curves): number[][] {
  const all = templates(net.tape.read(net.W1), net.tape.read(net.W2)), most = Math.max(...all.map((E) => E.reduce((top, v) => Math.max(top, Math.abs(v)), 0)));
  return all.map((E) => [...E].map((v) => Math.round((v / most) * 1000) / 1000));
}

export const model: Model<FamiliesParams, Saved, FamiliesSnapshot> = {
  engine: 1,
  memory: 3e6,
  create({ seed }, k) {
    const net = graph(k);
    begin(net, seed);
    const state = net.optimiser.save();
    return { state: state.fill(0, net.optimiser.size) };
  },
  end: () => STEPS,
  train({ state }, { seed }, step, k) {
    const net = graph(k);
    net.optimiser.restore(state, step);
    train(net, pictures(seed), seed, step);
    state.set(net.optimiser.save());
  },
  edit: () => false,
  weights: ({ state }) => state.subarray(0, state.length / 3),
  look({ state }, { seed }, step, k) {
    const net = graph(k), all = fresh(seed), tested = step < STEPS ? BATCH : Math.floor(all.count / BATCH) * BATCH;
    begin(net, seed);
    const untrained = seen(net);
    net.optimiser.restore(state, step);
    return { step, end: STEPS, trained: seen(net), untrained, accuracy: accuracy(net, { ...all, count: tested }), tested };
  },
};
