// Losses return their value as f64: it is shown, and never feeds back.

import { at } from "./arena";
import { add1 } from "./elementwise";
import { across, log, softmax } from "./functions";

/** prob = softmax of each row; each[i] = -ln prob[i][target_i]; returns the mean. */
export function crossEntropy(prob: i32, each: i32, x: i32, targets: i32, rows: i32, cols: i32): f64 {
  let total: f64 = 0;
  for (let r = 0; r < rows; r++, x += cols, prob += cols) {
    softmax(at(prob), at(x), cols, 1);
    const loss = -log(max<f64>(load<f32>(at(prob + <i32>load<f32>(at(targets + r)))), 1e-38));
    store<f32>(at(each + r), <f32>loss);
    total += loss;
  }
  return total / rows;
}

/** dx (+)= scale (prob - onehot(target)) */
export function crossEntropyBack(dx: i32, prob: i32, targets: i32, rows: i32, cols: i32, scale: f32, more: bool): void {
  for (let r = 0; r < rows; r++, dx += cols, prob += cols) {
    const right = <i32>load<f32>(at(targets + r));
    for (let j = 0; j < cols; j++) {
      add1(dx + j, scale * (load<f32>(at(prob + j)) - (j == right ? <f32>1 : <f32>0)), more);
    }
  }
}

/** sum over rows and columns of weight_j (x - y)^2 */
export function squaredError(x: i32, y: i32, weight: i32, rows: i32, cols: i32): f64 {
  let total: f64 = 0;
  for (let r = 0; r < rows; r++, x += cols, y += cols) {
    for (let j = 0; j < cols; j++) { const e = load<f32>(at(x + j)) - load<f32>(at(y + j)); total += e * e * load<f32>(at(weight + j)); }
  }
  return total;
}

/** dx (+)= scale weight_j (x - y) */
export function squaredErrorBack(dx: i32, x: i32, y: i32, weight: i32, rows: i32, cols: i32, scale: f32, more: bool): void {
  for (let r = 0; r < rows; r++, x += cols, y += cols, dx += cols) {
    for (let j = 0; j < cols; j++) {
      add1(dx + j, scale * (load<f32>(at(x + j)) - load<f32>(at(y + j))) * load<f32>(at(weight + j)), more);
    }
  }
}

/** sum |x| */
export function absolute(x: i32, count: i32): f64 {
  let total: f64 = 0;
  for (const end = x + count; x < end;) {
    let four = f32x4.splat(0);
    for (const stop = min(end, x + 1024); x < stop; x += 4) four = f32x4.add(four, f32x4.abs(v128.load(at(x))));
    total += across(four);
  }
  return total;
}

/** dx (+)= scale sign(x), 0 at 0 */
export function absoluteBack(dx: i32, x: i32, count: i32, scale: f32, more: bool): void {
  const plus = f32x4.splat(scale), minus = f32x4.splat(-scale), zero = f32x4.splat(0);
  for (const end = x + count; x < end; x += 4, dx += 4) {
    const v = v128.load(at(x));
    const term = v128.or(v128.and(plus, f32x4.gt(v, zero)), v128.and(minus, f32x4.lt(v, zero)));
    v128.store(at(dx), more ? f32x4.add(v128.load(at(dx)), term) : term);
  }
}
