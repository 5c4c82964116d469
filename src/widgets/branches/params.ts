// The state of `branches`, which is also its address: #lesion=first&net=undivided&seed=5

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  lesion: {
    affects: 'view',
    kind: 'choice',
    default: 'first',
    of: ['none', 'first', 'second'],
    doc: 'which branch is held at its mean',
  },
  net: {
    kind: 'choice',
    default: 'divided',
    of: ['divided', 'undivided'],
    doc: 'two branches, or one of the same eight units, whose halves are cut as a control',
  },
  seed: {
    kind: 'int',
    default: 5,
    min: 0,
    max: 999999,
    keys: { step: 1, page: 3 },
    doc: 'everything random follows from it',
  },
  step: { kind: 'int', default: undefined, min: 0, max: 1000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type BranchesParams = ParamsOf<typeof spec>;
export type Lesion = BranchesParams['lesion'];
