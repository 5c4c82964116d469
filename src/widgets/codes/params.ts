// The state of `codes`, which is also its address: #neurons=64&things=4096&together=3

import type { Spec } from '../../runtime/params.ts';

export interface CodesParams {
  /** d; the composed code takes four per attribute */
  readonly neurons: number;
  /** N */
  readonly things: number;
  /** how many of the things that are shown are there at once */
  readonly together: number;
  readonly seed: number;
  /** which code book a narrow screen shows */
  readonly panel: Code;
  readonly step?: number | undefined;
}
export type Code = 'onehot' | 'composed' | 'superposed';

export const spec = {
  neurons: { kind: 'int', default: 16, min: 8, max: 256, doc: 'how many neurons there are' },
  things: { kind: 'int', default: 64, min: 16, max: 4096, doc: 'how many things are to be named' },
  together: {
    affects: 'view',
    kind: 'int',
    default: 2,
    min: 1,
    max: 8,
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
