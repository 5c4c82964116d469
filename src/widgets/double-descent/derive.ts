// What scene, text and claims derive from a snapshot or from hidden points. Angles serve the picture and a sentence: nothing is
// trained on them.

import { log } from '../../math/functions.ts';

const FEWEST = 3;
const MOST = 2048;

/** Where a number of points stands on the axis, in [0, 1]. */
export const along = (points: number): number => log(points / FEWEST) / log(MOST / FEWEST);

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length) / mean;
};

/** How evenly points lie around the origin: the gaps between neighbouring angles, deviation over mean; 0 is a regular polygon's. */
export function unevenness(points: readonly (readonly [number, number])[]): number {
  const angles = points.map(([x, y]) => Math.atan2(y, x)).sort((a, b) => a - b);
  return spread(
    angles.map((a, i) => (i + 1 < angles.length ? angles[i + 1] - a : angles[0] + 2 * Math.PI - a)),
  );
}

/** Features whose direction is longer than half of the longest. */
export function long(directions: readonly (readonly [number, number])[]): number {
  const sizes = directions.map(([x, y]) => Math.hypot(x, y));
  const most = Math.max(...sizes);
  return sizes.filter((size) => size > most / 2).length;
}
