// One seed of `branches` trained and measured: for the claims, for the bake, and for the test that makes a row anew.

import { fingerprint } from '../../math/hash.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import {
  BATCH,
  begin,
  between,
  branches,
  colourful,
  data,
  filters,
  lesions,
  STEPS,
  train,
} from '../../models/branches.ts';
import type { Row } from './baked.ts';

const rows = new Map<string, Row>();

/** One seed, trained and measured; each is trained once. */
export function measureSeed(seed: number, divided: boolean, k: Kernels): Row {
  const known = rows.get(`${seed} ${divided}`);
  if (known) return known;
  const net = branches(k, BATCH, divided);
  const from = data.train(seed);
  begin(net, seed);
  for (let step = 0; step < STEPS; step++) train(net, from, seed, step);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  const made: Row = {
    seed,
    divided,
    ...lesions(net, data.test(seed), seed),
    between: between(filters(weights, divided).map(colourful)),
    fingerprint: fingerprint(weights),
    weights,
  };
  net.tape.free();
  rows.set(`${seed} ${divided}`, made);
  return made;
}
