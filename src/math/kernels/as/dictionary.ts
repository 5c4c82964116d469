// Sparse dictionaries: pre = E (x - b_d) + b_e; z = the `keep` largest of pre that are positive, or all positive ones (keep 0);
// x' = D^T z + b_d. theta: E [width][d], D [width][d], b_e [width], b_d [d].
//
// Only the encoder's product is dense. What follows goes over the active latents of each sample, in ascending order: the terms
// that are left out are exact zeros, and adding a zero, of either sign, to a sum that began at +0 changes no bit of it.

import { at, release, take } from "./arena";
import { across } from "./functions";
import { gemm } from "./gemm";

const BLOCK: i32 = 128;   // samples at a time: their [BLOCK][width] products stay in the second cache

/** Appends what is positive and above `bar` to a list of at most `keep`, largest first, of equals the first; returns its new length. */
function insert(ids: usize, z: usize, count: i32, keep: i32, id: i32, value: f32): i32 {
  let i = min(count, keep - 1);
  for (; i > 0 && load<f32>(z + at(i - 1)) < value; i--) {
    store<f32>(z + at(i), load<f32>(z + at(i - 1)));
    store<i32>(ids + at(i), load<i32>(ids + at(i - 1)));
  }
  store<f32>(z + at(i), value); store<i32>(ids + at(i), id);
  return min(count + 1, keep);
}

/** The list in ascending order of ids. */
function order(ids: usize, z: usize, count: i32): void {
  for (let i = 1; i < count; i++) {
    const id = load<i32>(ids + at(i)), value = load<f32>(z + at(i));
    let j = i;
    for (; j > 0 && load<i32>(ids + at(j - 1)) > id; j--) {
      store<f32>(z + at(j), load<f32>(z + at(j - 1)));
      store<i32>(ids + at(j), load<i32>(ids + at(j - 1)));
    }
    store<f32>(z + at(j), value); store<i32>(ids + at(j), id);
  }
}

/** Active latents of one sample into `ids` (i32) and `z`; returns how many. Lists have room for `keep`, or for `width` at keep 0. */
function select(ids: usize, z: usize, pre: usize, bias: usize, width: i32, keep: i32): i32 {
  const most = keep ? keep : width;
  let count = 0, bar: f32 = 0;
  for (let j = 0; j < width; j += 4) {
    let hit = 0;
    if (j + 4 <= width) {
      const v = f32x4.add(v128.load(pre + at(j)), v128.load(bias + at(j)));
      hit = i32x4.bitmask(f32x4.gt(v, f32x4.splat(bar)));
    } else hit = 7;   // the last few, one by one
    for (let i = j; hit != 0 && i < width; i++, hit >>= 1) {
      if (!(hit & 1)) continue;
      const value = load<f32>(pre + at(i)) + load<f32>(bias + at(i));
      if (!(value > bar)) continue;
      if (keep == 0) { store<i32>(ids + at(count), i); store<f32>(z + at(count), value); count++; continue; }
      count = insert(ids, z, count, most, i, value);
      if (count == most) bar = load<f32>(z + at(most - 1));
    }
  }
  if (keep) order(ids, z, count);
  return count;
}

/** xc = x - b_d and pre = E xc for `rows` samples. */
function products(pre: usize, xc: usize, x: usize, theta: i32, rows: i32, d: i32, width: i32): void {
  const bd = at(theta + 2 * width * d + width);
  for (let r = 0, to = xc; r < rows; r++) for (let j = 0; j < d; j++, to += 4, x += 4) store<f32>(to, load<f32>(x) - load<f32>(bd + at(j)));
  gemm(<i32>(pre >> 2), width, <i32>(xc >> 2), d, 1, theta, 1, d, rows, width, d, false);
}

/** g = scale (sum over active z_j D_j + b_d - x); returns |x' - x|^2. */
function decode(g: usize, x: usize, dict: usize, bd: usize, ids: usize, z: usize, count: i32, d: i32, scale: f32): f32 {
  let loss = f32x4.splat(0), c: i32 = 0;
  const s = f32x4.splat(scale), rows = at(d);
  for (; c + 16 <= d; c += 16) {
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let i = 0; i < count; i++) {
      const row = dict + <usize>load<i32>(ids + at(i)) * rows + at(c), v = v128.load_splat<f32>(z + at(i));
      s0 = f32x4.add(s0, f32x4.mul(v, v128.load(row))); s1 = f32x4.add(s1, f32x4.mul(v, v128.load(row, 16)));
      s2 = f32x4.add(s2, f32x4.mul(v, v128.load(row, 32))); s3 = f32x4.add(s3, f32x4.mul(v, v128.load(row, 48)));
    }
    const o = at(c);
    s0 = f32x4.sub(f32x4.add(s0, v128.load(bd + o)), v128.load(x + o));
    s1 = f32x4.sub(f32x4.add(s1, v128.load(bd + o, 16)), v128.load(x + o, 16));
    s2 = f32x4.sub(f32x4.add(s2, v128.load(bd + o, 32)), v128.load(x + o, 32));
    s3 = f32x4.sub(f32x4.add(s3, v128.load(bd + o, 48)), v128.load(x + o, 48));
    loss = f32x4.add(loss, f32x4.add(f32x4.add(f32x4.mul(s0, s0), f32x4.mul(s1, s1)), f32x4.add(f32x4.mul(s2, s2), f32x4.mul(s3, s3))));
    v128.store(g + o, f32x4.mul(s, s0)); v128.store(g + o, f32x4.mul(s, s1), 16);
    v128.store(g + o, f32x4.mul(s, s2), 32); v128.store(g + o, f32x4.mul(s, s3), 48);
  }
  let rest: f32 = 0;
  for (; c < d; c++) {
    let sum: f32 = 0;
    for (let i = 0; i < count; i++) sum += load<f32>(z + at(i)) * load<f32>(dict + <usize>load<i32>(ids + at(i)) * rows + at(c));
    const e = sum + load<f32>(bd + at(c)) - load<f32>(x + at(c));
    rest += e * e;
    store<f32>(g + at(c), scale * e);
  }
  return across(loss) + rest;
}

/** a . b: sixteen running sums, then what is left over one by one. */
function dot(a: usize, b: usize, d: i32): f32 {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, c: i32 = 0;
  for (; c + 16 <= d; c += 16, a += 64, b += 64) {
    s0 = f32x4.add(s0, f32x4.mul(v128.load(a), v128.load(b))); s1 = f32x4.add(s1, f32x4.mul(v128.load(a, 16), v128.load(b, 16)));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(a, 32), v128.load(b, 32))); s3 = f32x4.add(s3, f32x4.mul(v128.load(a, 48), v128.load(b, 48)));
  }
  let sum = across(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
  for (; c < d; c++, a += 4, b += 4) sum += load<f32>(a) * load<f32>(b);
  return sum;
}

/** y += s x */
function axpy(y: usize, s: f32, x: usize, d: i32): void {
  const v = f32x4.splat(s);
  let c: i32 = 0;
  for (; c + 4 <= d; c += 4, x += 16, y += 16) v128.store(y, f32x4.add(v128.load(y), f32x4.mul(v, v128.load(x))));
  for (; c < d; c++, x += 4, y += 4) store<f32>(y, load<f32>(y) + s * load<f32>(x));
}

/** Loss = mean |x' - x|^2 + lambda mean sum z, and its gradient: grad has theta's layout. */
export function dictionaryStep(grad: i32, theta: i32, x: i32, batch: i32, d: i32, width: i32, keep: i32, lambda: f32): f64 {
  const size = width * d, dict = at(theta + size), be = dict + at(size), bd = be + at(width);
  const gE = at(grad), gD = gE + at(size), ge = gD + at(size), gd = ge + at(width);
  const rows = min(BLOCK, batch), most = keep ? keep : width;
  const xc = take(at(rows * d)), pre = take(at(rows * width)), ids = take(at(most)), z = take(at(most)), g = take(at(d)), sum = take(at(d));
  const part: f32 = 1 / <f32>batch, twice: f32 = 2 * part, price = lambda * part;
  memory.fill(gE, 0, at(2 * size + width + d));
  memory.fill(sum, 0, at(d));
  let loss: f64 = 0;
  for (let b0 = 0; b0 < batch; b0 += BLOCK) {
    const here = min(BLOCK, batch - b0);
    products(pre, xc, at(x + b0 * d), theta, here, d, width);
    for (let b = 0; b < here; b++) {
      const count = select(ids, z, pre + at(b * width), be, width, keep), own = xc + at(b * d);
      loss += decode(g, at(x + (b0 + b) * d), dict, bd, ids, z, count, d, twice);
      axpy(gd, 1, g, d);
      for (let i = 0; i < count; i++) {
        const id = load<i32>(ids + at(i)), value = load<f32>(z + at(i)), row = at(id * d);
        const dz = dot(g, dict + row, d) + price;
        axpy(gD + row, value, g, d);
        axpy(gE + row, dz, own, d);
        store<f32>(ge + at(id), load<f32>(ge + at(id)) + dz);
        loss += lambda * value;
      }
    }
  }
  for (let j = 0; j < width; j++) axpy(sum, load<f32>(ge + at(j)), at(theta + j * d), d);
  axpy(gd, -1, sum, d);
  release(xc);
  return loss / batch;
}

/** The active latents of every sample, ids ascending: ids and values [batch][keep], -1 and 0 where there are fewer. */
export function dictionaryEncode(ids: i32, values: i32, theta: i32, x: i32, batch: i32, d: i32, width: i32, keep: i32): void {
  const be = at(theta + 2 * width * d), rows = min(BLOCK, batch);
  const xc = take(at(rows * d)), pre = take(at(rows * width)), list = take(at(keep)), z = take(at(keep));
  for (let b0 = 0; b0 < batch; b0 += BLOCK) {
    const here = min(BLOCK, batch - b0);
    products(pre, xc, at(x + b0 * d), theta, here, d, width);
    for (let b = 0; b < here; b++) {
      const count = select(list, z, pre + at(b * width), be, width, keep);
      for (let i = 0; i < keep; i++, ids++, values++) {
        store<f32>(at(ids), i < count ? <f32>load<i32>(list + at(i)) : <f32>-1);
        store<f32>(at(values), i < count ? load<f32>(z + at(i)) : <f32>0);
      }
    }
  }
  release(xc);
}
