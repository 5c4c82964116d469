// The state of `families`, which is also its address: #pick=0&onto=3&angle=135&seed=3

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  pick: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: 0,
    max: 7,
    doc: 'the template that is turned: its direction over 45 degrees',
  },
  onto: { affects: 'view', kind: 'int', default: 3, min: 0, max: 7, doc: 'the template that it is laid on' },
  angle: {
    affects: 'view',
    kind: 'int',
    default: 60,
    min: 0,
    max: 359,
    keys: { step: 5, fine: 1, page: 45 },
    doc: 'how far it is turned, degrees clockwise',
  },
  tap: {
    affects: 'view',
    kind: 'choice',
    default: 'onto',
    of: ['onto', 'pick'],
    doc: 'what a tap on the wheel chooses: the template below, or the one that is turned',
  },
  weights: {
    affects: 'view',
    kind: 'choice',
    default: 'trained',
    of: ['trained', 'untrained'],
    doc: 'the weights of this step, or those before the first',
  },
  seed: { kind: 'int', default: 3, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: { kind: 'int', default: undefined, min: 0, max: 600, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type FamiliesParams = ParamsOf<typeof spec>;
