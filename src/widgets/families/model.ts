// The worker's side of `families`: a net of eight curve detectors, its expanded weights, and those before the first step.

import { memoizeLru } from '../../math/memoize.ts';
import { accuracy, BATCH, drawn, initial, STEPS } from '../../models/curves.ts';
import { begin, fresh, graph, train, weights, type Saved } from '../../models/curve-run.ts';
import type { Model } from '../../runtime/widget.ts';
import { TESTED } from './baked.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

const before = memoizeLru(4, (seed: number) => drawn(Float32Array.from(initial(seed))));

export const model: Model<FamiliesParams, Saved, FamiliesSnapshot> = {
  engine: 1,
  memory: 3e6,
  create: ({ seed }, k) => begin(seed, k),
  end: () => STEPS,
  train: (saved, { seed }, step, k) => train(saved, seed, step, k),
  edit: () => false,
  weights,
  observe(saved, { seed }, step, k) {
    const net = graph(k);
    const all = fresh(seed);
    const tested = step < STEPS ? BATCH : TESTED;
    net.optimiser.restore(saved.state, step);
    return {
      step,
      end: STEPS,
      trained: drawn(weights(saved)),
      untrained: before(seed),
      accuracy: accuracy(net, { ...all, count: tested }),
      tested,
    };
  },
};
