// The worker's side of `branches`: a net in two branches, its first filters, and what each half is needed for.

import { memoizeLru } from '../../math/memoize.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import {
  BATCH,
  begin,
  branches,
  data,
  GLANCED,
  lesions,
  samples,
  STEPS,
  TESTED,
  train,
  type Branches,
} from '../../models/branches.ts';
import type { Model } from '../../runtime/widget.ts';
import { netPicture } from './net-picture.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

/** Weights, then Adam's two moments of each. */
interface Saved {
  readonly state: Float32Array | Float64Array;
}

const graphs = { divided: new WeakMap<Kernels, Branches>(), undivided: new WeakMap<Kernels, Branches>() };
function graph(k: Kernels, net: BranchesParams['net']): Branches {
  if (!graphs[net].has(k)) graphs[net].set(k, branches(k, BATCH, net === 'divided'));
  return graphs[net].get(k)!;
}
const pictures = memoizeLru(2, (seed: number) => data.train(seed));
const fresh = memoizeLru(2, (seed: number) => data.test(seed));
const shown = memoizeLru(1, samples);
const weights = ({ state }: Saved): Float32Array | Float64Array => state.subarray(0, state.length / 3);

export const model: Model<BranchesParams, Saved, BranchesSnapshot> = {
  engine: 1,
  memory: 3e6,
  create({ seed, net: kind }, k) {
    const net = graph(k, kind);
    begin(net, seed);
    return { state: net.optimiser.save().fill(0, net.optimiser.size) };
  },
  end: () => STEPS,
  train({ state }, { seed, net: kind }, step, k) {
    const net = graph(k, kind);
    net.optimiser.restore(state, step);
    train(net, pictures(seed), seed, step);
    state.set(net.optimiser.save());
  },
  edit: () => false,
  weights,
  observe(saved, { seed, net: kind }, step, k) {
    const net = graph(k, kind);
    const tested = step < STEPS ? GLANCED : TESTED;
    net.optimiser.restore(saved.state, step);
    return {
      step,
      end: STEPS,
      divided: kind === 'divided',
      ...lesions(net, fresh(seed), seed, tested),
      tested,
      ...netPicture(weights(saved), kind === 'divided', shown()),
    };
  },
};
