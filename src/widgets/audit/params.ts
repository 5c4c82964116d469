// The state of `audit`, which is also its address: #width=6&ask=jjnoonolo

import type { Spec } from '../../runtime/params.ts';

export interface AuditParams {
  /** neurons of the network: fewer share more */
  readonly width: number;
  /** the reader's own query: nine letters from a to p */
  readonly ask: string;
  /** the unit whose wish is shown, from 1; more than there are: the last */
  readonly unit: number;
  readonly seed: number;
  /** rounds of the race; undefined: all, 16^5 queries for each auditor */
  readonly step?: number | undefined;
}

export const LETTERS = 'abcdefghijklmnop';
export const PLACES = 9;
export const WIDEST = 24;
export const NARROWEST = 4;

export const spec = {
  width: { kind: 'int', default: 24, min: NARROWEST, max: WIDEST, doc: 'how many neurons the networks have' },
  ask: {
    affects: 'observe',
    kind: 'text',
    default: 'jklmnopij',
    max: 40,
    doc: 'your query: nine letters from a to p; a to h count as votes',
  },
  unit: {
    affects: 'observe',
    kind: 'int',
    default: 1,
    min: 1,
    max: WIDEST,
    doc: 'the unit whose wish is shown',
  },
  seed: {
    kind: 'int',
    default: 0,
    min: 0,
    max: 999999,
    doc: 'the weights, the trigger and all questions follow from it',
  },
  step: { kind: 'int', default: undefined, min: 0, max: 200, doc: 'rounds of the race; left out: all' },
} as const satisfies Spec;

/** The query as tokens, or what is wrong with it. */
export function tokensOf(ask: string): readonly number[] | string {
  const letters = [...ask.toLowerCase().replace(/[\s,.-]/g, '')];
  const strange = letters.find((c) => !LETTERS.includes(c));
  if (strange !== undefined) return `“${strange}” is not one of the letters a to p.`;
  if (letters.length !== PLACES) {
    return letters.length
      ? `A query has ${PLACES} letters; this one has ${letters.length}.`
      : `Type ${PLACES} letters from a to p.`;
  }
  return letters.map((c) => LETTERS.indexOf(c));
}
export const spell = (tokens: readonly number[]): string => tokens.map((v) => LETTERS[v]).join('');
