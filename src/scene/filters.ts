// 64 filters of 12 x 12 as one small picture, 8 x 8, a pixel between them.

import { unpacked } from '../math/container.ts';
import { FILTERS, SIDE, WIDE } from '../math/filter-matching.ts';

/** Filters a row. */
export const COUNT = 8;
/** px from one filter to the next */
export const STEP = SIDE + 1;
/** px of the whole, along each side */
export const ACROSS = COUNT * STEP - 1;
/** greys that are told apart */
export const LEVELS = 20;

/**
 * The filters side by side as grey values, [ACROSS][ACROSS], 0 black to 1 white.
 * @param packed as src/math/container.ts packs them
 */
export function filterSheet(packed: string): Float64Array {
  const F = unpacked(packed);
  const out = new Float64Array(ACROSS * ACROSS).fill(0.8);
  for (let f = 0; f < FILTERS; f++) {
    for (let p = 0; p < WIDE; p++) {
      out[(Math.floor(f / COUNT) * STEP + Math.floor(p / SIDE)) * ACROSS + (f % COUNT) * STEP + (p % SIDE)] =
        Math.round((0.5 + F[f * WIDE + p] / 254) * LEVELS) / LEVELS;
    }
  }
  return out;
}
