// The worker's side of `explainer`: types first. A step of its run is one predicate that the machine tries.

import { firing, onTop, score, search, type Rule, type Tried } from '../../models/explain.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { read, write } from '../../models/language.ts';
import { EVALUATIONS } from '../../models/vocabulary.ts';
import { explain, subject, weights, type Kind, type Unit } from '../../models/units.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import { isIn, type ExplainerParams } from './params.ts';

export const SHOWN = 10;

/** An explanation and how it does. `held` is left out where it is not to be seen yet. */
export interface Scored {
  readonly says: string;
  readonly words: number;
  readonly search: number;
  readonly held?: number | undefined;
}
/** How an explanation does where the unit is strong, and everywhere. */
export interface Off {
  /** of the forty strongest scenes, those in which it holds; the score on these and forty silent ones */
  readonly contain: number;
  readonly top: number;
  /** score on all held-out scenes; share of those with activation above a quarter of the largest in which it holds */
  readonly all: number;
  readonly firing: number;
}

export interface ExplainerSnapshot extends Snapshot {
  readonly kind: Kind;
  /** from 1, and how many there are */
  readonly index: number;
  readonly of: number;
  /** the strongest scenes of the search split: activation over the largest, and the words as bits */
  readonly rows: readonly { readonly level: number; readonly bits: number }[];
  /** the machine's best so far, of 1, 2, 3 words */
  readonly machine: readonly Scored[];
  /** its choice among them, by the search split alone */
  readonly choice: number;
  /** best training score after so many predicates: [predicate, score], where it rose */
  readonly rose: readonly (readonly [at: number, score: number])[];
  /** the reader's: read, or what is wrong with it */
  readonly mine?: Scored | undefined;
  readonly wrong?: string | undefined;
  /** the rule's bits, for the words that are picked */
  readonly picked: number;
  /** of the machine's one word, or of the reader's explanation when it is in */
  readonly off?: Off | undefined;
  /** held-out scores of one word, of every unit of this network */
  readonly all: Readonly<Record<Kind, readonly number[]>>;
}

/** Plain data: the weights, and as the last number how many predicates were tried. */
interface M {
  readonly numbers: Float64Array;
}

const three = (x: number): number => Math.round(x * 1000) / 1000 || 0;
const subjects = memoizeLru(3, (seed: number) => subject(seed));
const tries = memoizeLru(200, (seed: number, kind: Kind, unit: number): Tried[] =>
  search(subjects(seed).units[kind][unit].search),
);
const scores = memoizeLru(3, (seed: number): ExplainerSnapshot['all'] => {
  const one = (kind: Kind): number[] =>
    subjects(seed).units[kind].map((unit, i) => three(explain(unit, 1, tries(seed, kind, i)).held));
  return { neuron: one('neuron'), feature: one('feature') };
});

const places = memoizeLru(200, (seed: number, kind: Kind, unit: number): ExplainerSnapshot['rows'] => {
  const { a, bits } = subjects(seed).units[kind][unit].search;
  const order = [...a.keys()].sort((i, j) => a[j] - a[i] || i - j).slice(0, SHOWN);
  return order.map((s) => ({ level: three(a[s] / a[order[0]]), bits: bits[s] }));
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
    const mine = say.trim() ? read(say) : undefined;
    const open = !mine || isIn(params);
    const rule = mine && 'rule' in mine ? mine.rule : undefined;
    const machine = found(unit, tried, open && done);
    return {
      step,
      end: EVALUATIONS,
      kind,
      index,
      of: units.length,
      rows: places(seed, kind, index - 1),
      machine,
      choice: machine.reduce((best, f, i) => (f.search > machine[best].search ? i : best), 0),
      rose: rises(tried),
      ...(mine &&
        ('wrong' in mine ? { wrong: mine.wrong } : { mine: scored(mine.rule, unit, isIn(params)) })),
      picked: rule ? rule.reduce((bits, set) => bits | set, 0) : 0,
      off: open && done ? offOf(isIn(params) && rule ? rule : explain(unit, 1, all).rule, unit) : undefined,
      all: scores(seed),
    };
  },
};

const count = (rule: Rule): number =>
  rule.reduce((sum, set) => sum + [...set.toString(2)].filter((b) => b === '1').length, 0);
const scored = (rule: Rule, { search: on, held }: Unit, seen: boolean): Scored => ({
  says: write(rule),
  words: count(rule),
  search: three(score(rule, on)),
  ...(seen ? { held: three(score(rule, held)) } : {}),
});

function found(unit: Unit, tried: readonly Tried[], seen: boolean): Scored[] {
  return [1, 2, 3]
    .filter((length) => tried.some((t) => t.length === length))
    .map((length) => scored(explain(unit, length, tried).rule, unit, seen));
}

function rises(tried: readonly Tried[]): [number, number][] {
  let best = -1;
  return tried.flatMap(({ score: s }, i): [number, number][] => {
    if (s <= best) return [];
    best = s;
    return [[i + 1, three(s)]];
  });
}

function offOf(rule: Rule, { held }: Unit): Off {
  const top = onTop(rule, held);
  return {
    contain: top.contain,
    top: three(top.score),
    all: three(score(rule, held)),
    firing: three(firing(rule, held)),
  };
}
