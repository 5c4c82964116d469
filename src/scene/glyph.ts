// A feature's mark: a stain and a glyph, always the same pair. More features than stains are drawn in ink.

import { ink, type Ink } from './ink.ts';
import { path, round, type Mark } from './mark.ts';

/** How a feature is painted: `glyph` undefined is the plain disc of a feature without a stain. */
export interface Stain {
  /** ink of areas and lines */
  readonly paint: Ink;
  /** ink of text: darker where the paint's contrast is too low */
  readonly word: Ink;
  readonly glyph: number | undefined;
}

/** How many stains there are. */
export const STAINS = 6;
/** The stain of a slot, 0 to STAINS - 1. */
export const stain = (slot: number): Stain => ({
  paint: `f${slot + 1}` as Ink,
  word: `f${slot + 1}-ink` as Ink,
  glyph: slot,
});
/** How features beyond the stains are painted. */
export const unstained: Stain = { paint: 'ink', word: 'ink', glyph: undefined };

const star = Array.from({ length: 10 }, (_, i): [number, number] => {
  const angle = (i * Math.PI) / 5;
  const r = i % 2 ? 0.57 : 1.3;
  return [r * Math.sin(angle), -r * Math.cos(angle)];
});
const cross: readonly [number, number][] = [
  [-1, -3],
  [1, -3],
  [1, -1],
  [3, -1],
  [3, 1],
  [1, 1],
  [1, 3],
  [-1, 3],
  [-1, 1],
  [-3, 1],
  [-3, -1],
  [-1, -1],
].map(([x, y]) => [x * 0.36, y * 0.36]);
const corners: readonly (readonly (readonly [number, number])[] | undefined)[] = [
  undefined,
  [
    [0, -1.12],
    [1.08, 0.75],
    [-1.08, 0.75],
  ],
  [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  cross,
  star,
];

/** Path of glyph `slot` around the origin: disc, triangle, diamond, cross, star, half-disc, all of about a disc's weight at radius r. */
export function glyph(slot: number | undefined, r: number): string {
  const n = (value: number): number => round(value * r);
  if (slot === 5) return `M${n(-1.24)} ${n(0.56)}A${n(1.24)} ${n(1.24)} 0 0 1 ${n(1.24)} ${n(0.56)}Z`;
  const points = slot === undefined ? undefined : corners[slot];
  if (points) return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
  const k = slot === undefined ? 0.7 : 1;
  return `M${n(-k)} 0A${n(k)} ${n(k)} 0 1 1 ${n(k)} 0A${n(k)} ${n(k)} 0 1 1 ${n(-k)} 0Z`;
}

/** The glyph at (x, y): filled, or hollow (a feature that was dropped). */
export function sign(
  { paint, glyph: slot }: Stain,
  r: number,
  x = 0,
  y = 0,
  how: { hollow?: number | undefined; on?: Ink | undefined } = {},
  key?: string,
): Mark {
  const paints = how.hollow
    ? { fill: 'none', stroke: ink(paint), 'stroke-width': how.hollow }
    : { fill: ink(how.on ?? paint) };
  return path(
    glyph(slot, r),
    { ...paints, transform: x || y ? `translate(${round(x)},${round(y)})` : undefined },
    key,
  );
}
