// Fringes: the mark of interference. Rising (/) adds, falling (\) cancels, tighter is stronger. Drawn as line
// segments clipped to the shape, not as a <pattern>: those need ids, and ids clash where many figures share a page.

import { round, type Point } from './mark.ts';

export type Slope = 'rising' | 'falling';

/**
 * Parallel lines at 45 degrees inside a convex polygon, as one path.
 * @param spacing px between lines, square to them
 * @param origin a point that a line passes through, so that neighbouring shapes match
 */
export function hatch(
  polygon: readonly Point[],
  spacing: number,
  slope: Slope,
  origin: Point = [0, 0],
): string {
  const side = slope === 'rising' ? 1 : -1; // y down: x + y is constant along '/', x - y along '\'
  const level = ([x, y]: Point): number => x - origin[0] + side * (y - origin[1]);
  const gap = spacing * Math.SQRT2;
  const levels = polygon.map(level);
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  let d = '';
  for (let c = Math.ceil(low / gap) * gap; c < high; c += gap) {
    const ends = cut(polygon, levels, c);
    if (ends) d += `M${round(ends[0][0])} ${round(ends[0][1])}L${round(ends[1][0])} ${round(ends[1][1])}`;
  }
  return d;
}

/** The two points where the outline passes level c, if it does. */
function cut(polygon: readonly Point[], levels: readonly number[], c: number): [Point, Point] | undefined {
  const ends: Point[] = [];
  for (let i = 0; i < polygon.length; i++) {
    const j = (i + 1) % polygon.length;
    const a = levels[i];
    const b = levels[j];
    if (a <= c === b <= c) continue;
    const t = (c - a) / (b - a);
    ends.push([
      polygon[i][0] + t * (polygon[j][0] - polygon[i][0]),
      polygon[i][1] + t * (polygon[j][1] - polygon[i][1]),
    ]);
  }
  return ends.length === 2 && Math.abs(ends[0][0] - ends[1][0]) > 0.3 ? [ends[0], ends[1]] : undefined;
}

const steps = [0.06, 0.25, 0.5, 0.8];
const fringes = [
  { spacing: 8, width: 0.7 },
  { spacing: 6, width: 0.8 },
  { spacing: 4.6, width: 0.85 },
  { spacing: 3.7, width: 0.95 },
];

/** Fringe of a strength between 0 and 1 or more; undefined below the first step. Page px, times `scale`. */
export function fringe(
  value: number,
  scale = 1,
): { slope: Slope; spacing: number; width: number } | undefined {
  const level = steps.filter((step) => Math.abs(value) >= step).length - 1;
  if (level < 0) return undefined;
  return {
    slope: value > 0 ? 'rising' : 'falling',
    spacing: fringes[level].spacing * scale,
    width: fringes[level].width * Math.max(1, scale * 0.95),
  };
}

/** The corners of a rectangle, as `hatch` takes them. */
export const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
