// How well a filter is a Gabor function: a wave in a bell. Six numbers are searched (middle, direction, frequency, two widths);
// the two amplitudes, of cosine and sine, follow by least squares (variable projection).

import { cos, exp, PI, sin } from '../math/functions.ts';
import { SIDE, WIDE } from './patches.ts';

export interface Gabor {
  /** px, radians in [0, pi), cycles per px */
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly frequency: number;
  readonly along: number;
  readonly across: number;
  /** share of the variance explained */
  readonly R2: number;
}

type Six = [x: number, y: number, turn: number, frequency: number, along: number, across: number];

/** Share of the filter's variance that the best amplitudes explain. */
function explained(
  F: ArrayLike<number>,
  mean: number,
  total: number,
  [x, y, turn, frequency, along, across]: Six,
): number {
  const c = cos(turn);
  const s = sin(turn);
  let aa = 0;
  let bb = 0;
  let ab = 0;
  let fa = 0;
  let fb = 0;
  for (let j = 0; j < SIDE; j++) {
    for (let i = 0; i < SIDE; i++) {
      const u = c * (i - x) + s * (j - y);
      const v = c * (j - y) - s * (i - x);
      const bell = exp(-0.5 * ((u * u) / (across * across) + (v * v) / (along * along)));
      if (bell < 1e-4) continue;
      const p = 2 * PI * frequency * u;
      const a = bell * cos(p);
      const b = bell * sin(p);
      const f = F[j * SIDE + i] - mean;
      aa += a * a;
      bb += b * b;
      ab += a * b;
      fa += f * a;
      fb += f * b;
    }
  }
  const det = aa * bb - ab * ab;
  if (!(det > 1e-12)) return 0;
  return (fa * fa * bb - 2 * fa * fb * ab + fb * fb * aa) / (det * total);
}

const LOW: Six = [-1, -1, -10, 0.02, 0.8, 0.8];
const HIGH: Six = [SIDE, SIDE, 10, 0.48, 7, 7];

/** From the best of a coarse grid around the filter's middle, by steps that halve when none helps. */
export function gabor(F: ArrayLike<number>): Gabor {
  let mean = 0;
  let total = 0;
  let x = 0;
  let y = 0;
  let weight = 0;
  for (let p = 0; p < WIDE; p++) mean += F[p] / WIDE;
  for (let p = 0; p < WIDE; p++) {
    const f = F[p] - mean;
    const e = f * f * f * f;
    total += f * f;
    weight += e;
    x += e * (p % SIDE);
    y += e * Math.floor(p / SIDE);
  }
  let best: Six = [x / weight, y / weight, 0, 0.15, 2, 2];
  let top = -1;
  for (let a = 0; a < 8; a++) {
    for (const frequency of [0.08, 0.14, 0.21, 0.3]) {
      const at: Six = [x / weight, y / weight, (a * PI) / 8, frequency, 2.2, 1.8];
      const r = explained(F, mean, total, at);
      if (r > top) {
        top = r;
        best = at;
      }
    }
  }
  let size = 1;
  const steps: Six = [0.8, 0.8, 0.25, 0.03, 0.7, 0.7];
  for (let round = 0; round < 60 && size > 0.02; round++) {
    let moved = false;
    for (let i = 0; i < 6; i++) {
      for (const sign of [1, -1]) {
        const at = [...best] as Six;
        at[i] = Math.max(LOW[i], Math.min(HIGH[i], at[i] + sign * size * steps[i]));
        const r = explained(F, mean, total, at);
        if (r > top + 1e-6) {
          top = r;
          best = at;
          moved = true;
        }
      }
    }
    if (!moved) size /= 2;
  }
  const [gx, gy, turn, frequency, along, across] = best;
  return { x: gx, y: gy, turn: ((turn % PI) + PI) % PI, frequency, along, across, R2: top };
}
