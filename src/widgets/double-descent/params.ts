// The state of `double-descent`, which is also its address: #points=128&seed=3

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  points: {
    kind: 'int',
    default: 5,
    min: 3,
    max: 2048,
    keys: { step: { stops: 1 }, fine: 1, page: { stops: 4 } },
    doc: 'how many points are learned from, again and again',
  },
  seed: { kind: 'int', default: 1, min: 0, max: 999999, doc: 'the points, and where the weights begin' },
  step: { kind: 'int', default: undefined, min: 0, max: 2000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type DoubleDescentParams = ParamsOf<typeof spec>;
