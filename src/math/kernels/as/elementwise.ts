// Ops that go over every element once. The flat ones run on to the next vector: the arena's rounding is theirs to write, with zeros.

import { at } from "./arena";

/** y = a + b */
export function add(y: i32, a: i32, b: i32, count: i32): void {
  for (const end = y + count; y < end; y += 4, a += 4, b += 4) v128.store(at(y), f32x4.add(v128.load(at(a)), v128.load(at(b))));
}

/** y (+)= scale x */
export function scaled(y: i32, x: i32, count: i32, scale: f32, more: bool): void {
  const s = f32x4.splat(scale);
  for (const end = y + count; y < end; y += 4, x += 4) put(y, f32x4.mul(v128.load(at(x)), s), more);
}

// @ts-ignore: decorator
@inline function put(y: i32, term: v128, more: bool): void { v128.store(at(y), more ? f32x4.add(v128.load(at(y)), term) : term); }

/** y (+)= term, one element */
export function add1(y: i32, term: f32, more: bool): void { store<f32>(at(y), more ? load<f32>(at(y)) + term : term); }

/** y (+)= scale a b, element by element */
export function times(y: i32, a: i32, b: i32, count: i32, scale: f32, more: bool): void {
  const s = f32x4.splat(scale);
  for (const end = y + count; y < end; y += 4, a += 4, b += 4) put(y, f32x4.mul(f32x4.mul(v128.load(at(a)), v128.load(at(b))), s), more);
}

/** y = max(x, 0) */
export function relu(y: i32, x: i32, count: i32): void {
  const zero = f32x4.splat(0);
  for (const end = y + count; y < end; y += 4, x += 4) v128.store(at(y), f32x4.pmax(zero, v128.load(at(x))));
}

/** dx (+)= dy where y is not 0: the way back of relu and of topk */
export function gate(dx: i32, dy: i32, y: i32, count: i32, more: bool): void {
  const zero = f32x4.splat(0);
  for (const end = y + count; y < end; y += 4, dx += 4, dy += 4) put(dx, v128.and(v128.load(at(dy)), f32x4.ne(v128.load(at(y)), zero)), more);
}

/** y[i][j] = x[i][j] + scale b[j] */
export function bias(y: i32, x: i32, b: i32, rows: i32, cols: i32, scale: f32): void {
  const s = f32x4.splat(scale);
  for (let r = 0; r < rows; r++, x += cols, y += cols) {
    let j = 0;
    for (; j + 4 <= cols; j += 4) v128.store(at(y + j), f32x4.add(v128.load(at(x + j)), f32x4.mul(s, v128.load(at(b + j)))));
    for (; j < cols; j++) store<f32>(at(y + j), load<f32>(at(x + j)) + scale * load<f32>(at(b + j)));
  }
}

/** db[j] (+)= scale sum_i dy[i][j] */
export function biasBack(db: i32, dy: i32, rows: i32, cols: i32, scale: f32, more: bool): void {
  const s = f32x4.splat(scale);
  let j = 0;
  for (; j + 4 <= cols; j += 4) {
    let sum = f32x4.splat(0);
    for (let r = 0; r < rows; r++) sum = f32x4.add(sum, v128.load(at(dy + r * cols + j)));
    put(db + j, f32x4.mul(sum, s), more);
  }
  for (; j < cols; j++) {
    let sum: f32 = 0;
    for (let r = 0; r < rows; r++) sum += load<f32>(at(dy + r * cols + j));
    add1(db + j, sum * scale, more);
  }
}

/** y[i] = table[ids[i]] */
export function rows(y: i32, table: i32, ids: i32, count: i32, cols: i32): void {
  for (let i = 0; i < count; i++) memory.copy(at(y + i * cols), at(table + <i32>load<f32>(at(ids + i)) * cols), at(cols));
}

/** dtable[ids[i]] += dy[i] */
export function rowsBack(dtable: i32, dy: i32, ids: i32, count: i32, cols: i32): void {
  for (let i = 0; i < count; i++, dy += cols) {
    const to = dtable + <i32>load<f32>(at(ids + i)) * cols;
    for (let j = 0; j < cols; j++) add1(to + j, load<f32>(at(dy + j)), true);
  }
}

/** Every row of x divided by its length; rows shorter than 1e-12 stay. */
export function unitRows(x: i32, count: i32, cols: i32): void {
  for (let r = 0; r < count; r++, x += cols) {
    let sum: f32 = 0;
    for (let j = 0; j < cols; j++) sum += load<f32>(at(x + j)) * load<f32>(at(x + j));
    if (sum < 1e-24) continue;
    const part: f32 = <f32>1 / sqrt<f32>(sum);
    for (let j = 0; j < cols; j++) store<f32>(at(x + j), load<f32>(at(x + j)) * part);
  }
}

/** The `keep` largest of each row stay, the others become 0; of equals, the first. */
export function topk(y: i32, x: i32, count: i32, cols: i32, keep: i32): void {
  memory.fill(at(y), 0, at(count * cols));
  for (let r = 0; r < count; r++, x += cols, y += cols) {
    let bar: f32 = Infinity;   // values from here on have been dealt with
    for (let left = keep; left > 0;) {
      let best: f32 = -Infinity;
      for (let j = 0; j < cols; j++) { const v = load<f32>(at(x + j)); if (v < bar && v > best) best = v; }
      if (best == -Infinity) break;
      for (let j = 0; j < cols && left > 0; j++) if (load<f32>(at(x + j)) == best) { store<f32>(at(y + j), best); left--; }
      bar = best;
    }
  }
}

/** AdamW: mean, square as in Adam; w = shrink w - a mean / (sqrt(b square) + tiny), a = rate/(1 - b1^t), b = 1/(1 - b2^t). */
export function adamw(w: i32, g: i32, mean: i32, square: i32, count: i32, shrink: f32, b1: f32, b2: f32, a: f32, b: f32, tiny: f32): void {
  const keep1 = f32x4.splat(b1), new1 = f32x4.splat(1 - b1), keep2 = f32x4.splat(b2), new2 = f32x4.splat(1 - b2);
  const sh = f32x4.splat(shrink), fa = f32x4.splat(a), fb = f32x4.splat(b), ft = f32x4.splat(tiny);
  for (const end = w + count; w < end; w += 4, g += 4, mean += 4, square += 4) {
    const d = v128.load(at(g));
    const m = f32x4.add(f32x4.mul(keep1, v128.load(at(mean))), f32x4.mul(new1, d));
    const s = f32x4.add(f32x4.mul(keep2, v128.load(at(square))), f32x4.mul(new2, f32x4.mul(d, d)));
    v128.store(at(mean), m); v128.store(at(square), s);
    v128.store(at(w), f32x4.sub(f32x4.mul(sh, v128.load(at(w))), f32x4.div(f32x4.mul(fa, m), f32x4.add(f32x4.sqrt(f32x4.mul(fb, s)), ft))));
  }
}
