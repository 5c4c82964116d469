// What a plane of feature directions looks like: norms, shares, cross-talk, and the name of the arrangement.
// W_fh is [n][m] row-major as in superposition.ts (theta will do: the biases behind it are not read).

import { cos, PI, sin } from '../math/functions.ts';

type Weights = ArrayLike<number>;
/** [a, b, c, d]: (x, y) -> (a x + b y, c x + d y) */
export type Turn = readonly [number, number, number, number];

/** A feature counts as kept when its direction is longer than this. */
export const KEPT = 0.5;
/** Angles may be off by a quarter of the regular gap (22.5 degrees for right angles, 18 for a pentagon). */
const SLACK = 0.25;
const POLYGON = ['', '', '', 'triangle', 'square', 'pentagon', 'hexagon', 'heptagon', 'octagon'];

/** Dot product of rows f and g. */
function dot(W: Weights, m: number, f: number, g: number): number {
  let sum = 0;
  for (let i = 0; i < m; i++) sum += W[f * m + i] * W[g * m + i];
  return sum;
}

/** W^T W, [n][n]: what feature f writes into feature g's reading. */
export const gram = (W: Weights, n: number, m: number): number[][] =>
  Array.from({ length: n }, (_, f) => Array.from({ length: n }, (_, g) => dot(W, m, f, g)));

/** |W_f|, [n] */
export const norms = (W: Weights, n: number, m: number): number[] =>
  Array.from({ length: n }, (_, f) => Math.sqrt(dot(W, m, f, f)));

/** |W_f| > 0.5, [n] */
export const kept = (W: Weights, n: number, m: number): boolean[] =>
  norms(W, n, m).map((norm) => norm > KEPT);

/** Share of a dimension, D_f = |W_f|^2 / sum_g (unit(W_f) . W_g)^2 (Elhage et al. 2022); 0 for |W_f| < 1e-6. */
export function shares(W: Weights, n: number, m: number): number[] {
  return gram(W, n, m).map((row, f) => {
    const square = row[f];
    return square < 1e-12 ? 0 : (square * square) / row.reduce((sum, value) => sum + value * value, 0);
  });
}

/**
 * The arrangement of the kept features, by the gaps between neighbouring directions. Others count as left out.
 * m = 2: none | 1 alone | 2 orthogonal | 1 pair (opposite) | 2 oblique | 1 pair + 1 (across it) | 2 pairs (crossed) |
 *   triangle, pentagon ... octagon (even gaps), with " + k left out" when some are | "k uneven" for everything else.
 * m = 1: none | 1 alone | 1 pair | "a against b" (a features on the fuller side).
 */
export function geometry(W: Weights, n: number, m: number): string {
  const at = kept(W, n, m).flatMap((is, f) => (is ? [f] : []));
  const k = at.length;
  if (k === 0) return 'none';
  if (k === 1) return '1 alone';
  if (m === 1) {
    const right = at.filter((f) => W[f] > 0).length;
    const most = Math.max(right, k - right);
    return most === 1 ? '1 pair' : `${most} against ${k - most}`;
  }
  const gaps = gapsOf(at.map((f) => [W[f * 2], W[f * 2 + 1]]));
  if (k === 2) {
    if (near(gaps[0], PI / 2) || near(gaps[1], PI / 2)) return '2 orthogonal';
    return near(gaps[0], PI, PI / 2) ? '1 pair' : '2 oblique';
  }
  if (
    k === 3 &&
    gaps.some((gap) => near(gap, PI, PI / 2)) &&
    gaps.filter((gap) => near(gap, PI / 2)).length === 2
  ) {
    return '1 pair + 1';
  }
  if (k === 4 && gaps.every((gap) => near(gap, PI / 2))) return '2 pairs';
  if (k !== 4 && gaps.every((gap) => near(gap, (2 * PI) / k))) {
    return POLYGON[k] + (n > k ? ` + ${n - k} left out` : '');
  }
  return `${k} uneven`;
}

/** A gap as the point (cos, sin) on the circle: angles are compared without arc functions. */
type Gap = readonly [cos: number, sin: number];
const near = (gap: Gap, ideal: number, regular = ideal): boolean =>
  gap[0] * cos(ideal) + gap[1] * sin(ideal) >= cos(SLACK * regular);

/** From each direction to the next, counterclockwise. */
function gapsOf(vectors: readonly (readonly [number, number])[]): Gap[] {
  const round = ([x, y]: readonly [number, number]): number => {
    const t = x / (Math.abs(x) + Math.abs(y));
    return y >= 0 ? 1 - t : 3 + t;
  };
  const sorted = [...vectors].sort((a, b) => round(a) - round(b));
  return sorted.map((a, i) => {
    const b = sorted[(i + 1) % sorted.length];
    const size = Math.sqrt((a[0] * a[0] + a[1] * a[1]) * (b[0] * b[0] + b[1] * b[1]));
    return [(a[0] * b[0] + a[1] * b[1]) / size, (a[0] * b[1] - a[1] * b[0]) / size];
  });
}

/**
 * The orthogonal matrix that a run is shown through; the model is indifferent to it. It puts the first kept feature at 45
 * degrees and, by a reflection where needed, the next kept one that is not on the same line clockwise of it. Then it gives
 * way by up to 4 degrees, so that no kept one hides on an axis: a pentagon stays about 9 degrees off, the most it can.
 * With m = 1: the first kept feature points right.
 */
export function alignTurn(W: Weights, n: number, m: number): Turn {
  const size = norms(W, n, m);
  const order = size.map((_, f) => f).filter((f) => size[f] > KEPT);
  const first = order[0] ?? size.indexOf(Math.max(...size));
  if (size[first] < 1e-6) return [1, 0, 0, 1];
  if (m === 1) return [W[first] < 0 ? -1 : 1, 0, 0, 1];
  const s = Math.SQRT1_2;
  const x = W[2 * first] / size[first];
  const y = W[2 * first + 1] / size[first];
  const R: Turn = [s * (x + y), s * (y - x), s * (x - y), s * (x + y)];
  const cross = (f: number): number => (x * W[2 * f + 1] - y * W[2 * f]) / size[f];
  const second = order.find((f) => Math.abs(cross(f)) > 0.3);
  const base: Turn = second !== undefined && cross(second) > 0 ? [R[2], R[3], R[0], R[1]] : R; // rows swapped: reflected in the 45 degree line
  return NUDGES.map((by) => nudged(base, by)).reduce((best, next) =>
    offAxis(next, W, order) > offAxis(best, W, order) + 1e-4 ? next : best,
  );
}

/** Degrees, the smallest first: the first of equals is taken. */
const NUDGES = Array.from({ length: 33 }, (_, i) => (i % 2 ? i + 1 : -i) / 8);

function nudged([a, b, c, d]: Turn, degrees: number): Turn {
  const p = cos((degrees * PI) / 180);
  const q = sin((degrees * PI) / 180);
  return [p * a - q * c, p * b - q * d, q * a + p * c, q * b + p * d];
}

/** Sine of the smallest angle between an axis and one of the features. */
const offAxis = ([a, b, c, d]: Turn, W: Weights, features: readonly number[]): number =>
  Math.min(
    1,
    ...features.map((f) => {
      const x = a * W[2 * f] + b * W[2 * f + 1];
      const y = c * W[2 * f] + d * W[2 * f + 1];
      return Math.min(Math.abs(x), Math.abs(y)) / Math.sqrt(x * x + y * y);
    }),
  );
