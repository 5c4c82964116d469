// What is drawn of both maps: plain data, known to the worker and to the page.

import type { Theory } from '../../models/phase-theory.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** Two features on one neuron, or three on two. */
export type Map2 = 'two' | 'three';

/** Cells are numbered as in grid.ts. Fates: '0' the last feature is left out, '1' alone, '2' it shares, '.' not trained yet. */
export interface PhaseSnapshot extends Snapshot {
  readonly two: string;
  readonly three: string;
  /** which start won, an index into the fixed starts of model.ts */
  readonly wonTwo: string;
  readonly wonThree: string;
  /** one random start only: '1' where the two weights on the single neuron began on the same side, else '0'; empty for fixed starts */
  readonly sameSide: string;
  /** weights in thousandths, [cell][n][n - 1]; the plane of three features is turned for display, as in `superposition` */
  readonly weightsTwo: readonly number[];
  readonly weightsThree: readonly number[];
  /** fates by closed form */
  readonly theory: Readonly<Record<Theory, { readonly two: string; readonly three: string }>>;
  /** importance below which the last feature is left out, at 2 SIDE - 1 densities, evenly across the map; two features */
  readonly boundary: Readonly<Record<Theory, readonly number[]>>;
  /** how far the trained losses of two features lie above the full closed form: median and largest, as parts of it */
  readonly gap: readonly [median: number, largest: number];
}
