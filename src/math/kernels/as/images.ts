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
    const from = max(0, (pad - v + stride - 1) / stride), until = min(w, (wide - 1 + pad - v) / stride + 1);
    if (!back) memory.fill(at(to), 0, at(batch * h * w));
    for (let b = 0; b < batch; b++) for (let y = 0; y < h; y++, to += w) {
      const row = y * stride + u - pad, last = at(to + until);
      if (<u32>row >= <u32>high) continue;   // above or below the picture
      let q = at(to + from), p = at(image + ((c * batch + b) * high + row) * wide + v - pad + from * stride);
      if (stride == 1) for (; q + 16 <= last; q += 16, p += 16) {
        if (back) v128.store(p, f32x4.add(v128.load(p), v128.load(q))); else v128.store(q, v128.load(p));
      }
      for (; q < last; q += 4, p += at(stride)) {
        if (back) store<f32>(p, load<f32>(p) + load<f32>(q)); else store<f32>(q, load<f32>(p));
      }
    }
  }
}

/** y[c][b, i, j] = mean of a k x k window of x[c][b], windows side by side; `planes` = channels * batch. `back`: x += y / k^2 (x must have been set). */
export function meanPool(y: i32, x: i32, planes: i32, high: i32, wide: i32, k: i32, back: bool): void {
  const h = high / k, w = wide / k, part: f32 = 1 / <f32>(k * k);
  for (let p = 0; p < planes; p++) for (let i = 0; i < h; i++) for (let j = 0; j < w; j++, y++) {
    const line = x + (p * high + i * k) * wide + j * k;
    let sum: f32 = 0;
    for (let u = 0; u < k; u++) for (let v = 0; v < k; v++) {
      const one = at(line + u * wide + v);
      sum += load<f32>(one);
      if (back) store<f32>(one, load<f32>(one) + load<f32>(at(y)) * part);
    }
    if (!back) store<f32>(at(y), sum * part);
  }
}
