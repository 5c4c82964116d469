// Many toy models trained at once, four to a vector: a phase diagram, or restarts of one model. All see the same points;
// weights, density and importances are each model's own.

import { cos, PI } from '../math/functions.ts';
import { gauss } from '../math/quadrature.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import type { Schedule } from './superposition.ts';

/** One model: density p, importances [n], and its weights as in superposition.ts, which are trained in place. */
export interface Cell {
  readonly p: number;
  readonly I_f: ArrayLike<number>;
  readonly theta: Float64Array;
  loss: number;
}

/** Points of all patterns of k active features, for k = 0 ... n: rows (x_0 ... x_n-1, part of the pattern's probability). */
export interface Points {
  readonly n: number;
  readonly rows: readonly number[][];
  readonly counts: readonly number[];
}

/** nodes[k - 1] Gauss nodes per active feature in patterns of k; (12, 6) at n = 2 is 61 points. */
export function points(n: number, nodes: readonly number[]): Points {
  const rows: number[][] = [[...Array<number>(n).fill(0), 1]];
  const counts = [1];
  for (let k = 1; k <= n; k++) {
    const before = rows.length;
    for (const pattern of subsets(n, k)) {
      let grid = [[...Array<number>(n).fill(0), 1]];
      for (const f of pattern) {
        const rule = gauss(nodes[k - 1]);
        grid = grid.flatMap((row) =>
          [...rule.nodes].map((x, i) => {
            const next = [...row];
            next[f] = x;
            next[n] *= rule.weights[i];
            return next;
          }),
        );
      }
      rows.push(...grid);
    }
    counts.push(rows.length - before);
  }
  return { n, rows, counts };
}

const subsets = (n: number, k: number, from = 0): number[][] =>
  k === 0
    ? [[]]
    : Array.from({ length: n - from }, (_, i) => from + i).flatMap((f) =>
        subsets(n, k - 1, f + 1).map((rest) => [f, ...rest]),
      );

const GROUPS = 8; // models are trained 32 at a time: a turn of a worker, and what stays in the first cache

/** Trains every cell along the whole schedule, in place; yields after each 32. `loss` is the one before the last step. */
export function* trainBatch(
  k: Kernels,
  { n, rows, counts }: Points,
  cells: readonly Cell[],
  schedule: Schedule,
): Generator<number, void, void> {
  const from = k.mark();
  const size = cells[0].theta.length;
  const m = size / n - 1;
  const table: number[] = [];
  for (let step = 0, f1 = 0.9, f2 = 0.999; step < schedule.steps; step++, f1 *= 0.9, f2 *= 0.999) {
    const rate = schedule.rate * 0.5 * (1 + cos((PI * step) / schedule.steps)) + 1e-5;
    table.push(rate / (1 - f1), 1 / (1 - f2));
  }
  const put = (values: readonly number[]): number => {
    const at = k.alloc(values.length);
    k.data().set(values, at);
    return at;
  };
  const P = put(rows.flat());
  const C = put(counts);
  const T = put(table);
  const own = k.alloc(4 * GROUPS * (3 * size + 1 + n + 1 + n));
  const [theta, mean, square, loss, chance, I] = [
    0,
    size,
    2 * size,
    3 * size,
    3 * size + 1,
    3 * size + n + 2,
  ].map((i) => own + 4 * GROUPS * i);
  try {
    for (let first = 0; first < cells.length; first += 4 * GROUPS) {
      const here = cells.slice(first, first + 4 * GROUPS);
      const groups = Math.ceil(here.length / 4);
      const d = k.data();
      d.fill(0, own, own + 4 * GROUPS * (3 * size + 2 * n + 2));
      here.forEach((cell, i) => {
        const lane = (base: number, wide: number, j: number): number =>
          base + ((i >> 2) * wide + j) * 4 + (i & 3);
        for (let j = 0; j < size; j++) d[lane(theta, size, j)] = cell.theta[j];
        for (let j = 0; j <= n; j++) d[lane(chance, n + 1, j)] = power(cell.p, j) * power(1 - cell.p, n - j);
        for (let j = 0; j < n; j++) d[lane(I, n, j)] = cell.I_f[j];
      });
      k.sweep(theta, mean, square, loss, chance, I, P, C, T, n, m, groups, schedule.steps);
      const after = k.data();
      here.forEach((cell, i) => {
        for (let j = 0; j < size; j++) cell.theta[j] = after[theta + ((i >> 2) * size + j) * 4 + (i & 3)];
        cell.loss = after[loss + i];
      });
      yield first + here.length;
    }
  } finally {
    k.reset(from);
  }
}

const power = (x: number, k: number): number => {
  let y = 1;
  for (let i = 0; i < k; i++) y *= x;
  return y;
};
