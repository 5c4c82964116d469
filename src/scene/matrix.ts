// A square matrix of interferences: discs on the diagonal (a feature's product with itself), fringes off it.
// Above 12 x 12 fringes are too fine to be told apart: discs by area, in two inks.

import { fringe, box, hatch } from './hatch.ts';
import { sign, type Stain } from './glyph.ts';
import { ink } from './ink.ts';
import { circle, group, label, path, rect, type Mark } from './mark.ts';
import { measure, type DrawStyle } from './draw-style.ts';
import { signed } from './format.ts';

export interface MatrixOptions {
  /** top left of the whole, and its side, glyphs included; px */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** [feature] */
  readonly stains: readonly Stain[];
  /** numbers in the cells, where they fit */
  readonly numbers: boolean;
  /** the pair that is drawn in the plane as well */
  readonly pair?: readonly [number, number] | undefined;
  /** `data-lit` of what is pointed at: a pair's two cells get a frame in the signal ink */
  readonly highlighted?: string | undefined;
}

const FRINGED = 12;
/** Room for the glyphs at the left and over the cells, px. */
export const gutter = (style: DrawStyle): number => 26 * style.scale;

/** The matrix's marks. @param values [n][n], the cosines or products of every two features */
export function matrix(
  values: readonly (readonly number[])[],
  options: MatrixOptions,
  style: DrawStyle,
): Mark[] {
  const { x, y, side, stains } = options;
  const n = values.length;
  const room = gutter(style);
  const cell = (side - room) / n;
  const heads =
    n > FRINGED
      ? []
      : stains.flatMap((s, i) => [
          head(s, i, x + room + (i + 0.5) * cell, y + room * 0.45, style, `over-${i}`),
          head(s, i, x + room * 0.45, y + room + (i + 0.5) * cell, style, `side-${i}`),
        ]);
  const cells = values.flatMap((row, i) =>
    row.map((value, j) =>
      one(value, i, j, x + room + j * cell, y + room + i * cell, cell, options, style, n > FRINGED),
    ),
  );
  const frames = values.flatMap((row, i) =>
    row
      .map((_, j) => outline(i, j, x + room + j * cell, y + room + i * cell, cell, options, style))
      .filter((m) => m !== undefined),
  );
  return [...heads, ...cells, ...frames];
}

function head(s: Stain, i: number, x: number, y: number, style: DrawStyle, key: string): Mark {
  const attrs = { 'data-lit': `f${i + 1}` };
  if (s.glyph !== undefined) return group([sign(s, 5.4 * style.scale, x, y)], attrs, key);
  return group(
    [
      label(x, y + style.small * 0.36, String(i + 1), {
        'font-size': style.small,
        'font-weight': 650,
        'text-anchor': 'middle',
        fill: ink('ink'),
      }),
    ],
    attrs,
    key,
  );
}

function one(
  value: number,
  i: number,
  j: number,
  x: number,
  y: number,
  cell: number,
  { stains, numbers }: MatrixOptions,
  style: DrawStyle,
  large: boolean,
): Mark {
  const frame = rect(
    x,
    y,
    cell,
    cell,
    { fill: 'none', stroke: ink('rule'), 'stroke-width': style.weights.hair, 'pointer-events': 'all' },
    'cell',
  );
  const attrs = { 'data-lit': i === j ? `f${i + 1}` : `gram-${Math.min(i, j)}-${Math.max(i, j)}` };
  const cx = x + cell / 2;
  const cy = y + cell / 2;
  if (i === j || large) {
    const r = Math.min(0.47, 0.37 * Math.sqrt(Math.abs(value))) * cell;
    const fill = i === j ? ink(stains[i].paint) : ink(value < 0 ? 'neg' : 'pos');
    return group([frame, r > 0.4 && circle(cx, cy, r, { fill }, 'disc')], attrs, `${i}-${j}`);
  }
  const f = fringe(value, style.scale > 1 ? style.scale * 0.9 : Math.min(1, Math.max(0.72, cell / 44)));
  const inset = 1;
  const lines =
    f &&
    path(
      hatch(box(x + inset, y + inset, cell - 2 * inset, cell - 2 * inset), f.spacing, f.slope, [x, y]),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': f.width },
      'fringe',
    );
  return group([frame, lines, numbers && f && number(value, cx, cy, cell, style)], attrs, `${i}-${j}`);
}

function number(value: number, cx: number, cy: number, cell: number, style: DrawStyle): Mark | undefined {
  const text = signed(value, 1, true);
  const size = style.small;
  const width = measure(text, size) + 3;
  if (width + 6 > cell) return undefined;
  return group(
    [
      rect(cx - width / 2, cy - size * 0.62, width, size * 1.24, { fill: ink(style.ground) }, 'chip'),
      label(
        cx,
        cy + size * 0.36,
        text,
        { 'font-size': size, 'text-anchor': 'middle', fill: ink('ink') },
        'value',
      ),
    ],
    { 'pointer-events': 'none' },
    'number',
  );
}

/** The pair in the plane has an ink frame, the pair under the hand a vermilion one. */
function outline(
  i: number,
  j: number,
  x: number,
  y: number,
  cell: number,
  { pair, highlighted }: MatrixOptions,
  style: DrawStyle,
): Mark | undefined {
  if (i === j) return undefined;
  const name = `gram-${Math.min(i, j)}-${Math.max(i, j)}`;
  const touched = highlighted === name;
  const meant = pair && name === `gram-${pair[0]}-${pair[1]}`;
  if (!touched && !meant) return undefined;
  return rect(
    x,
    y,
    cell,
    cell,
    {
      fill: 'none',
      stroke: ink(touched ? 'signal' : 'ink'),
      'stroke-width': touched || highlighted === 'interference' ? style.weights.hand : style.weights.line,
      'pointer-events': 'none',
    },
    `frame-${i}-${j}`,
  );
}
