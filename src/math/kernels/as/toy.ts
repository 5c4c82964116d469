// The toy model x' = ReLU(W^T W x + b), loss and gradient in one go, samples in lanes. theta: W_fh [n][m], then b_f.
// x: panels of 16 samples [.][n][16]; w: a weight per sample; loss = sum_s w_s sum_f I_f (x - x')^2.

import { at, release, take } from "./arena";
import { across } from "./functions";
import { sweep } from "./gemm";

/** Loss; d loss / d theta into `grad`. `samples` is a multiple of 16 (fill up with weight 0). */
export function toy(grad: i32, theta: i32, x: i32, w: i32, importance: i32, n: i32, m: i32, samples: i32): f64 {
  const scratch = take(64 * (n * m + n + 2 * m + n)), sums = scratch, panels = scratch + 16 * (n * m + n);
  memory.fill(sums, 0, 16 * (n * m + n));
  let loss: f64 = 0;
  for (let s = 0; s < samples; s += 16) {
    const p = at(x + s * n), q = at(w + s);
    if (m == 2) loss += plane(sums, at(theta), p, q, at(importance), n) + plane(sums, at(theta), p + 32, q + 32, at(importance), n);
    else loss += dense(sums, at(theta), p, q, at(importance), n, m, panels);
  }
  for (let i = 0; i < n * m + n; i++) store<f32>(at(grad + i), across(v128.load(sums + 16 * i)));
  release(scratch);
  return loss;
}

/** m = 2, eight samples: hidden values and their slopes stay in registers. */
function plane(sums: usize, theta: usize, x: usize, w: usize, importance: usize, n: i32): f32 {
  let h0 = f32x4.splat(0), h1 = h0, k0 = h0, k1 = h0, u0 = h0, u1 = h0, v0 = h0, v1 = h0, loss = h0;
  const w0 = v128.load(w), w1 = v128.load(w, 16), zero = h0, end = x + 64 * n;
  for (let p = x, t = theta; p < end; p += 64, t += 8) {
    const a = v128.load_splat<f32>(t), b = v128.load_splat<f32>(t, 4), x0 = v128.load(p), x1 = v128.load(p, 16);
    h0 = f32x4.add(h0, f32x4.mul(a, x0)); k0 = f32x4.add(k0, f32x4.mul(b, x0));
    h1 = f32x4.add(h1, f32x4.mul(a, x1)); k1 = f32x4.add(k1, f32x4.mul(b, x1));
  }
  let bias = theta + 8 * n, sb = sums + 32 * n;
  for (let p = x, t = theta, s = sums; p < end; p += 64, t += 8, s += 32, bias += 4, sb += 16, importance += 4) {
    const a = v128.load_splat<f32>(t), b = v128.load_splat<f32>(t, 4), c = v128.load_splat<f32>(bias), i = v128.load_splat<f32>(importance);
    const a0 = f32x4.add(f32x4.add(c, f32x4.mul(a, h0)), f32x4.mul(b, k0));
    const a1 = f32x4.add(f32x4.add(c, f32x4.mul(a, h1)), f32x4.mul(b, k1));
    const e0 = f32x4.sub(f32x4.pmax(zero, a0), v128.load(p)), e1 = f32x4.sub(f32x4.pmax(zero, a1), v128.load(p, 16));
    const p0 = f32x4.mul(f32x4.mul(w0, i), e0), p1 = f32x4.mul(f32x4.mul(w1, i), e1);
    loss = f32x4.add(loss, f32x4.add(f32x4.mul(p0, e0), f32x4.mul(p1, e1)));
    const d0 = v128.and(f32x4.add(p0, p0), f32x4.gt(a0, zero)), d1 = v128.and(f32x4.add(p1, p1), f32x4.gt(a1, zero));
    v128.store(sb, f32x4.add(v128.load(sb), f32x4.add(d0, d1)));
    v128.store(s, f32x4.add(v128.load(s), f32x4.add(f32x4.mul(d0, h0), f32x4.mul(d1, h1))));
    v128.store(s, f32x4.add(v128.load(s, 16), f32x4.add(f32x4.mul(d0, k0), f32x4.mul(d1, k1))), 16);
    u0 = f32x4.add(u0, f32x4.mul(d0, a)); v0 = f32x4.add(v0, f32x4.mul(d0, b));
    u1 = f32x4.add(u1, f32x4.mul(d1, a)); v1 = f32x4.add(v1, f32x4.mul(d1, b));
  }
  for (let p = x, s = sums; p < end; p += 64, s += 32) {
    const x0 = v128.load(p), x1 = v128.load(p, 16);
    v128.store(s, f32x4.add(v128.load(s), f32x4.add(f32x4.mul(x0, u0), f32x4.mul(x1, u1))));
    v128.store(s, f32x4.add(v128.load(s, 16), f32x4.add(f32x4.mul(x0, v0), f32x4.mul(x1, v1))), 16);
  }
  return across(loss);
}

/** Any m, sixteen samples: h = W x; da where a = W^T h + b; dh = W da; dW = da h^T + x dh^T. */
function dense(sums: usize, theta: usize, x: usize, w: usize, importance: usize, n: i32, m: i32, h: usize): f32 {
  const dh = h + 64 * m, a = dh + 64 * m;
  sweep(theta, 4, 4 * m, x, n, h, 64, m, 16, false);
  const loss = decode(a, theta, h, x, w, importance, sums + 16 * n * m, n, m);
  sweep(theta, 4, 4 * m, a, n, dh, 64, m, 16, false);
  outer(sums, a, x, h, dh, n, m);
  return loss;
}

/** Two features at a time: y = W^T h + b, then dL/da = 2 w I (x' - x) where y > 0 into `a`; its sums are the biases' gradient. */
function decode(a: usize, theta: usize, h: usize, x: usize, w: usize, importance: usize, sums: usize, n: i32, m: i32): f32 {
  const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48), bias = theta + 4 * n * m;
  let loss = f32x4.splat(0);
  for (let f = 0; f < n; f += 2, a += 128, x += 128) {
    const more = <usize>min(1, n - 1 - f);   // 0: the last feature has no partner, and is done twice
    let r = theta + 4 * f * m, q = r + 4 * m * more, b = h;
    const j = bias + 4 * f, i = importance + 4 * f;
    let s0 = v128.load_splat<f32>(j), s1 = s0, s2 = s0, s3 = s0, t0 = v128.load_splat<f32>(j + 4 * more), t1 = t0, t2 = t0, t3 = t0;
    for (const end = h + 64 * m; b < end; b += 64, r += 4, q += 4) {
      const y = v128.load_splat<f32>(r), z = v128.load_splat<f32>(q);
      const b0 = v128.load(b), b1 = v128.load(b, 16), b2 = v128.load(b, 32), b3 = v128.load(b, 48);
      s0 = f32x4.add(s0, f32x4.mul(y, b0)); t0 = f32x4.add(t0, f32x4.mul(z, b0));
      s1 = f32x4.add(s1, f32x4.mul(y, b1)); t1 = f32x4.add(t1, f32x4.mul(z, b1));
      s2 = f32x4.add(s2, f32x4.mul(y, b2)); t2 = f32x4.add(t2, f32x4.mul(z, b2));
      s3 = f32x4.add(s3, f32x4.mul(y, b3)); t3 = f32x4.add(t3, f32x4.mul(z, b3));
    }
    const i0 = v128.load_splat<f32>(i), i1 = v128.load_splat<f32>(i + 4 * more), p = a + 64 * more, u = x + 64 * more;
    if (more) {
      loss = f32x4.add(loss, f32x4.add(f32x4.add(slope(p, t0, u, f32x4.mul(i1, w0)), slope(p + 16, t1, u + 16, f32x4.mul(i1, w1))),
        f32x4.add(slope(p + 32, t2, u + 32, f32x4.mul(i1, w2)), slope(p + 48, t3, u + 48, f32x4.mul(i1, w3)))));
      gather(sums + 16 * f + 16, p);
    }
    loss = f32x4.add(loss, f32x4.add(f32x4.add(slope(a, s0, x, f32x4.mul(i0, w0)), slope(a + 16, s1, x + 16, f32x4.mul(i0, w1))),
      f32x4.add(slope(a + 32, s2, x + 32, f32x4.mul(i0, w2)), slope(a + 48, s3, x + 48, f32x4.mul(i0, w3)))));
    gather(sums + 16 * f, a);
  }
  return across(loss);
}

/** Stores the slope, returns the loss. */
// @ts-ignore: decorator
@inline function slope(to: usize, y: v128, x: usize, w: v128): v128 {
  const zero = f32x4.splat(0), e = f32x4.sub(f32x4.pmax(zero, y), v128.load(x)), p = f32x4.mul(w, e);
  v128.store(to, v128.and(f32x4.add(p, p), f32x4.gt(y, zero)));
  return f32x4.mul(p, e);
}

// @ts-ignore: decorator
@inline function gather(sum: usize, a: usize): void {
  v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(f32x4.add(v128.load(a), v128.load(a, 16)), f32x4.add(v128.load(a, 32), v128.load(a, 48)))));
}

/** sums[f][i] += da_f h_i + x_f dh_i, in lanes: blocks of two features by four neurons, then four by one, then one by one. */
function outer(sums: usize, a: usize, x: usize, h: usize, dh: usize, n: i32, m: i32): void {
  const row: usize = 16 * m;
  let f = 0;
  for (; f + 2 <= n; f += 2) {
    for (let i = 0; i + 4 <= m; i += 4) outer24(sums + 16 * i + f * row, row, a + 64 * f, x + 64 * f, h + 64 * i, dh + 64 * i);
  }
  for (let i = m & ~3; i < m; i++) for (let g = 0; g + 4 <= n; g += 4) outer41(sums + 16 * i + g * row, row, a + 64 * g, x + 64 * g, h + 64 * i, dh + 64 * i);
  for (let g = n & ~3; g < n; g++) for (let i = g < f ? m & ~3 : 0; i < m; i++) outer1(sums + 16 * i + g * row, a + 64 * g, x + 64 * g, h + 64 * i, dh + 64 * i);
}

function outer1(sum: usize, a: usize, x: usize, h: usize, dh: usize): void {
  const p = f32x4.add(f32x4.mul(v128.load(a), v128.load(h)), f32x4.mul(v128.load(a, 16), v128.load(h, 16)));
  const q = f32x4.add(f32x4.mul(v128.load(a, 32), v128.load(h, 32)), f32x4.mul(v128.load(a, 48), v128.load(h, 48)));
  const r = f32x4.add(f32x4.mul(v128.load(x), v128.load(dh)), f32x4.mul(v128.load(x, 16), v128.load(dh, 16)));
  const s = f32x4.add(f32x4.mul(v128.load(x, 32), v128.load(dh, 32)), f32x4.mul(v128.load(x, 48), v128.load(dh, 48)));
  v128.store(sum, f32x4.add(v128.load(sum), f32x4.add(f32x4.add(p, q), f32x4.add(r, s))));
}

// @ts-ignore: decorator
@inline function outer24(sum: usize, row: usize, a: usize, x: usize, h: usize, dh: usize): void {
  let s0 = v128.load(sum), s1 = v128.load(sum, 16), s2 = v128.load(sum, 32), s3 = v128.load(sum, 48);
  let t0 = v128.load(sum + row), t1 = v128.load(sum + row, 16), t2 = v128.load(sum + row, 32), t3 = v128.load(sum + row, 48);
  for (const end = a + 64; a < end; a += 16, x += 16, h += 16, dh += 16) {
    const a0 = v128.load(a), a1 = v128.load(a, 64), h0 = v128.load(h), h1 = v128.load(h, 64), h2 = v128.load(h, 128), h3 = v128.load(h, 192);
    s0 = f32x4.add(s0, f32x4.mul(a0, h0)); t0 = f32x4.add(t0, f32x4.mul(a1, h0));
    s1 = f32x4.add(s1, f32x4.mul(a0, h1)); t1 = f32x4.add(t1, f32x4.mul(a1, h1));
    s2 = f32x4.add(s2, f32x4.mul(a0, h2)); t2 = f32x4.add(t2, f32x4.mul(a1, h2));
    s3 = f32x4.add(s3, f32x4.mul(a0, h3)); t3 = f32x4.add(t3, f32x4.mul(a1, h3));
    const x0 = v128.load(x), x1 = v128.load(x, 64), d0 = v128.load(dh), d1 = v128.load(dh, 64), d2 = v128.load(dh, 128), d3 = v128.load(dh, 192);
    s0 = f32x4.add(s0, f32x4.mul(x0, d0)); t0 = f32x4.add(t0, f32x4.mul(x1, d0));
    s1 = f32x4.add(s1, f32x4.mul(x0, d1)); t1 = f32x4.add(t1, f32x4.mul(x1, d1));
    s2 = f32x4.add(s2, f32x4.mul(x0, d2)); t2 = f32x4.add(t2, f32x4.mul(x1, d2));
    s3 = f32x4.add(s3, f32x4.mul(x0, d3)); t3 = f32x4.add(t3, f32x4.mul(x1, d3));
  }
  v128.store(sum, s0); v128.store(sum, s1, 16); v128.store(sum, s2, 32); v128.store(sum, s3, 48);
  v128.store(sum + row, t0); v128.store(sum + row, t1, 16); v128.store(sum + row, t2, 32); v128.store(sum + row, t3, 48);
}

// @ts-ignore: decorator
@inline function outer41(sum: usize, row: usize, a: usize, x: usize, h: usize, dh: usize): void {
  let s0 = v128.load(sum), s1 = v128.load(sum + row), s2 = v128.load(sum + 2 * row), s3 = v128.load(sum + 3 * row);
  for (const end = a + 64; a < end; a += 16, x += 16, h += 16, dh += 16) {
    const u = v128.load(h), v = v128.load(dh);
    s0 = f32x4.add(f32x4.add(s0, f32x4.mul(v128.load(a), u)), f32x4.mul(v128.load(x), v));
    s1 = f32x4.add(f32x4.add(s1, f32x4.mul(v128.load(a, 64), u)), f32x4.mul(v128.load(x, 64), v));
    s2 = f32x4.add(f32x4.add(s2, f32x4.mul(v128.load(a, 128), u)), f32x4.mul(v128.load(x, 128), v));
    s3 = f32x4.add(f32x4.add(s3, f32x4.mul(v128.load(a, 192), u)), f32x4.mul(v128.load(x, 192), v));
  }
  v128.store(sum, s0); v128.store(sum + row, s1); v128.store(sum + 2 * row, s2); v128.store(sum + 3 * row, s3);
}
