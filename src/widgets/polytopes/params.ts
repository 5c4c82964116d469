// The state of `polytopes`, which is also its address: #features=8&yaw=30&rarity=2.5

import type { ParamsOf, Spec } from '../../runtime/params.ts';

/** The bodies whose corners are all alike: octahedron, square antiprism, icosahedron. */
export const ALIKE = [6, 8, 12];

export const spec = {
  features: {
    kind: 'int',
    default: 6,
    min: 3,
    max: 12,
    keys: { step: 1, page: 'next stop' },
    doc: 'how many features there are',
  },
  hidden: { kind: 'int', default: 3, min: 2, max: 3, doc: 'how many neurons there are' },
  seed: { kind: 'int', default: 1, min: 1, max: 999999, doc: 'the first weights follow from it' },
  yaw: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: -180,
    max: 180,
    doc: 'degrees by which the body is turned to the right',
  },
  pitch: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: -90,
    max: 90,
    doc: 'degrees by which its top is turned towards you',
  },
  rarity: {
    affects: 'view',
    kind: 'real',
    default: 3,
    min: 1.4,
    max: 64,
    doc: 'the model held on the curve: one feature in so many is active',
  },
  step: { kind: 'int', default: undefined, min: 0, max: 5000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type PolytopesParams = ParamsOf<typeof spec>;
