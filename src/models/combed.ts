// Combed leaves: pictures whose leaves all lie along one of four directions and are tinted along one of four axes of colour,
// either way along it, so that a picture's mean colour says nothing.

import { PI } from '../math/functions.ts';
import { key, bits, uniform } from '../math/random.ts';
import { picture, type Leaves } from './leaves.ts';

export const TURNS = 4;
export const HUES = 4;
export const CROP = 20;
const SIZE = 64;

/** [count][3][64][64], and the class of each: direction * 4 + colour axis */
export interface Combed {
  readonly count: number;
  readonly pixels: Float32Array;
  readonly turns: Uint8Array;
  readonly hues: Uint8Array;
}

/** `each` pictures of each of the sixteen classes. */
export function combed(seed: number, stream: number, each: number): Combed {
  const count = TURNS * HUES * each;
  const wide = 3 * SIZE * SIZE;
  const pixels = new Float32Array(count * wide);
  const turns = new Uint8Array(count);
  const hues = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    turns[i] = Math.floor(i / each / HUES);
    hues[i] = Math.floor(i / each) % HUES;
    const of: Leaves = {
      size: SIZE,
      planes: 3,
      rmin: 2.5,
      rmax: 14,
      comb: { aspect: 0.3, turn: (turns[i] * PI) / 4, hue: (hues[i] * PI) / 4 },
    };
    pixels.set(picture(of, bits(key(seed, stream), i)).pixels, i * wide);
  }
  return { count, pixels, turns, hues };
}

/**
 * Crops of 20 x 20 at random places, each without its mean, as [3][batch 20 20] from `at` on in `to`; gives their pictures.
 */
export function crops(
  from: Combed,
  to: Float32Array | Float64Array,
  at: number,
  batch: number,
  k: number,
): number[] {
  return Array.from({ length: batch }, (_, b) => {
    const i = Math.floor(uniform(k, 3 * b) * from.count);
    const x0 = Math.floor(uniform(k, 3 * b + 1) * (SIZE - CROP + 1));
    const y0 = Math.floor(uniform(k, 3 * b + 2) * (SIZE - CROP + 1));
    for (let c = 0; c < 3; c++) {
      const out = at + (c * batch + b) * CROP * CROP;
      let sum = 0;
      for (let y = 0; y < CROP; y++) {
        for (let x = 0; x < CROP; x++) {
          const v = from.pixels[((i * 3 + c) * SIZE + y0 + y) * SIZE + x0 + x];
          to[out + y * CROP + x] = v;
          sum += v;
        }
      }
      for (let p = 0; p < CROP * CROP; p++) to[out + p] -= sum / (CROP * CROP);
    }
    return i;
  });
}
