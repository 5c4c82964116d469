// Where everything lies: the scene draws there, and a hand is understood there. px

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
export interface Places {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly title?: Box | undefined;
  readonly kind: Box;
  readonly units: Box;
  readonly rows: Box;
  readonly row: number;
  readonly picker?: Box | undefined;
  readonly columns: number;
  readonly scores: Box;
  readonly off?: Box | undefined;
  readonly spread: Box & { readonly height: number };
}

export const ROWS = 10;
export const WORD = 44;
const rowsHigh = (row: number, pen: DrawStyle): number => pen.label * 2.6 + ROWS * row;
const pickerHigh = (columns: number): number => 52 + Math.ceil(24 / columns) * WORD + 56;
export const SCORE = 58;
export const scoresHigh = (pen: DrawStyle): number => pen.label * 2.4 + 4 * SCORE;
const SPREAD = 236;
const OFF = 190;

export function places({ composition, width, height = 540 }: Layout): Places {
  if (composition === 'slide') return slide(width, height);
  const pen = pageStyle();
  const pad = composition === 'narrow' ? 14 : 24;
  const inner = width - 2 * pad;
  const row = 27;
  const top = 34;
  if (width < 620) {
    const rows = top + 52 + 44;
    const picker = rows + rowsHigh(row, pen) + 16;
    const scores = picker + pickerHigh(3) + 8;
    const off = scores + scoresHigh(pen) + 16;
    const spread = off + OFF + 16;
    const at = (y: number): Box => ({ x: pad, y, width: inner });
    return {
      pen,
      width,
      height: spread + SPREAD + 12,
      kind: at(top),
      units: at(top + 20),
      rows: at(rows),
      row,
      picker: at(picker),
      columns: 3,
      scores: at(scores),
      off: at(off),
      spread: { ...at(spread), height: SPREAD },
    };
  }
  const gap = 36;
  const body = top + 48;
  const head = {
    kind: { x: pad, y: top, width: 220 },
    units: { x: pad + 230, y: top - 26, width: inner - 230 },
  };
  if (width < 900) {
    const half = (inner - gap) / 2;
    const second = body + Math.max(rowsHigh(row, pen), pickerHigh(3)) + 16;
    const third = second + scoresHigh(pen) + 20;
    return {
      pen,
      width,
      height: third + SPREAD + 12,
      ...head,
      rows: { x: pad, y: body, width: half },
      row,
      picker: { x: pad + half + gap, y: body, width: half },
      columns: 3,
      scores: { x: pad, y: second, width: half },
      off: { x: pad + half + gap, y: second, width: half },
      spread: { x: pad, y: third, width: inner, height: SPREAD },
    };
  }
  const each = (inner - 2 * gap) / 3;
  const second = body + pickerHigh(4) + 12;
  return {
    pen,
    width,
    height: second + SPREAD + 12,
    ...head,
    rows: { x: pad, y: body, width: each - 6 },
    row,
    picker: { x: pad + each + gap, y: body, width: each },
    columns: 4,
    scores: { x: pad + 2 * (each + gap), y: body, width: each },
    off: { x: pad + 2 * (each + gap), y: second, width: each },
    spread: { x: pad, y: second, width: 2 * each + gap, height: SPREAD },
  };
}

/** Landscape: scenes on the left, scores and the two distributions on the right; upright: the same below each other. */
function slide(width: number, height: number): Places {
  const upright = width < height;
  const pen = slideStyle(upright ? Math.min(height, width * 1.6) * 0.6 : Math.min(height, width * 0.66));
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const title: Box = { x: pad, y: pad * 0.5, width: inner };
  const top = pad * 0.5 + pen.label * 4.1;
  if (upright) {
    const rows = top + pen.label * 1.4 + 56;
    const row = Math.max(pen.label * 1.15, (height * 0.46 - pen.label * 2.6) / ROWS);
    const scores = rows + rowsHigh(row, pen) + 4;
    const spread = scores + pen.label * 9.5;
    return {
      pen,
      width,
      height,
      title,
      kind: { x: pad, y: top, width: inner },
      units: { x: pad, y: top + 12, width: inner },
      rows: { x: pad, y: rows, width: inner },
      row,
      columns: 3,
      scores: { x: pad, y: scores, width: inner },
      spread: { x: pad, y: spread, width: inner, height: Math.max(0, height - spread - pad * 0.5) },
    };
  }
  const left = inner * 0.44;
  const x = pad + left + inner * 0.06;
  const right = inner * 0.5;
  const body = top + Math.max(36, pen.label * 1.8);
  const row = (height - body - pen.label * 3.4) / ROWS;
  const spread = body + pen.label * 11.4;
  return {
    pen,
    width,
    height,
    title,
    kind: { x: pad, y: top, width: inner * 0.3 },
    units: { x: pad + inner * 0.3, y: top - 22 - pen.label * 0.35, width: inner * 0.7 },
    rows: { x: pad, y: body, width: left },
    row,
    columns: 4,
    scores: { x, y: body, width: right },
    spread: { x, y: spread, width: right, height: height - spread - pad * 0.6 },
  };
}

/** One square per unit along the row. */
export const unitX = ({ x, width }: Box, of: number, pen: DrawStyle) => {
  const r = pen.ring;
  const step = Math.min(34 * pen.scale, (width - 2 * r) / of);
  return {
    step,
    at: (index: number): number => x + r + (index - 0.5) * step,
    from: (px: number): number => Math.max(1, Math.min(of, Math.floor((px - x - r) / step) + 1)),
  };
};
