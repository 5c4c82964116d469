// The state of `circuit`, which is also its address: #cut=1&guess=1&shown=yes

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  cut: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: 0,
    max: 4095,
    doc: 'edges that are cut: the sum of 2^(3 class + channel); classes car, house, wagon, other, channels wheels, window, roof',
  },
  blank: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: 0,
    max: 7,
    doc: 'channels that are held at their mean: the sum of 2^channel',
  },
  turned: {
    affects: 'view',
    kind: 'choice',
    default: 'no',
    of: ['no', 'yes'],
    doc: 'whether the car’s wheel and window weights are turned upside down',
  },
  guess: {
    affects: 'view',
    kind: 'int',
    default: 0,
    min: 0,
    max: 31,
    doc: 'groups that the reader thinks will change: the sum of 2^group',
  },
  shown: {
    affects: 'view',
    kind: 'choice',
    default: 'yes',
    of: ['yes', 'no'],
    doc: 'whether the result is shown',
  },
  beside: {
    affects: 'view',
    kind: 'choice',
    default: 'house',
    of: ['house', 'shuffled'],
    doc: 'what the second net’s maps are compared with: those for house, or its own with the last layer shuffled',
  },
  seed: { kind: 'int', default: 3, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: { kind: 'int', default: undefined, min: 0, max: 600, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type CircuitParams = ParamsOf<typeof spec>;
