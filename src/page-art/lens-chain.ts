// The seven lenses in a row, each magnified from a speck in the next, and what a lens is.

import { ink } from '../scene/ink.ts';
import { circle, mark, path, round, type Mark } from '../scene/mark.ts';

/** Where in a lens the one before it is seen, and how large. */
export interface Speck {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
export interface Lens {
  readonly marks: readonly Mark[];
  readonly speck?: Speck;
}
/** of every lens */
export const RADIUS = 90;

/** The two outer tangents of two circles: what a magnifier draws. */
export function tangents(a: Speck, b: Speck): string {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const d = Math.sqrt(dx * dx + dy * dy);
  const along = Math.atan2(dy, dx);
  const open = Math.acos((a.r - b.r) / d);
  return [along + open, along - open]
    .map(
      (k) =>
        `M${round(a.x + a.r * Math.cos(k))} ${round(a.y + a.r * Math.sin(k))}L${round(b.x + b.r * Math.cos(k))} ${round(b.y + b.r * Math.sin(k))}`,
    )
    .join('');
}

/**
 * The chain: lens by lens in a row, each magnified from a speck in the next.
 * @param width of the row, px @param ids names of the symbols to use @param scale of the lenses
 */
export function chain(
  lenses: readonly Lens[],
  width: number,
  ids: (number: number) => string,
  scale = 0.87,
): Mark[] {
  const r = RADIUS * scale;
  const gap = (width - 2 * r - 2) / (lenses.length - 1);
  const y = r + 2;
  const x = (i: number): number => r + 1 + i * gap;
  return [
    ...lenses.map((_, i) =>
      mark('use', {
        href: `#${ids(i + 1)}`,
        transform: `translate(${round(x(i))},${round(y)}) scale(${scale})`,
      }),
    ),
    ...lenses.slice(1).flatMap(({ speck }, i) => {
      const s = { x: x(i + 1) + speck!.x * scale, y: y + speck!.y * scale, r: speck!.r * scale };
      return [
        path(tangents({ x: x(i), y, r }, s), { stroke: ink('ink'), 'stroke-width': 0.8, fill: 'none' }),
        circle(s.x, s.y, s.r, { stroke: ink('ink'), 'stroke-width': 0.8, fill: 'none' }),
      ];
    }),
  ];
}
