// The state of `dictionary`, which is also its address: #penalty=0.05&width=40&seed=7

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const NARROWEST = 2;
export const WIDEST = 48;
export const LOWEST = 0.01;
export const HIGHEST = 2;

/** A penalty of two digits, which can be read aloud, between the lowest and the highest. */
export const tidyPenalty = (value: number): number =>
  Number(Math.max(LOWEST, Math.min(HIGHEST, value)).toPrecision(2));

/** One in the last of the two digits. @param by 1 or -1 */
const nextPenalty = (now: number, by: number): number => tidyPenalty(now + by * unitOf(now));

function unitOf(penalty: number): number {
  if (penalty < 0.1) return 0.001;
  return penalty < 1 ? 0.01 : 0.1;
}

export const spec = {
  // toy: 20 features in 6 neurons; clusters: 5 families of 4 sub-features in 12 neurons
  world: {
    kind: 'choice',
    default: 'toy',
    of: ['toy', 'clusters'],
    doc: 'the toy model’s hidden space, or a space of 5 families of features',
  },
  width: {
    kind: 'int',
    default: 40,
    min: NARROWEST,
    max: WIDEST,
    keys: { step: 1, page: { stops: 4 } },
    doc: 'how many directions the dictionary has',
  },
  // in the clusters it is always the one largest that counts
  rule: {
    kind: 'choice',
    default: 'penalty',
    of: ['penalty', 'top'],
    doc: 'activity costs, or only the k largest count',
  },
  penalty: {
    kind: 'real',
    default: 0.5,
    min: LOWEST,
    max: HIGHEST,
    keys: { step: { stops: 1 }, fine: nextPenalty, page: { stops: 4 } },
    doc: 'what a unit of activity costs',
  },
  keep: { kind: 'int', default: 1, min: 1, max: 4, doc: 'how many latents count under the rule “top”' },
  seed: { kind: 'int', default: 7, min: 0, max: 999999, doc: 'everything random follows from it' },
  step: { kind: 'int', default: undefined, min: 0, max: 20000, doc: 'training step; left out: the last' },
} as const satisfies Spec;

export type DictionaryParams = ParamsOf<typeof spec>;
