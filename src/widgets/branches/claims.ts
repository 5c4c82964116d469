// The sentences that this figure carries. Whether a seed splits is a matter of luck, so the sentences speak of many seeds and
// are tested on the ten that the figure shows; a test trains one of them anew (tests/models/vision.test.ts).

import type { Kernels } from '../../math/kernels/kernels.ts';
import { fingerprint } from '../../math/hash.ts';
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
import type { Claim } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';

const rows = new Map<string, Row>();

/** One seed, trained and measured. */
export function row(seed: number, divided: boolean, k: Kernels): Row {
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

export const claims: readonly Claim[] = [
  {
    id: 'branches-learn',
    atLeast: 8,
    sentence:
      'With two branches both tasks are learned: more than 85% of fresh crops come out right in direction and in colour.',
    test(seed, k) {
      const { whole } = row(seed, true, k);
      return { ok: Math.min(...whole) > 0.85, value: Math.min(...whole) };
    },
  },
  {
    id: 'branches-split',
    atLeast: 5,
    sentence:
      'In at least half of the runs the two branches share the tasks out: the index of their lesions is above 0.5 in size.',
    test(seed, k) {
      const d = Math.abs(row(seed, true, k).dissociation);
      return { ok: d > 0.5, value: d };
    },
  },
];
