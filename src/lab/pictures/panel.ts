// What a panel of the lab is.

import type { Look } from '../../models/look.ts';
import type { Picture } from '../../scene/mark.ts';
import { pageStyle } from '../../scene/draw-style.ts';
import type { Comparison } from '../analysis/compare.ts';
import type { DictionaryFound } from '../protocol.ts';
import type { Box } from './charts.ts';
import type { Colouring } from './colouring.ts';
import type { Seen } from './space.ts';

/** All that a panel may draw. */
export interface Shown {
  readonly look: Look;
  readonly comparison?: Comparison;
  readonly dictionary?: DictionaryFound;
  readonly seen: Seen;
  /** cell of the Gram matrix under the hand */
  readonly cell?: number;
  /** the selected feature, as a place in the look */
  readonly selected?: number;
  readonly colouring?: Colouring;
}

export interface Panel {
  readonly id: string;
  readonly title: string;
  /** false: this matrix has no such picture */
  readonly fits?: (shown: Shown) => boolean;
  picture(shown: Shown, width: number): Picture;
  says(shown: Shown): string;
  /** head and rows, for a spreadsheet */
  rows(shown: Shown): readonly (readonly (string | number)[])[];
}

export const pen = pageStyle('plate');

/** The box of a chart at a width. */
export const chartBox = (width: number): Box => ({ width, height: Math.round(Math.min(300, width * 0.62)) });

/** A picture of these marks. */
export const drawn = (box: Box, label: string, marks: Picture['marks']): Picture => ({
  ...box,
  label,
  marks,
});

/** Places by value, largest first. */
export const descending = (values: ArrayLike<number>): number[] => {
  const list = Array.from(values);
  return list.map((_, i) => i).sort((a, b) => (list[b] ?? 0) - (list[a] ?? 0) || a - b);
};
