// Which fate is cheapest for a feature: closed forms of the toy model's expected loss at n = 2, m = 1 (and what they say of
// n = 3, m = 2). After Elhage et al. 2022, "Superposition as a phase change"; the formulas were derived and checked here.
//
//   x_f = 0 with probability q = 1 - p, else uniform on [0, 1];  importances 1 and r;  x' = ReLU(W^T W x + b)
//
// Letters: p density, r importance of the last feature next to the others, s = a^2 for W = [a, -a], b bias.

/** What becomes of the last feature: left out, alone on a direction of its own, or sharing one. */
export type Fate = 0 | 1 | 2;
export const LEFT_OUT = 0;
export const ALONE = 1;
export const SHARED = 2;

const positive = (x: number): number => (x > 0 ? x : 0);
const square = (x: number): number => x * x;

/** Loss of a feature that is not written at all, its bias at E x = p/2:  V = Var x = p/3 - p^2/4. */
export const ignored = (p: number): number => p / 3 - (p * p) / 4;

/**
 * Loss of one feature of a symmetric pair W = [a, -a], s = a^2, both biases b, 0 <= b <= s, u = 1 - b/s:
 *   L = q^2 b^2 + p q [(1-s)^2/3 - (1-s) b + b^2 + b^3/(3s)] + p^2 [(1/2-b)^2 + ((1-s)^2 + s^2)/12 - u^4 s (1+s)/12]
 */
export function pair(s: number, b: number, p: number): number {
  const q = 1 - p;
  const u = 1 - b / s;
  return (
    q * q * b * b +
    p * q * (square(1 - s) / 3 - (1 - s) * b + b * b + (b * b * b) / (3 * s)) +
    p * p * (square(0.5 - b) + (square(1 - s) + s * s) / 12 - (square(u * u) * s * (1 + s)) / 12)
  );
}

/** The pair at s = 1, b = 0, without any over-scaling or bias: p^2/6. */
export const naivePair = (p: number): number => (p * p) / 6;

/** Where a naive pair costs as much as dropping the last feature, (1+r) p^2/6 = r V:  r = 2p/(4-5p); Infinity for p >= 4/5. */
export const naiveBoundary = (p: number): number => (p >= 0.8 ? Infinity : (2 * p) / (4 - 5 * p));

/**
 * Loss of the first feature of W = [a, -c], with A = a^2, B = a c, own bias b >= 0 or below; x* = (B-b)/A is where the other
 * feature, fully on, stops silencing it:
 *   G = q^2 b^2 + p q [(1-A)^2/3 - (1-A) b + b^2 + (b^3 - (b-B)+^3)/(3B)] + p^2 [((1-A+B)/2 - b)^2 + ((1-A)^2 + B^2)/12 - corr]
 * The whole loss is G(a^2, ac, b1) + r G(c^2, ac, b2). This form holds for b >= 0; `below` has the other.
 */
export function half(A: number, B: number, b: number, p: number): number {
  if (b < 0) return below(A, B, b, p);
  const q = 1 - p;
  const x = (B - b) / A;
  const d = positive(b - B);
  return (
    q * q * b * b +
    p * q * (square(1 - A) / 3 - (1 - A) * b + b * b + (b * b * b - d * d * d) / (3 * B)) +
    p * p * (square((1 - A + B) / 2 - b) + (square(1 - A) + B * B) / 12 - silenced(A, B, x))
  );
}

/** What ReLU saves in the corner where it is silent; three pieces in x*. */
function silenced(A: number, B: number, x: number): number {
  if (x <= 0) return 0;
  const x2 = x * x;
  const x4 = x2 * x2;
  if (x <= 1) return (A * A * (1 + A) * x4) / (12 * B);
  return (
    ((A * A) / B) * (x2 / 2 - (2 * x) / 3 + 0.25) +
    (((A * A * A) / (3 * B)) * (x4 - square(square(x - 1)))) / 4
  );
}

/** G for b < 0: alone, x' is silent up to t = -b/A; together, along the other feature's y, up to t = (B y - b)/A. */
function below(A: number, B: number, b: number, p: number): number {
  const q = 1 - p;
  const t0 = -b / A;
  const t1 = (B - b) / A;
  // one(t) = E (x - A (x-t)+)^2 over x in [0, 1], a polynomial in t while t <= 1, then E x^2; area is its integral from 0.
  const k = [square(1 - A) / 3, A * (1 - A), A * A, -(A * (1 + A)) / 3];
  const one = (t: number): number => (t >= 1 ? 1 / 3 : k[0] + t * (k[1] + t * (k[2] + t * k[3])));
  const area = (t: number): number => t * (k[0] + t * (k[1] / 2 + t * (k[2] / 3 + (t * k[3]) / 4)));
  const top = Math.min(t1, 1);
  const low = Math.min(t0, 1);
  const both = t1 - t0 < 1e-9 ? one(t0) : (area(top) - area(low) + (t1 - top - (t0 - low)) / 3) / (t1 - t0);
  return p * q * one(t0) + p * p * both;
}
