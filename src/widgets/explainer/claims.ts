// The sentences that this figure carries, each with what would refute it.

import { memoizeLru } from '../../math/memoize.ts';
import { firing, onTop, score, search } from '../../models/explain.ts';
import { read } from '../../models/language.ts';
import { EVALUATIONS } from '../../models/vocabulary.ts';
import { explain, subject, type Kind } from '../../models/units.ts';
import type { Claim } from '../../runtime/widget.ts';

const known = memoizeLru(11, (seed: number) => subject(seed)); // a subject takes two seconds, and six claims ask for it
const one = memoizeLru(24, (seed: number, kind: Kind): number[] =>
  known(seed).units[kind].map((unit) => explain(unit, 1).held),
);
const good = (all: readonly number[]): number => all.filter((s) => s > 0.8).length / all.length;
const mean = (all: readonly number[]): number => all.reduce((sum, s) => sum + s, 0) / all.length;

/** The case that the essay chose: seed 7, neuron 12, "cross". */
function chosen(): { contain: number; top: number; all: number; firing: number } {
  const { held } = known(7).units.neuron[11];
  const found = read('cross');
  if (!('rule' in found)) throw new Error(found.wrong);
  const top = onTop(found.rule, held);
  return {
    contain: top.contain,
    top: top.score,
    all: score(found.rule, held),
    firing: firing(found.rule, held),
  };
}

export const claims: Claim[] = [
  {
    id: 'explainer-features',
    atLeast: 10,
    sentence:
      'Of the features of a dictionary at least six in ten are explained by one word with a score above 0.8, on scenes the search has not seen.',
    test(seed) {
      const value = good(one(seed, 'feature'));
      return { ok: value >= 0.6, value };
    },
  },
  {
    id: 'explainer-neurons',
    atLeast: 10,
    sentence: 'Of the neurons of the same networks at most 15% are.',
    test(seed) {
      const value = good(one(seed, 'neuron'));
      return { ok: value <= 0.15, value };
    },
  },
  {
    id: 'explainer-gap',
    atLeast: 10,
    sentence: 'The mean scores of features and of neurons lie at least 0.2 apart.',
    test(seed) {
      const value = mean(one(seed, 'feature')) - mean(one(seed, 'neuron'));
      return { ok: value >= 0.2, value };
    },
  },
  {
    id: 'explainer-longer',
    atLeast: 10,
    sentence: 'Three words explain neurons better than one: the mean score rises by at least 0.1.',
    test(seed) {
      const value =
        mean(known(seed).units.neuron.map((unit) => explain(unit, 3).held)) - mean(one(seed, 'neuron'));
      return { ok: value >= 0.1, value };
    },
  },
  {
    id: 'explainer-chosen',
    atLeast: 10,
    sentence:
      'The chosen neuron: “cross” is in all of its forty strongest scenes and scores above 0.95 on them and forty silent ones, below 0.8 on all scenes, and is in fewer than a quarter of the scenes in which the neuron fires.',
    test: () => {
      const { contain, top, all, firing: value } = chosen();
      return { ok: contain === 40 && top > 0.95 && all < 0.8 && value < 0.25, value };
    },
  },
  {
    id: 'explainer-top-flatters',
    atLeast: 10,
    sentence:
      'Judged by the forty strongest scenes and forty silent ones, at least three neurons of four score higher with their one word than on all scenes.',
    test(seed) {
      const all = known(seed).units.neuron.map((unit) => {
        const { rule, held } = explain(unit, 1);
        return onTop(rule, unit.held).score > held;
      });
      const value = all.filter(Boolean).length / all.length;
      return { ok: value >= 0.75, value };
    },
  },
  {
    id: 'explainer-budget',
    atLeast: 10,
    sentence: 'The search tries 384 predicates for a unit.',
    test(seed) {
      const value = search(known(seed).units.neuron[0].search).length;
      return { ok: value === EVALUATIONS, value };
    },
  },
];
