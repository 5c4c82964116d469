// The phase diagram that the closed forms of phase.ts predict: which fate of the last feature has the lowest loss, at
// density p and importance r. Three theories of the shared fate, each freer than the one before:
//   naive      a pair at full length, no bias         p^2/6
//   symmetric  a pair of one length and one bias      min over s, b
//   full       W = [a, -c] with a bias each           min over a, c, b1, b2   (n = 2 only)

import { ALONE, half, ignored, LEFT_OUT, naivePair, pair, SHARED, type Fate } from './phase.ts';

export type Theory = 'naive' | 'symmetric' | 'full';

type Loss = (x: readonly number[]) => number;

/**
 * A lowest point of f near `from`: Newton's steps on differences over `h`, shortened (Levenberg 1944, Marquardt 1963) while they do
 * not lead down. Chosen over a search along the axes: at small p the valley is ten thousand times longer than wide.
 */
function lowest(f: Loss, from: readonly number[], h = 1e-4): { x: number[]; value: number } {
  let x = [...from];
  let value = f(x);
  let damp = 1e-2;
  for (let round = 0; round < 60 && damp < 1e9; round++) {
    const { slope, bend } = shape(f, x, value, h);
    const move = solve(
      bend.map((row, i) => row.map((v, j) => (i === j ? v + damp * (Math.abs(v) + 1e-9) : v))),
      slope,
    );
    const next = x.map((v, i) => v - move[i]);
    const there = f(next);
    if (there < value) {
      const gain = value - there;
      x = next;
      value = there;
      damp = damp / 10;
      if (gain < 1e-13 * value) break;
    } else damp = Math.max(damp, 1e-7) * 10;
  }
  return { x, value };
}

/** Slope and curvature of f at x, by differences. */
function shape(
  f: Loss,
  x: readonly number[],
  value: number,
  h: number,
): { slope: number[]; bend: number[][] } {
  const moved = (i: number, d: number, j = i, e = 0): number => {
    const y = [...x];
    y[i] += d;
    y[j] += e;
    return f(y);
  };
  const up = x.map((_, i) => moved(i, h));
  const down = x.map((_, i) => moved(i, -h));
  return {
    slope: x.map((_, i) => (up[i] - down[i]) / (2 * h)),
    bend: x.map((_, i) =>
      x.map((_, j) =>
        i === j
          ? (up[i] - 2 * value + down[i]) / (h * h)
          : (moved(i, h, j, h) - up[i] - up[j] + value) / (h * h),
      ),
    ),
  };
}

/** M y = v by elimination with pivots. */
function solve(M: readonly (readonly number[])[], v: readonly number[]): number[] {
  const rows = M.map((row, i) => [...row, v[i]]);
  const n = v.length;
  for (let i = 0; i < n; i++) {
    let best = i;
    for (let k = i + 1; k < n; k++) if (Math.abs(rows[k][i]) > Math.abs(rows[best][i])) best = k;
    [rows[i], rows[best]] = [rows[best], rows[i]];
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const part = rows[k][i] / rows[i][i];
      for (let j = i; j <= n; j++) rows[k][j] -= part * rows[i][j];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

export interface Pair {
  readonly s: number;
  readonly b: number;
  readonly loss: number;
}
const pairs = new Map<number, Pair>();

/** The best symmetric pair at density p: s* = a^2, its bias, its loss per unit of importance. */
export function bestPair(p: number): Pair {
  let best = pairs.get(p);
  if (best) return best;
  const {
    x: [s, b],
    value: loss,
  } = lowest(
    ([s, b]) => (s > 0.01 && b >= 0 && b <= s ? pair(s, b, p) : Infinity),
    p > 0.6 ? [0.55, 0.4] : [0.95, 0.05],
  );
  best = { s, b, loss };
  pairs.set(p, best);
  return best;
}

/** Loss of W = [a, -c] at its best biases and lengths, and those: [a, c, b1, b2]. */
export function bestSplit(p: number, r: number): { x: number[]; value: number } {
  const { s, b } = bestPair(p);
  const a = Math.sqrt(s);
  const f = ([a, c, b1, b2]: readonly number[]): number =>
    a > 1e-3 && c > 1e-3 ? half(a * a, a * c, b1, p) + r * half(c * c, a * c, b2, p) : Infinity;
  const lean = r < 1 ? [1, 0.3, 0.05, p / 2] : [0.3, 1, p / 2, 0.05];
  const even = lowest(f, [a, a, b, b]);
  const uneven = lowest(f, lean);
  return even.value <= uneven.value ? even : uneven;
}

/** n = 2, m = 1, importances (1, r): the fate of feature 2. Sharing means that both are at least half as long as a whole one. */
export function fateOfTwo(p: number, r: number, theory: Theory): Fate {
  const alone = r <= 1 ? LEFT_OUT : ALONE;
  const dropped = Math.min(r, 1) * ignored(p);
  if (theory !== 'full') return (1 + r) * sharedLoss(p, theory) < dropped ? SHARED : alone;
  const {
    x: [a, c],
    value,
  } = bestSplit(p, r);
  if (value >= dropped) return alone;
  if (c < 0.5) return LEFT_OUT;
  return a >= 0.5 ? SHARED : ALONE;
}

/** n = 3, m = 2, importances (1, 1, r): the fate of feature 3, the cheapest of left out, the others paired, in a pair itself, one of the others left out. */
export function fateOfThree(p: number, r: number, theory: Theory): Fate {
  const V = ignored(p);
  const L = sharedLoss(p, theory === 'naive' ? 'naive' : 'symmetric');
  const losses: [number, Fate][] = [
    [r * V, LEFT_OUT],
    [2 * L, ALONE],
    [(1 + r) * L, SHARED],
    [V, ALONE],
  ];
  return losses.reduce((best, next) => (next[0] < best[0] ? next : best))[1];
}

const sharedLoss = (p: number, theory: Theory): number =>
  theory === 'naive' ? naivePair(p) : bestPair(p).loss;

/** The importance, at most 1, below which feature 2 is left out; 1 where sharing is never best. Above 1 the mirror image: 1/r. */
export function boundary(p: number, theory: Theory): number {
  if (theory !== 'full') {
    const L = sharedLoss(p, theory);
    const V = ignored(p);
    return 2 * L >= V ? 1 : L / (V - L);
  }
  let low = 0;
  let high = 1;
  if (fateOfTwo(p, 1, theory) !== SHARED) return 1;
  for (let i = 0; i < 14; i++) {
    const r = (low + high) / 2;
    if (fateOfTwo(p, r, theory) === SHARED) high = r;
    else low = r;
  }
  return (low + high) / 2;
}
