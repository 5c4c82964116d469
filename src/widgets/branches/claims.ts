// The sentences that this figure carries. Whether a seed splits is a matter of luck, so the sentences speak of many seeds and
// are tested on the ten that the figure shows; a test trains one of them anew (tests/models/vision.test.ts).

import type { Claim } from '../../runtime/widget.ts';
import { measureSeed } from './measure.ts';

export const claims: readonly Claim[] = [
  {
    id: 'branches-learn',
    atLeast: 8,
    sentence:
      'With two branches both tasks are learned: more than 85% of fresh crops come out right in direction and in colour.',
    test(seed, k) {
      const { whole } = measureSeed(seed, true, k);
      return { ok: Math.min(...whole) > 0.85, value: Math.min(...whole) };
    },
  },
  {
    id: 'branches-split',
    atLeast: 5,
    sentence:
      'In at least half of the runs the two branches share the tasks out: the index of their lesions is above 0.5 in size.',
    test(seed, k) {
      const d = Math.abs(measureSeed(seed, true, k).dissociation);
      return { ok: d > 0.5, value: d };
    },
  },
];
