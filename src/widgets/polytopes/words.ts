// Arrangements in plain words. The names are those of src/models/shapes.ts.

import { inWords } from '../../scene/words.ts';
import { minus } from '../../scene/format.ts';

const LONG: Readonly<Record<string, string>> = {
  'icosahedron less one': 'an icosahedron with one corner missing',
  'tricapped prism': 'a triangular prism with three caps',
  'triangle and 1 alone': 'a triangle and one alone',
};

/** "an octahedron", "one opposite pair and two alone", "ten uneven corners" */
export function phrase(shape: string, corners: number): string {
  if (LONG[shape]) return LONG[shape];
  if (shape === 'uneven') return `${inWords(corners)} uneven corners`;
  const [, pairs, alone] = /^(?:(\d+) pairs?)?(?: and )?(?:(\d+) alone)?$/.exec(shape) ?? [];
  if (pairs && alone) return `${pairsOf(Number(pairs))} and ${inWords(Number(alone))} alone`;
  if (pairs) return pairsOf(Number(pairs));
  if (alone) return alone === '1' ? 'one alone' : `${inWords(Number(alone))} at right angles`;
  return /^[aeio]/.test(shape) ? `an ${shape}` : `a ${shape}`;
}
const pairsOf = (count: number): string => `${inWords(count)} opposite ${count === 1 ? 'pair' : 'pairs'}`;

/** For the track, the longest first. */
export function short(shape: string, corners: number): string[] {
  if (shape === 'uneven') return [`${corners} corners`];
  if (shape === 'capped octahedron') return [shape, 'capped octa.'];
  if (shape === 'icosahedron less one') return ['icosahedron − 1', 'icosa. − 1'];
  if (/^\d+ alone$/.test(shape)) return ['right angles'];
  if (/alone|pair/.test(shape)) {
    return [shape.replace(' and ', ' + '), shape.replace(' and ', ' + ').replace(/(\d+) alone$/, '$1')];
  }
  return [shape];
}

/** Fractions that a share is written as. */
const FRACTIONS: readonly (readonly [value: number, text: string])[] = [
  [1, '1'],
  [3 / 4, '¾'],
  [2 / 3, '⅔'],
  [1 / 2, '½'],
  [2 / 5, '⅖'],
  [3 / 8, '⅜'],
  [1 / 3, '⅓'],
  [1 / 4, '¼'],
];
/** The fraction within 0.0065 of a share, else two decimals. */
const fraction = (share: number): string =>
  FRACTIONS.find(([value]) => Math.abs(value - share) < 0.0065)?.[1] ?? share.toFixed(2);

/** Shares in their order, equal neighbours counted: "½ ×6", "1, ½ ×4" */
export function tally(shares: readonly number[]): string {
  const out: { text: string; count: number }[] = [];
  for (const text of shares.map(fraction)) {
    const last = out.at(-1);
    if (last?.text === text) last.count += 1;
    else out.push({ text, count: 1 });
  }
  return out.map(({ text, count }) => (count > 1 ? `${text} ×${count}` : text)).join(', ');
}

/** "−1 ×3, 0 ×12" */
export const signs = (angles: readonly { readonly value: number; readonly count: number }[]): string =>
  angles.map(({ value, count }) => `${cosine(value)} ×${count}`).join(', ');
/** Two decimals, whole numbers without: "−0.79", "−1", "0" */
export const cosine = (value: number): string =>
  minus(value.toFixed(2))
    .replace(/^(−?\d)\.00$/, '$1')
    .replace(/^−0$/, '0');
