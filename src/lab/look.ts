// Everything that the panels show of one matrix, as plain data that crosses from the worker.

import { linkage } from '../math/linkage.ts';
import { principalAxes } from '../math/principal-axes.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { census, type Census } from '../models/census.ts';
import { below, interferenceByChance, nearestByChance } from '../models/chance.ts';
import { groups } from '../models/groups.ts';
import type { Matrix } from './choose.ts';

/** Cells along a side of the Gram picture; above, a cell is a block of pairs and shows its strongest. */
export const CELLS = 96;
/** Bins of cosines from -1 to 1. */
export const BINS = 80;

export interface Look extends Omit<Census, 'C'> {
  readonly at: readonly number[];
  readonly names?: readonly string[];
  readonly notes: readonly string[];
  readonly chance: {
    readonly interference: Float64Array;
    /** expected counts, [BINS] */ readonly pairs: Float64Array;
    /** median of the largest |cos| */ readonly nearest: number;
  };
  /** of the features that are long enough to count: how many; their interference over chance's; median largest |cos| among them, and by chance */
  readonly kept: {
    readonly count: number;
    readonly ratio: number;
    readonly nearest: number;
    readonly chance: number;
  };
  /** pairs of features that count by cosine, [BINS] */
  readonly pairs: Float64Array;
  /** features that count, in clustered order (all, when none does); of every cell [side][side], row by row: the pair it shows and W_f . W_g, in f64 */
  readonly gram: {
    readonly order: Int32Array;
    readonly side: number;
    readonly f: Int32Array;
    readonly g: Int32Array;
    readonly value: Float64Array;
    readonly cosine: Float64Array;
  };
  /** points along three axes, [n][3]; raw: the file's own axes */
  readonly view: { readonly points: Float64Array; readonly shares: readonly number[]; readonly raw: boolean };
  readonly groups: {
    readonly counts: readonly (readonly [string, number])[];
    readonly lists: readonly (readonly number[])[];
    readonly names: readonly string[];
    readonly unit: number;
  };
}

/** @param told what is being done, and which share of all is done */
export function look(
  { A, n, m, at, names, notes }: Matrix,
  k: Kernels,
  told: (what: string, share: number) => void = () => undefined,
): Look {
  told('Comparing every pair', 0);
  const { C, ...seen } = census(A, n, m, k);
  told('Sorting', 0.5);
  const found = groups(A, { ...seen, C });
  const list = found.lists.flat().sort((a, b) => a - b);
  const order = clustered(list.length ? list : at.map((_, f) => f), C, n);
  told('Finding the axes', 0.8);
  const interference = interferenceByChance(seen.norms, m);
  const pairs = Float64Array.from(
    { length: BINS },
    (_, i) =>
      ((list.length * (list.length - 1)) / 2) *
      (below((2 * (i + 1)) / BINS - 1, m) - below((2 * i) / BINS - 1, m)),
  );
  return {
    ...seen,
    pairs: pairsOf(list, C, n),
    at,
    names,
    notes,
    groups: found,
    kept: keptOnes(list, seen.interference, interference, C, n, m),
    chance: { interference, pairs, nearest: nearestByChance(n, m) },
    gram: cells(A, C, n, m, order, seen.norms),
    view: view(A, n, m, k),
  };
}

function keptOnes(
  list: readonly number[],
  interference: Float64Array,
  chance: Float64Array,
  C: Float32Array,
  n: number,
  m: number,
): Look['kept'] {
  let felt = 0;
  let expected = 0;
  const best = Float64Array.from(list, (f) => {
    let most = 0;
    for (const g of list) if (g !== f) most = Math.max(most, Math.abs(C[f * n + g]));
    felt += interference[f];
    expected += chance[f];
    return most;
  }).sort();
  return {
    count: list.length,
    ratio: expected ? felt / expected : 0,
    nearest: best[Math.floor(best.length / 2)] ?? 0,
    chance: nearestByChance(list.length, m),
  };
}

/** Those that hear each other side by side; what is too short to count has a direction of chance and is left out. */
function clustered(list: readonly number[], C: Float32Array, n: number): Int32Array {
  const k = list.length;
  const D = new Float32Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) D[i * k + j] = 1 - Math.abs(C[list[i] * n + list[j]]);
  }
  return linkage(D, k).order.map((i) => list[i]);
}

/** Pairs by cosine, BINS bins from -1 to 1. */
function pairsOf(list: readonly number[], C: Float32Array, n: number): Float64Array {
  const bins = new Float64Array(BINS);
  list.forEach((f, i) => {
    for (let j = 0; j < i; j++) {
      bins[Math.min(BINS - 1, Math.floor(((C[f * n + list[j]] + 1) * BINS) / 2))] += 1;
    }
  });
  return bins;
}

function cells(
  A: Float64Array,
  C: Float32Array,
  n: number,
  m: number,
  order: Int32Array,
  norms: Float64Array,
): Look['gram'] {
  const count = order.length;
  const side = Math.min(count, CELLS);
  const f = new Int32Array(side * side);
  const g = new Int32Array(side * side);
  const value = new Float64Array(side * side);
  const cosine = new Float64Array(side * side);
  const edge = (i: number): number => Math.floor((i * count) / side);
  for (let r = 0; r < side; r++) {
    for (let c = 0; c < side; c++) {
      const cell = r * side + c;
      let most = -1;
      for (let i = edge(r); i < edge(r + 1); i++) {
        for (let j = edge(c); j < edge(c + 1); j++) {
          const size =
            order[i] === order[j] && count > side
              ? 0
              : Math.abs(C[order[i] * n + order[j]]) * norms[order[i]] * norms[order[j]]; // in a block of many, a feature with itself says nothing
          if (size > most) {
            most = size;
            f[cell] = order[i];
            g[cell] = order[j];
          }
        }
      }
      let sum = 0;
      for (let h = 0; h < m; h++) sum += A[f[cell] * m + h] * A[g[cell] * m + h];
      value[cell] = sum;
      cosine[cell] = sum / (norms[f[cell]] * norms[g[cell]] || 1);
    }
  }
  return { order, side, f, g, value, cosine };
}

function view(A: Float64Array, n: number, m: number, k: Kernels): Look['view'] {
  const points = new Float64Array(3 * n);
  const raw = m <= 3;
  if (raw) {
    for (let f = 0; f < n; f++) for (let h = 0; h < m; h++) points[3 * f + h] = A[f * m + h];
    return { points, raw, shares: [] };
  }
  const { axes, shares } = principalAxes(A, n, m, 3, k);
  for (let f = 0; f < n; f++) {
    for (let a = 0; a < 3; a++) {
      for (let h = 0; h < m; h++) points[3 * f + a] += A[f * m + h] * axes[a * m + h];
    }
  }
  return { points, raw, shares: [...shares] };
}
