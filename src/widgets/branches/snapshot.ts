// What is drawn of a net in two halves: plain data, known to the worker and to the page.

import type { Lesions } from '../../models/branches.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** What is drawn of the net itself, beside its lesions. */
export interface NetPicture {
  /** eight first filters, [8][3 5 5], over the largest of all */
  readonly filters: readonly (readonly number[])[];
  /** share of each filter's energy that is colour, [8] */
  readonly colour: readonly number[];
  /** how much of the variance of `colour` lies between the halves */
  readonly between: number;
  /** a few crops [3][20 20], 0 to 1 */
  readonly samples: readonly (readonly number[])[];
}

export interface BranchesSnapshot extends Snapshot, Lesions, NetPicture {
  readonly divided: boolean;
  /** fresh crops that the lesions are measured on */
  readonly tested: number;
}
