// Fast Fourier transform of square pictures whose side is a power of two, in place (Cooley and Tukey 1965).

import { cos, PI, sin } from './functions.ts';

/** One line of n numbers, `step` apart from `at` on. */
function line(
  re: Float64Array,
  im: Float64Array,
  n: number,
  at: number,
  step: number,
  c: Float64Array,
  s: Float64Array,
): void {
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      for (const a of [re, im]) {
        const x = a[at + i * step];
        a[at + i * step] = a[at + j * step];
        a[at + j * step] = x;
      }
    }
  }
  for (let half = 1; half < n; half *= 2) {
    for (let from = 0; from < n; from += 2 * half) {
      for (let k = 0; k < half; k++) {
        const w = (k * n) / (2 * half);
        const a = at + (from + k) * step;
        const b = a + half * step;
        const x = re[b] * c[w] - im[b] * s[w];
        const y = re[b] * s[w] + im[b] * c[w];
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
    }
  }
}

/** @param sign -1 forward, 1 back (not divided by n^2) */
export function fourier(re: Float64Array, im: Float64Array, n: number, sign: -1 | 1): void {
  const c = Float64Array.from({ length: n / 2 }, (_, k) => cos((2 * PI * k) / n));
  const s = Float64Array.from({ length: n / 2 }, (_, k) => sign * sin((2 * PI * k) / n));
  for (let y = 0; y < n; y++) line(re, im, n, y * n, 1, c, s);
  for (let x = 0; x < n; x++) line(re, im, n, x, n, c, s);
}

/** The same amplitude of every wave, its place that of the same wave in `noise`: what pairs of pixels have in common stays, edges do not. */
export function scrambled(picture: ArrayLike<number>, noise: ArrayLike<number>, n: number): Float64Array {
  const re = Float64Array.from(picture);
  const im = new Float64Array(n * n);
  const a = Float64Array.from(noise);
  const b = new Float64Array(n * n);
  fourier(re, im, n, -1);
  fourier(a, b, n, -1);
  for (let i = 1; i < n * n; i++) {
    const size = Math.sqrt(re[i] * re[i] + im[i] * im[i]);
    const of = Math.sqrt(a[i] * a[i] + b[i] * b[i]) || 1;
    re[i] = (size * a[i]) / of;
    im[i] = (size * b[i]) / of;
  }
  fourier(re, im, n, 1);
  return re.map((v) => v / (n * n));
}
