// Everything that the lab's panels show of one matrix, as plain data that crosses from the worker.

import { linkage } from '../math/linkage.ts';
import { principalAxes } from '../math/principal-axes.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { groupsNull, ratioNull, shareNull, type ShareNull } from './arrangement-null.ts';
import { census, type Census } from './census.ts';
import { below, interferenceByChance, nearestByChance } from './chance.ts';
import { groups } from './groups.ts';

/** Cells along a side of the Gram picture; above, a cell is a block of pairs and shows its strongest. */
const CELLS = 96;
/** Bins of cosines from -1 to 1, and of shares from 0 to 1. */
const BINS = 80;
export const SHARE_BINS = 50;

/** What is looked at: [n][m] row-major, and what the file says of its rows. */
export interface LookInput {
  readonly A: Float64Array;
  readonly n: number;
  readonly m: number;
  readonly at: readonly number[];
  readonly names?: readonly string[];
  readonly notes: readonly string[];
  readonly allNorms?: Float64Array;
}

export interface Look extends Omit<Census, 'C'> {
  /** number of each feature in the file */
  readonly at: readonly number[];
  readonly names?: readonly string[];
  readonly notes: readonly string[];
  /** lengths of all features of the file where more are there than are shown; NaN: left out */
  readonly allNorms?: Float64Array;
  readonly chance: {
    readonly interference: Float64Array;
    /** expected counts of cosines, [BINS] */
    readonly pairs: Float64Array;
    /** median of the largest |cos| */
    readonly nearest: number;
    readonly shares: ShareNull;
    /** 99% of random sets have their interference, over its expectation, between these */
    readonly ratio: readonly [low: number, high: number];
    /** the most groups of each name in 99 random sets; undefined: not known */
    readonly groups?: readonly (readonly [name: string, most: number])[];
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
  readonly gram: GramBlocks;
  /** points along three axes, [n][3]; raw: the file's own axes; centred: from the mean of all */
  readonly view: {
    readonly points: Float64Array;
    readonly shares: readonly number[];
    readonly raw: boolean;
    readonly centred: boolean;
  };
  readonly groups: {
    readonly counts: readonly (readonly [string, number])[];
    readonly lists: readonly (readonly number[])[];
    readonly names: readonly string[];
    readonly unit: number;
  };
}

/** Features that count, in clustered order (all, when none does); of every cell [side][side], row by row: the pair it shows and W_f . W_g, in f64. */
interface GramBlocks {
  readonly order: Int32Array;
  readonly side: number;
  readonly f: Int32Array;
  readonly g: Int32Array;
  readonly value: Float64Array;
  readonly cosine: Float64Array;
}

/** @param centred the view of the directions starts at their mean @param told what is being done, and which share of all is done */
export async function look(
  { A, n, m, at, names, notes, allNorms }: LookInput,
  k: Kernels,
  told: (what: string, share: number) => void | Promise<void> = () => undefined,
  centred = false,
): Promise<Look> {
  await told('Comparing every pair', 0);
  const { C, ...seen } = census(A, n, m, k);
  await told('Sorting', 0.4);
  const found = groups(A, { ...seen, C });
  const list = found.lists.flat().sort((a, b) => a - b);
  const order = clustered(list.length ? list : at.map((_, f) => f), C, n);
  await told('Measuring chance', 0.6);
  const interference = interferenceByChance(seen.norms, m);
  const counting = list.map((f) => seen.norms[f]);
  const pairsByChance = Float64Array.from(
    { length: BINS },
    (_, i) =>
      ((list.length * (list.length - 1)) / 2) *
      (below((2 * (i + 1)) / BINS - 1, m) - below((2 * i) / BINS - 1, m)),
  );
  const formed = await groupsNull(counting, m);
  const chance: Look['chance'] = {
    interference,
    pairs: pairsByChance,
    nearest: nearestByChance(n, m),
    shares: shareNull(
      [...seen.norms].filter((v) => v > 0),
      m,
      SHARE_BINS,
    ),
    ratio: ratioNull(counting, m),
    ...(formed ? { groups: formed } : {}),
  };
  await told('Finding the axes', 0.8);
  return {
    ...seen,
    pairs: pairsOf(list, C, n),
    at,
    ...(names ? { names } : {}),
    ...(allNorms && allNorms.length > n ? { allNorms } : {}),
    notes,
    groups: found,
    kept: keptOnes(list, seen.interference, interference, C, n, m),
    chance,
    gram: cells(A, C, n, m, order, seen.norms),
    view: view(A, n, m, centred),
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
): GramBlocks {
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

/** The file's own axes up to three; above, the three along which most squared length lies. */
function view(A: Float64Array, n: number, m: number, centred: boolean): Look['view'] {
  const points = new Float64Array(3 * n);
  const raw = m <= 3;
  const B = centred ? fromMean(A, n, m) : A;
  if (raw) {
    for (let f = 0; f < n; f++) for (let h = 0; h < m; h++) points[3 * f + h] = B[f * m + h];
    return { points, raw, centred, shares: [] };
  }
  const { axes, shares } = principalAxes(B, n, m, 3);
  for (let f = 0; f < n; f++) {
    for (let a = 0; a < 3; a++) {
      for (let h = 0; h < m; h++) points[3 * f + a] += B[f * m + h] * axes[a * m + h];
    }
  }
  return { points, raw, centred, shares: [...shares] };
}

function fromMean(A: Float64Array, n: number, m: number): Float64Array {
  const B = Float64Array.from(A);
  for (let h = 0; h < m; h++) {
    let sum = 0;
    for (let f = 0; f < n; f++) sum += A[f * m + h];
    for (let f = 0; f < n; f++) B[f * m + h] -= sum / n;
  }
  return B;
}
