// The state of `phase-diagram`, which is also its address: #starts=one&seed=3&absent=0.81670&last=0.336

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  starts: {
    kind: 'choice',
    default: 'three',
    of: ['three', 'one'],
    doc: 'three fixed starts for every cell, the best kept; or one random start',
  },
  // Cell c begins from the toy model's seed 400 (seed - 1) + c + 1.
  seed: { kind: 'int', default: 1, min: 1, max: 2499, doc: 'picks the random starts' },
  // The cell that is looked at is the one nearest to `absent` and `last`.
  absent: {
    affects: 'view',
    kind: 'real',
    default: 0.70236,
    min: 0,
    max: 0.99,
    doc: 'probability that a feature is absent, in the cell that is looked at',
  },
  last: {
    affects: 'view',
    kind: 'real',
    default: 0.5456,
    min: 0.1,
    max: 10,
    doc: 'importance of the last feature next to the others, in the cell that is looked at',
  },
  theory: {
    affects: 'view',
    kind: 'choice',
    default: 'full',
    of: ['naive', 'symmetric', 'full'],
    doc: 'which closed form is drawn over the trained models',
  },
  panel: {
    affects: 'view',
    kind: 'choice',
    default: 'two',
    of: ['two', 'three'],
    doc: 'on a narrow screen: the map of two features, or that of three',
  },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 400,
    doc: 'how many cells are trained; left out: all',
  },
} as const satisfies Spec;

export type PhaseParams = ParamsOf<typeof spec>;
