// What is drawn of the network: plain data, known to the worker and to the page.

import type { Scores } from '../../models/heads.ts';
import type { Reading, Shown } from '../../models/transcript.ts';
import type { Snapshot } from '../../runtime/widget.ts';

export interface InductionSnapshot extends Snapshot {
  readonly layers: number;
  readonly scores: Scores;
  /** without the head that is taken out */
  readonly without?: Scores | undefined;
  /** at steps 0, 10, ... up to here */
  readonly course: readonly Scores[];
  readonly reading: Reading;
  /** what follows the reader's own text, greedily */
  readonly ahead: readonly number[];
  /** none in a network of one layer */
  readonly table?: Shown | undefined;
}
