// Where everything lies; px.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import { FEATURES, type ReadingParams } from './params.ts';

/** One sheet: columns of features over rows of examples. */
export interface SheetPlace {
  readonly x: number;
  readonly width: number;
  /** baseline of the heading */
  readonly head: number;
  /** left edge of the first feature's column, and a column's width */
  readonly left: number;
  readonly cell: number;
  /** the middle of a feature's column; features count from 1 */
  readonly features: Scale;
  /** top of the first example, height of one; middle of the numbers under them */
  readonly top: number;
  readonly row: number;
  readonly numbers: number;
  /** baseline of the result, top of the firings, height of one line of them, baseline of the scores */
  readonly result: number;
  readonly grid: number;
  readonly line: number;
  readonly scores: number;
}

/** Examples of a sheet, and lines of its firings. */
export const ROWS = 10;
export const LINES = 5;

const features = Array.from({ length: FEATURES }, (_, f) => f + 1);

/** What a composition is drawn with. */
export const drawStyle = ({ composition, width, height = 540 }: Layout): DrawStyle =>
  composition === 'slide' ? slideStyle(Math.min(height, width * 0.72)) : pageStyle();

/** Is there room for one sheet only? Then it is the one that the reader chose. */
export const isSingle = ({ composition, width, height = 0 }: Layout): boolean =>
  composition === 'narrow' || (composition === 'slide' && width < height * 1.1);

/** Room at the left and the right of everything. */
export function margin({ composition, width }: Layout): number {
  if (composition === 'slide') return Math.max(12, width * 0.033);
  return width < 800 ? 16 : 24;
}

export interface Sheets {
  /** the neuron's sheet and the dictionary feature's, by the param that is the reader's hypothesis about it */
  readonly pick?: SheetPlace | undefined;
  readonly guess?: SheetPlace | undefined;
  /** where the sheets end */
  readonly end: number;
  /** baseline of a slide's title */
  readonly title: number;
  /** top of the words that can be pressed */
  readonly actions: number;
}

/** Two sheets beside each other where there is room, else the one of `panel`. */
export function layoutSheets(layout: Layout, { panel }: Pick<ReadingParams, 'panel'>): Sheets {
  const pen = drawStyle(layout);
  const pad = margin(layout);
  const slide = layout.composition === 'slide';
  const { width, height = 540 } = layout;
  const tabs = isSingle(layout) ? 44 : 0;
  const title = slide ? pad * 0.6 + height * 0.06 : 0;
  const actions = slide ? height - Math.max(50, 2.4 * pen.label) : 8 + tabs;
  const head = (slide ? title + height * 0.03 + tabs : actions + 44) + pen.label * 1.3;
  const row = slide ? Math.max(6, (actions - head - fixedHeight(pen)) / (ROWS + 0.72 * LINES)) : 22;
  const end = (place: SheetPlace): number => place.scores + pen.small * 0.5;
  if (isSingle(layout)) {
    const one = layoutSheet(pad, width - 2 * pad, head, row, pen);
    const rest = { end: end(one), title, actions };
    return panel === 'feature' ? { guess: one, ...rest } : { pick: one, ...rest };
  }
  const gap = Math.max(24, width * 0.04);
  const each = (width - 2 * pad - gap) / 2;
  const pick = layoutSheet(pad, each, head, row, pen);
  const guess = layoutSheet(pad + each + gap, each, head, row, pen);
  return { pick, guess, end: end(guess), title, actions };
}

/** What of a sheet is not rows of examples or of firings; a slide gives the rest to the rows. */
const fixedHeight = (pen: DrawStyle): number =>
  pen.small * 1.7 +
  12 * pen.scale +
  pen.ring * 2 +
  12 * pen.scale +
  pen.label * 1.6 +
  10 * pen.scale +
  pen.small * 1.9;

/** A sheet from its left edge, its width, its heading's baseline and the height of an example's row. */
function layoutSheet(x: number, width: number, head: number, row: number, pen: DrawStyle): SheetPlace {
  const line = row * 0.72;
  const top = head + pen.small * 1.7 + 10 * pen.scale;
  const numbers = top + ROWS * row + pen.ring + 6 * pen.scale;
  const result = numbers + pen.ring + pen.label * 1.6;
  const grid = result + 10 * pen.scale;
  const scores = grid + LINES * line + pen.small * 1.6;
  const left = x + Math.max(30, 2.6 * pen.ring);
  return {
    x,
    width,
    head,
    left,
    cell: (x + width - left) / FEATURES,
    features: bands(features, [left, x + width]),
    top,
    row,
    numbers,
    result,
    grid,
    line,
    scores,
  };
}
