// Pictures: [channels][batch * high * wide]. Convolutions: convolve.ts.

import { at } from "./arena";

/** y[c][b, i, j] = mean of a k x k window of x[c][b], windows side by side; `planes` = channels * batch. `back`: x += y / k^2 (x must have been set). */
export function meanPool(y: i32, x: i32, planes: i32, high: i32, wide: i32, k: i32, back: bool): void {
  const h = high / k, w = wide / k, part: f32 = 1 / <f32>(k * k);
  for (let p = 0; p < planes; p++) for (let i = 0; i < h; i++) {
    const line = x + (p * high + i * k) * wide;
    let j = 0;
    if (k == 2 && !back) for (; j + 4 <= w; j += 4, y += 4) mean4(at(line + 2 * j), at(wide), at(y), part);
    for (; j < w; j++, y++) {
      let sum: f32 = 0;
      for (let u = 0; u < k; u++) for (let v = 0; v < k; v++) {
        const one = at(line + u * wide + j * k + v);
        sum += load<f32>(one);
        if (back) store<f32>(one, load<f32>(one) + load<f32>(at(y)) * part);
      }
      if (!back) store<f32>(at(y), sum * part);
    }
  }
}

/** Four windows of 2 x 2, in the order of the loop above. */
// @ts-ignore: decorator
@inline function mean4(x: usize, row: usize, y: usize, part: f32): void {
  const a = v128.load(x), b = v128.load(x, 16), c = v128.load(x + row), d = v128.load(x + row, 16);
  let sum = f32x4.add(f32x4.splat(0), i32x4.shuffle(a, b, 0, 2, 4, 6));
  sum = f32x4.add(sum, i32x4.shuffle(a, b, 1, 3, 5, 7));
  sum = f32x4.add(sum, i32x4.shuffle(c, d, 0, 2, 4, 6));
  sum = f32x4.add(sum, i32x4.shuffle(c, d, 1, 3, 5, 7));
  v128.store(y, f32x4.mul(sum, f32x4.splat(part)));
}
