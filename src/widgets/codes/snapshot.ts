// What is drawn of the three codes: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';
import type { Code } from './params.ts';

/** Most things that are there at once. */
export const MOST = 8;
/** Things that are shown as rows of a book. */
export const SHOWN = 8;
/** The things that are there at once, in the order in which they come: colour j % 4, shape j / 4. */
export const ORDER: readonly number[] = [0, 5, 2, 7, 1, 4, 3, 6];
export const CODES: readonly Code[] = ['onehot', 'composed', 'superposed'];

/** One code book. */
export interface Book {
  /** how many of the N things it names */
  readonly names: number;
  /** how many things it could name */
  readonly room: number;
  /** activities of the first neurons for the things that are shown, hundredths, [SHOWN][lights] */
  readonly rows: readonly (readonly number[])[];
  /** for k = 1 ... MOST at once: the reader's score of every shown thing, thousandths, [MOST][SHOWN] */
  readonly scores: readonly (readonly number[])[];
  /** for k at once: things of all N that score as high as the faintest of those that are there, and are not; [MOST] */
  readonly ghosts: readonly number[];
  /** for k at once: share of the trials in which all were read, [MOST]; 0 before the first trial */
  readonly right: readonly number[];
  /** share right of a linear reader of colour on things it was never shown */
  readonly unseen: number;
}

export interface CodesSnapshot extends Snapshot {
  /** neurons */
  readonly d: number;
  /** things */
  readonly N: number;
  readonly attributes: number;
  readonly onehot: Book;
  readonly composed: Book;
  readonly superposed: Book;
  /** largest |cos| among the first n random directions: [n, measured, exact median], n in factors of two up to N, at most PAIRED */
  readonly worst: readonly (readonly [n: number, measured: number, median: number])[];
  /** exact median at n in factors of two up to 4096, per d */
  readonly medians: readonly {
    readonly d: number;
    readonly at: readonly (readonly [n: number, median: number])[];
  }[];
  /** random directions whose median largest |cos| is 0.5 */
  readonly half: number;
  /** the same for 0.3 */
  readonly third: number;
  /** pairs of directions, of all that were measured, with |cos| > 0.5 */
  readonly close: number;
  /** how many such pairs to expect */
  readonly closeExpected: number;
  /** pairs that were measured */
  readonly pairs: number;
}
