// The state of `codes`, which is also its address: #neurons=64&things=4096&together=3

import { exp } from '../../math/functions.ts';
import type { ParamsOf, Spec } from '../../runtime/params.ts';

const LN2 = 0.6931471805599453;
/** A key that goes by a factor: `n` octaves. */
const octaves =
  (n: number) =>
  (now: number, by: number): number =>
    now * exp(by * n * LN2);

export const spec = {
  // d; the composed code takes four per attribute
  neurons: { kind: 'int', default: 16, min: 8, max: 256, doc: 'how many neurons there are' },
  // N
  things: {
    kind: 'int',
    default: 64,
    min: 16,
    max: 4096,
    keys: { step: octaves(0.25), fine: 1, page: octaves(1) },
    doc: 'how many things are to be named',
  },
  together: {
    affects: 'view',
    kind: 'int',
    default: 2,
    min: 1,
    max: 8,
    keys: { step: 1, page: 3 },
    doc: 'how many things are there at once',
  },
  seed: { kind: 'int', default: 7, min: 1, max: 999999, doc: 'picks the random directions and the trials' },
  panel: {
    affects: 'view',
    kind: 'choice',
    default: 'composed',
    of: ['onehot', 'composed', 'superposed'],
    doc: 'which code book a narrow screen shows',
  },
  step: {
    kind: 'int',
    default: undefined,
    min: 0,
    max: 200,
    doc: 'how many trials were made; left out: all',
  },
} as const satisfies Spec;

export type CodesParams = ParamsOf<typeof spec>;
export type Code = CodesParams['panel'];
