// Three squares: where the points lie in the plane of the two neurons, where the features lie, and how long the features are.

import { ink } from '../../scene/ink.ts';
import { circle, group, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { squareHeading, type SquarePlace } from '../../scene/square-panels.ts';
import { grouped } from '../../scene/format.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import { long } from './derive.ts';

/** [point][2] */
type Points = readonly (readonly [number, number])[];

/** How opaque the lines from the origin are: paler where many would cover one another. */
function spokeOpacity(count: number): number {
  if (count <= FEW) return 1;
  return count > 150 ? 0.25 : 0.6;
}
/** Up to so many points are drawn large. */
const FEW = 16;

function plane(points: Points, { x, y, side }: SquarePlace, dots: boolean, pen: DrawStyle): Mark[] {
  const far = Math.max(1e-3, ...points.map(([a, b]) => Math.hypot(a, b))) * 1.12;
  const cx = x + side / 2;
  const cy = y + side / 2;
  const k = side / 2 / far;
  const few = points.length <= FEW;
  const tips = points.map(([a, b]) => [round(cx + a * k), round(cy - b * k)] as const);
  return [
    rect(
      x,
      y,
      side,
      side,
      {
        fill: ink(pen.ground === 'plate' ? 'paper' : 'plate'),
        stroke: ink('rule'),
        'stroke-width': pen.weights.hair,
      },
      'ground',
    ),
    line(x, cy, x + side, cy, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, 'across'),
    line(cx, y, cx, y + side, { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, 'up'),
    path(
      tips.map(([a, b]) => `M${round(cx)} ${round(cy)}L${a} ${b}`).join(''),
      {
        fill: 'none',
        stroke: ink('ink'),
        'stroke-width': few ? pen.weights.line : pen.weights.hair,
        'stroke-opacity': spokeOpacity(points.length),
      },
      'spokes',
    ),
    ...(dots
      ? [
          path(
            tips.map(([a, b]) => `M${a} ${b}h0`).join(''),
            {
              fill: 'none',
              stroke: ink('ink'),
              'stroke-width': few ? 9 * pen.scale : 3.2 * pen.scale,
              'stroke-linecap': 'round',
            },
            'tips',
          ),
        ]
      : []),
    circle(cx, cy, 2.4 * pen.scale, { fill: ink('ink') }, 'centre'),
  ];
}

/** The learned points where the two neurons put them. */
export const pointsSquare = (s: DoubleDescentSnapshot, place: SquarePlace, pen: DrawStyle): Mark =>
  group(
    [
      ...squareHeading(
        [`The ${grouped(s.points)} points it learns`, 'The points'],
        [
          s.points > s.hidden.length
            ? `where the two neurons put them; ${s.hidden.length} are drawn`
            : 'where the two neurons put them',
          'in the two neurons',
        ],
        place,
        pen,
      ),
      ...plane(s.hidden, place, true, pen),
    ],
    {},
    'points',
  );

/** The directions of the features in the same plane. */
export const featuresSquare = (s: DoubleDescentSnapshot, place: SquarePlace, pen: DrawStyle): Mark =>
  group(
    [
      ...squareHeading(
        ['The 128 features', 'The features'],
        ['their directions, in the same plane', 'their directions'],
        place,
        pen,
      ),
      ...plane(s.directions, place, true, pen),
    ],
    {},
    'features',
  );

/** All of them, longest first: a mean would say nothing, for it is the same whatever was learned. */
export function lengthsSquare(
  { directions }: DoubleDescentSnapshot,
  place: SquarePlace,
  pen: DrawStyle,
): Mark {
  const { x, y, side } = place;
  const sizes = directions.map(([a, b]) => Math.hypot(a, b)).sort((a, b) => b - a);
  const most = sizes[0] || 1;
  const tall = side - pen.small;
  const n = long(directions);
  const bars = sizes.map((size, i) => {
    const left = round(x + (i / sizes.length) * side);
    return `M${left} ${round(y + side)}V${round(y + side - (size / most) * tall)}`;
  });
  return group(
    [
      ...squareHeading(
        ['How long they are', 'Lengths'],
        [`longest first; ${n} longer than half the longest`, `${n} longer than half`],
        place,
        pen,
      ),
      line(
        x,
        y + side,
        x + side,
        y + side,
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        'base',
      ),
      line(
        x,
        y + side - tall / 2,
        x + side,
        y + side - tall / 2,
        { stroke: ink('rule'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '4 3' },
        'half',
      ),
      path(
        bars.join(''),
        {
          fill: 'none',
          stroke: ink('ink'),
          'stroke-width': round(Math.max(1.2, (side / sizes.length) * 0.72)),
        },
        'bars',
      ),
    ],
    {},
    'lengths',
  );
}
