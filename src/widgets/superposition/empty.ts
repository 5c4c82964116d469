// Where the plane has room for what was left out.

import type { Point } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';

/** Middle of a block of half size (w, h) in the widest angle without a vector, clear of axes where it can be. */
export function emptySpot(
  vectors: readonly (readonly [number, number])[],
  w: number,
  h: number,
  R: number,
  pen: DrawStyle,
): Point {
  const angles = vectors.map(([x, y]) => Math.atan2(y, x));
  const turn = 2 * Math.PI;
  const free = (x: number, y: number, margin: number): number => {
    // Smallest distance from the block's corners and middle to any vector, in px; axes count half.
    let least = Infinity;
    for (const [dx, dy] of [
      [0, 0],
      [-w, -h - pen.label * 1.6],
      [w, -h - pen.label * 1.6],
      [-w, h],
      [w, h],
    ]) {
      const [px, py] = [x + dx, y + dy];
      const here = Math.atan2(-py, px);
      const r = Math.hypot(px, py);
      for (const a of angles) {
        const d = Math.abs(((((here - a) % turn) + 1.5 * turn) % turn) - turn / 2);
        least = Math.min(least, d < Math.PI / 2 ? r * Math.sin(d) : r);
      }
      if (r > 0.97 * R) least -= r - 0.97 * R;
    }
    const axis = Math.min(Math.abs(x) - w, Math.abs(y) - h - (y < 0 ? 0 : pen.label * 1.6));
    return Math.min(least, margin) + Math.min(0, axis) * 0.5;
  };
  let best: Point = [0, -0.55 * R];
  let most = -Infinity;
  for (let k = 0; k < 48; k++) {
    for (const d of [0.45, 0.55, 0.65]) {
      const a = Math.PI / 2 + (k % 2 ? -1 : 1) * Math.ceil(k / 2) * (turn / 48);
      const [x, y] = [d * R * Math.cos(a), -d * R * Math.sin(a)];
      const value = free(x, y, 0.6 * R);
      if (value > most + 0.5) {
        most = value;
        best = [x, y];
      }
    }
  }
  return best;
}
