// The sentences that this figure carries. A seed stands for two sets: its own and the next one's, pictures and all.

import type { Kernels } from '../../math/kernels/kernels.ts';
import type { Claim } from '../../runtime/widget.ts';
import { filters, fits } from '../../models/filtersets.ts';
import { pairs } from '../../math/filter-matching.ts';
import { median } from '../../math/median.ts';

const alike = (
  seed: number,
  k: Kernels,
  world: 'leaves' | 'scrambled',
  one: 'autoencoder' | 'random' | 'k-means',
  other: 'autoencoder' | 'random' | 'k-means' = one,
): number =>
  median(pairs(filters(world, one, seed, k), filters(world, other, seed + 1, k)).map((p) => p.cosine));

export const claims: readonly Claim[] = [
  {
    id: 'gabors-fit',
    atLeast: 10,
    sentence:
      'A Gabor function explains more than 85% of the median filter that an autoencoder or k-means learns from dead leaves.',
    test(seed, k) {
      const value = Math.min(
        median(fits(filters('leaves', 'autoencoder', seed, k))),
        median(fits(filters('leaves', 'k-means', seed, k))),
      );
      return { ok: value > 0.85, value };
    },
  },
  {
    id: 'gabors-match',
    atLeast: 10,
    sentence: 'Two autoencoders with pictures and seeds of their own match with a median cosine above 0.62.',
    test(seed, k) {
      const value = alike(seed, k, 'leaves', 'autoencoder');
      return { ok: value > 0.62, value };
    },
  },
  {
    id: 'gabors-chance',
    atLeast: 10,
    sentence: 'Two random sets match below 0.35.',
    test(seed, k) {
      const value = alike(seed, k, 'leaves', 'random');
      return { ok: value < 0.35, value };
    },
  },
  {
    id: 'gabors-scrambled',
    atLeast: 10,
    sentence:
      'With scrambled phases both go: a Gabor function explains less than 45% of the median filter, and two autoencoders match below 0.45.',
    test(seed, k) {
      const value = median(fits(filters('scrambled', 'autoencoder', seed, k)));
      const match = alike(seed, k, 'scrambled', 'autoencoder');
      return { ok: value < 0.45 && match < 0.45, value: match };
    },
  },
];
