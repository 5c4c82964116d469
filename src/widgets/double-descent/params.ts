// The state of `double-descent`, which is also its address: #points=128&seed=3

import type { Spec } from '../../runtime/params.ts';

export interface DoubleDescentParams {
  /** T: how many points are learned from */
  readonly points: number;
  readonly seed: number;
  readonly step?: number | undefined;
}

export const spec = {
  points: {
    kind: 'int',
    default: 5,
    min: 3,
    max: 2048,
    doc: 'how many points are learned from, again and again',
  },
  seed: { kind: 'int', default: 1, min: 0, max: 999999, doc: 'the points, and where the weights begin' },
  step: { kind: 'int', default: undefined, min: 0, max: 2000, doc: 'training step; left out: the last' },
} as const satisfies Spec;
