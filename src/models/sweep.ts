// Many small toy models, trained to the end one after the other: the cells of a phase diagram. The same arithmetic as
// superposition.ts, written out for the two sizes that are swept, so that a cell here has the weights, to the last bit, of that
// model opened on its own. The seam for a compiled kernel is `Slope`: one that fits replaces these two.
//
//   h = W x      x' = ReLU(W^T h + b)      L = E sum_f I_f (x_f - x'_f)^2      theta = [W_fh [n][m], b_f]

import { descend } from '../math/adam.ts';
import { cos, PI } from '../math/functions.ts';
import { exact, type Inputs } from './inputs.ts';
import { ALONE, LEFT_OUT, SHARED, type Fate } from './phase.ts';
import { importances, loss, SCHEDULE, start, type Start, type Superposition } from './superposition.ts';

/** dL/dtheta into `out`; X_sf, w_s as in inputs.ts, I_f importances. */
export type Slope = (theta: Float64Array, X_sf: Float64Array, w_s: Float64Array, I_f: Float64Array, out: Float64Array) => void;

/** n = 2, m = 1; theta = [w0, w1, b0, b1] */
export const slope21: Slope = (theta, X_sf, w_s, I_f, out) => {
  const [w0, w1, b0, b1] = theta, [I0, I1] = I_f;
  let g0 = 0, g1 = 0, c0 = 0, c1 = 0;
  for (let s = 0, x = 0; s < w_s.length; s++, x += 2) {
    const X0 = X_sf[x], X1 = X_sf[x + 1], w = w_s[s];
    const h = w0 * X0 + w1 * X1;
    const a0 = b0 + w0 * h, a1 = b1 + w1 * h;
    const d0 = a0 > 0 ? 2 * (w * I0 * (a0 - X0)) : 0, d1 = a1 > 0 ? 2 * (w * I1 * (a1 - X1)) : 0;
    const dh = d0 * w0 + d1 * w1;
    c0 += d0; c1 += d1;
    g0 += d0 * h; g0 += dh * X0;
    g1 += d1 * h; g1 += dh * X1;
  }
  out[0] = g0; out[1] = g1; out[2] = c0; out[3] = c1;
};

/** n = 3, m = 2; theta = [u0, v0, u1, v1, u2, v2, b0, b1, b2]: feature f is written along (u_f, v_f) */
export const slope32: Slope = (theta, X_sf, w_s, I_f, out) => {
  const [u0, v0, u1, v1, u2, v2, b0, b1, b2] = theta, [I0, I1, I2] = I_f;
  let p0 = 0, q0 = 0, p1 = 0, q1 = 0, p2 = 0, q2 = 0, c0 = 0, c1 = 0, c2 = 0;
  for (let s = 0, x = 0; s < w_s.length; s++, x += 3) {
    const X0 = X_sf[x], X1 = X_sf[x + 1], X2 = X_sf[x + 2], w = w_s[s];
    const h = u0 * X0 + u1 * X1 + u2 * X2, k = v0 * X0 + v1 * X1 + v2 * X2;
    const a0 = b0 + u0 * h + v0 * k, a1 = b1 + u1 * h + v1 * k, a2 = b2 + u2 * h + v2 * k;
    const d0 = a0 > 0 ? 2 * (w * I0 * (a0 - X0)) : 0, d1 = a1 > 0 ? 2 * (w * I1 * (a1 - X1)) : 0, d2 = a2 > 0 ? 2 * (w * I2 * (a2 - X2)) : 0;
    const dh = d0 * u0 + d1 * u1 + d2 * u2, dk = d0 * v0 + d1 * v1 + d2 * v2;
    c0 += d0; c1 += d1; c2 += d2;
    p0 += d0 * h; p0 += dh * X0; q0 += d0 * k; q0 += dk * X0;
    p1 += d1 * h; p1 += dh * X1; q1 += d1 * k; q1 += dk * X1;
    p2 += d2 * h; p2 += dh * X2; q2 += d2 * k; q2 += dk * X2;
  }
  out[0] = p0; out[1] = q0; out[2] = p1; out[3] = q1; out[4] = p2; out[5] = q2; out[6] = c0; out[7] = c1; out[8] = c2;
};

/** The whole schedule of a toy model of one of these sizes, in place; decay is 1, `last` the last feature's importance. */
export function trainWhole(model: Superposition, inputs: Inputs, I_f: Float64Array): void {
  const { theta, adam, n } = model, slope = n === 2 ? slope21 : slope32, gradient = new Float64Array(theta.length);
  for (const rate of rates()) {
    slope(theta, inputs.X_sf, inputs.w_s, I_f, gradient);
    descend(adam, theta, gradient, rate);
  }
}

let learning: Float64Array | undefined;
/** Half a cosine, as in superposition.ts. */
function rates(): Float64Array {
  const { steps, rate } = SCHEDULE.exact;
  learning ??= Float64Array.from({ length: steps }, (_, t) => rate * 0.5 * (1 + cos((PI * t) / steps)) + 1e-5);
  return learning;
}

/**
 * The fate of the last feature of a trained cell. It is kept when its direction is at least half as long as a whole one, and shares
 * when another kept one lies within 60 degrees of its line.
 */
export function fateOf(theta: ArrayLike<number>, n: 2 | 3): Fate {
  const m = n - 1, dot = (f: number, g: number): number => (m === 1 ? theta[f] * theta[g] : theta[2 * f] * theta[2 * g] + theta[2 * f + 1] * theta[2 * g + 1]);
  const last = n - 1, own = dot(last, last);
  if (own < 0.25) return LEFT_OUT;
  for (let f = 0; f < last; f++) {
    const other = dot(f, f), across = dot(f, last);
    if (other >= 0.25 && across * across >= 0.25 * own * other) return SHARED;
  }
  return ALONE;
}

/** How a model begins; the seed is used by `random` alone. */
export interface Beginning { readonly start: Start; readonly seed: number }
export interface Cell { readonly theta: Float64Array; readonly loss: number; readonly won: Beginning }

/** The best of the models that `beginnings` lead to, by the loss on the finer points; n features in n - 1 neurons. */
export function trainCell(n: 2 | 3, absent: number, last: number, beginnings: readonly Beginning[]): Cell {
  const inputs = exact(n, 1 - absent, 'train'), finer = exact(n, 1 - absent, 'show'), I_f = importances(n, 1, last);
  let best: Cell | undefined;
  for (const won of beginnings) {
    const model = start(n, n - 1, won.start, won.seed);
    trainWhole(model, inputs, I_f);
    const end = loss(model, finer, I_f);
    if (!best || end < best.loss) best = { theta: model.theta, loss: end, won };
  }
  return best!;
}
