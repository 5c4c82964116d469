// The state of `gallery`, which is also its address: #piece=octahedron&seed=3&yaw=30

import type { ParamsOf, Spec } from '../../runtime/params.ts';
import { NAMES } from '../../models/pieces.ts';

export const spec = {
  piece: { kind: 'choice', default: 'icosahedron', of: NAMES, doc: 'which structure is grown' },
  seed: { kind: 'int', default: 1, min: 1, max: 999999, doc: 'the first weights follow from it' },
  yaw: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: -180,
    max: 180,
    doc: 'degrees by which it is turned to the right',
  },
  pitch: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: -90,
    max: 90,
    doc: 'degrees by which its top is turned towards you',
  },
  step: { kind: 'int', default: undefined, min: 0, max: 5000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type GalleryParams = ParamsOf<typeof spec>;
