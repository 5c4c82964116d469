// The state of `dictionary`, which is also its address: #penalty=0.05&width=40&seed=7

import type { Spec } from '../../runtime/params.ts';

export interface DictionaryParams {
  /** toy: the hidden space of 20 features in 6 neurons; clusters: 5 families of 4 sub-features in 12 neurons */
  readonly world: 'toy' | 'clusters';
  /** D: how many latents the dictionary has */
  readonly width: number;
  /** what keeps the latents few; in the clusters it is always the one largest */
  readonly rule: 'penalty' | 'top';
  /** lambda: what a unit of activity costs */
  readonly penalty: number;
  /** k of the top-k rule */
  readonly keep: number;
  readonly seed: number;
  readonly step?: number | undefined;
}

export const WIDEST = 48;

export const spec = {
  world: {
    kind: 'choice',
    default: 'toy',
    of: ['toy', 'clusters'],
    doc: 'the toy model’s hidden space, or a space of 5 families of features',
  },
  width: { kind: 'int', default: 40, min: 2, max: WIDEST, doc: 'how many directions the dictionary has' },
  rule: {
    kind: 'choice',
    default: 'penalty',
    of: ['penalty', 'top'],
    doc: 'activity costs, or only the k largest count',
  },
  penalty: { kind: 'real', default: 0.5, min: 0.01, max: 2, doc: 'what a unit of activity costs' },
  keep: { kind: 'int', default: 1, min: 1, max: 4, doc: 'how many latents count under the rule “top”' },
  seed: { kind: 'int', default: 7, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: { kind: 'int', default: undefined, min: 0, max: 20000, doc: 'training step; left out: the last' },
} as const satisfies Spec;
