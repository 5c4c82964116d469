// The worker's side of `explainer`. A step of its run is one predicate that the machine tries.

import { firing, onTop, score, search, type Rule, type Tried } from '../../models/explain.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { round3 } from '../../math/rounding.ts';
import { read, write } from '../../models/language.ts';
import { EVALUATIONS } from '../../models/vocabulary.ts';
import { explain, subject, weights, type Kind, type Unit } from '../../models/units.ts';
import type { Model } from '../../runtime/widget.ts';
import { isIn, type ExplainerParams } from './params.ts';
import type { ExplainerSnapshot, Off, Scored } from './snapshot.ts';

/** Scenes of a unit that are shown. */
const SHOWN = 10;

/** Plain data: the weights, and as the last number how many predicates were tried. */
interface M {
  readonly numbers: Float64Array;
}

const subjects = memoizeLru(3, (seed: number) => subject(seed));
const tries = memoizeLru(200, (seed: number, kind: Kind, unit: number): Tried[] =>
  search(subjects(seed).units[kind][unit].search),
);
const scores = memoizeLru(3, (seed: number): ExplainerSnapshot['all'] => {
  const one = (kind: Kind): number[] =>
    subjects(seed).units[kind].map((unit, i) => round3(explain(unit, 1, tries(seed, kind, i)).held));
  return { neuron: one('neuron'), feature: one('feature') };
});

const strongest = memoizeLru(200, (seed: number, kind: Kind, unit: number): ExplainerSnapshot['rows'] => {
  const { a, bits } = subjects(seed).units[kind][unit].search;
  const order = [...a.keys()].sort((i, j) => a[j] - a[i] || i - j).slice(0, SHOWN);
  return order.map((s) => ({ level: round3(a[s] / a[order[0]]), bits: bits[s] }));
});

export const model: Model<ExplainerParams, M, ExplainerSnapshot> = {
  engine: 1,
  memory: 4e6,
  create: ({ seed }) => ({ numbers: Float64Array.of(...weights(subjects(seed)), 0) }),
  end: () => EVALUATIONS,
  train: ({ numbers }) => {
    numbers[numbers.length - 1] += 1;
  },
  edit: () => false,
  weights: ({ numbers }) => numbers,
  observe({ numbers }, params, step) {
    const { kind, seed, say } = params;
    const units = subjects(seed).units[kind];
    const index = Math.min(params.unit, units.length);
    const unit = units[index - 1];
    const all = tries(seed, kind, index - 1);
    const tried = all.slice(0, numbers[numbers.length - 1]);
    const done = tried.length === all.length;
    const said = say.trim() ? read(say) : undefined;
    const rule = said && 'rule' in said ? said.rule : undefined;
    const handedIn = isIn(params);
    const open = !said || handedIn;
    const machine = found(unit, tried, open && done);
    return {
      step,
      end: EVALUATIONS,
      kind,
      index,
      of: units.length,
      rows: strongest(seed, kind, index - 1),
      machine,
      choice: machine.reduce((best, f, i) => (f.search > machine[best].search ? i : best), 0),
      rose: rises(tried),
      ...(said && 'wrong' in said ? { wrong: said.wrong } : {}),
      ...(rule ? { mine: scored(rule, unit, handedIn) } : {}),
      picked: rule ? rule.reduce((bits, set) => bits | set, 0) : 0,
      off: open && done ? offOf(handedIn && rule ? rule : explain(unit, 1, all).rule, unit) : undefined,
      all: scores(seed),
    };
  },
};

/** Words of a rule: bits of all its sets. */
const count = (rule: Rule): number =>
  rule.reduce((sum, set) => sum + [...set.toString(2)].filter((b) => b === '1').length, 0);
const scored = (rule: Rule, { search: on, held }: Unit, seen: boolean): Scored => ({
  says: write(rule),
  words: count(rule),
  search: round3(score(rule, on)),
  ...(seen ? { held: round3(score(rule, held)) } : {}),
});

/** The best explanations of 1, 2 and 3 words among the predicates that were tried. */
function found(unit: Unit, tried: readonly Tried[], seen: boolean): Scored[] {
  return [1, 2, 3]
    .filter((length) => tried.some((t) => t.length === length))
    .map((length) => scored(explain(unit, length, tried).rule, unit, seen));
}

/** [predicate, score] wherever the best score rose. */
function rises(tried: readonly Tried[]): [number, number][] {
  let best = -1;
  return tried.flatMap(({ score: s }, i): [number, number][] => {
    if (s <= best) return [];
    best = s;
    return [[i + 1, round3(s)]];
  });
}

function offOf(rule: Rule, { held }: Unit): Off {
  const top = onTop(rule, held);
  return {
    contain: top.contain,
    top: round3(top.score),
    all: round3(score(rule, held)),
    firing: round3(firing(rule, held)),
  };
}
