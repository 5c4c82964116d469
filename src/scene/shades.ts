// A field of cells in shades of one ink: one path for each shade. Cells are unit squares under a scaled group, so that the text
// stays short. What is negative is a smaller square in the other ink: the sign is never a matter of colour alone.

import { ink, type Ink } from './ink.ts';
import { group, path, rect, round, type Mark } from './mark.ts';
import type { DrawStyle } from './draw-style.ts';

export interface ShadesOptions {
  /** top left corner, px */
  readonly x: number;
  readonly y: number;
  /** px of a cell */
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
  /** in -1 ... 1; undefined: no cell */
  readonly value: (row: number, column: number) => number | undefined;
  /** ink of positive values; `ink` if left out */
  readonly paint?: Ink | undefined;
  /** what is smaller in size is not drawn; half a level if left out */
  readonly least?: number | undefined;
}

const LEVELS = 6;

/** The field as one group. */
export function shades(
  { x, y, cell, rows, columns, value, paint = 'ink', least = 0.5 / LEVELS }: ShadesOptions,
  style: DrawStyle,
  key?: string,
): Mark {
  const levelOf = (v = 0): number =>
    Math.abs(v) < least ? 0 : Math.sign(v) * Math.max(1, Math.round(Math.min(1, Math.abs(v)) * LEVELS));
  const full = Array<string>(LEVELS + 1).fill('');
  const small = [...full];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns;) {
      const level = levelOf(value(row, column));
      let wide = 1;
      while (level > 0 && column + wide < columns && levelOf(value(row, column + wide)) === level) wide += 1;
      if (level > 0) full[level] += `M${column} ${row}h${wide}v1h-${wide}z`;
      else if (level < 0) small[-level] += `M${column + 0.3} ${row + 0.3}h.4v.4h-.4z`;
      column += wide;
    }
  }
  const paths = (all: string[], fill: Ink, name: string): (Mark | false)[] =>
    all.map(
      (d, level) =>
        !!d && path(d, { fill: ink(fill), 'fill-opacity': round(level / LEVELS) }, `${name}-${level}`),
    );
  return group(
    [
      rect(
        x,
        y,
        cell * columns,
        cell * rows,
        {
          fill: ink(style.ground === 'plate' ? 'paper' : 'plate'),
          stroke: ink('rule'),
          'stroke-width': style.weights.hair,
        },
        'ground',
      ),
      group(
        [...paths(full, paint, 'more'), ...paths(small, 'neg', 'less')],
        { transform: `translate(${round(x)},${round(y)}) scale(${round(cell * 1000) / 1000})` },
        'cells',
      ),
    ],
    {},
    key,
  );
}
