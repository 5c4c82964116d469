// Pieces that are no bodies of features: the week on its circle, codes at the corners of a cube, filters side by side, curves on a wheel.

import { unpacked } from '../../math/container.ts';
import type { Vec } from '../../math/hull.ts';
import { ACROSS, filterSheet } from '../../scene/filters.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { halo, type DrawStyle } from '../../scene/draw-style.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import { DAYS } from './labels.ts';
import type { GallerySnapshot } from './snapshot.ts';

/** Is a direction long enough (0.3) to be drawn though it is not kept? */
export const bound = ([x, y, z]: Vec): boolean => x * x + y * y + z * z > 0.09;

/** Days as discs, joined in the order in which they stand on the circle. @param r px of length 1 */
export function week({ points }: GallerySnapshot, r: number, pen: DrawStyle): Mark[] {
  const xy = points.map(([x, y]): [number, number] => [x * r * 0.86, -y * r * 0.86]);
  const around = points
    .map(([x, y], day) => ({ day, angle: Math.atan2(y, x) }))
    .sort((a, b) => a.angle - b.angle);
  const corners = around.map(({ day }) => `${round(xy[day][0])} ${round(xy[day][1])}`);
  return [
    path(
      `M${corners.join('L')}Z`,
      { fill: ink('ink'), 'fill-opacity': 0.06, stroke: ink('ink'), 'stroke-width': pen.weights.fine },
      'ring',
    ),
    ...xy.map(([x, y], day) => {
      const k = 1 + (20 * pen.scale) / Math.max(1, Math.sqrt(x * x + y * y));
      return group(
        [
          circle(x, y, 6 * pen.scale, { fill: ink('ink') }, 'dot'),
          label(
            x * k,
            y * k + pen.label * 0.35,
            DAYS[day],
            { 'font-size': pen.label, 'text-anchor': 'middle', fill: ink('ink'), ...halo(pen, 4) },
            'name',
          ),
        ],
        {},
        DAYS[day],
      );
    }),
  ];
}

/** Templates at their own directions, around a circle of radius `r` px. */
export function wheel({ templates = [] }: GallerySnapshot, r: number): Mark[] {
  const side = r * 0.58;
  const out = r * 0.98;
  const most = Math.max(...templates.flat().map(Math.abs));
  return templates.map((E, k) =>
    pixels(
      greys(E, most),
      11,
      11,
      out * Math.cos((k * Math.PI) / 4) - side / 2,
      out * Math.sin((k * Math.PI) / 4) - side / 2,
      side,
      `${k * 45}`,
    ),
  );
}

/** All filters as one square; before there are any, the picture that was drawn last. @param r px */
export function field({ filters, picture }: GallerySnapshot, r: number, pen: DrawStyle): Mark[] {
  const half = r * 1.2;
  return [
    filters
      ? pixels(filterSheet(filters), ACROSS, ACROSS, -half, -half, 2 * half, 'filters')
      : pixels(
          Float64Array.from(unpacked(picture ?? ''), (v) => 0.5 + v / 254),
          64,
          64,
          -half,
          -half,
          2 * half,
          'picture',
        ),
    rect(
      -half,
      -half,
      2 * half,
      2 * half,
      { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
      'frame',
    ),
  ];
}

/** Codes where they are; edges between corners that differ in one sign. Of a hypercube the fourth number shifts the picture. @param scale px of length 1 */
export function cube(
  turned: readonly Vec[],
  { corner = [], fourth }: GallerySnapshot,
  scale: number,
  pen: DrawStyle,
): Mark[] {
  const shrink = fourth ? 0.72 : 1;
  const to = (i: number): [number, number] => [
    (turned[i][0] * shrink + (fourth?.[i] ?? 0) * 0.34) * scale,
    -(turned[i][1] * shrink + (fourth?.[i] ?? 0) * 0.22) * scale,
  ];
  const order = turned.map((_, i) => i).sort((a, b) => turned[a][2] - turned[b][2]);
  const size = Math.max(pen.small, 11.5 * pen.scale);
  const edges = order.flatMap((i) =>
    order
      .filter((j) => j > i && neighbours(corner[i], corner[j]))
      .map((j) =>
        line(
          ...to(i),
          ...to(j),
          {
            stroke: ink('ink'),
            'stroke-width': turned[i][2] + turned[j][2] < 0 ? pen.weights.hair : pen.weights.line,
            'stroke-linecap': 'round',
          },
          `${i}-${j}`,
        ),
      ),
  );
  return [
    group(edges, { 'pointer-events': 'none' }, 'edges'),
    ...order.map((i) => thing(i, to(i), size, pen)),
  ];
}

const thing = (i: number, [x, y]: readonly [number, number], size: number, pen: DrawStyle): Mark =>
  group(
    [
      circle(
        x,
        y,
        size * 0.86,
        { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.line },
        'disc',
      ),
      label(
        x,
        y + size * 0.35,
        String(i + 1),
        { 'font-size': size, 'font-weight': 650, 'text-anchor': 'middle', fill: ink('ink') },
        'n',
      ),
    ],
    {},
    `thing-${i}`,
  );

/** Corners that differ in one sign. */
function neighbours(a: number, b: number): boolean {
  const bits = a ^ b;
  return bits !== 0 && (bits & (bits - 1)) === 0;
}
