// The state of `grokking`, which is also its address: #decay=0&seed=3&step=400

import type { ParamsOf, Spec } from '../../runtime/params.ts';

/** The largest weight decay. */
export const MOST = 2;
/** The squares in the order in which they stand. */
export const SQUARES = ['circle', 'sums', 'frequencies'] as const;

export const spec = {
  decay: {
    kind: 'real',
    default: 1,
    min: 0,
    max: MOST,
    keys: { step: 0.1, fine: 0.01, page: 0.5 },
    doc: 'weight decay; at 0 the network never generalises',
  },
  seed: {
    kind: 'int',
    default: 7,
    min: 0,
    max: 999999,
    doc: 'where the weights begin, and which pairs are learned from',
  },
  frequency: {
    affects: 'observe',
    kind: 'int',
    default: 0,
    min: 0,
    max: 15,
    doc: 'the frequency on whose plane the numbers are drawn; 0: the strongest',
  },
  square: {
    affects: 'view',
    kind: 'choice',
    default: 'circle',
    of: SQUARES,
    doc: 'the square that a narrow screen shows',
  },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 1600,
    keys: { step: 20, fine: 1, page: 200 },
    doc: 'training step; left out: the last',
  },
} as const satisfies Spec;

export type GrokkingParams = ParamsOf<typeof spec>;
