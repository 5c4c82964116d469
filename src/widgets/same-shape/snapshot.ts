// What is drawn of the networks: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';

/** One network beside the first. Rows as trained, [n][m]. */
export interface AlignedNet {
  readonly name: string;
  readonly W: readonly (readonly number[])[];
  /** feature order[f] of this network is feature f of the first (src/models/alignment.ts); of the first: itself */
  readonly order: readonly number[];
  /** the orthogonal map that lays it on the first, [m][m] in rows */
  readonly Q: readonly number[];
  /** distance from the first over the first's size (Frobenius norm): as trained */
  readonly raw: number;
  /** features renamed */
  readonly renamed: number;
  /** renamed and turned */
  readonly turned: number;
  /** of the Gram matrices, renamed */
  readonly gram: number;
}

export interface SameShapeSnapshot extends Snapshot {
  /** features */
  readonly n: number;
  /** neurons */
  readonly m: number;
  /** four */
  readonly trained: readonly AlignedNet[];
  /** the first, and three without training */
  readonly random: readonly AlignedNet[];
  /** names of the trained ones' arrangements */
  readonly shapes: readonly string[];
}
