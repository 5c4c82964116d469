// Are eight pictures one picture, turned? Cosines of each, turned by its place in the circle, with every other.

import { median } from '../math/median.ts';
import { discCosine, rotatePicture } from '../math/picture-rotation.ts';

type Templates = readonly ArrayLike<number>[];
export interface Family {
  /** all 56 pairs, each turned by its due angle, ascending */
  readonly aligned: readonly number[];
  readonly matrix: readonly (readonly number[])[];
  /** share of the matrix's variance off the diagonal that hangs on the difference of directions alone */
  readonly circulant: number;
  /** how many have a median cosine above 0.7 with the others, turned into place */
  readonly members: number;
}

export const KINDS = 8;
export const SIDE = 11;
const BELONGS = 0.7;

/** Cosine of one, turned by `angle` degrees, with another. */
export const fit = (E: Templates, pick: number, onto: number, angle: number): number =>
  discCosine(rotatePicture(E[pick], SIDE, angle), E[onto], SIDE);

/** Cosines of eight templates with each other, as they are and each turned into the place of the other. */
export function family(E: Templates): Family {
  const pairs = Array.from(
    { length: KINDS * KINDS },
    (_, i) => [Math.floor(i / KINDS), i % KINDS] as const,
  ).filter(([i, j]) => i !== j);
  const matrix = E.map((a) => E.map((b) => discCosine(a, b, SIDE)));
  const turned = pairs.map(([i, j]) => ({ i, cosine: fit(E, i, j, 45 * ((j - i + KINDS) % KINDS)) }));
  const of = (i: number): number => median(turned.filter((p) => p.i === i).map((p) => p.cosine));
  return {
    aligned: ascending(turned),
    matrix,
    circulant: circulant(matrix, pairs),
    members: E.filter((_, i) => of(i) > BELONGS).length,
  };
}

function circulant(C: readonly (readonly number[])[], pairs: readonly (readonly [number, number])[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const by = (i: number, j: number): number => (j - i + KINDS) % KINDS;
  const all = mean(pairs.map(([i, j]) => C[i][j]));
  const at = C.map((_, d) => (d ? mean(C.map((row, i) => row[(i + d) % KINDS])) : 0));
  const square = (what: (i: number, j: number) => number): number =>
    pairs.reduce((sum, [i, j]) => sum + (C[i][j] - what(i, j)) * (C[i][j] - what(i, j)), 0);
  return 1 - square((i, j) => at[by(i, j)]) / (square(() => all) || 1);
}

const ascending = (list: readonly { readonly cosine: number }[]): number[] =>
  list.map(({ cosine }) => cosine).sort((a, b) => a - b);
