// The state of `gabors`, which is also its address: #world=scrambled&method=k-means&partner=ICA&pick=3

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  world: {
    kind: 'choice',
    default: 'leaves',
    of: ['leaves', 'scrambled'],
    doc: 'dead leaves, or the same with their phases scrambled',
  },
  method: {
    kind: 'choice',
    default: 'autoencoder',
    of: ['autoencoder', 'k-means', 'ICA'],
    doc: 'how the filters on the left are learned',
  },
  partner: {
    affects: 'view',
    kind: 'choice',
    default: 'autoencoder',
    of: ['autoencoder', 'k-means', 'ICA', 'random'],
    doc: 'what they are matched with: learned from other pictures, from another seed',
  },
  pick: {
    affects: 'view',
    kind: 'int',
    default: 4,
    min: 1,
    max: 64,
    keys: { step: 1, page: 8 },
    doc: 'the pair that is held: 1 matches best',
  },
  seed: {
    kind: 'int',
    default: 1,
    min: 0,
    max: 99999,
    doc: 'the pictures, the patches and the first filters follow from it',
  },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 1240,
    doc: 'step: 40 pictures are drawn, then filters learned; left out: the last',
  },
} as const satisfies Spec;

export type GaborsParams = ParamsOf<typeof spec>;
