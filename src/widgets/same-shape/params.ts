// The state of `same-shape`, which is also its address: #turn=100&seed=7

import type { ParamsOf, Spec } from '../../runtime/params.ts';

/** Where the others' features are renamed, on the way to turned. */
export const RENAMED = 20;

export const spec = {
  turn: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: 0,
    max: 100,
    keys: { step: 5, fine: 1, page: 'next stop' },
    doc: 'how far the others are brought on the first, percent; from 20 on their features are renamed',
  },
  others: {
    affects: 'view',
    kind: 'choice',
    default: 'trained',
    of: ['trained', 'random'],
    doc: 'what is laid on the first: three more trained networks, or directions without training',
  },
  size: {
    kind: 'choice',
    default: 'pentagon',
    of: ['pentagon', 'octahedron'],
    doc: 'five features in two neurons, or six in three',
  },
  seed: {
    kind: 'int',
    default: 34,
    min: 1,
    max: 999990,
    doc: 'of the first network; the others have the next three',
  },
  step: { kind: 'int', default: undefined, min: 0, max: 5000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type SameShapeParams = ParamsOf<typeof spec>;
