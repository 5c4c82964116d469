// A run of the eight curve detectors (curves.ts) as plain data: what a figure trains, keeps and shows.

import { once } from '../math/kernels/once.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { memoizeLru } from '../math/memoize.ts';
import { BATCH, begin as beginNet, curves, data, train as trainNet, type Curves } from './curves.ts';

/** Weights and both moments of Adam, as the optimiser saves them. */
export interface Saved {
  readonly state: Float32Array | Float64Array;
}

/** The tape, one per set of kernels. */
export const graph = once((k: Kernels): Curves => curves(k, BATCH));
const pictures = memoizeLru(2, (seed: number) => data.train(seed));
/** Test pictures of a seed. */
export const fresh = memoizeLru(2, (seed: number) => data.test(seed));

/** Untrained weights; both moments are zero. */
export function begin(seed: number, k: Kernels): Saved {
  const net = graph(k);
  beginNet(net, seed);
  const state = net.optimiser.save();
  return { state: state.fill(0, net.optimiser.size) };
}

/** One step, in place. */
export function train({ state }: Saved, seed: number, step: number, k: Kernels): void {
  const net = graph(k);
  net.optimiser.restore(state, step);
  trainNet(net, pictures(seed), seed, step);
  state.set(net.optimiser.save());
}

/** The weights alone, without the moments. */
export const weights = ({ state }: Saved): Float32Array | Float64Array => state.subarray(0, state.length / 3);
