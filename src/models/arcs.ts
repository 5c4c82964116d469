// Bright arcs on a dark noisy ground, 15 x 15, in eight directions: what the curve detectors of curves.ts learn from.

import { cos, PI, sin } from '../math/functions.ts';
import { key, normal, uniform } from '../math/random.ts';

export const SIDE = 15;
export const KINDS = 8;

export interface Arcs {
  readonly count: number;
  /** [count][SIDE SIDE] */
  readonly pixels: Float32Array;
  readonly kinds: Uint8Array;
}

/** Directions uniform, kind = the nearest of eight; radius 4 to 10, ends, thickness, brightness and place vary; noise of 0.1. */
export function arcs(seed: number, stream: number, count: number): Arcs {
  const pixels = new Float32Array(count * SIDE * SIDE);
  const kinds = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const k = key(seed, stream, i);
    const u = (j: number): number => uniform(k, j);
    const turn = 2 * PI * u(0);
    kinds[i] = Math.floor(u(0) * KINDS + 0.5) % KINDS;
    draw(
      pixels.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE),
      turn,
      4 + 6 * u(1),
      [3 * u(2) - 1.5, 3 * u(3) - 1.5],
      0.6 + 0.5 * u(4),
      0.8 + 0.5 * u(5),
      0.5 + 0.5 * u(6),
    );
    const noise = key(seed, stream + 1, i);
    for (let p = 0; p < SIDE * SIDE; p++) pixels[i * SIDE * SIDE + p] += 0.1 * normal(noise, p);
  }
  return { count, pixels, kinds };
}

/** The arc's middle lies `off` (along the radius, across it) from the picture's; its centre of curvature one radius R behind. */
function draw(
  to: Float32Array,
  turn: number,
  R: number,
  off: readonly [number, number],
  ends: number,
  thick: number,
  bright: number,
): void {
  const c = cos(turn);
  const s = sin(turn);
  const half = (ends * 6) / R;
  const reach = cos(half);
  const middle = (SIDE - 1) / 2;
  const cx = middle + off[0] * c - off[1] * s - R * c;
  const cy = middle + off[0] * s + off[1] * c - R * s;
  const tips = [half, -half].map((a) => [cx + R * cos(turn + a), cy + R * sin(turn + a)]);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const dx = x - cx;
      const dy = y - cy;
      const r = Math.sqrt(dx * dx + dy * dy);
      const inside = dx * c + dy * s >= reach * r;
      const away = inside
        ? Math.abs(r - R)
        : Math.min(...tips.map(([tx, ty]) => Math.sqrt((x - tx) * (x - tx) + (y - ty) * (y - ty))));
      to[y * SIDE + x] = bright * Math.max(0, Math.min(1, thick + 0.5 - away));
    }
  }
}
