// The worker's side of `branches`: a net in two branches, its first filters, and what each half is needed for.

import { remembered } from '../../math/remembered.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { BATCH, begin, between, branches, colourful, data, filters, GLANCED, lesions, STEPS, TESTED, train, type Branches, type Lesions } from '../../models/branches.ts';
import { CROP, crops } from '../../models/combed.ts';
import { key } from '../../math/random.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { BranchesParams } from './params.ts';

export interface BranchesSnapshot extends Snapshot, Lesions {
  readonly divided: boolean;
  /** fresh crops that the lesions are measured on */
  readonly tested: number;
  /** eight first filters, [8][3 5 5], over the largest of all */
  readonly filters: readonly (readonly number[])[];
  /** share of each that is colour, and how much of its variance lies between the halves */
  readonly colour: readonly number[]; readonly between: number;
  /** a few training crops [3][20 20], 0 to 1 */
  readonly samples: readonly (readonly number[])[];
}

interface Saved { readonly state: Float32Array | Float64Array }

const graphs = { divided: new WeakMap<Kernels, Branches>(), undivided: new WeakMap<Kernels, Branches>() };
function graph(k: Kernels, net: BranchesParams['net']): Branches {
  if (!graphs[net].has(k)) graphs[net].set(k, branches(k, BATCH, net === 'divided'));
  return graphs[net].get(k)!;
}
const pictures = remembered(2, (seed: number) => data.train(seed)), fresh = remembered(2, (seed: number) => data.test(seed));
const two = (v: number): number => Math.round(v * 100) / 100;

const samples = remembered(4, (seed: number): number[][] => {
  const count = 6, wide = CROP * CROP, out = new Float64Array(3 * count * wide);
  crops(fresh(seed), out, 0, count, key(seed, 55));
  return Array.from({ length: count }, (_, b) => Array.from({ length: 3 * wide }, (_, i) => two(Math.max(0, Math.min(1, 0.5 + out[(Math.floor(i / wide) * count + b) * wide + (i % wide)])))));
});

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
  weights: ({ state }) => state.subarray(0, state.length / 3),
  look({ state }, { seed, net: kind }, step, k) {
    const net = graph(k, kind), tested = step < STEPS ? GLANCED : TESTED;
    net.optimiser.restore(state, step);
    const W = filters(net), most = Math.max(...W.map((f) => f.reduce((top, v) => Math.max(top, Math.abs(v)), 0))), colour = W.map(colourful);
    return {
      step, end: STEPS, divided: kind === 'divided', ...lesions(net, fresh(seed), seed, tested), tested,
      filters: W.map((f) => [...f].map((v) => two(v / most))), colour: colour.map(two), between: between(colour), samples: samples(seed),
    };
  },
};
