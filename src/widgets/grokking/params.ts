// The state of `grokking`, which is also its address: #decay=0&seed=3&step=400

import type { Spec } from '../../runtime/params.ts';

export interface GrokkingParams {
  /** weight decay of AdamW */
  readonly decay: number;
  readonly seed: number;
  /** on whose plane the numbers are drawn; 0: the strongest */
  readonly frequency: number;
  /** phones show one square at a time */
  readonly square: Square;
  readonly step?: number | undefined;
}

export const MOST = 2;
export const SQUARES = ['circle', 'sums', 'frequencies'] as const;
export type Square = (typeof SQUARES)[number];

export const spec = {
  decay: {
    kind: 'real',
    default: 1,
    min: 0,
    max: MOST,
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
  step: { kind: 'int', default: undefined, min: 0, max: 1600, doc: 'training step; left out: the last' },
} as const satisfies Spec;
