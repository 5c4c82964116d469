// Pictures: [channels][batch * high * wide]. Channels are rows, so that a convolution is one product W [out][in k k] patches.

import { at } from "./arena";

/**
 * patches[(c k + u) k + v][b, y, x] = image[c][b, y s + u - pad, x s + v - pad], 0 outside. `back` adds the other way:
 * image += patches (the image's gradient must have been set).
 */
export function im2col(patches: i32, image: i32, channels: i32, batch: i32, high: i32, wide: i32, k: i32, stride: i32, pad: i32, back: bool): void {
  const h = (high + 2 * pad - k) / stride + 1, w = (wide + 2 * pad - k) / stride + 1;
  let to = patches;
  for (let c = 0; c < channels; c++) for (let u = 0; u < k; u++) for (let v = 0; v < k; v++) {
    // columns x with 0 <= x s + v - pad < wide
    const from = max(0, (pad - v + stride - 1) / stride), until = max(from, min(w, (wide - 1 + pad - v) / stride + 1));
    for (let b = 0; b < batch; b++) for (let y = 0; y < h; y++, to += w) {
      const row = y * stride + u - pad, inside = row >= 0 && row < high;
      const at0 = image + ((c * batch + b) * high + row) * wide + v - pad;
      if (back) { if (inside) gather(at0, to, from, until, stride); }
      else if (inside) spread(to, at0, from, until, w, stride);
      else memory.fill(at(to), 0, at(w));
    }
  }
}

// @ts-ignore: decorator
@inline function spread(to: i32, row: i32, from: i32, until: i32, w: i32, stride: i32): void {
  for (let x = 0; x < from; x++) store<f32>(at(to + x), 0);
  if (stride == 1) memory.copy(at(to + from), at(row + from), at(until - from));
  else for (let x = from; x < until; x++) store<f32>(at(to + x), load<f32>(at(row + x * stride)));
  for (let x = until; x < w; x++) store<f32>(at(to + x), 0);
}

// @ts-ignore: decorator
@inline function gather(row: i32, patch: i32, from: i32, until: i32, stride: i32): void {
  let x = from;
  if (stride == 1) for (; x + 4 <= until; x += 4) v128.store(at(row + x), f32x4.add(v128.load(at(row + x)), v128.load(at(patch + x))));
  for (; x < until; x++) { const p = at(row + x * stride); store<f32>(p, load<f32>(p) + load<f32>(at(patch + x))); }
}

/** y[c][b, i, j] = mean of a k x k window of x[c][b], windows side by side; `planes` = channels * batch. `back`: x (+)= y / k^2. */
export function meanPool(y: i32, x: i32, planes: i32, high: i32, wide: i32, k: i32, back: bool, more: bool): void {
  const h = high / k, w = wide / k, part: f32 = 1 / <f32>(k * k);
  if (back && !more) memory.fill(at(x), 0, at(planes * high * wide));   // rows that no window covers
  for (let p = 0; p < planes; p++) for (let i = 0; i < h; i++) for (let j = 0; j < w; j++) {
    const out = at(y + (p * h + i) * w + j);
    let sum: f32 = 0;
    for (let u = 0; u < k; u++) for (let v = 0; v < k; v++) {
      const in_ = at(x + (p * high + i * k + u) * wide + j * k + v);
      if (back) store<f32>(in_, load<f32>(in_) + load<f32>(out) * part); else sum += load<f32>(in_);
    }
    if (!back) store<f32>(out, sum * part);
  }
}
