// What is drawn of the toy model in two or three neurons: plain data, known to the worker and to the page.

import type { Vec } from '../../math/hull.ts';
import type { Cosine } from '../../models/shapes.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** Shapes: n features, m neurons (2 or 3). Space in display coordinates: x right, y up, z towards the reader. */
export interface PolytopesSnapshot extends Snapshot {
  readonly n: number;
  readonly m: number;
  /** feature directions W_f, turned for display; [n][3]; in the plane z = 0 when m = 2 */
  readonly vectors: readonly Vec[];
  /** where the neurons' own axes point in the same space, length 1; [m][3] */
  readonly axes: readonly Vec[];
  readonly biases: readonly number[];
  readonly norms: readonly number[];
  /** |W_f| > 0.5 */
  readonly kept: readonly boolean[];
  /** share of a dimension D_f (Elhage et al. 2022) */
  readonly shares: readonly number[];
  /** cosines between the kept directions and how often each occurs, ascending; at most 12, so that a body on its way has a sign too */
  readonly angles: readonly Cosine[];
  /** name of the arrangement: see src/models/shapes.ts */
  readonly shape: string;
  /** expected loss per input in which something is active */
  readonly loss: number;
}
