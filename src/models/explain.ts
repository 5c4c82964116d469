// Explanations of a unit in a small language, found by search and scored by simulation.
// After Mu and Andreas 2020, "Compositional Explanations of Neurons" (the hypotheses) and Bills et al. 2023, "Language models
// can explain neurons in language models" (the score).
//
//   explanation: words joined by "or" and "and" ("and" binds first)      simulated activation = 1 where it holds, else 0
//   score = Pearson correlation of simulated and true activations, on scenes that the search has not seen
//
// A rule is a list of sets of words, as bits: it holds in a scene that contains all of one of the sets.

import type { Scenes } from './scenes.ts';
import { BEAM, LONGEST, WORDS } from './vocabulary.ts';

export type Rule = readonly number[];

/** A unit's activations on some scenes, with the sums that every score needs. */
export interface Seen {
  readonly bits: Int32Array;
  readonly a: Float64Array;
  readonly sum: number;
  readonly square: number;
}

/** Activations `a` of a unit on these scenes, with the sums that `score` needs. */
export function seen({ bits }: Pick<Scenes, 'bits'>, a: Float64Array): Seen {
  let sum = 0;
  let square = 0;
  for (const x of a) {
    sum += x;
    square += x * x;
  }
  return { bits, a, sum, square };
}

/** One of the sets of features is wholly there; sets are bit masks. */
export const holds = (rule: Rule, bits: number): boolean => rule.some((set) => (bits & set) === set);

/** Pearson correlation of 0/1 with the activations; 0 where either never changes. */
export function score(rule: Rule, { bits, a, sum, square }: Seen): number {
  const S = a.length;
  let held = 0;
  let there = 0;
  for (let s = 0; s < S; s++) {
    if (holds(rule, bits[s])) {
      held += 1;
      there += a[s];
    }
  }
  const spread = (square - (sum * sum) / S) * held * (1 - held / S);
  return spread > 0 ? (there - (sum * held) / S) / Math.sqrt(spread) : 0;
}

/** One evaluation of the search. */
export interface Tried {
  readonly rule: Rule;
  readonly length: number;
  readonly score: number;
}

const popular = (a: Tried, b: Tried): number => b.score - a.score;
const words = (rule: Rule): number => rule.reduce((all, set) => all | set, 0);

/** Beam search: all words; then, three times at most, the best four with every other word behind "or" and behind "and". 384 evaluations. */
export function search(unit: Seen): Tried[] {
  const tried: Tried[] = WORDS.map((_, f) => ({ rule: [1 << f], length: 1, score: score([1 << f], unit) }));
  for (let length = 2, from = tried; length <= LONGEST; length++) {
    const beam = [...from].sort(popular).slice(0, BEAM);
    from = beam.flatMap(({ rule }) =>
      WORDS.flatMap((_, f) => {
        if (words(rule) & (1 << f)) return [];
        const last = rule.length - 1;
        return [
          [...rule, 1 << f],
          [...rule.slice(0, last), rule[last] | (1 << f)],
        ].map((longer) => ({ rule: longer, length, score: score(longer, unit) }));
      }),
    );
    tried.push(...from);
  }
  return tried;
}

/** The best of a length, or of all lengths (then the shortest of equals). */
export const best = (tried: readonly Tried[], length?: number): Tried =>
  tried.reduce(
    (top: Tried | undefined, t) =>
      (length === undefined || t.length === length) && (!top || t.score > top.score) ? t : top,
    undefined,
  )!;

/** How a rule does in the `most` scenes where the unit is strongest and as many where it is silent (or weakest). */
export function onTop(
  rule: Rule,
  { bits, a }: Seen,
  most = 40,
): { readonly score: number; readonly contain: number } {
  const order = [...a.keys()].sort((i, j) => a[j] - a[i] || i - j);
  const picked = [...order.slice(0, most), ...order.slice(-most)];
  const part = seen(
    { bits: Int32Array.from(picked, (s) => bits[s]) },
    Float64Array.from(picked, (s) => a[s]),
  );
  return {
    score: score(rule, part),
    contain: order.slice(0, most).filter((s) => holds(rule, bits[s])).length,
  };
}

/** Of the scenes in which the unit exceeds a quarter of its largest activation, the share in which the rule holds. */
export function firing(rule: Rule, { bits, a }: Seen): number {
  const least = a.reduce((m, x) => Math.max(m, x), 0) / 4;
  let fired = 0;
  let held = 0;
  for (let s = 0; s < a.length; s++) {
    if (a[s] > least) {
      fired += 1;
      if (holds(rule, bits[s])) held += 1;
    }
  }
  return fired ? held / fired : 0;
}
