// What is drawn of the network: plain data, known to the worker and to the page.

import type { Progress } from '../../models/grokking.ts';
import type { Snapshot } from '../../runtime/widget.ts';

export interface GrokkingSnapshot extends Snapshot {
  readonly progress: Progress;
  /** at steps 0, 20, ... before this one */
  readonly course: readonly Progress[];
  /** a digit for each pair, a p + b: 2 where it is learned from, and 1 more where it is answered right */
  readonly pairs: string;
  /** by frequency: input power of the neurons that have it as their largest, and what the others have of it; shares of the whole */
  readonly own: readonly number[];
  readonly others: readonly number[];
  /** the plane's frequency, and the numbers 0 ... p - 1 on it, mean radius 1 */
  readonly frequency: number;
  readonly points: readonly (readonly [number, number])[];
  /** deviation of the radius over its mean */
  readonly spread: number;
}
