// Features whose directions overlap are joined into groups. A trained toy falls apart into groups at right angles to each other, each
// an arrangement with a name: pairs, triangles, pentagons (Elhage et al. 2022).

import { upperMedian } from '../math/median.ts';
import { geometry, KEPT } from './geometry.ts';
import type { Census } from './census.ts';
import { shape } from './shapes.ts';

/** Two directions overlap above this |cos|. */
export const OVERLAPS = 0.2;
/** Larger groups have no name. */
const NAMED = 12;

export interface Groups {
  /** features of each group, largest group first; only those longer than KEPT of the unit below */
  readonly lists: readonly (readonly number[])[];
  /** name of each: "pair", "pentagon", "1 alone", "uneven" */
  readonly names: readonly string[];
  /** names with their counts, the most frequent first */
  readonly counts: readonly (readonly [name: string, count: number])[];
  /** what counts as length 1: the median length of the features that are longer than a tenth of the longest */
  readonly unit: number;
}

/** Features that share directions: connected where the cosine is large, with a name for each group. */
export function groups(W: ArrayLike<number>, { n, m, norms, C }: Census): Groups {
  const long = [...norms].filter((v, _, all) => v > 0.1 * Math.max(...all));
  const unit = upperMedian(long) || 1;
  const kept = Array.from(norms, (v) => v > KEPT * unit);
  const of = new Int32Array(n).fill(-1);
  const lists: number[][] = [];
  for (let f = 0; f < n; f++) {
    if (!kept[f] || of[f] >= 0) continue;
    const list = [f];
    of[f] = lists.length;
    for (let i = 0; i < list.length; i++) {
      for (let g = 0; g < n; g++) {
        if (kept[g] && of[g] < 0 && Math.abs(C[list[i] * n + g]) > OVERLAPS) {
          of[g] = lists.length;
          list.push(g);
        }
      }
    }
    lists.push(list.sort((a, b) => a - b));
  }
  lists.sort((a, b) => b.length - a.length || a[0] - b[0]);
  const names = lists.map((list) => nameOf(list, W, m, norms));
  const tally = new Map<string, number>();
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  return { lists, names, unit, counts: [...tally].sort((a, b) => b[1] - a[1]) };
}

/** By its cosines alone: every direction is taken at length 1. */
function nameOf(list: readonly number[], W: ArrayLike<number>, m: number, norms: ArrayLike<number>): string {
  if (list.length === 1) return '1 alone';
  if (list.length > NAMED) return 'uneven';
  const units = list.flatMap((f) => Array.from({ length: m }, (_, h) => W[f * m + h] / norms[f]));
  const name = shape(units, list.length, m);
  return name === 'uneven' && m === 2
    ? geometry(units, list.length, m).replace(/^\d+ uneven$/, 'uneven')
    : name;
}
