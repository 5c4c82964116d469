// What is drawn of a unit and its explanations: plain data, known to the worker and to the page.

import type { Kind } from '../../models/units.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** An explanation and how it does; scores are correlations with the unit, thousandths. */
export interface Scored {
  readonly says: string;
  /** how many words it has */
  readonly words: number;
  /** on the scenes of the search */
  readonly search: number;
  /** on new scenes; left out where it is not to be seen yet */
  readonly held?: number | undefined;
}

/** How an explanation does where the unit is strong, and everywhere. */
export interface Off {
  /** of the forty strongest scenes, those in which it holds */
  readonly contain: number;
  /** the score on these and forty silent ones */
  readonly top: number;
  /** score on all held-out scenes */
  readonly all: number;
  /** share of the scenes with activation above a quarter of the largest in which it holds */
  readonly firing: number;
}

export interface ExplainerSnapshot extends Snapshot {
  readonly kind: Kind;
  /** from 1 */
  readonly index: number;
  /** how many units of its kind there are */
  readonly of: number;
  /** the strongest scenes of the search split: activation over the largest, and the words as bits */
  readonly rows: readonly { readonly level: number; readonly bits: number }[];
  /** the machine's best so far, of 1, 2, 3 words */
  readonly machine: readonly Scored[];
  /** its choice among them, by the search split alone */
  readonly choice: number;
  /** best training score after so many predicates: [predicate, score], where it rose */
  readonly rose: readonly (readonly [at: number, score: number])[];
  /** the reader's, where it can be read */
  readonly mine?: Scored | undefined;
  /** what is wrong with the reader's, where it cannot */
  readonly wrong?: string | undefined;
  /** the rule's bits, for the words that are picked */
  readonly picked: number;
  /** of the machine's one word, or of the reader's explanation when it is in */
  readonly off?: Off | undefined;
  /** held-out scores of one word, of every unit of this network */
  readonly all: Readonly<Record<Kind, readonly number[]>>;
}
