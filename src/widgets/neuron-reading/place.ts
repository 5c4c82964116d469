// Where everything lies: the scene draws there, and a hand is understood there.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { FEATURES, type ReadingParams } from './params.ts';

/** One sheet: columns of features over rows of examples; px. */
export interface Place {
  readonly x: number;
  readonly width: number;
  /** baseline of the heading */
  readonly head: number;
  /** left edge of the first feature's column, and a column's width */
  readonly left: number;
  readonly cell: number;
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

export const ROWS = 10;
export const LINES = 5;

export const penOf = ({ composition, width, height = 540 }: Layout): DrawStyle =>
  composition === 'slide' ? slideStyle(Math.min(height, width * 0.72)) : pageStyle();

/** Two sheets beside each other where there is room, else the one that the reader chose. */
export const single = ({ composition, width, height = 0 }: Layout): boolean =>
  composition === 'narrow' || (composition === 'slide' && width < height * 1.1);

export const margin = ({ composition, width }: Layout): number =>
  composition === 'slide' ? Math.max(12, width * 0.033) : width < 800 ? 16 : 24;

export interface Places {
  readonly pick?: Place | undefined;
  readonly guess?: Place | undefined;
  /** where the sheets end */ readonly end: number;
  readonly title: number;
  readonly acts: number;
}

export function places(layout: Layout, { panel }: Pick<ReadingParams, 'panel'>): Places {
  const pen = penOf(layout);
  const pad = margin(layout);
  const one = single(layout);
  const slide = layout.composition === 'slide';
  const { width, height = 540 } = layout;
  const gap = Math.max(24, width * 0.04);
  const each = one ? width - 2 * pad : (width - 2 * pad - gap) / 2;
  const title = slide ? pad * 0.6 + height * 0.06 : 0;
  const tabs = one ? 44 : 0;
  const acts = slide ? height - Math.max(50, 2.4 * pen.label) : 8 + tabs;
  const head = (slide ? title + height * 0.03 + tabs : acts + 44) + pen.label * 1.3;
  // What is not rows of examples or of firings, in px; a slide gives the rest to the rows.
  const rest =
    pen.small * 1.7 +
    12 * pen.scale +
    pen.ring * 2 +
    12 * pen.scale +
    pen.label * 1.6 +
    10 * pen.scale +
    pen.small * 1.9;
  const row = slide ? Math.max(6, (acts - head - rest) / (ROWS + 0.72 * LINES)) : 22;
  const line = row * 0.72;
  const top = head + pen.small * 1.7 + 10 * pen.scale;
  const numbers = top + ROWS * row + pen.ring + 6 * pen.scale;
  const result = numbers + pen.ring + pen.label * 1.6;
  const grid = result + 10 * pen.scale;
  const scores = grid + LINES * line + pen.small * 1.6;
  const at = (x: number): Place => {
    const left = x + Math.max(30, 2.6 * pen.ring);
    return {
      x,
      width: each,
      head,
      left,
      cell: (x + each - left) / FEATURES,
      top,
      row,
      numbers,
      result,
      grid,
      line,
      scores,
    };
  };
  return {
    pick: one && panel === 'feature' ? undefined : at(pad),
    guess: one ? (panel === 'feature' ? at(pad) : undefined) : at(pad + each + gap),
    end: scores + pen.small * 0.5,
    title,
    acts,
  };
}

/** The feature (from 1) under a hand at x. */
export const featureAt = ({ left, cell }: Place, x: number): number =>
  Math.max(1, Math.min(FEATURES, Math.floor((x - left) / cell) + 1));
