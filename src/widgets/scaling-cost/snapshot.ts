// What is drawn of the prices: plain data, known to the worker and to the page.

import type { Way } from '../../models/prices.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** low, middle, high */
export type Range = readonly [number, number, number];

export interface CostSnapshot extends Snapshot {
  /** parameters, ascending, of the sizes priced so far */
  readonly sizes: readonly number[];
  /** dollars at each size */
  readonly curves: Readonly<Record<Way, readonly Range[]>>;
  /** the model that is asked about */
  readonly here: {
    readonly parameters: number;
    readonly units: Range;
    readonly costs: Readonly<Record<Way, Range>>;
    /** person-hours by hand and by structure, tokens by machine */
    readonly hand: Range;
    readonly structure: Range;
    readonly tokens: Range;
  };
}
