// What the weights say of turning: cosines of a template, turned, with another.

import { alike, rotated } from '../../math/rotate.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';

export const KINDS = 8, SIDE = 11;
type Templates = readonly (readonly number[])[];

export const shown = (s: FamiliesSnapshot, { weights }: Pick<FamiliesParams, 'weights'>): Templates => s[weights];
/** The neighbour's angle: what the turn should be if the family is one. */
export const due = ({ pick, onto }: Pick<FamiliesParams, 'pick' | 'onto'>): number => ((onto - pick + KINDS) % KINDS) * 45;
export const fit = (E: Templates, pick: number, onto: number, angle: number): number => alike(rotated(E[pick], SIDE, angle), E[onto], SIDE);

const kept = new WeakMap<Templates, Map<string, readonly number[]>>();
/** At every third degree, 0 ... 360. */
export function curve(E: Templates, pick: number, onto: number): readonly number[] {
  const known = kept.get(E) ?? new Map<string, readonly number[]>(), name = `${pick} ${onto}`;
  if (!kept.has(E)) kept.set(E, known);
  if (!known.has(name)) known.set(name, Array.from({ length: 121 }, (_, i) => fit(E, pick, onto, i * 3)));
  return known.get(name)!;
}
/** Where the curve is highest, degrees. */
export const peak = (list: readonly number[]): number => (list.indexOf(Math.max(...list)) * 3) % 360;

export interface Family { /** all 56 pairs, each turned by its due angle, ascending */ readonly aligned: readonly number[]; readonly matrix: readonly (readonly number[])[]; /** share of the matrix's variance off the diagonal that hangs on the difference of directions alone */ readonly circulant: number }

const families = new WeakMap<Templates, Family>();
export function family(E: Templates): Family {
  const known = families.get(E);
  if (known) return known;
  const pairs = Array.from({ length: KINDS * KINDS }, (_, i) => [Math.floor(i / KINDS), i % KINDS] as const).filter(([i, j]) => i !== j);
  const matrix = E.map((a) => E.map((b) => alike(a, b, SIDE)));
  const made = { aligned: pairs.map(([i, j]) => fit(E, i, j, 45 * ((j - i + KINDS) % KINDS))).sort((a, b) => a - b), matrix, circulant: circulant(matrix, pairs) };
  families.set(E, made);
  return made;
}

function circulant(C: readonly (readonly number[])[], pairs: readonly (readonly [number, number])[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length, by = (i: number, j: number): number => (j - i + KINDS) % KINDS;
  const all = mean(pairs.map(([i, j]) => C[i][j])), at = C.map((_, d) => (d ? mean(C.map((row, i) => row[(i + d) % KINDS])) : 0));
  const square = (what: (i: number, j: number) => number): number => pairs.reduce((sum, [i, j]) => sum + (C[i][j] - what(i, j)) * (C[i][j] - what(i, j)), 0);
  return 1 - square((i, j) => at[by(i, j)]) / (square(() => all) || 1);
}

export const median = (sorted: readonly number[]): number => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
export const two = (v: number): string => v.toFixed(2).replace(/^-(0\.00)$/, '$1').replace('-', '−');
export const degrees = (kind: number): string => `${kind * 45}°`;
