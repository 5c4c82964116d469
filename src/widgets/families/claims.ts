// The sentences that this figure carries.

import type { Claim } from '../../runtime/widget.ts';
import { measureSeed } from './measure.ts';

export const claims: readonly Claim[] = [
  {
    id: 'families-turned',
    atLeast: 9,
    sentence: 'Turned by its place in the family, a template has a median cosine above 0.85 with any other.',
    test(seed, k) {
      const { aligned } = measureSeed(seed, k);
      return { ok: aligned > 0.85, value: aligned };
    },
  },
  {
    id: 'families-unturned',
    atLeast: 10,
    sentence: 'Without turning, the median cosine is below zero.',
    test(seed, k) {
      const { unturned } = measureSeed(seed, k);
      return { ok: unturned < 0, value: unturned };
    },
  },
  {
    id: 'families-untrained',
    atLeast: 10,
    sentence: 'Before training, turning does not help: the median cosine stays between −0.15 and 0.15.',
    test(seed, k) {
      const { untrained } = measureSeed(seed, k);
      return { ok: Math.abs(untrained) < 0.15, value: untrained };
    },
  },
  {
    id: 'families-circulant',
    atLeast: 10,
    sentence: 'More than 70% of the variance among the cosines hangs on the difference of directions alone.',
    test(seed, k) {
      const { circulant } = measureSeed(seed, k);
      return { ok: circulant > 0.7, value: circulant };
    },
  },
];
