// The worker's side of `circuit`: a net with named channels, and what each channel adds to each class on held-out pictures.

import { memoizeLru } from '../../math/memoize.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { BATCH, begin, car, data, STEPS, train, type Car } from '../../models/car.ts';
import type { Model } from '../../runtime/widget.ts';
import { channelAdds } from './channel-adds.ts';
import { EACH, FEW } from './groups.ts';
import { netReadout } from './net-readout.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';

interface Saved {
  readonly state: Float32Array | Float64Array;
}

const graphs = new WeakMap<Kernels, Car>();
function graph(k: Kernels): Car {
  if (!graphs.has(k)) graphs.set(k, car(k, BATCH));
  return graphs.get(k)!;
}
const pictures = memoizeLru(2, (seed: number) => data.train(seed));
const weights = ({ state }: Saved): Float32Array | Float64Array => state.subarray(0, state.length / 3);

export const model: Model<CircuitParams, Saved, CircuitSnapshot> = {
  engine: 1,
  memory: 3e6,
  create({ seed }, k) {
    const net = graph(k);
    begin(net, seed);
    return { state: net.optimiser.save().fill(0, net.optimiser.size) };
  },
  end: () => STEPS,
  train({ state }, { seed }, step, k) {
    const net = graph(k);
    net.optimiser.restore(state, step);
    train(net, pictures(seed), seed, step);
    state.set(net.optimiser.save());
  },
  edit: () => false,
  weights,
  observe(saved, { seed }, step, k) {
    const net = graph(k);
    const count = step < STEPS ? FEW : EACH;
    net.optimiser.restore(saved.state, step);
    const { adds, over } = channelAdds(net, seed, count);
    return { step, end: STEPS, seed, ...netReadout(weights(saved), adds, over) };
  },
};
