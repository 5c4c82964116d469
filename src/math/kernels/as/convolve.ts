// Convolutions with bias and ReLU, and back, without a matrix of patches: y[o] = b_o + sum over (c, u, v) of W[o][c, u, v]
// x[c][row s + u - pad, column s + v - pad]. Pictures are [channels][batch high wide], W is [out][in k k].
//
// Sixteen pictures at a time, one in each lane of four vectors: whatever their size, no lane is idle. The weights' gradient sums
// over pictures, so there the outputs are in the lanes, picture after picture. Sums go over (c, u, v) in ascending order; those
// of the weights' gradient over places in ascending order, in blocks of 256 where a product of matrices leaves a panel unfilled.
// The bits are those of a product with patches (gemm.ts), as long as batch x places is a multiple of 16 or in k k is at most 256.

import { at, release, take } from "./arena";
import { pack, turn } from "./gemm";

const PLACES: i32 = 256;   // gemm.ts: KC
const LANES: i32 = 16;     // pictures at a time
const CELL: usize = 64;    // bytes of a pixel of sixteen pictures

// of the call at hand
let rows = 0, cols = 0;                   // places of y
let terms = 0;                            // in k k
let tall = 0, width = 0;                  // of a picture with its padding
let offsets: usize = 0, places: usize = 0;   // of a term from the first of its place; of a place's first. In floats of one picture, bytes

function plan(channels: i32, high: i32, wide: i32, k: i32, s: i32, pad: i32): void {
  rows = (high + 2 * pad - k) / s + 1; cols = (wide + 2 * pad - k) / s + 1; terms = channels * k * k;
  tall = high + 2 * pad; width = wide + 2 * pad;
  offsets = take(at(terms + 8)); places = take(at(rows * cols));
  let to = offsets;
  for (let c = 0; c < channels; c++) for (let u = 0; u < k; u++) for (let v = 0; v < k; v++, to += 4) store<i32>(to, 4 * ((c * tall + u) * width + v));
  for (let i = 0; i < 8; i++, to += 4) store<i32>(to, load<i32>(to - 4));
  to = places;
  for (let y = 0; y < rows; y++) for (let x = 0; x < cols; x++, to += 4) store<i32>(to, 4 * (y * s * width + x * s));
}

/** to[j][i] = from[i][j] for sixteen pictures j, `count` pixels i each; rows of `to` are `step` bytes apart. Only the first `n` are written. */
function unpack(to: usize, step: usize, from: usize, count: i32, n: i32): void {
  let i = 0;
  if (n == LANES) for (; i + 4 <= count; i += 4, from += 4 * CELL, to += 16) {
    for (let j = 0; j < LANES; j += 4) turn(to + <usize>j * step, step, from + at(j), CELL);
  }
  for (; i < count; i++, from += CELL, to += 4) for (let j = 0; j < n; j++) store<f32>(to + <usize>j * step, load<f32>(from + at(j)));
}

/** Two outputs of one place of sixteen pictures: sums over all terms. */
function two(y: usize, z: usize, x: usize, w: usize, v: usize): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
  for (let o = offsets, end = offsets + at(terms); o < end; o += 4, w += 4, v += 4) {
    const p = x + (<usize>load<i32>(o) << 4), a = v128.load_splat<f32>(w), b = v128.load_splat<f32>(v);
    const x0 = v128.load(p), x1 = v128.load(p, 16), x2 = v128.load(p, 32), x3 = v128.load(p, 48);
    s0 = f32x4.add(s0, f32x4.mul(a, x0)); t0 = f32x4.add(t0, f32x4.mul(b, x0));
    s1 = f32x4.add(s1, f32x4.mul(a, x1)); t1 = f32x4.add(t1, f32x4.mul(b, x1));
    s2 = f32x4.add(s2, f32x4.mul(a, x2)); t2 = f32x4.add(t2, f32x4.mul(b, x2));
    s3 = f32x4.add(s3, f32x4.mul(a, x3)); t3 = f32x4.add(t3, f32x4.mul(b, x3));
  }
  v128.store(y, s0); v128.store(y, s1, 16); v128.store(y, s2, 32); v128.store(y, s3, 48);
  v128.store(z, t0); v128.store(z, t1, 16); v128.store(z, t2, 32); v128.store(z, t3, 48);
}

/** The same for one output. */
function one(y: usize, x: usize, w: usize): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
  for (let o = offsets, end = offsets + at(terms); o < end; o += 4, w += 4) {
    const p = x + (<usize>load<i32>(o) << 4), a = v128.load_splat<f32>(w);
    s0 = f32x4.add(s0, f32x4.mul(a, v128.load(p))); s1 = f32x4.add(s1, f32x4.mul(a, v128.load(p, 16)));
    s2 = f32x4.add(s2, f32x4.mul(a, v128.load(p, 32))); s3 = f32x4.add(s3, f32x4.mul(a, v128.load(p, 48)));
  }
  v128.store(y, s0); v128.store(y, s1, 16); v128.store(y, s2, 32); v128.store(y, s3, 48);
}

/** y += bias, then with `relu` at least 0. */
function finish(y: usize, bytes: usize, bias: f32, relu: bool): void {
  const b = f32x4.splat(bias), zero = f32x4.splat(0);
  for (const end = y + bytes; y < end; y += 16) {
    const sum = f32x4.add(v128.load(y), b);
    v128.store(y, relu ? f32x4.pmax(zero, sum) : sum);
  }
}

export function convolve(y: i32, x: i32, w: i32, b: i32, out: i32, channels: i32, batch: i32, high: i32, wide: i32, k: i32, stride: i32, pad: i32, relu: bool): void {
  const top = take(0);
  plan(channels, high, wide, k, stride, pad);
  const size = at(channels * tall * width) << 4, cells = take(size), pixels = at(high * wide), all = at(rows * cols), step = at(terms), line = <usize>cols * CELL;
  const out16 = take(2 * line);
  memory.fill(cells, 0, size);
  for (let i = 0; i < batch; i += LANES) {
    const n = min(LANES, batch - i);
    for (let c = 0; c < channels; c++) for (let r = 0; r < high; r++) {
      pack(cells + <usize>((c * tall + r + pad) * width + pad) * CELL, at(x) + <usize>(c * batch + i) * pixels + at(r * wide), wide, n, 4, pixels);
    }
    for (let r = 0; r < rows; r++) for (let o = 0; o < out; o += 2) {
      const both = min(2, out - o), from = cells + <usize>(r * stride * width) * CELL, row = at(w) + <usize>o * step;
      for (let q = 0; q < cols; q++) {
        const to = out16 + <usize>q * CELL, p = from + <usize>(q * stride) * CELL;
        if (both == 2) two(to, to + line, p, row, row + step); else one(to, p, row);
      }
      for (let e = 0; e < both; e++) {
        const done = out16 + <usize>e * line;
        finish(done, line, load<f32>(at(b + o + e)), relu);
        unpack(at(y) + <usize>((o + e) * batch + i) * all + at(r * cols), all, done, cols, n);
      }
    }
  }
  release(top);
}

/** sum[4 terms][2 vectors of outputs] += over `count` places of x dy. `wide`: bytes of a place in dy and of a term in sum. */
function weigh2(sum: usize, wide: usize, planes: usize, term: usize, dy: usize, place: usize, count: i32): void {
  let a = sum, b = a + wide, c = b + wide, d = c + wide;
  let s0 = v128.load(a), s1 = v128.load(b), s2 = v128.load(c), s3 = v128.load(d);
  let t0 = v128.load(a, 16), t1 = v128.load(b, 16), t2 = v128.load(c, 16), t3 = v128.load(d, 16);
  const o0 = planes + load<i32>(term), o1 = planes + load<i32>(term, 4), o2 = planes + load<i32>(term, 8), o3 = planes + load<i32>(term, 12);
  for (const end = place + at(count); place < end; place += 4, dy += wide) {
    const p = <usize>load<i32>(place), g = v128.load(dy), h = v128.load(dy, 16);
    const x0 = v128.load_splat<f32>(o0 + p), x1 = v128.load_splat<f32>(o1 + p), x2 = v128.load_splat<f32>(o2 + p), x3 = v128.load_splat<f32>(o3 + p);
    s0 = f32x4.add(s0, f32x4.mul(g, x0)); t0 = f32x4.add(t0, f32x4.mul(h, x0));
    s1 = f32x4.add(s1, f32x4.mul(g, x1)); t1 = f32x4.add(t1, f32x4.mul(h, x1));
    s2 = f32x4.add(s2, f32x4.mul(g, x2)); t2 = f32x4.add(t2, f32x4.mul(h, x2));
    s3 = f32x4.add(s3, f32x4.mul(g, x3)); t3 = f32x4.add(t3, f32x4.mul(h, x3));
  }
  v128.store(a, s0); v128.store(b, s1); v128.store(c, s2); v128.store(d, s3);
  v128.store(a, t0, 16); v128.store(b, t1, 16); v128.store(c, t2, 16); v128.store(d, t3, 16);
}

/** The same for one vector of outputs. */
function weigh1(sum: usize, wide: usize, planes: usize, term: usize, dy: usize, place: usize, count: i32): void {
  const a = sum, b = a + wide, c = b + wide, d = c + wide;
  let s0 = v128.load(a), s1 = v128.load(b), s2 = v128.load(c), s3 = v128.load(d);
  const o0 = planes + load<i32>(term), o1 = planes + load<i32>(term, 4), o2 = planes + load<i32>(term, 8), o3 = planes + load<i32>(term, 12);
  for (const end = place + at(count); place < end; place += 4, dy += wide) {
    const p = <usize>load<i32>(place), g = v128.load(dy);
    s0 = f32x4.add(s0, f32x4.mul(g, v128.load_splat<f32>(o0 + p))); s1 = f32x4.add(s1, f32x4.mul(g, v128.load_splat<f32>(o1 + p)));
    s2 = f32x4.add(s2, f32x4.mul(g, v128.load_splat<f32>(o2 + p))); s3 = f32x4.add(s3, f32x4.mul(g, v128.load_splat<f32>(o3 + p)));
  }
  v128.store(a, s0); v128.store(b, s1); v128.store(c, s2); v128.store(d, s3);
}

/** All terms and outputs over `count` places; the terms from `until` on have their sums in `rest`. Room for four terms more than needed in both. */
function weigh(sum: usize, until: i32, rest: usize, wide: usize, planes: usize, dy: usize, place: usize, count: i32): void {
  rest -= <usize>until * wide;
  for (let v: usize = 0; v < wide; v += 32) {
    for (let j = 0; j < terms; j += 4) {
      const term = offsets + at(j), to = (j < until ? sum : rest) + <usize>j * wide + v;
      if (v + 32 <= wide) weigh2(to, wide, planes, term, dy + v, place, count); else weigh1(to, wide, planes, term, dy + v, place, count);
    }
  }
}

/** to += from, from = 0 */
function flush(to: usize, from: usize, bytes: usize): void {
  for (const end = from + bytes; from < end; from += 16, to += 16) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    v128.store(from, f32x4.splat(0));
  }
}

/** One pixel of sixteen pictures: dx += W dy, term by term in ascending order. w: [term of this channel][out]; dy: [out][place] of sixteen. */
function slope(dx: usize, dy: usize, w: usize, row: i32, col: i32, k: i32, s: i32, out: i32): void {
  let a0 = v128.load(dx), a1 = v128.load(dx, 16), a2 = v128.load(dx, 32), a3 = v128.load(dx, 48);
  const wide = <usize>(rows * cols) * CELL, each = at(out);
  for (let u = row % s; u < k; u += s) {
    const y = (row - u) / s;
    if (row < u) break;
    if (y >= rows) continue;
    for (let v = col % s; v < k; v += s) {
      const x = (col - v) / s;
      if (col < v) break;
      if (x >= cols) continue;
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, p = w + <usize>(u * k + v) * each, g = dy + <usize>(y * cols + x) * CELL;
      for (const end = p + each; p < end; p += 4, g += wide) {
        const b = v128.load_splat<f32>(p);
        s0 = f32x4.add(s0, f32x4.mul(b, v128.load(g))); s1 = f32x4.add(s1, f32x4.mul(b, v128.load(g, 16)));
        s2 = f32x4.add(s2, f32x4.mul(b, v128.load(g, 32))); s3 = f32x4.add(s3, f32x4.mul(b, v128.load(g, 48)));
      }
      a0 = f32x4.add(a0, s0); a1 = f32x4.add(a1, s1); a2 = f32x4.add(a2, s2); a3 = f32x4.add(a3, s3);
    }
  }
  v128.store(dx, a0); v128.store(dx, a1, 16); v128.store(dx, a2, 32); v128.store(dx, a3, 48);
}

/** to = dy where y is not 0, or all of it; runs on to the next vector, which nothing reads. */
function gated(to: usize, dy: usize, y: usize, count: i32, relu: bool): void {
  const zero = f32x4.splat(0);
  for (const end = to + at(count); to < end; to += 16, dy += 16, y += 16) v128.store(to, relu ? v128.and(v128.load(dy), f32x4.ne(v128.load(y), zero)) : v128.load(dy));
}

/** dx += (0: not asked for), dw +=, db += from dy, which counts with `relu` where y is not 0. */
export function convolveBack(dx: i32, dw: i32, db: i32, dy: i32, y: i32, x: i32, w: i32, out: i32, channels: i32, batch: i32, high: i32, wide: i32, k: i32, stride: i32, pad: i32, relu: bool): void {
  const top = take(0);
  plan(channels, high, wide, k, stride, pad);
  const pixels = at(high * wide), all = rows * cols, every = (all + 3) & ~3, lanes = (out + 3) & ~3, step = at(lanes), until = terms & ~15, size = at(channels * tall * width);
  const planes = take(size), g = take(at(LANES * lanes * every)), turned = take(at(every * lanes)), mine = at(lanes * every);
  const dy16 = dx ? take(<usize>(out * all) * CELL) : 0, line = dx ? take(<usize>wide * CELL) : 0, byTerm = dx ? take(at(terms * out)) : 0;
  const sum = take(at((terms + 8) * lanes)), rest = take(at(24 * lanes)), bias = take(step), block = take(step);
  memory.fill(planes, 0, size); memory.fill(g, 0, at(LANES * lanes * every));
  memory.fill(sum, 0, at((terms + 8) * lanes)); memory.fill(rest, 0, at(24 * lanes)); memory.fill(bias, 0, step); memory.fill(block, 0, step);
  for (let o = 0; o < out; o++) {
    store<f32>(bias + at(o), load<f32>(at(db + o)));
    for (let j = 0; j < terms; j++) {
      store<f32>(sum + at(j * lanes + o), load<f32>(at(dw + o * terms + j)));
      if (dx) store<f32>(byTerm + at(j * out + o), load<f32>(at(w + o * terms + j)));
    }
  }
  let filled = 0;
  for (let i = 0; i < batch; i++) {
    const lane = i % LANES, own = g + <usize>lane * mine;
    for (let o = 0; o < out; o++) gated(own + at(o * every), at(dy + (o * batch + i) * all), at(y + (o * batch + i) * all), all, relu);
    for (let o = 0; o < lanes; o += 4) for (let q = 0; q < every; q += 4) turn(turned + at(q * lanes + o), step, own + at(o * every + q), at(every));
    for (let c = 0; c < channels; c++) for (let r = 0; r < high; r++) {
      memory.copy(planes + at((c * tall + r + pad) * width + pad), at(x) + <usize>(c * batch + i) * pixels + at(r * wide), at(wide));
    }
    for (let from = 0; from < all;) {
      const count = min(PLACES - filled, all - from), slopes = turned + at(from * lanes);
      weigh(sum, until, rest, step, planes, slopes, places + at(from), count);
      for (let v: usize = 0; v < step; v += 16) {
        let s = v128.load(block + v);
        for (let q = slopes + v, end = q + <usize>count * step; q < end; q += step) s = f32x4.add(s, v128.load(q));
        v128.store(block + v, s);
      }
      from += count; filled += count;
      if (filled == PLACES || (i == batch - 1 && from == all)) {
        flush(sum + <usize>until * step, rest, <usize>(terms - until) * step);
        flush(bias, block, step);
        filled = 0;
      }
    }
    if (!dx || (lane < LANES - 1 && i < batch - 1)) continue;
    const first = i - lane, to = at(dx) + <usize>first * pixels;
    for (let o = 0; o < out; o++) pack(dy16 + <usize>(o * all) * CELL, g + at(o * every), all, LANES, 4, mine);
    for (let c = 0; c < channels; c++) for (let r = 0; r < high; r++) {
      const here = to + <usize>(c * batch) * pixels + at(r * wide);
      pack(line, here, wide, lane + 1, 4, pixels);
      for (let q = 0; q < wide; q++) slope(line + <usize>q * CELL, dy16, byTerm + at(c * k * k * out), r + pad, q + pad, k, stride, out);
      unpack(here, pixels, line, wide, lane + 1);
    }
  }
  for (let o = 0; o < out; o++) {
    store<f32>(at(db + o), load<f32>(bias + at(o)));
    for (let j = 0; j < terms; j++) store<f32>(at(dw + o * terms + j), load<f32>(sum + at(j * lanes + o)));
  }
  release(top);
}
