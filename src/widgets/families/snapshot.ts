// What is drawn of a family of curve detectors: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';

export interface FamiliesSnapshot extends Snapshot {
  /** expanded weights, [8][11 11], over the largest of all: trained up to here, and untrained */
  readonly trained: readonly (readonly number[])[];
  readonly untrained: readonly (readonly number[])[];
  /** share of `tested` fresh pictures that get their own kind */
  readonly accuracy: number;
  readonly tested: number;
}
