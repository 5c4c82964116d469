// The closed form over a map: its borders, and crosses on the models that ended elsewhere.

import { line as through } from 'd3-shape';
import { crossed, type Field } from '../../scene/cells.ts';
import { ink } from '../../scene/ink.ts';
import { path, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { differs, theoryOf } from './derive.ts';
import { SIDE, up } from './grid.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';

/** px of a density and an importance, each as its share of the plot (grid.ts). The outermost cells' middles lie half a cell inside the frame. */
export const place = ({ x, y, side }: Field) => ({
  x: (u: number): number => x + ((u * (SIDE - 1) + 0.5) / SIDE) * side,
  y: (v: number): number => y + side - ((v * (SIDE - 1) + 0.5) / SIDE) * side,
});

/** Where the closed form changes its mind. Below the curve the last feature is left out; above its mirror, or above r = 1, it is alone. */
export function form(kind: Map2, field: Field, boundary: readonly number[], pen: DrawStyle): Mark[] {
  const { x, y, side } = field;
  const to = place(field);
  const bottom = y + side;
  const points = boundary.map((r, i): [number, number] => [to.x(i / (boundary.length - 1)), to.y(up(r))]);
  // Out to the frame on the dense side, and to the point where the curve leaves through the floor.
  const inside = points.filter(([, py]) => py <= bottom);
  const next = points[inside.length];
  const last = inside[inside.length - 1];
  if (next) {
    const t = (bottom - last[1]) / (next[1] - last[1]);
    inside.push([last[0] + t * (next[0] - last[0]), bottom]);
  }
  const low: [number, number][] = [[x, inside[0][1]], ...inside];
  const middle = to.y(0.5);
  const draw = through().digits(2);
  const high: [number, number][] =
    kind === 'two'
      ? low.map(([px, py]): [number, number] => [px, 2 * middle - py])
      : [
          [x, middle],
          [x + side, middle],
        ];
  const d = `${draw(low)}${draw(high)}`;
  const drawn = { fill: 'none', 'stroke-linejoin': 'round' };
  return [
    path(d, { ...drawn, stroke: ink('plate'), 'stroke-width': pen.weights.vec * 2 }, 'form-halo'),
    path(d, { ...drawn, stroke: ink('ink'), 'stroke-width': pen.weights.vec * 0.8 }, 'form'),
  ];
}

/** Crosses on the cells that end otherwise than predicted. */
export function odd(
  kind: Map2,
  field: Field,
  params: PhaseParams,
  snapshot: PhaseSnapshot,
  pen: DrawStyle,
): Mark[] {
  const theory = theoryOf(kind, params.theory);
  const reach = Math.min(4.2 * pen.scale, (field.side / SIDE) * 0.25);
  const d = crossed(field, (cell) => differs(snapshot, kind, theory, cell), reach);
  const drawn = { fill: 'none', 'stroke-linecap': 'round' };
  return d
    ? [
        path(d, { ...drawn, stroke: ink('plate'), 'stroke-width': pen.weights.hand * 1.4 }, 'odd-halo'),
        path(d, { ...drawn, stroke: ink('ink'), 'stroke-width': pen.weights.line * 0.9 }, 'odd'),
      ]
    : [];
}
