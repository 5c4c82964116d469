// The state of `neuron-reading`, which is also its address: #unit=4&pick=7&feature=2&guess=11&step=0

import type { ParamsOf, Spec } from '../../runtime/params.ts';

/** How many features the model has, and the dictionary. */
export const FEATURES = 20;
/** Both sides of six neurons; as many random directions. */
const UNITS = 12;

/** Keys of a ring that is slid along the features. */
const keys = { step: 1, page: 5 } as const;

export const spec = {
  // One side of it lies beside the dictionary's feature.
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
  // While there is no hypothesis the machine's own is shown.
  pick: {
    affects: 'view',
    kind: 'int',
    default: undefined,
    min: 1,
    max: FEATURES,
    keys,
    doc: 'your hypothesis about the neuron: a feature; left out: none',
  },
  feature: { kind: 'int', default: 1, min: 1, max: FEATURES, doc: 'which feature of the dictionary' },
  guess: {
    affects: 'view',
    kind: 'int',
    default: undefined,
    min: 1,
    max: FEATURES,
    keys,
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

export type ReadingParams = ParamsOf<typeof spec>;
