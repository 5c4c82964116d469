// The toy model when most features are absent: reading is dense, but what is written and what is learned from is a list.
// Samples are drawn as in `draw`, all of them (also the empty ones), each of weight 1 / samples.

import { at, release, take } from "./arena";
import { across } from "./functions";
import { GOLDEN, bar, mix4, stride4 } from "./draw";
import { pack, sweep } from "./gemm";

/** Loss; d loss / d theta into `grad`. `samples` is a multiple of 16. */
export function sparse(grad: i32, theta: i32, importance: i32, n: i32, m: i32, samples: i32, p: f64, key: i32): f64 {
  const wide = (m + 3) & ~3, cols = (n + 15) & ~15;
  const W = zeros(n * wide), G = zeros(n * wide), B = zeros(cols), I = zeros(cols), bias = zeros(cols), h = zeros(16 * wide);
  const panels = take(at(cols * m)), list = take(8 * 16 * n), count = take(64), d = take(at(wide)), r = take(at(16 * cols)), live = take(8 * n + 64);
  rows(W, wide, at(theta), m, m, n); rows(I, 0, at(importance), 0, n, 1); rows(bias, 0, at(theta + n * m), 0, n, 1);
  for (let f = 0; f < n; f += 16) pack(panels + at(f * m), at(theta + f * m), m, min(16, n - f), 4, at(m));
  let loss: f64 = 0;
  for (let s = 0; s < samples; s += 16) {
    drawLists(list, count, n, bar(p), key + s * n * GOLDEN);
    for (let j = 0; j < 16; j++) write(h + at(j * wide), W, list + 8 * j * n, load<i32>(count + 4 * j), wide);
    for (let f = 0; f < n; f += 16) sweep(h, at(wide), 4, panels + at(f * m), m, r + at(f), at(cols), 16, 16, false);
    for (let j = 0; j < 16; j++) {
      const row = list + 8 * j * n, many = load<i32>(count + 4 * j), out = r + at(j * cols);
      loss += read(out, bias, I, row, many, cols);
      learn(G, B, W, d, h + at(j * wide), out, I, live, row, many, cols, wide, 2 / <f32>samples);
    }
  }
  rows(at(grad), m, G, wide, m, n); rows(at(grad + n * m), 0, B, 0, n, 1);
  release(W);
  return loss / samples;
}

function zeros(count: i32): usize { const p = take(at(count)); memory.fill(p, 0, at(count)); return p; }

/** Copies `count` rows of `length`, which lie `wide` and `wide0` apart. */
function rows(to: usize, wide: i32, from: usize, wide0: i32, length: i32, count: i32): void {
  for (; count > 0; count--, to += at(wide), from += at(wide0)) memory.copy(to, from, at(length));
}

const lanes4 = memory.data(16);

/** For sixteen samples: how many are active, and (feature, value) of each. */
function drawLists(list: usize, count: usize, n: i32, bar: i32, key: i32): void {
  const limit = i32x4.splat(bar), scale: f32 = 1 / <f32>bar, lanes = stride4(GOLDEN), four = i32x4.splat(4 * GOLDEN);
  for (let j = 0; j < 16; j++, list += 8 * n) {
    let at = i32x4.add(i32x4.splat(key + j * n * GOLDEN), lanes), to = list;
    for (let f = 0; f < n; f += 4) {
      const v = i32x4.shr_u(mix4(at), 1);
      at = i32x4.add(at, four);
      let bits = i32x4.bitmask(i32x4.lt_s(v, limit));
      if (bits) v128.store(lanes4, v);
      for (; bits; bits &= bits - 1) {
        const lane = ctz(bits);
        if (f + lane >= n) break;
        store<i32>(to, f + lane); store<f32>(to, <f32>load<i32>(lanes4 + 4 * lane) * scale, 4);
        to += 8;
      }
    }
    store<i32>(count + 4 * j, <i32>((to - list) >> 3));
  }
}

/** h = sum of x_f W_f over the list */
function write(h: usize, W: usize, list: usize, many: i32, wide: i32): void {
  const end = list + 8 * many;
  for (let i = 0; i < wide; i += 4) {
    let sum = f32x4.splat(0);
    for (let p = list; p < end; p += 8) sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(p, 4), v128.load(W + at(load<i32>(p) * wide + i))));
    v128.store(h + at(i), sum);
  }
}

/** out, which is W^T h, becomes x' - x where a = W^T h + b > 0, 0 elsewhere. The loss is counted as if nothing were active, then put right on the list. */
function read(out: usize, bias: usize, importance: usize, list: usize, many: i32, cols: i32): f64 {
  const zero = f32x4.splat(0);
  let sum = zero;
  for (let f = 0; f < cols; f += 4) {
    const y = f32x4.pmax(zero, f32x4.add(v128.load(out + at(f)), v128.load(bias + at(f))));
    sum = f32x4.add(sum, f32x4.mul(f32x4.mul(y, y), v128.load(importance + at(f))));
    v128.store(out + at(f), y);
  }
  let loss = across(sum);
  for (const end = list + 8 * many; list < end; list += 8) {
    const f = load<i32>(list), x = load<f32>(list, 4), y = load<f32>(out + at(f)), e = y - x;
    loss += load<f32>(importance + at(f)) * (e * e - y * y);
    if (y > 0) store<f32>(out + at(f), e);
  }
  return loss;
}

/** G += da h^T + x dh^T and B += da, over the features that read something; dh = W da. */
function learn(G: usize, B: usize, W: usize, d: usize, h: usize, out: usize, importance: usize, live: usize, list: usize, many: i32, cols: i32, wide: i32, scale: f32): void {
  const zero = f32x4.splat(0);
  let end = live;
  for (let f = 0; f < cols; f += 16) {
    const o = out + at(f);
    let bits = i32x4.bitmask(f32x4.ne(v128.load(o), zero)) | (i32x4.bitmask(f32x4.ne(v128.load(o, 16), zero)) << 4)
      | (i32x4.bitmask(f32x4.ne(v128.load(o, 32), zero)) << 8) | (i32x4.bitmask(f32x4.ne(v128.load(o, 48), zero)) << 12);
    for (; bits != 0; bits &= bits - 1) {
      const j = f + ctz(bits), da = scale * load<f32>(importance + at(j)) * load<f32>(out + at(j));
      store<i32>(end, j * wide); store<f32>(end, da, 4);
      store<f32>(B + at(j), load<f32>(B + at(j)) + da);
      end += 8;
    }
  }
  let i = 0;
  for (; i + 16 <= wide; i += 16) learn16(G + at(i), W + at(i), d + at(i), h + at(i), live, end);
  for (; i < wide; i += 4) {
    const h0 = v128.load(h + at(i));
    let sum = zero;
    for (let p = live; p < end; p += 8) {
      const da = v128.load_splat<f32>(p, 4), o = at(load<i32>(p) + i);
      sum = f32x4.add(sum, f32x4.mul(da, v128.load(W + o)));
      v128.store(G + o, f32x4.add(v128.load(G + o), f32x4.mul(da, h0)));
    }
    v128.store(d + at(i), sum);
  }
  for (const stop = list + 8 * many; list < stop; list += 8) {
    const x = v128.load_splat<f32>(list, 4), g = G + at(load<i32>(list) * wide);
    for (i = 0; i < wide; i += 4) v128.store(g + at(i), f32x4.add(v128.load(g + at(i)), f32x4.mul(x, v128.load(d + at(i)))));
  }
}

function learn16(G: usize, W: usize, d: usize, h: usize, p: usize, end: usize): void {
  const h0 = v128.load(h), h1 = v128.load(h, 16), h2 = v128.load(h, 32), h3 = v128.load(h, 48);
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  for (; p < end; p += 8) {
    const da = v128.load_splat<f32>(p, 4), o = at(load<i32>(p)), w = W + o, g = G + o;
    s0 = f32x4.add(s0, f32x4.mul(da, v128.load(w))); s1 = f32x4.add(s1, f32x4.mul(da, v128.load(w, 16)));
    s2 = f32x4.add(s2, f32x4.mul(da, v128.load(w, 32))); s3 = f32x4.add(s3, f32x4.mul(da, v128.load(w, 48)));
    v128.store(g, f32x4.add(v128.load(g), f32x4.mul(da, h0))); v128.store(g, f32x4.add(v128.load(g, 16), f32x4.mul(da, h1)), 16);
    v128.store(g, f32x4.add(v128.load(g, 32), f32x4.mul(da, h2)), 32); v128.store(g, f32x4.add(v128.load(g, 48), f32x4.mul(da, h3)), 48);
  }
  v128.store(d, s0); v128.store(d, s1, 16); v128.store(d, s2, 32); v128.store(d, s3, 48);
}
