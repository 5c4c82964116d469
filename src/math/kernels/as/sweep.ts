// Many toy models at once, four in the lanes of a group, all on the same points; what differs from model to model (weights,
// chance of being active, importances) is in the lanes. n = 2, m = 1 and n = 3, m = 2 keep their weights in registers.

import { at, release, take } from "./arena";

const ADAM = memory.data<f32>([0.9, 0.1, 0.999, 0.001, 1e-8], 16);

/**
 * `steps` steps of Adam on each group; the loss of the last evaluated weights into `loss` [groups][4].
 * theta, mean, square [groups][n m + n][4]; chance [groups][n + 1][4] of a pattern with k active; importance [groups][n][4];
 * points: for k = 0 ... n, counts[k] rows of (x_0 ... x_n-1, part); table [steps][2]: rate / (1 - .9^t), 1 / (1 - .999^t).
 * steps = 0: only the loss.
 */
export function sweep(theta: i32, mean: i32, square: i32, loss: i32, chance: i32, importance: i32, points: i32, counts: i32, table: i32, n: i32, m: i32, groups: i32, steps: i32): void {
  const size = n * m + n, grad = take(16 * (2 * size + 2 * m + n + 1)), scratch = grad + 16 * size;
  for (let g = 0; g < groups; g++) {
    const t = at(theta + 4 * g * size), c = at(chance + 4 * g * (n + 1)), i = at(importance + 4 * g * n), l = at(loss + 4 * g);
    for (let s = 0; s < max(1, steps); s++) {
      if (n == 2 && m == 1) slope21(grad, t, c, i, at(points), at(counts), l);
      else if (n == 3 && m == 2) slope32(grad, t, c, i, at(points), at(counts), l);
      else slopeAny(grad, t, c, i, at(points), at(counts), l, n, m, scratch);
      if (steps) descend(t, grad, at(mean + 4 * g * size), at(square + 4 * g * size), size, at(table + 2 * s));
    }
  }
  release(grad);
}

function descend(t: usize, g: usize, mean: usize, square: usize, size: i32, table: usize): void {
  const a = v128.load_splat<f32>(table), b = v128.load_splat<f32>(table, 4), tiny = v128.load_splat<f32>(ADAM, 16);
  for (const end = t + 16 * size; t < end; t += 16, g += 16, mean += 16, square += 16) {
    const d = v128.load(g);
    const m = f32x4.add(f32x4.mul(v128.load_splat<f32>(ADAM), v128.load(mean)), f32x4.mul(v128.load_splat<f32>(ADAM, 4), d));
    const s = f32x4.add(f32x4.mul(v128.load_splat<f32>(ADAM, 8), v128.load(square)), f32x4.mul(v128.load_splat<f32>(ADAM, 12), f32x4.mul(d, d)));
    v128.store(mean, m); v128.store(square, s);
    v128.store(t, f32x4.sub(v128.load(t), f32x4.div(f32x4.mul(a, m), f32x4.add(f32x4.sqrt(f32x4.mul(b, s)), tiny))));
  }
}

// @ts-ignore: decorator
@inline function ma(s: v128, a: v128, b: v128): v128 { return f32x4.add(s, f32x4.mul(a, b)); }

function slope21(grad: usize, t: usize, chance: usize, importance: usize, p: usize, counts: usize, loss: usize): void {
  const zero = f32x4.splat(0), W = v128.load(t), V = v128.load(t, 16), b = v128.load(t, 32), c = v128.load(t, 48);
  const i = v128.load(importance), j = v128.load(importance, 16), iW = f32x4.mul(i, W), jV = f32x4.mul(j, V);
  let gW = zero, gV = zero, gb = zero, gc = zero, L = zero;
  for (let k = 0; k < 3; k++, chance += 16) {
    let dW = zero, dV = zero, db = zero, dc = zero, l = zero, o = zero, xW = zero, xV = zero;
    for (const end = p + 12 * <usize>load<f32>(counts + 4 * k); p < end; p += 12) {
      const x = v128.load_splat<f32>(p), y = v128.load_splat<f32>(p, 4), part = v128.load_splat<f32>(p, 8);
      const h = f32x4.add(f32x4.mul(W, x), f32x4.mul(V, y)), a = ma(b, W, h), u = ma(c, V, h);
      const e = f32x4.sub(f32x4.pmax(zero, a), x), f = f32x4.sub(f32x4.pmax(zero, u), y), q = f32x4.mul(part, e), r = f32x4.mul(part, f);
      l = ma(l, q, e); o = ma(o, r, f);
      const d = v128.and(q, f32x4.gt(a, zero)), w = v128.and(r, f32x4.gt(u, zero)), dh = f32x4.add(f32x4.mul(d, iW), f32x4.mul(w, jV));
      db = f32x4.add(db, d); dc = f32x4.add(dc, w);
      dW = ma(dW, d, h); dV = ma(dV, w, h); xW = ma(xW, dh, x); xV = ma(xV, dh, y);
    }
    const much = v128.load(chance), twice = f32x4.add(much, much);
    L = ma(L, much, f32x4.add(f32x4.mul(l, i), f32x4.mul(o, j)));
    gW = ma(gW, twice, ma(xW, dW, i)); gV = ma(gV, twice, ma(xV, dV, j));
    gb = ma(gb, twice, f32x4.mul(db, i)); gc = ma(gc, twice, f32x4.mul(dc, j));
  }
  v128.store(loss, L);
  v128.store(grad, gW); v128.store(grad, gV, 16); v128.store(grad, gb, 32); v128.store(grad, gc, 48);
}

function slope32(grad: usize, t: usize, chance: usize, importance: usize, p: usize, counts: usize, loss: usize): void {
  const zero = f32x4.splat(0), i = v128.load(importance), j = v128.load(importance, 16), k = v128.load(importance, 32);
  const A = v128.load(t), B = v128.load(t, 16), C = v128.load(t, 32), D = v128.load(t, 48), E = v128.load(t, 64), F = v128.load(t, 80);
  const bx = v128.load(t, 96), by = v128.load(t, 112), bz = v128.load(t, 128);
  for (let s = grad; s < grad + 144; s += 16) v128.store(s, zero);
  let L = zero;
  for (let n = 0; n < 4; n++, chance += 16) {
    let gA = zero, gB = zero, gC = zero, gD = zero, gE = zero, gF = zero, gx = zero, gy = zero, gz = zero, l = zero;
    for (const end = p + 16 * <usize>load<f32>(counts + 4 * n); p < end; p += 16) {
      const x = v128.load_splat<f32>(p), y = v128.load_splat<f32>(p, 4), z = v128.load_splat<f32>(p, 8), part = v128.load_splat<f32>(p, 12);
      const h = ma(ma(f32x4.mul(A, x), C, y), E, z), g = ma(ma(f32x4.mul(B, x), D, y), F, z);
      const a = ma(ma(bx, A, h), B, g), b = ma(ma(by, C, h), D, g), c = ma(ma(bz, E, h), F, g);
      const ex = f32x4.sub(f32x4.pmax(zero, a), x), ey = f32x4.sub(f32x4.pmax(zero, b), y), ez = f32x4.sub(f32x4.pmax(zero, c), z);
      const px = f32x4.mul(f32x4.mul(part, i), ex), py = f32x4.mul(f32x4.mul(part, j), ey), pz = f32x4.mul(f32x4.mul(part, k), ez);
      l = ma(ma(ma(l, px, ex), py, ey), pz, ez);
      const dx = v128.and(px, f32x4.gt(a, zero)), dy = v128.and(py, f32x4.gt(b, zero)), dz = v128.and(pz, f32x4.gt(c, zero));
      const u = ma(ma(f32x4.mul(dx, A), dy, C), dz, E), v = ma(ma(f32x4.mul(dx, B), dy, D), dz, F);
      gx = f32x4.add(gx, dx); gy = f32x4.add(gy, dy); gz = f32x4.add(gz, dz);
      gA = ma(ma(gA, dx, h), u, x); gC = ma(ma(gC, dy, h), u, y); gE = ma(ma(gE, dz, h), u, z);
      gB = ma(ma(gB, dx, g), v, x); gD = ma(ma(gD, dy, g), v, y); gF = ma(ma(gF, dz, g), v, z);
    }
    const much = v128.load(chance), twice = f32x4.add(much, much);
    L = ma(L, much, l);
    more(grad, twice, gA); more(grad + 16, twice, gB); more(grad + 32, twice, gC); more(grad + 48, twice, gD); more(grad + 64, twice, gE);
    more(grad + 80, twice, gF); more(grad + 96, twice, gx); more(grad + 112, twice, gy); more(grad + 128, twice, gz);
  }
  v128.store(loss, L);
}

// @ts-ignore: decorator
@inline function more(sum: usize, scale: v128, x: v128): void { v128.store(sum, ma(v128.load(sum), scale, x)); }

/** Any n and m, weights in memory. scratch: sums of one pattern size [n m + n], h [m], dh [m], da [n]. */
function slopeAny(grad: usize, t: usize, chance: usize, importance: usize, p: usize, counts: usize, loss: usize, n: i32, m: i32, sums: usize): void {
  const size = n * m + n, h = sums + 16 * size, dh = h + 16 * m, da = dh + 16 * m, zero = f32x4.splat(0), bias = 16 * n * m;
  memory.fill(grad, 0, 16 * size);
  let L = zero;
  for (let k = 0; k <= n; k++, chance += 16) {
    memory.fill(sums, 0, 16 * size);
    let l = zero;
    for (const end = p + at(n + 1) * <usize>load<f32>(counts + 4 * k); p < end; p += at(n + 1)) {
      for (let i = 0; i < 16 * m; i += 16) {
        let s = zero;
        for (let f = 0; f < n; f++) s = ma(s, v128.load(t + 16 * f * m + i), v128.load_splat<f32>(p + at(f)));
        v128.store(h + i, s); v128.store(dh + i, zero);
      }
      const part = v128.load_splat<f32>(p + at(n));
      for (let f = 0; f < n; f++) {
        const w = t + 16 * f * m, g = sums + 16 * f * m, b = bias + 16 * f;
        let a = v128.load(t + b);
        for (let i = 0; i < 16 * m; i += 16) a = ma(a, v128.load(w + i), v128.load(h + i));
        const e = f32x4.sub(f32x4.pmax(zero, a), v128.load_splat<f32>(p + at(f))), q = f32x4.mul(f32x4.mul(part, v128.load(importance + 16 * f)), e);
        l = ma(l, q, e);
        const d = v128.and(q, f32x4.gt(a, zero));
        v128.store(sums + b, f32x4.add(v128.load(sums + b), d));
        for (let i = 0; i < 16 * m; i += 16) {
          v128.store(g + i, ma(v128.load(g + i), d, v128.load(h + i)));
          v128.store(dh + i, ma(v128.load(dh + i), d, v128.load(w + i)));
        }
      }
      for (let f = 0; f < n; f++) {
        const x = v128.load_splat<f32>(p + at(f)), g = sums + 16 * f * m;
        for (let i = 0; i < 16 * m; i += 16) v128.store(g + i, ma(v128.load(g + i), x, v128.load(dh + i)));
      }
    }
    const much = v128.load(chance), twice = f32x4.add(much, much);
    L = ma(L, much, l);
    for (let i = 0; i < 16 * size; i += 16) more(grad + i, twice, v128.load(sums + i));
  }
  v128.store(loss, L);
}
