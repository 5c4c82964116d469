// What is drawn of the toy model, and the baked strip: plain data, known to the worker and to the page.

import type { Level } from '../../models/levels.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** Shapes: n features, m neurons. All planes are in display coordinates (see `turn`), y up. */
export interface SuperpositionSnapshot extends Snapshot {
  readonly n: number;
  readonly m: number;
  /** feature directions W_i, turned for display; [n][2]; y = 0 when m = 1 */
  readonly vectors: readonly (readonly [number, number])[];
  /** display = turn * weights, an orthogonal 2x2 matrix [a, b, c, d] (rows), the same at all steps of a run: puts the first
   *  kept feature of the run's end at 45 degrees and the next kept one clockwise. The model is indifferent to it. */
  readonly turn: readonly [number, number, number, number];
  readonly biases: readonly number[];
  readonly importances: readonly number[];
  /** |W_i| */
  readonly norms: readonly number[];
  /** |W_i| > 0.5 */
  readonly kept: readonly boolean[];
  /** share of a dimension D_i = |W_i|^2 / sum_j (unit(W_i) . W_j)^2, 0 for |W_i| < 1e-6 (Elhage et al. 2022) */
  readonly shares: readonly number[];
  /** W^T W, [n][n] */
  readonly gram: readonly (readonly number[])[];
  /** expected loss on the finer node set */
  readonly loss: number;
  /** the same at a fixed, roughly logarithmic set of steps up to this one; ascending, ends with the present step */
  readonly curve: readonly (readonly [step: number, loss: number])[];
  /** loss at step 0 and at the unedited run's end: the chart's fixed frame */
  readonly lossRange: readonly [low: number, high: number];
  /** where each feature has been: [n][t][2], display coordinates, up to this step; `beads` are the steps of the points */
  readonly trails: readonly (readonly (readonly [number, number])[])[];
  readonly beads: readonly number[];
  /** name of the geometry: see `geometry` in src/models/geometry.ts */
  readonly geometry: string;
  /** of a slow run of equal features: the losses of arrangements in closed form, highest first, and where the run has rested at them */
  readonly levels?: readonly Level[] | undefined;
  readonly rests?:
    | readonly {
        readonly from: number;
        readonly to: number;
        readonly name: string;
        readonly loss: number;
        /** loss over the level's, less 1 */
        readonly off: number;
      }[]
    | undefined;
  /** the ghost run's resting vectors, turned by its own turn */
  readonly ghost?:
    | {
        readonly seed: number;
        readonly vectors: readonly (readonly [number, number])[];
        readonly loss: number;
        readonly geometry: string;
      }
    | undefined;
}

/** The phase strip: what every setting of `absent` trains to, best of all starts. Stops ascend in `absent`. */
export interface Strip {
  readonly n: number;
  readonly stops: readonly {
    readonly absent: number;
    readonly loss: number;
    readonly geometry: string;
    readonly kept: number;
    /** [n], the share of a dimension of each feature */
    readonly shares: readonly number[];
  }[];
}
