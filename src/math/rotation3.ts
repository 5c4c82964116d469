// Turning in space. A turn is an orthogonal 3 x 3 matrix, nine numbers row by row.

import { cos, PI, sin } from './functions.ts';
import type { Vec } from './hull.ts';
import { key, normal } from './random.ts';

export type Rotation3 = readonly number[];
export const IDENTITY: Rotation3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** R p; R is row-major. */
export const apply = (R: Rotation3, [x, y, z]: Vec): Vec => [
  R[0] * x + R[1] * y + R[2] * z,
  R[3] * x + R[4] * y + R[5] * z,
  R[6] * x + R[7] * y + R[8] * z,
];

/** As a reader turns a globe, in degrees: first about the upright axis (yaw, right is positive), then the top towards them (pitch). */
export function fromYawPitch(yaw: number, pitch: number): Rotation3 {
  const a = (yaw * PI) / 180;
  const b = (pitch * PI) / 180;
  const c = cos(a);
  const s = sin(a);
  const d = cos(b);
  const t = sin(b);
  return [c, 0, s, t * s, d, -t * c, -d * s, t, d * c];
}

/** The i-th of evenly spread random turns of a seed: a unit quaternion made of four normal numbers. */
export function randomRotation(seed: number, i: number): Rotation3 {
  const k = key(seed, 3);
  const q = [0, 1, 2, 3].map((j) => normal(k, 4 * i + j));
  const size = Math.sqrt(q.reduce((sum, v) => sum + v * v, 0)) || 1;
  const [w, x, y, z] = q.map((v) => v / size);
  return [
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  ];
}

/**
 * The view in which a body is best read, seen along z: of many turns the one in which no point lies near another, near the
 * spoke of another or near the centre, and, as far as that allows, one comes towards the reader and one stands at the top.
 * Without the last two the octahedron is seen along its diagonal and looks like a flat hexagon.
 */
export function legible(points: readonly Vec[], tries = 1500): Rotation3 {
  let best = IDENTITY;
  let most = -1;
  for (let i = 0; i < tries; i++) {
    const R = randomRotation(1, i);
    const flat = points.map((p) => apply(R, p));
    const depth = 0.25 * Math.max(...flat.map((p) => p[2])) + 0.3 * Math.max(...flat.map((p) => p[1]));
    let least = 0.34;
    for (let a = 0; a < flat.length && least + depth > most; a++) {
      const [x, y] = flat[a];
      least = Math.min(least, Math.sqrt(x * x + y * y));
      for (let b = 0; b < flat.length; b++) {
        if (b !== a) {
          least = Math.min(
            least,
            spoke(x, y, flat[b]) * 1.5,
            Math.sqrt((x - flat[b][0]) * (x - flat[b][0]) + (y - flat[b][1]) * (y - flat[b][1])),
          );
        }
      }
    }
    if (least + depth > most) [best, most] = [R, least + depth];
  }
  return best;
}

/** From (x, y) to the segment from the centre to the tip. */
function spoke(x: number, y: number, [u, v]: Vec): number {
  const square = u * u + v * v || 1;
  const t = Math.min(1, Math.max(0, (x * u + y * v) / square));
  return Math.sqrt((x - t * u) * (x - t * u) + (y - t * v) * (y - t * v));
}
