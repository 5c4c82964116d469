// The state of `explainer`, which is also its address: #kind=feature&unit=3&say=cross%20or%20top

import type { Spec } from '../../runtime/params.ts';

export interface ExplainerParams {
  readonly kind: 'neuron' | 'feature';
  /** which unit of its kind, from 1; more than there are: the last */
  readonly unit: number;
  /** the reader's explanation, in the small language; empty: none, and the machine's is shown */
  readonly say: string;
  /** what was last handed in: the held-out scores are shown while it is what `say` says */
  readonly submitted: string;
  /** how a word that is picked is joined to those before it */
  readonly join: 'or' | 'and';
  readonly seed: number;
  /** predicates that the machine has tried; undefined: all 384 */
  readonly step?: number | undefined;
}

export const MOST_UNITS = 32;

export const spec = {
  kind: {
    kind: 'choice',
    default: 'neuron',
    of: ['neuron', 'feature'],
    doc: 'a neuron, or a feature of the dictionary',
  },
  unit: { kind: 'int', default: 4, min: 1, max: MOST_UNITS, doc: 'which of them' },
  say: {
    affects: 'observe',
    kind: 'text',
    default: '',
    max: 10000,
    doc: 'your explanation: words of the scenes joined by “or” and “and”',
  },
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

export const isIn = ({ say, submitted }: Pick<ExplainerParams, 'say' | 'submitted'>): boolean =>
  say.trim() !== '' && say === submitted;
