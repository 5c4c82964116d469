// The rows nearest to one, by |cosine|.

import type { UnitRows } from './best-matches.ts';

/** @param row its place among the rows @returns places and cosines, nearest first, itself left out */
export function nearRows(
  { rows, n, m }: UnitRows,
  row: number,
  count: number,
): { readonly place: number; readonly cosine: number }[] {
  const found: { place: number; cosine: number }[] = [];
  for (let f = 0; f < n; f++) {
    if (f === row) continue;
    let cosine = 0;
    for (let i = f * m, j = row * m; i < (f + 1) * m; i++, j++) cosine += rows[i] * rows[j];
    if (found.length === count && Math.abs(cosine) <= Math.abs(found[count - 1].cosine)) continue;
    found.push({ place: f, cosine });
    found.sort((a, b) => Math.abs(b.cosine) - Math.abs(a.cosine) || a.place - b.place);
    found.length = Math.min(found.length, count);
  }
  return found;
}
