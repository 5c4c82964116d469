// Where the others lie at each point of the track, and how far that is from the first.

import type { AlignedNet, SameShapeSnapshot } from './snapshot.ts';
import { RENAMED, type SameShapeParams } from './params.ts';

/** A network's features as rows, [n][m]. */
export type Rows = readonly (readonly number[])[];
/** The networks that are shown, the first and what is laid on it. */
export const shown = (
  s: SameShapeSnapshot,
  { others }: Pick<SameShapeParams, 'others'>,
): readonly AlignedNet[] => s[others];

/** The rows of a network at `turn`: renamed from RENAMED on, then turned little by little. In the plane by its angle, after a fold where it is mirrored; in space along straight lines. */
export function placed(
  { W, order, Q }: Pick<AlignedNet, 'W' | 'order' | 'Q'>,
  m: number,
  turn: number,
): Rows {
  const names = turn >= RENAMED ? order.map((f) => W[f]) : W;
  const t = Math.max(0, (turn - RENAMED) / (100 - RENAMED));
  const M = m === 2 ? partly(Q, t) : Q.map((q, i) => (1 - t) * (i % (m + 1) ? 0 : 1) + t * q);
  return names.map((row) =>
    Array.from({ length: m }, (_, j) => row.reduce((sum, w, i) => sum + w * M[i * m + j], 0)),
  );
}

/** Q = fold times rotation; of each the part t. */
function partly([a, b, c, d]: readonly number[], t: number): number[] {
  const mirrored = a * d - b * c < 0;
  const angle = Math.atan2(b, a) * t;
  const fold = mirrored ? 1 - 2 * t : 1;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos, sin, -sin * fold, cos * fold];
}

/** |first - other| / |first|, Frobenius norms */
function distance(first: Rows, other: Rows): number {
  let off = 0;
  let all = 0;
  first.forEach((row, f) =>
    row.forEach((w, i) => {
      off += (w - other[f][i]) * (w - other[f][i]);
      all += w * w;
    }),
  );
  return Math.sqrt(off / (all || 1));
}

/** Distance from the first at `turn`, mean over the three others. */
export function residual(s: SameShapeSnapshot, others: SameShapeParams['others'], turn: number): number {
  const list = s[others];
  const first = list[0].W;
  return (
    list.slice(1).reduce((sum, one) => sum + distance(first, placed(one, s.m, turn)), 0) / (list.length - 1)
  );
}

/** The largest of a distance over the three others. */
export const worst = (list: readonly AlignedNet[], what: 'turned' | 'gram' | 'raw' | 'renamed'): number =>
  Math.max(...list.slice(1).map((one) => one[what]));
/** A share in percent: below 10% with one digit. */
export const percent = (value: number): string =>
  value < 0.1 ? `${(100 * value).toFixed(1)}%` : `${Math.round(100 * value)}%`;
