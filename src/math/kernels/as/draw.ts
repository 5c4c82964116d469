// Random inputs in lanes. Number (s, f) of a step is hash(key + (s n + f) golden) as in src/math/random.ts, its upper 31
// bits v decide both: feature f of sample s is active when v < chance 2^31, and then its value is v / (chance 2^31).

import { at, release, take } from "./arena";

const MIX = memory.data<i32>([0x7feb352d, <i32>0x846ca68b, <i32>0x9e3779b9], 16);

// @ts-ignore: decorator
@inline export function mix4(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, v128.load_splat<i32>(MIX));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, v128.load_splat<i32>(MIX + 4));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

export const GOLDEN: i32 = <i32>0x9e3779b9;

/** A chance as a bar for 31-bit numbers. */
export function bar(chance: f64): i32 { return <i32>min<f64>(0x7fffffff, floor<f64>(chance * 0x80000000)); }

/** i, i + 1, i + 2, i + 3 steps of the counter. */
// @ts-ignore: decorator
@inline export function stride4(by: i32): v128 {
  return i32x4.mul(i32x4.splat(by), i32x4.replace_lane(i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(0), 1, 1), 2, 2), 3, 3));
}

/**
 * x: panels of 16 samples, [samples / 16][n][16]. Each feature is active with chance p; `given`: given that at least one is,
 * which makes it p / (1 - (1 - p)^(n - f)) for feature f as long as none before it is. `samples` is a multiple of 16.
 */
export function draw(x: i32, n: i32, samples: i32, p: f64, given: bool, key: i32): void {
  const table = take(16 * n);   // per feature: bar and value scale while nothing is active
  let empty: f64 = 1;
  for (let f = n - 1; f >= 0; f--) {
    empty *= 1 - p;
    const limit = bar(given ? p / (1 - empty) : p);
    store<i32>(table + 8 * f, limit); store<f32>(table + 8 * f, 1 / <f32>limit, 4);
  }
  const limit = i32x4.splat(bar(p)), scale = f32x4.splat(1 / <f32>bar(p)), lanes = stride4(n * GOLDEN);
  for (let s = 0; s < samples; s += 4) {
    let to = at(x + (s >> 4) * n * 16 + (s & 15)), found = i32x4.splat(0);
    let count = i32x4.add(i32x4.splat(key + s * n * GOLDEN), lanes);
    for (let f = 0; f < n; f++, to += 64) {
      const v = i32x4.shr_u(mix4(count), 1);
      count = i32x4.add(count, v128.load_splat<i32>(MIX + 8));
      const here = v128.bitselect(limit, v128.load_splat<i32>(table + 8 * f), found);
      const part = v128.bitselect(scale, v128.load_splat<f32>(table + 8 * f + 4), found);
      const active = i32x4.lt_s(v, here);
      found = v128.or(found, active);
      v128.store(to, v128.and(active, f32x4.mul(f32x4.convert_i32x4_s(v), part)));
    }
  }
  release(table);
}
