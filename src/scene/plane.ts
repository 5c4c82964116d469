// Directions in a plane: reticle, axes, hull, vectors with rings to pull, trails.
// Points come in px around the origin of the group that holds the marks, y down.

import { curveCatmullRom, line as through } from 'd3-shape';
import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { at, circle, group, label, line, mark, path, rect, round, type Mark, type Point } from './mark.ts';
import { halo, unseen, type DrawStyle } from './draw-style.ts';
import { controlled } from './touch.ts';

/** The circle of radius r with ticks inwards every 5 degrees, longer every 15, none on the axes. */
export function reticle(r: number, style: DrawStyle): Mark[] {
  let d = '';
  for (let k = 0; k < 72; k++) {
    if (k % 18 === 0) continue;
    const angle = (k * Math.PI) / 36;
    const to = r * (k % 3 ? 0.962 : 0.93);
    d += `M${round(r * Math.cos(angle))} ${round(r * Math.sin(angle))}L${round(to * Math.cos(angle))} ${round(to * Math.sin(angle))}`;
  }
  const attrs = { fill: 'none', stroke: ink('ink-3'), 'stroke-width': style.weights.hair };
  return [circle(0, 0, r, attrs, 'circle'), path(d, attrs, 'ticks')];
}

/** A neuron's axis from `from` to `to`, ending in its hollow square; `name` stands at `word`. */
export function neuronAxis(
  from: Point,
  to: Point,
  name: string,
  word: Point,
  anchor: string,
  style: DrawStyle,
  key: string,
): Mark {
  const half = 4.5 * style.scale;
  return group(
    [
      line(
        from[0],
        from[1],
        to[0],
        to[1],
        { stroke: ink('ink-3'), 'stroke-width': style.weights.fine },
        'axis',
      ),
      rect(
        to[0] - half,
        to[1] - half,
        2 * half,
        2 * half,
        { fill: ink(style.ground), stroke: ink('ink'), 'stroke-width': style.weights.fine * 1.4 },
        'square',
      ),
      label(
        word[0],
        word[1],
        name,
        { 'font-size': style.label, 'text-anchor': anchor, fill: ink(style.muted), ...halo(style) },
        'name',
      ),
    ],
    {},
    key,
  );
}

/** Corners of the convex hull in order around it (A. M. Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length > 1 && cross(out.at(-2), out.at(-1), p) <= 0) out.pop();
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
/** (b - a) x (c - a): above 0 where a, b, c turn from x towards y. */
const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** The shape that the features make together: 1 px outline, 6 % wash. Nothing below three corners. */
export function hull(
  points: readonly Point[],
  style: DrawStyle,
  attrs: Mark['attrs'] = {},
): Mark | undefined {
  const corners = points.length > 2 ? convexHull(points) : [];
  if (corners.length < 3) return undefined;
  return path(
    `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`,
    {
      fill: ink('ink'),
      'fill-opacity': 0.06,
      stroke: ink('ink'),
      'stroke-width': style.weights.fine,
      'stroke-linejoin': 'round',
      ...attrs,
    },
    'hull',
  );
}

/** Where a feature has been: a thin line through `points` with beads at the indices `beads`. */
export function trail(
  points: readonly Point[],
  s: Stain,
  beads: readonly number[],
  style: DrawStyle,
  opacity: number,
  key: string,
): Mark {
  const d = through<Point>()
    .digits(2)
    .x((p) => round(p[0]))
    .y((p) => round(p[1]))
    .curve(curveCatmullRom)(points);
  return group(
    [
      path(
        d,
        {
          fill: 'none',
          stroke: ink(s.paint),
          'stroke-width': 1.3 * Math.max(1, style.scale * 0.7),
          'stroke-opacity': opacity,
          'stroke-linejoin': 'round',
        },
        'line',
      ),
      ...beads.map((i) =>
        circle(
          points[i][0],
          points[i][1],
          2.4 * Math.max(1, style.scale * 0.8),
          { fill: ink(s.paint), 'fill-opacity': Math.min(1, opacity + 0.15) },
          `bead-${i}`,
        ),
      ),
    ],
    { 'pointer-events': 'none' },
    key,
  );
}

/** A feature's direction as a line from `from` to its tip, px. */
export const vector = (
  tip: Point,
  s: Stain,
  style: DrawStyle,
  highlighted: boolean,
  key: string,
  from: Point = [0, 0],
): Mark =>
  line(
    from[0],
    from[1],
    tip[0],
    tip[1],
    {
      stroke: ink(s.paint),
      'stroke-width': style.weights.vec * (highlighted ? 1.6 : 1),
      'stroke-linecap': 'round',
    },
    key,
  );

export interface RingOptions {
  /** the feature, from 0 */
  readonly index: number;
  /** where the plane's origin stands, px of the picture: a hand is placed there */
  readonly origin: Point;
  /** it is left out: its glyph is an outline */
  readonly hollow: boolean;
  readonly highlighted: boolean;
  /** attributes that are read out */
  readonly words: Mark['attrs'];
}

/** A feature's tip in its drag ring, with the disc around it that takes the touch. */
export function ring(
  tip: Point,
  s: Stain,
  { index, origin, hollow, highlighted, words }: RingOptions,
  style: DrawStyle,
): Mark {
  const inner =
    s.glyph !== undefined
      ? sign(
          s,
          style.ring * 0.5,
          0,
          0,
          { hollow: hollow ? Math.max(1.4, style.weights.line * 0.85) : undefined },
          'glyph',
        )
      : group(
          [
            sign(s, style.ring * 0.95, 0, 0, hollow ? { hollow: style.weights.fine * 1.4 } : {}, 'disc'),
            label(
              0,
              style.ring * 0.32,
              String(index + 1),
              {
                'font-size': Math.max(12, style.ring * 0.9),
                'font-weight': 700,
                'text-anchor': 'middle',
                fill: ink(hollow ? 'ink' : style.ground),
              },
              'number',
            ),
          ],
          {},
          'glyph',
        );
  const grip = at(
    tip[0],
    tip[1],
    [
      circle(0, 0, style.hit, unseen, 'hit'),
      circle(
        0,
        0,
        style.ring,
        {
          fill: ink(style.ground),
          stroke: ink('signal'),
          'stroke-width': style.weights.hand * (highlighted ? 1.5 : 1),
        },
        'ring',
      ),
      inner,
    ],
    { 'data-handle': `ring-${index}`, 'data-lit': `f${index + 1}`, tabindex: 0, role: 'slider', ...words },
    `ring-${index}`,
  );
  return controlled(grip, {
    kind: 'drag',
    grip: [origin[0] + tip[0], origin[1] + tip[1]],
    trains: true,
  });
}

/** The anchor of a text that stands in direction `ux` (cosine) from the origin, so that it grows away from it. */
export function anchorAway(ux: number, least: number): 'start' | 'middle' | 'end' {
  if (ux > least) return 'start';
  return ux < -least ? 'end' : 'middle';
}

/** "f" with its number below the line, beyond the tip as seen from the origin. */
export function featureName(
  tip: Point,
  index: number,
  s: Stain,
  style: DrawStyle,
  from: Point = [0, 0],
): Mark {
  const size = style.label * 1.22;
  const [x, y] = [tip[0] - from[0], tip[1] - from[1]];
  const long = Math.hypot(x, y) || 1;
  const [ux, uy] = long < 2 ? [0.7, -0.7] : [x / long, y / long];
  const reach = style.ring + 5 * style.scale + size * (0.12 + 0.3 * Math.abs(uy));
  return mark(
    'text',
    {
      x: round(tip[0] + ux * reach),
      y: round(tip[1] + uy * reach + size * (0.3 + 0.12 * uy)),
      'font-size': round(size),
      'font-weight': 700,
      'text-anchor': anchorAway(ux, 0.4),
      fill: ink(s.word),
      'pointer-events': 'none',
      ...halo(style),
    },
    [
      mark('tspan', {}, 'f', 'f'),
      mark('tspan', { dy: round(size * 0.2), 'font-size': round(size * 0.78) }, String(index + 1), 'n'),
    ],
    `name-${index}`,
  );
}
