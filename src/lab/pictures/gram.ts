// The Gram matrix in clustered order. A few features: the matrix of the figures, with fringes. Many: one shade of two inks per
// strength, as few paths, and stripes over what cancels. The cell under the hand is framed and read out in numbers.

import { covered, fringed, middleOf, type Field } from '../../scene/cells.ts';
import { stain, STAINS, unstained } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { gutter, matrix } from '../../scene/matrix.ts';
import { path, rect, type Mark, type Picture } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import type { Look } from '../../models/look.ts';
import { four } from '../sentences.ts';
import { nameOf } from './names.ts';

const LEVELS = [0.04, 0.12, 0.25, 0.45, 0.7];
/** What cancels more than this is striped. */
const STRIPED = 0.12;
const SHADES = [0.16, 0.34, 0.55, 0.78, 1];

/** Cells are numbered as in scene/cells.ts: column * side + row, rows upwards. */
export function fieldOf({ gram: { side } }: Look, width: number, pen: DrawStyle): Field {
  const room = side <= STAINS ? gutter(pen) : 0.5;
  return { x: room, y: room, side: width - room - (side <= STAINS ? 0 : 0.5), count: side };
}
/** The place in the look's lists of a cell of the field. */
const placeOf = (cell: number, side: number): number =>
  (side - 1 - (cell % side)) * side + Math.floor(cell / side);

/** The cell in words. */
export function sayCell(look: Look, cell: number): string {
  const { order, side, value, cosine } = look.gram;
  const [one, other] = pairAt(look, cell);
  const who =
    one === other
      ? `feature ${nameOf(look, one)} with itself`
      : `features ${nameOf(look, one)} and ${nameOf(look, other)}`;
  const at = placeOf(cell, side);
  return `${order.length > side ? 'Strongest of this block: ' : ''}${who}: W·W = ${four(value[at] ?? 0)}, cosine ${four(cosine[at] ?? 0)}`;
}

/** The two features of a cell, as places in the look. */
export function pairAt({ gram: { f, g, side } }: Look, cell: number): readonly [number, number] {
  const at = placeOf(cell, side);
  return [f[at] ?? 0, g[at] ?? 0];
}

/** @param cell under the hand @param selected the selected feature, as a place in the look */
export function gramPicture(
  look: Look,
  width: number,
  pen: DrawStyle,
  cell?: number,
  selected?: number,
): Picture {
  const field = fieldOf(look, width, pen);
  const { order, side, cosine, f, g } = look.gram;
  const marks = side <= STAINS ? few(look, width, pen) : many(look, field, pen);
  const place = selected === undefined ? -1 : order.indexOf(selected);
  if (place >= 0) marks.push(...cross(field, Math.floor((place * side) / order.length), pen));
  if (cell !== undefined) {
    const [x, y] = middleOf(field, cell);
    const half = Math.max(4, field.side / side / 2);
    marks.push(
      rect(
        x - half,
        y - half,
        2 * half,
        2 * half,
        { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand, 'pointer-events': 'none' },
        'cell',
      ),
    );
  }
  return {
    width,
    height: width,
    marks,
    label: `Gram matrix of ${order.length} features in clustered order${order.length > side ? ', each cell the strongest of its block' : ''}. The strongest between two features: cosine ${four(peak(cosine, f, g))}.`,
  };
}

/** The row and the column of the selected feature. */
function cross(field: Field, place: number, pen: DrawStyle): Mark[] {
  const size = field.side / field.count;
  const frame = {
    fill: 'none',
    stroke: ink('signal'),
    'stroke-width': pen.weights.hair,
    'pointer-events': 'none',
  };
  return [
    rect(field.x, field.y + place * size, field.side, size, frame, 'selected-row'),
    rect(field.x + place * size, field.y, size, field.side, frame, 'selected-column'),
  ];
}

function few(look: Look, width: number, pen: DrawStyle): Mark[] {
  const { order, value, side } = look.gram;
  const rows = Array.from({ length: side }, (_, i) => Array.from(value.subarray(i * side, (i + 1) * side)));
  return matrix(
    rows,
    {
      x: 0,
      y: 0,
      side: width,
      stains: Array.from(order, (f) => (look.n <= STAINS ? stain(f) : unstained)),
      numbers: true,
    },
    pen,
  );
}

function many(look: Look, field: Field, pen: DrawStyle): Mark[] {
  const { side, value } = look.gram;
  const whole = look.groups.unit * look.groups.unit;
  const strength = Float64Array.from(
    { length: side * side },
    (_, c) => (value[placeOf(c, side)] ?? 0) / whole,
  );
  const at = (c: number): number => strength[c] ?? 0;
  const level = (v: number): number => {
    const above = LEVELS.findIndex((least) => Math.abs(v) < least);
    return (above < 0 ? LEVELS.length : above) - 1;
  };
  const marks: Mark[] = [
    rect(
      field.x,
      field.y,
      field.side,
      field.side,
      { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.fine, 'pointer-events': 'all' },
      'frame',
    ),
  ];
  for (const sign of [1, -1]) {
    SHADES.forEach((shade, l) => {
      const d = covered(field, (c) => at(c) * sign > 0 && level(at(c)) === l);
      if (d) {
        marks.push(
          path(
            d,
            { fill: ink(sign > 0 ? 'pos' : 'neg'), 'fill-opacity': shade, 'shape-rendering': 'crispEdges' },
            `${sign}-${l}`,
          ),
        );
      }
    });
  }
  const stripes = fringed(field, (c) => at(c) < -STRIPED, 4);
  if (stripes) {
    marks.push(
      path(
        stripes,
        { fill: 'none', stroke: ink(pen.ground), 'stroke-width': 1.4, 'pointer-events': 'none' },
        'stripes',
      ),
    );
  }
  return marks;
}

const peak = (cosine: Float64Array, f: Int32Array, g: Int32Array): number =>
  cosine.reduce((best, c, i) => (f[i] !== g[i] && Math.abs(c) > Math.abs(best) ? c : best), 0);
