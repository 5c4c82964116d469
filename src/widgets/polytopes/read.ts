// Readings of a snapshot and the baked atlas that picture, words and hands share.

import { apply, fromYawPitch } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import type { Atlas, Found, Row } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';

export const FEW = 3;
export const MANY = 12;
export const counts = Array.from({ length: MANY - FEW + 1 }, (_, i) => FEW + i);

/** The fractions of a dimension: those at which features gather in these models, and two that the larger models of the paper show. */
export const FRACTIONS = [
  { at: 1 / 2, text: '½', reached: true },
  { at: 2 / 5, text: '⅖', reached: true },
  { at: 3 / 8, text: '⅜', reached: true },
  { at: 2 / 3, text: '⅔', reached: false },
  { at: 3 / 4, text: '¾', reached: false },
] as const;

export const foundAt = (atlas: Atlas | undefined, n: number): Found | undefined =>
  atlas?.found.find((row) => row.n === n);

/** What a run that has come to its end is, next to the 24 starts. */
export function standing(
  { n, shape, kept, loss }: PolytopesSnapshot,
  atlas: Atlas | undefined,
): { best: Found['outcomes'][number]; isBest: boolean; worse: number } | undefined {
  const best = foundAt(atlas, n)?.outcomes[0];
  if (!best) return undefined;
  const corners = kept.filter(Boolean).length;
  return {
    best,
    isBest: best.shape === shape && best.corners === corners,
    worse: best.loss > 1e-7 ? loss / best.loss - 1 : 0,
  };
}

/** Rarities of the curve, ascending. */
export const rarities = ({ curve }: Atlas): number[] => [...new Set(curve.rows.map(({ rarity }) => rarity))];

/** The models at the rarity that is nearest in ratio. */
export function held(atlas: Atlas, rarity: number): { rarity: number; rows: readonly Row[]; star: number } {
  const ratio = (r: number): number => Math.max(r / rarity, rarity / r);
  const near = rarities(atlas).reduce((best, r) => (ratio(r) < ratio(best) ? r : best));
  const rows = atlas.curve.rows.filter((row) => row.rarity === near);
  return { rarity: near, rows, star: mean(rows.map(({ star }) => star)) };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

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
export function seen(
  { vectors, axes }: PolytopesSnapshot,
  { yaw, pitch }: PolytopesParams,
): { vectors: Vec[]; axes: Vec[] } {
  const turn = fromYawPitch(yaw, pitch);
  return { vectors: vectors.map((v) => apply(turn, v)), axes: axes.map((v) => apply(turn, v)) };
}
