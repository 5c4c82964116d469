// exp on four lanes and log, from + - * / alone. Constants are read from memory: V8 rebuilds a v128.const at every use.

const C = memory.data<f32>([
  1.44269504088896341, 0.693359375, -2.12194440e-4,                                             // 1/ln 2, ln 2 in two parts
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 0.5,     // Cephes expf
  -87.0, 1.0], 16);

// @ts-ignore: decorator
@inline function c(i: usize): v128 { return v128.load_splat<f32>(C + (i << 2)); }

/** e^x for x <= 88; 0 below -87. Relative error about 2^-23. */
// @ts-ignore: decorator
@inline function exp4(x: v128): v128 {
  const keep = f32x4.ge(x, c(9)), z = f32x4.pmax(c(9), x);
  const n = f32x4.nearest(f32x4.mul(z, c(0)));
  const r = f32x4.sub(f32x4.sub(z, f32x4.mul(n, c(1))), f32x4.mul(n, c(2)));
  let y = f32x4.add(f32x4.mul(c(3), r), c(4));
  y = f32x4.add(f32x4.mul(y, r), c(5));
  y = f32x4.add(f32x4.mul(y, r), c(6));
  y = f32x4.add(f32x4.mul(y, r), c(7));
  y = f32x4.add(f32x4.mul(y, r), c(8));
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(r, r)), r), c(10));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.and(f32x4.mul(y, scale), keep);
}

/** ln x for normal x > 0, in f64: k ln 2 + 2 artanh((f - 1)/(f + 1)), as in src/math/functions.ts. */
export function log(x: f64): f64 {
  const word = reinterpret<u64>(x);
  let k = <f64>(<i32>(word >> 52) - 1023);
  let f = reinterpret<f64>((word & 0xfffffffffffff) | 0x3ff0000000000000);
  if (f > 1.4142135623730951) { f /= 2; k += 1; }
  const s = (f - 1) / (f + 1), square = s * s;
  let sum: f64 = 0;
  for (let i = 21; i > 0; i -= 2) sum = 1 / <f64>i + square * sum;
  return k * 0.6931471805599453 + 2 * s * sum;
}

/** Sum of the lanes: (0 + 1) + (2 + 3). */
// @ts-ignore: decorator
@inline export function across(v: v128): f32 {
  return (f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1)) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

const spare = memory.data(16);

/** to[j] = e^(scale (x_j - max x)) / sum, j < count. In place is fine. What is left after the last whole vector goes through `spare`. */
export function softmax(to: usize, x: usize, count: i32, scale: f32): void {
  const rest = <usize>(count & 3) << 2, full = <usize>(count & ~3) << 2, s = f32x4.splat(scale);
  v128.store(spare, f32x4.splat(-1e30));
  for (let j: usize = 0; j < rest; j += 4) store<f32>(spare + j, load<f32>(x + full + j));
  let top = v128.load(spare), sum = f32x4.splat(0);
  for (let j: usize = 0; j < full; j += 16) top = f32x4.pmax(top, v128.load(x + j));
  top = f32x4.pmax(top, i32x4.shuffle(top, top, 2, 3, 0, 1));
  top = f32x4.pmax(top, i32x4.shuffle(top, top, 1, 0, 3, 2));
  for (let j: usize = 0; j <= full; j += 16) {
    const last = j == full, e = exp4(f32x4.mul(f32x4.sub(v128.load(last ? spare : x + j), top), s));
    v128.store(last ? spare : to + j, e);
    sum = f32x4.add(sum, e);
  }
  const norm = f32x4.splat(1 / across(sum));
  for (let j: usize = 0; j < full; j += 16) v128.store(to + j, f32x4.mul(v128.load(to + j), norm));
  v128.store(spare, f32x4.mul(v128.load(spare), norm));
  for (let j: usize = 0; j < rest; j += 4) store<f32>(to + full + j, load<f32>(spare + j));
}
