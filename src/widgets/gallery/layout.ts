// Where everything lies; px.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';

/** Middle of the piece, and px of its reticle's radius. */
export interface PiecePlace {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  /** the claim, on slides only */
  readonly title?: Box | undefined;
  readonly piece: PiecePlace;
  /** what is said of the piece */
  readonly label: Box;
  /** all pieces to choose from; slides have none */
  readonly list?: Box | undefined;
  /** height of a row of the list */
  readonly row: number;
}

/** Height of a row of the list: a touch needs as much. */
const ROW = 44;
/** Pieces, the three headings and the line of links. */
const ROWS = 18;
const LIST = ROWS * ROW + 10;
/** A piece with its ring reaches that far, in radii of the reticle. */
const REACH = 1.34;

/** The panels of a composition: the list stands beside the piece where there is room, else under it. */
export function layoutPanels(layout: Layout): Panels {
  if (layout.composition === 'slide') return slidePanels(layout);
  return layout.width < 620 ? stackedPanels(layout.width) : pairedPanels(layout.width);
}

function slidePanels({ width, height = 540 }: Layout): Panels {
  const upright = width < height;
  const pen = slideStyle(upright ? Math.min(height, width * 1.6) * 0.62 : Math.min(height, width * 0.66));
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const top = pad * 0.5 + pen.label * 3.2;
  const title = { x: pad, y: pad * 0.5, width: inner, height: pen.label * 2 };
  const tall = upright ? (height - top) * 0.62 : height - top - pad * 0.5;
  const r = Math.min(tall, upright ? inner : inner * 0.55) / 2 / REACH;
  return {
    pen,
    width,
    height,
    title,
    row: 0,
    piece: { cx: upright ? width / 2 : pad + inner * 0.3, cy: top + tall / 2, r },
    label: upright
      ? { x: pad, y: top + tall, width: inner, height: height - top - tall }
      : { x: pad + inner * 0.64, y: top + tall * 0.2, width: inner * 0.36, height: tall },
  };
}

function stackedPanels(width: number): Panels {
  const pad = 14;
  const inner = width - 2 * pad;
  const r = inner / 2 / REACH;
  const cy = 20 + r * REACH;
  return {
    pen: pageStyle(),
    width,
    height: cy + r * REACH + 130 + LIST,
    row: ROW,
    piece: { cx: width / 2, cy, r },
    label: { x: pad, y: cy + r * REACH + 12, width: inner, height: 110 },
    list: { x: pad, y: cy + r * REACH + 124, width: inner, height: LIST },
  };
}

function pairedPanels(width: number): Panels {
  const pad = 24;
  const inner = width - 2 * pad;
  const right = Math.min(420, inner * 0.45);
  const left = inner - right - 36;
  const r = Math.min(left / 2 / REACH, (LIST - 160) / 2 / REACH);
  const cy = 24 + r * REACH;
  return {
    pen: pageStyle(),
    width,
    height: LIST + 24,
    row: ROW,
    piece: { cx: pad + left / 2, cy, r },
    label: { x: pad, y: Math.min(cy + r * REACH + 24, LIST - 100), width: left, height: 110 },
    list: { x: pad + left + 36, y: 12, width: right, height: LIST },
  };
}
