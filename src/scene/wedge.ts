// The wedge between two directions of a plane that interfere: fringes, and the product of the two as a number.
// Points come in px around the origin of the group that holds the marks, y down.

import { halo, measure, type DrawStyle } from './draw-style.ts';
import { fringe, hatch } from './hatch.ts';
import { ink } from './ink.ts';
import { group, label, path, round, type Mark, type Point } from './mark.ts';
import { anchorAway } from './plane.ts';

/**
 * Fringes between two directions, with the product of the two; undefined where the product is too small for fringes.
 * @param from angle in radians, counterclockwise; to - from in (0, pi]
 * @param value the product; its sign is the fringes' slope
 * @param r px of length 1
 * @param side the number stands above (1) or below (-1) the horizontal axis where it would meet it
 */
export function wedge(
  from: number,
  to: number,
  value: number,
  text: string,
  r: number,
  style: DrawStyle,
  highlighted: boolean,
  side: 1 | -1 = 1,
): { fringe: Mark; value: Mark | undefined } | undefined {
  const f = fringe(value, style.scale > 1 ? style.scale * 0.9 : 1);
  if (!f) return undefined;
  const reach = r * 0.46;
  const n = 10;
  const arc: Point[] = Array.from({ length: n + 1 }, (_, i) => from + ((to - from) * i) / n).map((a) => [
    reach * Math.cos(a),
    -reach * Math.sin(a),
  ]);
  const middle = (from + to) / 2;
  const far = reach + Math.min(14 * style.scale, 0.09 * r);
  const ux = Math.cos(middle);
  const uy = -Math.sin(middle);
  // Off the horizontal axis, which would strike the number through.
  const lift = Math.abs(far * uy) < style.label ? -side * style.label * 0.75 - far * uy : 0;
  const size = style.label * 1.08;
  return {
    fringe: group(
      [
        path(
          hatch([[0, 0], ...arc], f.spacing, f.slope),
          { fill: 'none', stroke: ink('ink'), 'stroke-width': f.width * (highlighted ? 1.35 : 1) },
          'fringe',
        ),
      ],
      { 'data-lit': 'interference' },
      'wedge',
    ),
    value:
      highlighted || measure(text, size) < 0.5 * r
        ? label(
            far * ux,
            far * uy + lift + size * 0.35,
            text,
            {
              'font-size': round(size),
              'font-weight': highlighted ? 700 : undefined,
              'text-anchor': anchorAway(ux, 0.3),
              fill: ink('ink'),
              'pointer-events': 'none',
              ...halo(style),
            },
            'wedge-value',
          )
        : undefined,
  };
}
