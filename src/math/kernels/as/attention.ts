// Causal attention of all heads, and back. q, k, v, o: [batch * time][heads * size]; P: [batch][heads][time][wide],
// wide = time rounded up to 16, zero above the diagonal. Tiles above the diagonal are never computed.

import { at, release, take } from "./arena";
import { across, softmax } from "./functions";
import { block, pack } from "./gemm";

/** x[i] (+)= sum over k of A[i, k] panel_k for rows i, in pairs, k below the diagonal: `down` for A, else for its transpose. */
function below(x: usize, row: usize, a: usize, wide: usize, panels: usize, time: i32, size: i32, down: bool, add: bool): void {
  for (let c = 0; c < size; c += 16) {
    const b = panels + <usize>(c * time) * 4;
    for (let i = 0; i < time; i += 2) {
      const rows = min(2, time - i), to = x + <usize>i * row + at(c), cols = min(16, size - c);
      if (down) block(a + <usize>i * wide, a + <usize>(i + 1) * wide, 4, b, min(i + 2, time), to, row, rows, cols, add);
      else block(a + <usize>i * wide + at(i), a + <usize>i * wide + at(i + 1), wide, b + <usize>i * 64, time - i, to, row, rows, cols, add);
    }
  }
}

/** S[i, j] = a_i . b_j for tiles that touch j <= i; `panels` is scratch. */
function products(s: usize, wide: usize, a: usize, b: usize, row: usize, panels: usize, time: i32, size: i32): void {
  for (let j = 0; j < time; j += 16) {
    pack(panels, b + <usize>j * row, size, min(16, time - j), 4, row);
    for (let i = j; i < time; i += 2) {
      block(a + <usize>i * row, a + <usize>(i + 1) * row, 4, panels, size, s + <usize>i * wide + at(j), wide, min(2, time - i), 16, false);
    }
  }
}

/** [time][size] as panels of 16 columns. */
function packAll(to: usize, from: usize, row: usize, time: i32, size: i32): void {
  for (let c = 0; c < size; c += 16) pack(to + <usize>(c * time) * 4, from + at(c), time, min(16, size - c), row, 4);
}

/** P = softmax(scale q k^T), o = P v, head by head. */
export function attend(o: i32, p: i32, q: i32, k: i32, v: i32, batch: i32, time: i32, heads: i32, size: i32, scale: f32): void {
  const wide = (time + 15) & ~15, row = at(heads * size), panels = take(64 * max(time, size) * ((size + 15) >> 4));
  for (let i = 0; i < batch * heads; i++) {
    const here = (i / heads * time * heads + i % heads) * size, map = at(p + i * time * wide);
    products(map, at(wide), at(q + here), at(k + here), row, panels, time, size);
    for (let t = 0; t < time; t++) {
      const line = map + at(t * wide);
      softmax(line, line, t + 1, scale);
      for (let j = t + 1; j < wide; j++) store<f32>(line + at(j), 0);
    }
    packAll(panels, at(v + here), row, time, size);
    below(at(o + here), row, map, at(wide), panels, time, size, true, false);
  }
  release(panels);
}

/** dS = scale P (dP - sum_j P dP), in place of dP. */
function softmaxRowBack(d: usize, p: usize, i: i32, scale: f32): void {
  const used = (i + 16) & ~15;
  let sum = f32x4.splat(0);
  for (let j = 0; j < used; j += 4) sum = f32x4.add(sum, f32x4.mul(v128.load(p + at(j)), v128.load(d + at(j))));
  const mean = f32x4.splat(across(sum)), s = f32x4.splat(scale);
  for (let j = 0; j < used; j += 4) {
    v128.store(d + at(j), f32x4.mul(f32x4.mul(v128.load(p + at(j)), f32x4.sub(v128.load(d + at(j)), mean)), s));
  }
}

/** From dO: dP = dO v^T, dS as above, dq += dS k, dk += dS^T q, dv += P^T dO; `add*` 0 overwrites. */
export function attendBack(dq: i32, dk: i32, dv: i32, go: i32, p: i32, q: i32, k: i32, v: i32, batch: i32, time: i32, heads: i32, size: i32, scale: f32, addq: bool, addk: bool, addv: bool): void {
  const wide = (time + 15) & ~15, row = at(heads * size), panels = take(64 * max(time, size) * ((size + 15) >> 4)), ds = take(at(time * wide));
  for (let i = 0; i < batch * heads; i++) {
    const here = (i / heads * time * heads + i % heads) * size, map = at(p + i * time * wide);
    products(ds, at(wide), at(go + here), at(v + here), row, panels, time, size);
    for (let t = 0; t < time; t++) softmaxRowBack(ds + at(t * wide), map + at(t * wide), t, scale);
    packAll(panels, at(k + here), row, time, size);
    below(at(dq + here), row, ds, at(wide), panels, time, size, true, addq);
    packAll(panels, at(q + here), row, time, size);
    below(at(dk + here), row, ds, at(wide), panels, time, size, false, addk);
    packAll(panels, at(go + here), row, time, size);
    below(at(dv + here), row, map, at(wide), panels, time, size, false, addv);
  }
  release(panels);
}
