// What picture and words read from a snapshot and from the baked atlas.

import { apply, fromYawPitch } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import type { Atlas, Found, Row } from './baked.ts';
import { spec, type PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';

const { min: FEWEST, max: MOST } = spec.features;
/** The numbers of features that the track offers, ascending. */
export const counts = Array.from({ length: MOST - FEWEST + 1 }, (_, i) => FEWEST + i);

/** The fractions of a dimension: those at which features gather in these models, and two that the larger models of the paper show. */
export const FRACTIONS = [
  { at: 1 / 2, text: '½', reached: true },
  { at: 2 / 5, text: '⅖', reached: true },
  { at: 3 / 8, text: '⅜', reached: true },
  { at: 2 / 3, text: '⅔', reached: false },
  { at: 3 / 4, text: '¾', reached: false },
] as const;

/** How many features are kept, so how many corners the body has. */
export const corners = ({ kept }: Pick<PolytopesSnapshot, 'kept'>): number => kept.filter(Boolean).length;

/** What the starts of `n` features came to; undefined while the atlas is not loaded. */
export const foundAt = (atlas: Atlas | undefined, n: number): Found | undefined =>
  atlas?.found.find((row) => row.n === n);

type Outcome = Found['outcomes'][number];

/** What a run that has come to its end is, next to the starts of the atlas. */
export interface Standing {
  /** how many starts there are */
  readonly starts: number;
  /** the outcome of the lowest loss */
  readonly best: Outcome;
  readonly isBest: boolean;
  /** its loss over the best one's, less 1 */
  readonly worse: number;
  /** the starts that end as this run does */
  readonly mine: Outcome | undefined;
  /** four features in three neurons, at their best, and no start ends as a tetrahedron */
  readonly noTetrahedron: boolean;
}

/** Undefined while the atlas is not loaded. */
export function standing(snapshot: PolytopesSnapshot, atlas: Atlas | undefined): Standing | undefined {
  const { n, m, shape, loss } = snapshot;
  const outcomes = foundAt(atlas, n)?.outcomes;
  const best = outcomes?.[0];
  if (!atlas || !outcomes || !best) return undefined;
  const same = (o: Outcome): boolean => o.shape === shape && o.corners === corners(snapshot);
  const isBest = same(best);
  return {
    starts: atlas.starts,
    best,
    isBest,
    worse: best.loss > 1e-7 ? loss / best.loss - 1 : 0,
    mine: outcomes.find(same),
    noTetrahedron: isBest && m === 3 && n === 4 && !outcomes.some((o) => o.shape === 'tetrahedron'),
  };
}

/** Rarities of the curve, ascending. */
export const rarities = ({ curve }: Atlas): number[] => [...new Set(curve.rows.map(({ rarity }) => rarity))];

/** The models at the rarity that is nearest in ratio; `star` is their mean D*. */
export function held(atlas: Atlas, rarity: number): { rarity: number; rows: readonly Row[]; star: number } {
  const ratio = (r: number): number => Math.max(r / rarity, rarity / r);
  const near = rarities(atlas).reduce((best, r) => (ratio(r) < ratio(best) ? r : best));
  const rows = atlas.curve.rows.filter((row) => row.rarity === near);
  return { rarity: near, rows, star: mean(rows.map(({ star }) => star)) };
}

/** Mean of the values; 0 of none. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

/** How many features a model of the curve represents. */
export const represented = ({ bins }: Row): number =>
  bins.filter((_, i) => i % 2).reduce((sum, count) => sum + count, 0);

/** Features in all rows by hundredths of a dimension, [101]. */
export function histogram(rows: readonly Row[]): number[] {
  const out = Array<number>(101).fill(0);
  for (const { bins } of rows) for (let i = 0; i < bins.length; i += 2) out[bins[i]] += bins[i + 1];
  return out;
}

/** Part of the represented features within 0.015 of a fraction; hundredths count once, 0.39 with two fifths only. */
export function partAt(rows: readonly Row[], fraction: number): number {
  const all = histogram(rows);
  const total = all.reduce((sum, count) => sum + count, 0);
  return (
    all.reduce((sum, count, bin) => sum + (Math.abs(bin / 100 - fraction) < 0.0149 ? count : 0), 0) /
    Math.max(1, total)
  );
}

/** The snapshot's points as the reader has turned them. */
export function rotated(
  { vectors, axes }: PolytopesSnapshot,
  { yaw, pitch }: PolytopesParams,
): { vectors: Vec[]; axes: Vec[] } {
  const rotation = fromYawPitch(yaw, pitch);
  return { vectors: vectors.map((v) => apply(rotation, v)), axes: axes.map((v) => apply(rotation, v)) };
}
