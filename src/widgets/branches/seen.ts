// What is drawn of a net beside its lesions: from its weights, in the worker as on the page.

import { between, colourful, filters } from '../../models/branches.ts';

export interface Seen {
  /** eight first filters, [8][3 5 5], over the largest of all */
  readonly filters: readonly (readonly number[])[];
  /** share of each that is colour, and how much of its variance lies between the halves */
  readonly colour: readonly number[];
  readonly between: number;
  /** a few crops [3][20 20], 0 to 1 */
  readonly samples: readonly (readonly number[])[];
}

const two = (v: number): number => Math.round(v * 100) / 100;

export function seen(weights: ArrayLike<number>, divided: boolean, samples: Seen['samples']): Seen {
  const W = filters(weights, divided);
  const most = Math.max(...W.map((f) => f.reduce((top, v) => Math.max(top, Math.abs(v)), 0)));
  const colour = W.map(colourful);
  return {
    filters: W.map((f) => [...f].map((v) => two(v / most))),
    colour: colour.map(two),
    between: between(colour),
    samples,
  };
}
