// The state of `neuron-reading`, which is also its address: #unit=4&pick=7&feature=2&guess=11&step=0

import type { Spec } from '../../runtime/params.ts';

export interface ReadingParams {
  /** what lies beside the dictionary feature: one side of a neuron, or of a random direction */
  readonly kind: 'neuron' | 'direction';
  /** which of them, from 1: both sides of the first neuron, both of the second ... */
  readonly unit: number;
  /** the reader's hypothesis about it: a feature, from 1; undefined: none yet (the machine's own is shown) */
  readonly pick?: number | undefined;
  /** which dictionary feature, from 1 */
  readonly feature: number;
  /** the reader's hypothesis about that one */
  readonly guess?: number | undefined;
  /** which of the two is shown where there is room for one */
  readonly panel: 'neuron' | 'feature';
  readonly seed: number;
  /** fresh examples seen; 0: still reading; undefined: tested on all of them */
  readonly step?: number | undefined;
}

export const FEATURES = 20;
export const UNITS = 12;

export const spec = {
  kind: {
    kind: 'choice',
    default: 'neuron',
    of: ['neuron', 'direction'],
    doc: 'what is read first: a neuron or a random direction',
  },
  unit: {
    kind: 'int',
    default: 1,
    min: 1,
    max: UNITS,
    doc: 'which side of which neuron: 1 and 2 are the two sides of neuron 1',
  },
  pick: {
    affects: 'view',
    kind: 'int',
    default: undefined,
    min: 1,
    max: FEATURES,
    doc: 'your hypothesis about the neuron: a feature; left out: none',
  },
  feature: { kind: 'int', default: 1, min: 1, max: FEATURES, doc: 'which feature of the dictionary' },
  guess: {
    affects: 'view',
    kind: 'int',
    default: undefined,
    min: 1,
    max: FEATURES,
    doc: 'your hypothesis about the dictionary’s feature; left out: none',
  },
  panel: {
    affects: 'view',
    kind: 'choice',
    default: 'neuron',
    of: ['neuron', 'feature'],
    doc: 'which of the two stands on a narrow screen',
  },
  seed: { kind: 'int', default: 7, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 20000,
    doc: 'fresh inputs seen: 0 is reading, later ones are the test; left out: all',
  },
} as const satisfies Spec;
