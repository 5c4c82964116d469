// The state of `audit`, which is also its address: #width=6&ask=jjnoonolo

import type { ParamsOf, Spec } from '../../runtime/params.ts';

export const LETTERS = 'abcdefghijklmnop';
/** Letters before this one in LETTERS are votes. */
export const VOTES = 8;
/** Letters of a query. */
export const PLACES = 9;
/** Neurons, most and fewest. */
export const WIDEST = 24;
export const NARROWEST = 4;

export const spec = {
  width: {
    kind: 'int',
    default: 24,
    min: NARROWEST,
    max: WIDEST,
    keys: { step: 1, page: 4 },
    doc: 'how many neurons the networks have',
  },
  ask: {
    affects: 'observe',
    kind: 'text',
    default: 'jklmnopij',
    max: 40,
    doc: 'your query: nine letters from a to p; a to h count as votes',
  },
  // from 1; more than there are: the last
  unit: {
    affects: 'observe',
    kind: 'int',
    default: 1,
    min: 1,
    max: WIDEST,
    keys: { step: 1, page: 4 },
    doc: 'the unit whose wish is shown',
  },
  seed: {
    kind: 'int',
    default: 0,
    min: 0,
    max: 999999,
    doc: 'the weights, the trigger and all questions follow from it',
  },
  // all: 16^5 queries for each auditor
  step: { kind: 'int', default: undefined, min: 0, max: 200, doc: 'rounds of the race; left out: all' },
} as const satisfies Spec;

export type AuditParams = ParamsOf<typeof spec>;

/** The query as tokens, 0 to 15 each, or what is wrong with it. */
export function tokensOf(ask: string): readonly number[] | string {
  const letters = [...ask.toLowerCase().replace(/[\s,.-]/g, '')];
  const strange = letters.find((c) => !LETTERS.includes(c));
  if (strange !== undefined) return `“${strange}” is not one of the letters a to p.`;
  if (!letters.length) return `Type ${PLACES} letters from a to p.`;
  if (letters.length !== PLACES) return `A query has ${PLACES} letters; this one has ${letters.length}.`;
  return letters.map((c) => LETTERS.indexOf(c));
}

/** Tokens as letters. */
export const spell = (tokens: readonly number[]): string => tokens.map((v) => LETTERS[v]).join('');
