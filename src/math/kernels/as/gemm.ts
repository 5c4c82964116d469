// C (+)= A B with any strides: B is copied into panels of 16 columns, and two rows of A meet four vectors of a panel.
// Contraction goes in blocks of 256, in ascending order: the order of every sum is part of the engine's number.

import { at, release, take } from "./arena";

const KC: i32 = 256;
const ROW: usize = 64;   // bytes of one row of a panel

/** Two rows of 16: c0, c1 (+)= sum over k of (a0_k, a1_k) b_k. `step`: bytes from one k to the next in A. */
// @ts-ignore: decorator
@inline export function tile(a0: usize, a1: usize, step: usize, b: usize, k: i32, c0: usize, c1: usize, add: bool): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
  if (add) {
    s0 = v128.load(c0); s1 = v128.load(c0, 16); s2 = v128.load(c0, 32); s3 = v128.load(c0, 48);
    t0 = v128.load(c1); t1 = v128.load(c1, 16); t2 = v128.load(c1, 32); t3 = v128.load(c1, 48);
  }
  for (const end = b + <usize>k * ROW; b < end; b += ROW) {
    const x = v128.load_splat<f32>(a0), y = v128.load_splat<f32>(a1);
    const b0 = v128.load(b), b1 = v128.load(b, 16), b2 = v128.load(b, 32), b3 = v128.load(b, 48);
    s0 = f32x4.add(s0, f32x4.mul(x, b0)); t0 = f32x4.add(t0, f32x4.mul(y, b0));
    s1 = f32x4.add(s1, f32x4.mul(x, b1)); t1 = f32x4.add(t1, f32x4.mul(y, b1));
    s2 = f32x4.add(s2, f32x4.mul(x, b2)); t2 = f32x4.add(t2, f32x4.mul(y, b2));
    s3 = f32x4.add(s3, f32x4.mul(x, b3)); t3 = f32x4.add(t3, f32x4.mul(y, b3));
    a0 += step; a1 += step;
  }
  v128.store(c0, s0); v128.store(c0, s1, 16); v128.store(c0, s2, 32); v128.store(c0, s3, 48);
  v128.store(c1, t0); v128.store(c1, t1, 16); v128.store(c1, t2, 32); v128.store(c1, t3, 48);
}

const spare = memory.data(128);   // two rows, for tiles that stick out

/** A tile of at most 2 rows and `cols` columns; rows of C are `wide` bytes apart. */
export function block(a0: usize, a1: usize, step: usize, b: usize, k: i32, c: usize, wide: usize, rows: i32, cols: i32, add: bool): void {
  const full = cols == 16;
  tile(a0, rows == 2 ? a1 : a0, step, b, k, full ? c : spare, full && rows == 2 ? c + wide : spare + ROW, full && add);
  if (full) return;
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < cols; j++) {
      const to = c + <usize>r * wide + at(j), sum = load<f32>(spare + <usize>r * ROW + at(j));
      store<f32>(to, add ? load<f32>(to) + sum : sum);
    }
  }
}

/** to[k][16] = from[k, j], j < cols; other columns 0. Steps in bytes. */
export function pack(to: usize, from: usize, k: i32, cols: i32, kstep: usize, cstep: usize): void {
  if (cols == 16 && cstep == 4) {
    for (let i = 0; i < k; i++, to += ROW, from += kstep) {
      v128.store(to, v128.load(from)); v128.store(to, v128.load(from, 16), 16);
      v128.store(to, v128.load(from, 32), 32); v128.store(to, v128.load(from, 48), 48);
    }
    return;
  }
  let i = 0;
  if (cols == 16 && kstep == 4) {
    for (; i + 4 <= k; i += 4, to += 4 * ROW, from += 16) {
      for (let j = 0; j < 16; j += 4) turn(to + at(j), ROW, from + <usize>j * cstep, cstep);
    }
  }
  for (; i < k; i++, to += ROW, from += kstep) {
    for (let j = 0; j < 16; j++) store<f32>(to + at(j), j < cols ? load<f32>(from + <usize>j * cstep) : 0);
  }
}

/** A 4 x 4 block, transposed; steps in bytes. */
export function turn(to: usize, row: usize, from: usize, step: usize): void {
  const a = v128.load(from), b = v128.load(from + step), c = v128.load(from + 2 * step), d = v128.load(from + 3 * step);
  const e = i32x4.shuffle(a, b, 0, 4, 1, 5), f = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const g = i32x4.shuffle(c, d, 0, 4, 1, 5), h = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(e, g, 0, 2)); v128.store(to + row, i64x2.shuffle(e, g, 1, 3));
  v128.store(to + 2 * row, i64x2.shuffle(f, h, 0, 2)); v128.store(to + 3 * row, i64x2.shuffle(f, h, 1, 3));
}

/** One panel against all rows of A. */
export function sweep(a: usize, row: usize, step: usize, b: usize, k: i32, c: usize, wide: usize, rows: i32, cols: i32, add: bool): void {
  for (; rows >= 2 && cols == 16; rows -= 2, a += 2 * row, c += 2 * wide) tile(a, a + row, step, b, k, c, c + wide, add);
  for (; rows > 0; rows -= 2, a += 2 * row, c += 2 * wide) block(a, a + row, step, b, k, c, wide, min(2, rows), cols, add);
}

/** C [rows][cols] (+)= A [rows][deep] B [deep][cols]; element (i, k) of A at a + i ar + k ak, and so on; rows of C cr apart. */
export function gemm(c: i32, cr: i32, a: i32, ar: i32, ak: i32, b: i32, bk: i32, bc: i32, rows: i32, cols: i32, deep: i32, add: bool): void {
  const panel = take(ROW * min(KC, deep));
  const slabs: usize = ak == 1 ? 0 : take(at(((rows + 15) & ~15) * min(KC, deep)));
  for (let k0 = 0; k0 < deep; k0 += KC) {
    const k = min(KC, deep - k0), left = at(a + k0 * ak), high = <usize>k * ROW;
    if (ak != 1) {
      for (let i = 0; i < rows; i += 16) pack(slabs + <usize>(i >> 4) * high, left + at(i * ar), k, min(16, rows - i), at(ak), at(ar));
    }
    for (let j = 0; j < cols; j += 16) {
      const n = min(16, cols - j);
      pack(panel, at(b + k0 * bk + j * bc), k, n, at(bk), at(bc));
      if (ak == 1) { sweep(left, at(ar), 4, panel, k, at(c + j), at(cr), rows, n, add || k0 > 0); continue; }
      for (let i = 0; i < rows; i += 16) {
        sweep(slabs + <usize>(i >> 4) * high, 4, ROW, panel, k, at(c + i * cr + j), at(cr), min(16, rows - i), n, add || k0 > 0);
      }
    }
  }
  release(panel);
}
