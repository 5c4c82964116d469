// A square field of square cells as few paths: areas, fringes and outlines of whatever the cells have in common. Cells are
// numbered column * count + row, rows upwards. One rect per cell cost thirty times as much to paint.

import { round } from './mark.ts';

/** Top left corner and side in px; `count` cells along each side. */
export interface Field {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly count: number;
}
/** Whether a cell has the property that is drawn. */
type Has = (cell: number) => boolean;

const sizeOf = ({ side, count }: Field): number => side / count;

/** The area of all cells that have it, as one path. */
export function covered(field: Field, has: Has): string {
  const { x, y, count } = field;
  const size = sizeOf(field);
  let d = '';
  for (let column = 0; column < count; column++) {
    for (let row = 0; row < count; row++) {
      const from = row;
      while (row < count && has(column * count + row)) row += 1;
      if (row > from) {
        d += `M${round(x + column * size)} ${round(y + (count - row) * size)}h${round(size)}v${round((row - from) * size)}h${round(-size)}Z`;
      }
    }
  }
  return d;
}

/** Falling fringes over all cells that have it; unbroken across neighbours. @param spacing px between lines, square to them */
export function fringed(field: Field, has: Has, spacing: number): string {
  const { x, y, side, count } = field;
  const size = sizeOf(field);
  const gap = spacing * Math.SQRT2;
  const at = (px: number, py: number): boolean => {
    const column = Math.floor(px / size);
    const row = count - 1 - Math.floor(py / size);
    return column >= 0 && column < count && row >= 0 && row < count && has(column * count + row);
  };
  let d = '';
  for (let c = -Math.floor(side / gap) * gap; c < side; c += gap) {
    // the line py = px - c
    const from = Math.max(0, c);
    const to = Math.min(side, side + c);
    const breaks = [
      from,
      to,
      ...Array.from({ length: count + 1 }, (_, i) => [i * size, i * size + c])
        .flat()
        .filter((px) => px > from && px < to),
    ].sort((a, b) => a - b);
    let open: number | undefined;
    for (let i = 0; i + 1 < breaks.length; i++) {
      const middle = (breaks[i] + breaks[i + 1]) / 2;
      const inside = at(middle, middle - c);
      if (inside && open === undefined) open = breaks[i];
      if (open !== undefined && (!inside || i + 2 === breaks.length)) {
        const end = inside ? breaks[i + 1] : breaks[i];
        if (end - open > 0.5) {
          d += `M${round(x + open)} ${round(y + open - c)}L${round(x + end)} ${round(y + end - c)}`;
        }
        open = undefined;
      }
    }
  }
  return d;
}

/** The borders between cells of different kinds. */
export function borders(field: Field, kind: (cell: number) => string): string {
  const { x, y, count } = field;
  const size = sizeOf(field);
  let d = '';
  const differ = (a: number, b: number): boolean => kind(a) !== kind(b);
  for (let i = 1; i < count; i++) {
    for (let j = 0, from = 0; j <= count; j++) {
      // between columns i - 1 and i
      if (j < count && differ((i - 1) * count + j, i * count + j)) continue;
      if (j > from) {
        d += `M${round(x + i * size)} ${round(y + (count - from) * size)}V${round(y + (count - j) * size)}`;
      }
      from = j + 1;
    }
    for (let j = 0, from = 0; j <= count; j++) {
      // between rows i - 1 and i
      if (j < count && differ(j * count + i - 1, j * count + i)) continue;
      if (j > from) d += `M${round(x + from * size)} ${round(y + (count - i) * size)}H${round(x + j * size)}`;
      from = j + 1;
    }
  }
  return d;
}

/** A small cross in every cell that has it. @param reach half a stroke's extent, in px */
export function crossed(field: Field, has: Has, reach: number): string {
  const { count } = field;
  let d = '';
  for (let cell = 0; cell < count * count; cell++) {
    if (!has(cell)) continue;
    const [px, py] = middleOf(field, cell);
    const [a, b] = [round(px - reach), round(py - reach)];
    const long = round(2 * reach);
    d += `M${a} ${b}l${long} ${long}M${a} ${round(py + reach)}l${long} ${-long}`;
  }
  return d;
}

/** The middle of a cell, px. */
export function middleOf(field: Field, cell: number): [number, number] {
  const { x, y, side, count } = field;
  const size = sizeOf(field);
  return [x + (Math.floor(cell / count) + 0.5) * size, y + side - ((cell % count) + 0.5) * size];
}

/** The cell at (px, py), the nearest one outside the field. */
export function cellAt(field: Field, px: number, py: number): { column: number; row: number } {
  const { x, y, side, count } = field;
  const size = sizeOf(field);
  const inside = (i: number): number => Math.max(0, Math.min(count - 1, Math.floor(i)));
  return { column: inside((px - x) / size), row: inside((y + side - py) / size) };
}
