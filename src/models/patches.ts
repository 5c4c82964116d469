// Patches of pictures, made alike in brightness and contrast and whitened, as dictionaries of filters learn from them.
//
//   x - mean, over sqrt(var + 0.01)      x_w = V S V^T x on the D = 64 largest components, S = 1 / sqrt(lambda + 0.1 mean lambda)
//
// The whitening comes from pictures of its own (seed 99), so that all seeds are measured in one space. How large filters come
// out hangs on D and on the 0.1: with all 144 components they shrink to points.

import { key, normal, uniform } from '../math/random.ts';
import { scrambled } from '../math/fourier.ts';
import { svd } from '../math/svd.ts';
import { GREY, picture } from './leaves.ts';

export const SIDE = 12;
export const WIDE = SIDE * SIDE;
export const KEPT = 64;
export const PICTURES = 40;
const PATCHES = 20000;
export type World = 'leaves' | 'scrambled';
const EACH = PATCHES / PICTURES;
const OWN = 99;

/** Picture i of a seed; scrambled: its waves at the places of white noise. */
export function pictureOf(world: World, seed: number, i: number): Float64Array {
  const { pixels } = picture(GREY, seed * 1000 + i);
  if (world === 'leaves') return pixels;
  const k = key(seed, 100, i);
  const n = GREY.size;
  return scrambled(
    pixels,
    Float64Array.from({ length: n * n }, (_, p) => normal(k, p)),
    n,
  );
}

/** 500 patches of a picture, [500][144], each of mean 0 and about variance 1. */
function cut(pixels: Float64Array, seed: number, i: number): Float32Array {
  const k = key(seed, 101, i);
  const out = new Float32Array(EACH * WIDE);
  const n = GREY.size;
  for (let p = 0; p < EACH; p++) {
    const x0 = Math.floor(uniform(k, 2 * p) * (n - SIDE + 1));
    const y0 = Math.floor(uniform(k, 2 * p + 1) * (n - SIDE + 1));
    let sum = 0;
    let square = 0;
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const v = pixels[(y0 + y) * n + x0 + x];
        out[p * WIDE + y * SIDE + x] = v;
        sum += v;
        square += v * v;
      }
    }
    const mean = sum / WIDE;
    const scale = 1 / Math.sqrt(square / WIDE - mean * mean + 0.01);
    for (let j = 0; j < WIDE; j++) out[p * WIDE + j] = (out[p * WIDE + j] - mean) * scale;
  }
  return out;
}

/** Directions V_i [64][144] with their scales. */
export interface Whitening {
  readonly V: Float64Array;
  readonly S: Float64Array;
  readonly mean: Float64Array;
  readonly size: number;
}
/** What a seed has drawn so far; whole once all pictures are there. */
export interface Drawn {
  readonly world: World;
  readonly seed: number;
  readonly own: Float32Array[];
  readonly other: Float32Array[];
  whitening?: Whitening;
  /** [20000][64], in the directions V: whitened, and how far it spreads along each */
  z?: Float32Array;
  spread?: Float64Array;
}

/** No pictures yet; `drawMore` adds them. */
export const drawn = (world: World, seed: number): Drawn => ({ world, seed, own: [], other: [] });

/** One more picture, and one of those that the whitening is made of; true when there are enough. */
export function drawMore(to: Drawn): boolean {
  const i = to.own.length;
  if (i < PICTURES) {
    to.own.push(cut(pictureOf(to.world, to.seed, i), to.seed, i));
    to.other.push(cut(pictureOf(to.world, OWN, i), OWN, i));
  }
  if (to.own.length < PICTURES) return false;
  if (!to.z) finish(to);
  return true;
}

function finish(to: Drawn): void {
  const C = new Float64Array(WIDE * WIDE);
  const mean = new Float64Array(KEPT);
  for (const list of to.other) {
    for (let p = 0; p < EACH; p += 2) {
      for (let i = 0; i < WIDE; i++) {
        // every other patch is plenty
        const v = list[p * WIDE + i];
        for (let j = i; j < WIDE; j++) C[i * WIDE + j] += v * list[p * WIDE + j];
      }
    }
  }
  for (let i = 0; i < WIDE; i++) {
    for (let j = i; j < WIDE; j++) {
      C[i * WIDE + j] /= PATCHES / 2;
      C[j * WIDE + i] = C[i * WIDE + j];
    }
  }
  const { s, Vt } = svd(C, WIDE, WIDE);
  const V = Vt.slice(0, KEPT * WIDE);
  const average = s.reduce((sum, v) => sum + v, 0) / WIDE;
  const S = Float64Array.from({ length: KEPT }, (_, i) => 1 / Math.sqrt(s[i] + 0.1 * average));
  const project = (lists: readonly Float32Array[]): Float32Array => {
    const z = new Float32Array(lists.length * EACH * KEPT);
    lists.forEach((list, l) => {
      for (let p = 0; p < EACH; p++) {
        for (let d = 0; d < KEPT; d++) {
          let sum = 0;
          for (let i = 0, a = p * WIDE, b = d * WIDE; i < WIDE; i++) sum += list[a + i] * V[b + i];
          z[(l * EACH + p) * KEPT + d] = sum * S[d];
        }
      }
    });
    return z;
  };
  const held = project(to.other.slice(0, 10));
  let square = 0;
  for (let i = 0; i < held.length; i++) mean[i % KEPT] += held[i];
  for (let d = 0; d < KEPT; d++) mean[d] /= held.length / KEPT;
  for (let i = 0; i < held.length; i++) square += (held[i] - mean[i % KEPT]) * (held[i] - mean[i % KEPT]);
  const size = Math.sqrt(square / (held.length / KEPT) / WIDE);
  const z = project(to.own);
  for (let i = 0; i < z.length; i++) z[i] = (z[i] - mean[i % KEPT]) / size;
  to.spread = new Float64Array(KEPT);
  for (let i = 0; i < z.length; i++) to.spread[i % KEPT] += (z[i] * z[i] * KEPT) / z.length;
  to.spread = to.spread.map(Math.sqrt);
  to.whitening = { V, S, mean, size };
  to.z = z;
  to.own.forEach((_, i) => {
    to.own[i] = new Float32Array(0);
  });
  to.other.length = 0;
}

/** From the 64 directions back to pictures [rows][144]. */
export function seen(W: ArrayLike<number>, rows: number, { V }: Whitening): Float64Array {
  const out = new Float64Array(rows * WIDE);
  for (let r = 0; r < rows; r++) {
    for (let d = 0; d < KEPT; d++) {
      const w = W[r * KEPT + d];
      for (let i = 0; i < WIDE; i++) out[r * WIDE + i] += w * V[d * WIDE + i];
    }
  }
  return out;
}
