// The sentences that this figure carries, each with what would refute it.

import { byPenalty, chance, clusterSpace, inClusters, judge, learn, toySpace } from '../../models/space.ts';
import { mean } from '../../models/recovery.ts';
import type { Claim } from '../../runtime/widget.ts';

const toy = (seed: number, D: number, penalty: number) =>
  judge(toySpace(seed), learn(toySpace(seed), D, byPenalty(penalty)), 0);
const clusters = (seed: number, D: number) =>
  judge(clusterSpace(seed), learn(clusterSpace(seed), D, inClusters), 1);

export const claims: Claim[] = [
  {
    id: 'dictionary-recovers',
    atLeast: 9,
    sentence:
      'With the right penalty, a dictionary twice as wide as the number of features finds their directions: mean cosine above 0.95, and nine features of ten above 0.9.',
    test(seed) {
      const { mmcs, best } = toy(seed, 40, 0.5);
      return { ok: mmcs > 0.95 && best.filter((c) => c > 0.9).length >= 0.9 * best.length, value: mmcs };
    },
  },
  {
    id: 'dictionary-null',
    atLeast: 10,
    sentence: 'Forty random directions in six dimensions already reach a mean cosine between 0.74 and 0.82.',
    test(seed) {
      const value = chance(toySpace(seed), 40);
      return { ok: value > 0.74 && value < 0.82, value };
    },
  },
  {
    id: 'dictionary-variance-misleads',
    atLeast: 9,
    sentence:
      'In a dictionary as wide as the number of features, a small penalty explains more than 98% of the variance and goes less than half of the way from chance to recovery.',
    test(seed) {
      const by = chance(toySpace(seed), 20);
      const { mmcs, explained } = toy(seed, 20, 0.02);
      const value = (mmcs - by) / (1 - by);
      return { ok: explained > 0.98 && value < 0.5, value };
    },
  },
  {
    id: 'dictionary-narrow',
    atLeast: 9,
    sentence:
      'A dictionary half as wide as the number of features stays below the score of forty random directions.',
    test(seed) {
      const { mmcs } = toy(seed, 10, 0.5);
      return { ok: mmcs < chance(toySpace(seed), 40), value: mmcs };
    },
  },
  {
    id: 'dictionary-splits',
    atLeast: 10,
    sentence:
      'Five latents learn the five families; twenty learn the twenty sub-features, and none of them is a family any more.',
    test(seed) {
      const five = clusters(seed, 5);
      const twenty = clusters(seed, 20);
      const families = mean(five.toMeans);
      return {
        ok: families > 0.99 && twenty.mmcs > 0.99 && twenty.toMeans.every((c) => c < 0.95),
        value: twenty.mmcs,
      };
    },
  },
  {
    id: 'dictionary-dead',
    atLeast: 9,
    sentence: 'Of forty latents in the space of twenty sub-features at least seventeen are dead.',
    test(seed) {
      const value = clusters(seed, 40).live.filter((is) => !is).length;
      return { ok: value >= 17, value };
    },
  },
];
