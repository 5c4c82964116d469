// What the net answers when edges are cut: a class's logit is its bias and what three channels add, so a cut is a term left out.

import { CHANNELS, CLASSES, EDGES, GROUPS } from './groups.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { has, UNTOUCHED, type Surgery } from './surgery.ts';

/** The terms that logits are made of. */
export type LogitTerms = Pick<CircuitSnapshot, 'biases' | 'adds' | 'over' | 'means'>;

/** The class of every picture of a group: the largest logit's, of equal ones the first. */
export const answers = (s: LogitTerms, g: number, how: Surgery): number[] =>
  Array.from({ length: s.adds[g].length / EDGES }, (_, picture) => {
    let best = 0;
    let top = -Infinity;
    for (let n = 0; n < CLASSES.length; n++) {
      const value = logit(s, g, picture, n, how);
      if (value > top) {
        top = value;
        best = n;
      }
    }
    return best;
  });

function logit(s: LogitTerms, g: number, picture: number, n: number, how: Surgery): number {
  let sum = s.biases[n];
  for (let c = 0; c < CHANNELS.length; c++) {
    if (!has(how.cut, n * CHANNELS.length + c)) sum += term(s, g, picture, n, c, how);
  }
  return sum;
}

/** What channel `c` adds to class `n`. */
function term(s: LogitTerms, g: number, picture: number, n: number, c: number, how: Surgery): number {
  const edge = n * CHANNELS.length + c;
  if (has(how.blank, c)) return s.means[edge];
  if (how.turned === 'yes' && n === 0 && c < 2) return s.over[g][2 * picture + c];
  return s.adds[g][picture * EDGES + edge];
}

/** Each class's share of a list of answers, [class]. */
export const shares = (list: readonly number[]): number[] =>
  CLASSES.map((_, n) => list.filter((a) => a === n).length / list.length);

/** Share of a group's pictures whose class is another than without surgery. */
function changed(s: CircuitSnapshot, g: number, how: Surgery): number {
  const before = answers(s, g, UNTOUCHED);
  const now = answers(s, g, how);
  return now.filter((a, i) => a !== before[i]).length / now.length;
}
const CHANGES = 0.5;

/** Whether more than half of a group's pictures change their class, [group]. */
export const falls = (s: CircuitSnapshot, how: Surgery): boolean[] =>
  GROUPS.map((_, g) => changed(s, g, how) > CHANGES);

/** How many of the reader's five predictions came true. */
export const right = (s: CircuitSnapshot, params: CircuitParams): number =>
  falls(s, params).filter((is, g) => is === has(params.guess, g)).length;
