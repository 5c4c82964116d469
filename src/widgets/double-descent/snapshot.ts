// What is drawn of the network: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';

export interface DoubleDescentSnapshot extends Snapshot {
  readonly points: number;
  /** mean squared error on the points that are learned, and on 1,000 fresh ones */
  readonly trainLoss: number;
  readonly testLoss: number;
  /** the points where the two neurons put them, [at most 400][2] */
  readonly hidden: readonly (readonly [number, number])[];
  /** the features' directions, [128][2] */
  readonly directions: readonly (readonly [number, number])[];
  /** loss on the learned points at steps 0, 50, ... before this one */
  readonly course: readonly number[];
}
