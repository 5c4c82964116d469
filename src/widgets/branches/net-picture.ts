// What is drawn of a net beside its lesions: from its weights, in the worker as on the page.

import { between, colourful, filters } from '../../models/branches.ts';
import type { NetPicture } from './snapshot.ts';

const hundredths = (v: number): number => Math.round(v * 100) / 100;

/** Filters and their shares of colour. @param weights of the whole net @param samples crops to show beside them */
export function netPicture(
  weights: ArrayLike<number>,
  divided: boolean,
  samples: NetPicture['samples'],
): NetPicture {
  const W = filters(weights, divided);
  const most = Math.max(...W.map((f) => f.reduce((top, v) => Math.max(top, Math.abs(v)), 0)));
  const colour = W.map(colourful);
  return {
    filters: W.map((f) => [...f].map((v) => hundredths(v / most))),
    colour: colour.map(hundredths),
    between: between(colour),
    samples,
  };
}
