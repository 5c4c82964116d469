// Where everything lies. All in px of the picture.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import type { Box } from '../../scene/slide.ts';

/** Left upper corner and width; the panel's height follows from what is in it. */
export type Column = Pick<Box, 'x' | 'y' | 'width'>;

export interface PanelLayout {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly title?: Column | undefined;
  /** words that choose neurons or features */
  readonly kind: Column;
  /** the row of units */
  readonly units: Column;
  /** strongest scenes, and the height of each */
  readonly rows: Column;
  readonly row: number;
  /** words to pick, and how many stand beside each other */
  readonly picker?: Column | undefined;
  readonly columns: number;
  readonly scores: Column;
  /** how an explanation does on top and off it */
  readonly off?: Column | undefined;
  /** scores of all units */
  readonly spread: Box;
}

/** Height of a word to pick: as much as a finger needs. */
export const WORD = 44;
/** Height of a row of scores, where there is room. */
export const SCORE = 58;
const ROWS = 10;
const ROW = 27;
const WORDS = 24;
const SPREAD = 236;
const OFF = 190;
const GAP = 36;

const rowsHigh = (row: number, pen: DrawStyle): number => pen.label * 2.6 + ROWS * row;
const pickerHigh = (columns: number): number => 52 + Math.ceil(WORDS / columns) * WORD + 56;
const scoresHigh = (pen: DrawStyle): number => pen.label * 2.4 + 4 * SCORE;

/** The composition's panels. */
export function layoutPanels({ composition, width, height = 540 }: Layout): PanelLayout {
  if (composition === 'slide') return width < height ? uprightSlide(width, height) : slide(width, height);
  const pad = composition === 'narrow' ? 14 : 24;
  if (width < 620) return narrow(width, pad);
  return width < 900 ? middling(width, pad) : wide(width, pad);
}

/** All panels below each other. */
function narrow(width: number, pad: number): PanelLayout {
  const pen = pageStyle();
  const inner = width - 2 * pad;
  const kind = 34;
  const rows = kind + 52 + 44;
  const picker = rows + rowsHigh(ROW, pen) + 16;
  const scores = picker + pickerHigh(3) + 8;
  const off = scores + scoresHigh(pen) + 16;
  const spread = off + OFF + 16;
  const at = (y: number): Column => ({ x: pad, y, width: inner });
  return {
    pen,
    width,
    height: spread + SPREAD + 12,
    kind: at(kind),
    units: at(kind + 20),
    rows: at(rows),
    row: ROW,
    picker: at(picker),
    columns: 3,
    scores: at(scores),
    off: at(off),
    spread: { ...at(spread), height: SPREAD },
  };
}

/** The line over the panels of a page: kind and units side by side. */
const head = (pad: number, inner: number): Pick<PanelLayout, 'kind' | 'units'> => ({
  kind: { x: pad, y: 34, width: 220 },
  units: { x: pad + 230, y: 8, width: inner - 230 },
});
/** Where the panels of a page begin. */
const BODY = 82;

/** Two columns: scenes | words, scores | off the top; all units across both. */
function middling(width: number, pad: number): PanelLayout {
  const pen = pageStyle();
  const inner = width - 2 * pad;
  const half = (inner - GAP) / 2;
  const right = pad + half + GAP;
  const second = BODY + Math.max(rowsHigh(ROW, pen), pickerHigh(3)) + 16;
  const third = second + scoresHigh(pen) + 20;
  return {
    pen,
    width,
    height: third + SPREAD + 12,
    ...head(pad, inner),
    rows: { x: pad, y: BODY, width: half },
    row: ROW,
    picker: { x: right, y: BODY, width: half },
    columns: 3,
    scores: { x: pad, y: second, width: half },
    off: { x: right, y: second, width: half },
    spread: { x: pad, y: third, width: inner, height: SPREAD },
  };
}

/** Three columns: scenes | words | scores; all units under the first two, off the top under the third. */
function wide(width: number, pad: number): PanelLayout {
  const inner = width - 2 * pad;
  const each = (inner - 2 * GAP) / 3;
  const second = BODY + pickerHigh(4) + 12;
  const third = pad + 2 * (each + GAP);
  return {
    pen: pageStyle(),
    width,
    height: second + SPREAD + 12,
    ...head(pad, inner),
    rows: { x: pad, y: BODY, width: each - 6 },
    row: ROW,
    picker: { x: pad + each + GAP, y: BODY, width: each },
    columns: 4,
    scores: { x: third, y: BODY, width: each },
    off: { x: third, y: second, width: each },
    spread: { x: pad, y: second, width: 2 * each + GAP, height: SPREAD },
  };
}

const slidePad = (width: number): number => Math.max(12, width * 0.033);

/** Scenes on the left, scores and the two distributions on the right. */
function slide(width: number, height: number): PanelLayout {
  const pen = slideStyle(Math.min(height, width * 0.66));
  const pad = slidePad(width);
  const inner = width - 2 * pad;
  const top = pad * 0.5 + pen.label * 4.1;
  const x = pad + inner * 0.44 + inner * 0.06;
  const right = inner * 0.5;
  const body = top + Math.max(36, pen.label * 1.8);
  const spread = body + pen.label * 11.4;
  return {
    pen,
    width,
    height,
    title: { x: pad, y: pad * 0.5, width: inner },
    kind: { x: pad, y: top, width: inner * 0.3 },
    units: { x: pad + inner * 0.3, y: top - 22 - pen.label * 0.35, width: inner * 0.7 },
    rows: { x: pad, y: body, width: inner * 0.44 },
    row: (height - body - pen.label * 3.4) / ROWS,
    columns: 4,
    scores: { x, y: body, width: right },
    spread: { x, y: spread, width: right, height: height - spread - pad * 0.6 },
  };
}

/** The same panels below each other. */
function uprightSlide(width: number, height: number): PanelLayout {
  const pen = slideStyle(Math.min(height, width * 1.6) * 0.6);
  const pad = slidePad(width);
  const inner = width - 2 * pad;
  const top = pad * 0.5 + pen.label * 4.1;
  const rows = top + pen.label * 1.4 + 56;
  const row = Math.max(pen.label * 1.15, (height * 0.46 - pen.label * 2.6) / ROWS);
  const scores = rows + rowsHigh(row, pen) + 4;
  const spread = scores + pen.label * 9.5;
  return {
    pen,
    width,
    height,
    title: { x: pad, y: pad * 0.5, width: inner },
    kind: { x: pad, y: top, width: inner },
    units: { x: pad, y: top + 12, width: inner },
    rows: { x: pad, y: rows, width: inner },
    row,
    columns: 3,
    scores: { x: pad, y: scores, width: inner },
    spread: { x: pad, y: spread, width: inner, height: Math.max(0, height - spread - pad * 0.5) },
  };
}

/** Width of a unit's slot, of so many in a row. */
export const unitStep = ({ width }: Column, of: number, pen: DrawStyle): number =>
  Math.min(34 * pen.scale, (width - 2 * pen.ring) / of);

/** One slot per unit along the row, from 1. */
export const unitScale = (row: Column, of: number, pen: DrawStyle): Scale =>
  bands(
    Array.from({ length: of }, (_, i) => i + 1),
    [row.x + pen.ring, row.x + pen.ring + of * unitStep(row, of, pen)],
  );
