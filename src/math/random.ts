// Random numbers without a state: the i-th number of a key is a hash of (key, i), so any batch of any step can be made
// again, in any order, in TypeScript or in a kernel. All integers are u32 and wrap; only the last line of each makes a float.

const GOLDEN = 0x9e3779b9; // 2^32 / golden ratio, odd: i -> i * GOLDEN visits every u32 once

/** A bijection of u32 with little bias (the "lowbias32" constants of C. Wellons, 2018). */
export function mix(x: number): number {
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Where a sequence starts: key = mix(mix(mix(seed + GOLDEN) + stream) + step). */
export function key(seed: number, stream: number, step = 0): number {
  return mix((mix((mix((seed + GOLDEN) | 0) + stream) | 0) + step) | 0);
}

/** The i-th u32 of a key: mix(key + i * GOLDEN). */
export const bits = (key: number, i: number): number => mix((key + Math.imul(i, GOLDEN)) | 0);

/** The i-th number in [0, 1): bits * 2^-32. Exact in f64; an f32 kernel takes the upper 24 bits (bits >>> 8) * 2^-24. */
export const uniform = (key: number, i: number): number => bits(key, i) * 2.3283064365386963e-10;

/**
 * The i-th number of mean 0 and variance 1, |.| < 6: the sum of twelve uniforms less 6 (uniforms 12 i ... 12 i + 11).
 * The sum is taken over integers below 2^36, hence exact. Chosen over Box-Muller: no logarithm, the same in f32 and f64.
 */
export function normal(key: number, i: number): number {
  let sum = 0;
  for (let j = 0; j < 12; j++) sum += bits(key, Math.imul(i, 12) + j);
  return sum * 2.3283064365386963e-10 - 6;
}
