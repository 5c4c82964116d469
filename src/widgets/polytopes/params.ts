// The state of `polytopes`, which is also its address: #features=8&yaw=30&rarity=2.5

import type { Spec } from '../../runtime/params.ts';

export interface PolytopesParams {
  /** n: how many features there are to place */
  readonly features: number;
  /** m: how many neurons, so how many dimensions */
  readonly hidden: number;
  readonly seed: number;
  /** degrees by which the reader has turned the body about the upright axis, and towards them */
  readonly yaw: number;
  readonly pitch: number;
  /** the model that is held on the curve: one feature in `rarity` is active, 1 / (1 - S) */
  readonly rarity: number;
  readonly step?: number | undefined;
}

export const spec = {
  features: { kind: 'int', default: 6, min: 3, max: 12, doc: 'how many features there are' },
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
