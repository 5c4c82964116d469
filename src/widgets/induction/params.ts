// The state of `induction`, which is also its address: #step=160&knock=first&text=the%20cat%20the

import type { ParamsOf, Spec } from '../../runtime/params.ts';

/** Longest text that is taken, characters. */
const LONGEST = 200;
/** Tokens by which the network goes on after the reader's own text. */
export const AHEAD = 8;

export const spec = {
  layers: { kind: 'int', default: 2, min: 1, max: 2, doc: 'layers of one head each' },
  seed: {
    kind: 'int',
    default: 7,
    min: 0,
    max: 999999,
    doc: 'where the weights begin and which sequences come',
  },
  knock: {
    affects: 'observe',
    kind: 'choice',
    default: 'none',
    of: ['none', 'first', 'second'],
    doc: 'the head that is taken out, by its layer',
  },
  by: {
    affects: 'observe',
    kind: 'choice',
    default: 'uniform',
    of: ['uniform', 'zero'],
    doc: 'a head that is taken out looks everywhere alike, or writes nothing',
  },
  text: {
    affects: 'observe',
    kind: 'text',
    default: '',
    max: LONGEST,
    doc: 'your own sequence; the last 32 tokens count',
  },
  sample: {
    affects: 'observe',
    kind: 'choice',
    default: 'short',
    of: ['short', 'long'],
    doc: 'the sequence that is shown when you type none: period 9 or 13',
  },
  token: {
    affects: 'view',
    kind: 'int',
    default: undefined,
    min: 0,
    max: 31,
    doc: 'the place whose looks are drawn, from 0; left out: 12 in a sample, the last of your own text',
  },
  table: {
    affects: 'observe',
    kind: 'choice',
    default: 'composition',
    of: ['composition', 'direct', 'copying'],
    doc: 'the table of tokens: keys through the first head, keys without it, or what the second head writes',
  },
  square: {
    affects: 'view',
    kind: 'choice',
    default: 'second',
    of: ['first', 'second', 'table'],
    doc: 'the square that a narrow screen shows',
  },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 400,
    keys: { step: { multiples: 10 }, fine: 1, page: 50 },
    doc: 'training step; left out: the last',
  },
} as const satisfies Spec;

export type InductionParams = ParamsOf<typeof spec>;
