// How fast this machine multiplies and adds on four lanes: seven chains of products and seven of sums, nothing else. As many
// as fill both kinds of unit while a result is on its way (three or four cycles). Compiled on its own, for the bench.

const C = memory.data<f32>([1, 0.001], 16);

/** `rounds` times 14 * 4 floating-point operations. */
export function peak(rounds: i32): f32 {
  const x = v128.load_splat<f32>(C), y = v128.load_splat<f32>(C, 4);
  let a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = y, i = y, j = y, k = y, l = y, m = y, n = y;
  for (; rounds > 0; rounds -= 2) {
    a = f32x4.mul(a, x); h = f32x4.add(h, y); b = f32x4.mul(b, x); i = f32x4.add(i, y); c = f32x4.mul(c, x); j = f32x4.add(j, y); d = f32x4.mul(d, x);
    k = f32x4.add(k, y); e = f32x4.mul(e, x); l = f32x4.add(l, y); f = f32x4.mul(f, x); m = f32x4.add(m, y); g = f32x4.mul(g, x); n = f32x4.add(n, y);
    a = f32x4.mul(a, x); h = f32x4.add(h, y); b = f32x4.mul(b, x); i = f32x4.add(i, y); c = f32x4.mul(c, x); j = f32x4.add(j, y); d = f32x4.mul(d, x);
    k = f32x4.add(k, y); e = f32x4.mul(e, x); l = f32x4.add(l, y); f = f32x4.mul(f, x); m = f32x4.add(m, y); g = f32x4.mul(g, x); n = f32x4.add(n, y);
  }
  a = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(f32x4.add(e, f), f32x4.add(g, h)));
  return f32x4.extract_lane(f32x4.add(a, f32x4.add(f32x4.add(f32x4.add(i, j), f32x4.add(k, l)), f32x4.add(m, n))), 0);
}
