// Directions in a plane: reticle, axes, hull, vectors with rings to pull, trails, the wedge of an interference.
// Points come in px around the origin of the group that holds the marks, y down.

import { curveCatmullRom, line as through } from 'd3-shape';
import { fringe, hatch } from './hatch.ts';
import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { at, circle, group, label, line, mark, path, rect, round, type Mark, type Point } from './mark.ts';
import { halo, measure, unseen, type DrawStyle } from './draw-style.ts';
import { controlled } from './touch.ts';

/** The circle of radius r with ticks inwards every 5 degrees, longer every 15, none on the axes. */
export function reticle(r: number, pen: DrawStyle): Mark[] {
  let d = '';
  for (let k = 0; k < 72; k++) {
    if (k % 18 === 0) continue;
    const angle = (k * Math.PI) / 36;
    const to = r * (k % 3 ? 0.962 : 0.93);
    d += `M${round(r * Math.cos(angle))} ${round(r * Math.sin(angle))}L${round(to * Math.cos(angle))} ${round(to * Math.sin(angle))}`;
  }
  const attrs = { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair };
  return [circle(0, 0, r, attrs, 'circle'), path(d, attrs, 'ticks')];
}

/** A neuron's axis from `from` to `to`, ending in its hollow square; `name` stands at `word`. */
export function neuronAxis(
  from: Point,
  to: Point,
  name: string,
  word: Point,
  anchor: string,
  pen: DrawStyle,
  key: string,
): Mark {
  const half = 4.5 * pen.scale;
  return group(
    [
      line(
        from[0],
        from[1],
        to[0],
        to[1],
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        'axis',
      ),
      rect(
        to[0] - half,
        to[1] - half,
        2 * half,
        2 * half,
        { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.fine * 1.4 },
        'square',
      ),
      label(
        word[0],
        word[1],
        name,
        { 'font-size': pen.label, 'text-anchor': anchor, fill: ink(pen.muted), ...halo(pen) },
        'name',
      ),
    ],
    {},
    key,
  );
}

export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length > 1 && turns(out.at(-2), out.at(-1), p) <= 0) out.pop();
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
const turns = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** The shape that the features make together: 1 px outline, 6 % wash. Nothing below three corners. */
export function hull(points: readonly Point[], pen: DrawStyle, attrs: Mark['attrs'] = {}): Mark | undefined {
  const corners = points.length > 2 ? convexHull(points) : [];
  if (corners.length < 3) return undefined;
  return path(
    `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`,
    {
      fill: ink('ink'),
      'fill-opacity': 0.06,
      stroke: ink('ink'),
      'stroke-width': pen.weights.fine,
      'stroke-linejoin': 'round',
      ...attrs,
    },
    'hull',
  );
}

/** Where a feature has been: a thin line with a few beads. */
export function trail(
  points: readonly Point[],
  s: Stain,
  beads: readonly number[],
  pen: DrawStyle,
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
          'stroke-width': 1.3 * Math.max(1, pen.scale * 0.7),
          'stroke-opacity': opacity,
          'stroke-linejoin': 'round',
        },
        'line',
      ),
      ...beads.map((i) =>
        circle(
          points[i][0],
          points[i][1],
          2.4 * Math.max(1, pen.scale * 0.8),
          { fill: ink(s.paint), 'fill-opacity': Math.min(1, opacity + 0.15) },
          `bead-${i}`,
        ),
      ),
    ],
    { 'pointer-events': 'none' },
    key,
  );
}

export const vector = (
  tip: Point,
  s: Stain,
  pen: DrawStyle,
  lit: boolean,
  key: string,
  from: Point = [0, 0],
): Mark =>
  line(
    from[0],
    from[1],
    tip[0],
    tip[1],
    { stroke: ink(s.paint), 'stroke-width': pen.weights.vec * (lit ? 1.6 : 1), 'stroke-linecap': 'round' },
    key,
  );

export interface RingOptions {
  readonly index: number;
  readonly hollow: boolean;
  readonly lit: boolean;
  readonly words: Mark['attrs'];
}

/** A feature's tip in its drag ring, with the disc around it that takes the touch. */
export function ring(tip: Point, s: Stain, { index, hollow, lit, words }: RingOptions, pen: DrawStyle): Mark {
  const inner =
    s.glyph !== undefined
      ? sign(
          s,
          pen.ring * 0.5,
          0,
          0,
          { hollow: hollow ? Math.max(1.4, pen.weights.line * 0.85) : undefined },
          'glyph',
        )
      : group(
          [
            sign(s, pen.ring * 0.95, 0, 0, hollow ? { hollow: pen.weights.fine * 1.4 } : {}, 'disc'),
            label(
              0,
              pen.ring * 0.32,
              String(index + 1),
              {
                'font-size': Math.max(12, pen.ring * 0.9),
                'font-weight': 700,
                'text-anchor': 'middle',
                fill: ink(hollow ? 'ink' : pen.ground),
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
      circle(0, 0, pen.hit, unseen, 'hit'),
      circle(
        0,
        0,
        pen.ring,
        { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand * (lit ? 1.5 : 1) },
        'ring',
      ),
      inner,
    ],
    { 'data-handle': `ring-${index}`, 'data-lit': `f${index + 1}`, tabindex: 0, role: 'slider', ...words },
    `ring-${index}`,
  );
  return controlled(grip, { kind: 'drag', grip: tip, trains: true });
}

/** "f" with its number below the line, beyond the tip as seen from the origin. */
export function featureName(tip: Point, index: number, s: Stain, pen: DrawStyle, from: Point = [0, 0]): Mark {
  const size = pen.label * 1.22;
  const [x, y] = [tip[0] - from[0], tip[1] - from[1]];
  const long = Math.hypot(x, y) || 1;
  const [ux, uy] = long < 2 ? [0.7, -0.7] : [x / long, y / long];
  const reach = pen.ring + 5 * pen.scale + size * (0.12 + 0.3 * Math.abs(uy));
  const anchor = ux > 0.4 ? 'start' : ux < -0.4 ? 'end' : 'middle';
  return mark(
    'text',
    {
      x: round(tip[0] + ux * reach),
      y: round(tip[1] + uy * reach + size * (0.3 + 0.12 * uy)),
      'font-size': round(size),
      'font-weight': 700,
      'text-anchor': anchor,
      fill: ink(s.word),
      'pointer-events': 'none',
      ...halo(pen),
    },
    [
      mark('tspan', {}, 'f', 'f'),
      mark('tspan', { dy: round(size * 0.2), 'font-size': round(size * 0.78) }, String(index + 1), 'n'),
    ],
    `name-${index}`,
  );
}

/** Fringes between two directions, with the product of the two, above (1) or below an axis that it meets. Angles in radians, counterclockwise, to - from in (0, pi]. */
export function wedge(
  from: number,
  to: number,
  value: number,
  text: string,
  r: number,
  pen: DrawStyle,
  lit: boolean,
  side: 1 | -1 = 1,
): { fringe: Mark; value: Mark | undefined } | undefined {
  const f = fringe(value, pen.scale > 1 ? pen.scale * 0.9 : 1);
  if (!f) return undefined;
  const reach = r * 0.46;
  const n = 10;
  const arc: Point[] = Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n).map((a) => [
    reach * Math.cos(a),
    -reach * Math.sin(a),
  ]);
  const middle = (from + to) / 2;
  const far = reach + Math.min(14 * pen.scale, 0.09 * r);
  const ux = Math.cos(middle);
  const uy = -Math.sin(middle);
  // Off the horizontal axis, which would strike the number through.
  const lift = Math.abs(far * uy) < pen.label ? -side * pen.label * 0.75 - far * uy : 0;
  const size = pen.label * 1.08;
  return {
    fringe: group(
      [
        path(
          hatch([[0, 0], ...arc], f.spacing, f.slope),
          { fill: 'none', stroke: ink('ink'), 'stroke-width': f.width * (lit ? 1.35 : 1) },
          'fringe',
        ),
      ],
      { 'data-lit': 'interference' },
      'wedge',
    ),
    value:
      lit || measure(text, size) < 0.5 * r
        ? label(
            far * ux,
            far * uy + lift + size * 0.35,
            text,
            {
              'font-size': round(size),
              'font-weight': lit ? 700 : undefined,
              'text-anchor': ux > 0.3 ? 'start' : ux < -0.3 ? 'end' : 'middle',
              fill: ink('ink'),
              'pointer-events': 'none',
              ...halo(pen),
            },
            'wedge-value',
          )
        : undefined,
  };
}
