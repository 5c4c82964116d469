// Numbers as squares by area (after G. Hinton), for tables too large for fringes. A square's area is the number's square: of
// a unit direction, the share that lies along each axis, so that every row carries the same amount of ink. Negative: hollow.
// All squares of a kind are one path: one element each took ten times the time.

import { ink, type Ink } from './ink.ts';
import { path, type Mark } from './mark.ts';

export interface HintonOptions {
  /** top left corner, px */
  readonly x: number;
  readonly y: number;
  /** px per column; a square of 1 fills 90 % of it */
  readonly cell: number;
  /** px from one row to the next */
  readonly row: number;
  /** px added before a row, by its index */
  readonly gaps?: readonly number[] | undefined;
  /** ink of numbers above 0 */
  readonly paint: Ink;
  /** ink of the outlines of numbers below 0 */
  readonly negative: Ink;
  /** numbers above this are painted in `strong` */
  readonly bar?: number | undefined;
  /** `paint` if left out */
  readonly strong?: Ink | undefined;
}

type Kind = 'strong' | 'plus' | 'minus';

/** How a number is painted: above `bar`, above 0, or not. */
function kindOf(value: number, bar: number): Kind {
  if (value > bar) return 'strong';
  return value > 0 ? 'plus' : 'minus';
}

/** To half a px: the difference cannot be seen, and hundreds of squares compress well. */
const half = (value: number): number => Math.round(value * 2) / 2;

/**
 * The squares of a table, at most three paths.
 * @param values [rows][columns], -1 to 1; NaN leaves a cell empty
 */
export function hinton(values: readonly (readonly number[])[], options: HintonOptions, key: string): Mark[] {
  const { x, y, cell, row, gaps, bar = Infinity } = options;
  const d = { plus: '', minus: '', strong: '' };
  let top = y;
  values.forEach((numbers, i) => {
    top += gaps?.[i] ?? 0;
    const cy = top + (i + 0.5) * row;
    numbers.forEach((value, j) => {
      const side = half(Math.abs(value) * 0.9 * Math.min(cell, row));
      if (!(side >= 1)) return;
      const kind = kindOf(value, bar);
      const line = kind === 'minus' ? Math.max(0.5, side - 1) : side;
      d[kind] +=
        `M${half(x + (j + 0.5) * cell - line / 2)} ${half(cy - line / 2)}h${half(line)}v${half(line)}h${-half(line)}z`;
    });
  });
  return [
    ...(d.plus ? [path(d.plus, { fill: ink(options.paint) }, `${key}-plus`)] : []),
    ...(d.minus
      ? [path(d.minus, { fill: 'none', stroke: ink(options.negative), 'stroke-width': 1 }, `${key}-minus`)]
      : []),
    ...(d.strong ? [path(d.strong, { fill: ink(options.strong ?? options.paint) }, `${key}-strong`)] : []),
  ];
}
