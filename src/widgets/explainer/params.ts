// The state of `explainer`, which is also its address: #kind=feature&unit=3&say=cross%20or%20top

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const spec = {
  kind: {
    kind: 'choice',
    default: 'neuron',
    of: ['neuron', 'feature'],
    doc: 'a neuron, or a feature of the dictionary',
  },
  // from 1; more than there are: the last
  unit: {
    kind: 'int',
    default: 4,
    min: 1,
    max: 32,
    keys: { step: 1, page: 5 },
    doc: 'which of them',
  },
  // in the small language; empty: none, and the machine's is shown
  say: {
    affects: 'observe',
    kind: 'text',
    default: '',
    max: 10000,
    doc: 'your explanation: words of the scenes joined by “or” and “and”',
  },
  // the held-out scores are shown while it is what `say` says
  submitted: {
    affects: 'observe',
    kind: 'text',
    default: '',
    max: 10000,
    doc: 'the explanation that was handed in',
  },
  join: {
    affects: 'view',
    kind: 'choice',
    default: 'or',
    of: ['or', 'and'],
    doc: 'how a picked word is joined',
  },
  seed: { kind: 'int', default: 7, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 384,
    doc: 'predicates that the machine has tried; left out: all',
  },
} as const satisfies Spec;

export type ExplainerParams = ParamsOf<typeof spec>;

/** Whether the explanation that is written has been handed in. */
export const isIn = ({ say, submitted }: Pick<ExplainerParams, 'say' | 'submitted'>): boolean =>
  say.trim() !== '' && say === submitted;

/** Another unit is another game: what was written goes, and the machine has not looked at it yet. */
export const NEW_GAME = { say: '', submitted: '', step: 0 } as const;
