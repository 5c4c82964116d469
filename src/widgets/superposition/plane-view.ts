// What the plane of the neurons is drawn from, and what is read out at its rings.

import type { DrawStyle } from '../../scene/draw-style.ts';
import type { Stain } from '../../scene/glyph.ts';
import type { Mark } from '../../scene/mark.ts';
import type { Plane } from './layout.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';

/** All that the plane of the neurons is drawn from. */
export interface PlaneView {
  readonly snapshot: SuperpositionSnapshot;
  /** where it stands in the picture */
  readonly plane: Plane;
  readonly pen: DrawStyle;
  /** [feature] */
  readonly stains: readonly Stain[];
  /** shown as left out, [feature] */
  readonly out: readonly boolean[];
  /** the two features whose interference is marked */
  readonly pair?: readonly [number, number] | undefined;
  /** opacity of the trails, 0: none */
  readonly trails: number;
  /** the step that they begin at: where a hand let go, there is no path across the jump */
  readonly since: number;
  /** features may come to lie on one direction: they are drawn side by side */
  readonly together: boolean;
  /** `data-lit` of what is pointed at */
  readonly highlighted?: string | undefined;
}

/** What is read out at a ring. The value of a place in the plane is its length. */
export function ringWords(
  { vectors, norms, m }: SuperpositionSnapshot,
  f: number,
  out: boolean,
): Mark['attrs'] {
  const [x, y] = vectors[f];
  const angle = Math.round((Math.atan2(y, x) * 180) / Math.PI);
  const length = norms[f].toFixed(2);
  const along = x < 0 ? 'against the axis' : 'along the axis';
  const where = m === 1 ? along : `at ${angle} degrees`;
  return {
    'aria-label': `feature ${f + 1}`,
    'aria-valuemin': 0,
    'aria-valuemax': 1.5,
    'aria-valuenow': Number(length),
    'aria-valuetext': out ? `left out, length ${length}` : `length ${length}, ${where}`,
    'aria-roledescription': m === 1 ? undefined : 'vector, arrows move it in two directions',
  };
}
