// Where the toy model's expectation is taken: points x in [0, 1]^n with weights, exact or sampled. A feature is absent (0)
// with probability S, else uniform on [0, 1] (Elhage et al. 2022, "Demonstrating superposition").
//
// exact: every pattern of k active features gets a fixed grid of points. The probability p = 1 - S of being active enters
// the weights only, so that one set of points serves every sparsity, and training has no noise.

import { gauss } from '../math/quadrature.ts';
import { bits, key, uniform } from '../math/random.ts';

/** S points: X_sf [S][n] row-major, weights w_s that sum to 1. */
export interface Inputs {
  readonly n: number;
  readonly X_sf: Float64Array;
  readonly w_s: Float64Array;
}

/** Points of all patterns; `size_s` active features in each, `part_s` its part of the pattern's probability. */
interface Grid {
  readonly n: number;
  readonly X_sf: Float64Array;
  readonly size_s: Uint8Array;
  readonly part_s: Float64Array;
}

/** Gauss nodes per active feature for k = 1, 2, ...; beyond the list a full grid would be too large: see `spread`. */
type Density = (n: number) => { readonly nodes: readonly number[]; readonly runs: (k: number) => number };

// 863 points at n = 5, 4 357 at n = 8. Fewer bias what is found: with (4, 3, 2, 2, 1) nodes S = 0 never keeps two features, and
// with 12 for a lone feature the grid's own optimum is up to 0.4% off at S = 0.99.
export const NODES = [24, 6, 3, 2, 2] as const; // of models up to five features
const nodesAbove5 = (n: number): readonly number[] => (n <= 7 ? [12, 6, 3, 2] : [12, 5, 3]);
const TRAIN: Density = (n) => ({
  nodes: n <= 5 ? NODES : nodesAbove5(n),
  runs: (k) => (k <= 4 ? 8 : 16),
});
// The loss that is shown: never from the points that were trained on. 5 284 points at n = 5, 19 495 at n = 8.
const SHOW: Density = (n) => ({ nodes: n <= 5 ? [32, 12, 6, 4, 3] : [32, 12, 4, 3], runs: () => 64 });

const grids = new Map<string, Grid>();

/** The expectation as a sum: `use` train for gradients, show for the loss that is read. */
export function exact(n: number, active: number, use: 'train' | 'show'): Inputs {
  const name = `${n} ${use}`;
  const grid = grids.get(name) ?? makeGrid(n, use === 'train' ? TRAIN : SHOW);
  grids.set(name, grid);
  const chance = Float64Array.from({ length: n + 1 }, (_, k) => power(active, k) * power(1 - active, n - k));
  const keep = grid.size_s.reduce((sum, k) => sum + (chance[k] > 0 ? 1 : 0), 0);
  if (keep === grid.size_s.length) {
    return { n, X_sf: grid.X_sf, w_s: grid.part_s.map((part, s) => part * chance[grid.size_s[s]]) };
  }
  const full = grid.size_s.indexOf(n); // p = 1: only the last pattern, all active, remains
  return { n, X_sf: grid.X_sf.subarray(full * n), w_s: grid.part_s.slice(full) };
}

function makeGrid(n: number, density: Density): Grid {
  const { nodes, runs } = density(n);
  const x: number[] = Array<number>(n).fill(0);
  const size: number[] = [0];
  const part: number[] = [1]; // first the empty input
  for (let k = 1; k <= n; k++) {
    const { points, parts } = nodes[k - 1] ? tensor(k, nodes[k - 1]) : spread(k, runs(k));
    for (const pattern of choose(n, k)) {
      parts.forEach((weight, s) => {
        const row = Array<number>(n).fill(0);
        pattern.forEach((f, i) => {
          row[f] = points[s][i];
        });
        x.push(...row);
        size.push(k);
        part.push(weight);
      });
    }
  }
  return { n, X_sf: Float64Array.from(x), size_s: Uint8Array.from(size), part_s: Float64Array.from(part) };
}

/** Every combination of q Gauss nodes in k directions. */
function tensor(k: number, q: number): { points: number[][]; parts: number[] } {
  const { nodes, weights } = gauss(q);
  let points: number[][] = [[]];
  let parts = [1];
  for (let i = 0; i < k; i++) {
    parts = parts.flatMap((part) => [...weights].map((weight) => part * weight));
    points = points.flatMap((point) => [...nodes].map((node) => [...point, node]));
  }
  return { points, parts };
}

/**
 * `runs` (a power of two) points in k directions: a fraction of the grid of two Gauss nodes, chosen by parities so that any
 * three directions still see all their combinations. Polynomials of total degree 3 stay exact, for 16 points, not 2^8.
 */
function spread(k: number, runs: number): { points: number[][]; parts: number[] } {
  const { nodes } = gauss(2);
  const columns = Array.from({ length: runs }, (_, i) => i)
    .filter((i) => parity(i))
    .slice(0, k);
  const points = Array.from({ length: runs }, (_, run) =>
    columns.map((column) => nodes[parity(run & column)]),
  );
  return { points, parts: points.map(() => 1 / runs) };
}

/**
 * `size` inputs drawn for one step. The empty input, most of all inputs when features are rare, is not drawn: it is
 * counted exactly, as a row of its own, and the others are drawn given that something is active.
 * Sample s takes the numbers 2 n s ... 2 n s + 2 n - 1 of the step's key: n for who is active, n for the values.
 */
export function sampled(n: number, active: number, size: number, seed: number, step: number): Inputs {
  const k = key(seed, 2, step);
  const none = power(1 - active, n);
  const X_sf = new Float64Array((size + 1) * n);
  const w_s = new Float64Array(size + 1).fill((1 - none) / size);
  w_s[size] = none;
  const here = Math.floor(active * 0x100000000);
  const first = Float64Array.from({ length: n }, (_, f) =>
    Math.floor(((1 - power(1 - active, f + 1)) / (1 - none)) * 0x100000000),
  );
  first[n - 1] = 0x100000000;
  for (let s = 0; s < size; s++) {
    const at = 2 * n * s;
    const u = bits(k, at);
    let f = 0;
    while (u >= first[f]) f += 1; // the first active feature
    X_sf[s * n + f] = uniform(k, at + n + f);
    for (f += 1; f < n; f++) if (bits(k, at + f) < here) X_sf[s * n + f] = uniform(k, at + n + f);
  }
  return { n, X_sf, w_s };
}

function choose(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: n - from }, (_, i) => from + i).flatMap((f) =>
    choose(n, k - 1, f + 1).map((rest) => [f, ...rest]),
  );
}

const power = (x: number, k: number): number => {
  let y = 1;
  for (let i = 0; i < k; i++) y *= x;
  return y;
};
const parity = (x: number): 0 | 1 => {
  let odd = 0;
  for (; x; x &= x - 1) odd ^= 1;
  return odd as 0 | 1;
};
