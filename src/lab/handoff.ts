// A few directions in a line or a plane, handed to the figure that trains such: as its moves at step 0, so that its run goes
// on from the reader's own weights (the biases begin at zero there).

import type { Look } from '../models/look.ts';

const MOST = 8;
const LONGEST = 2.5;

/** The address under the site's root; nothing where the figure has no room for them. */
export function handoffAddress({ n, m, norms, view: { points, centred } }: Look): string | undefined {
  if (m > 2 || n < 2 || n > MOST || centred || norms.some((v) => v > LONGEST)) return undefined;
  const rounded = (v: number | undefined): number => Math.round((v ?? 0) * 1e4) / 1e4 || 0;
  const moves = Array.from(
    { length: n },
    (_, f) => `0:move:${f}:${rounded(points[3 * f])}:${rounded(points[3 * f + 1])}`,
  );
  return `figures/superposition/#superposition?features=${n}&hidden=${m}&step=0&edits=${moves.join(',')}`;
}
