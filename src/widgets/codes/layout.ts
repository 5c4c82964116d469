// Where things stand on the plate. All in px of the picture.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { Code, CodesParams } from './params.ts';
import { CODES } from './snapshot.ts';

export interface PanelLayout {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  /** left end and base line of the words that set the neurons */
  readonly neurons: readonly [number, number];
  /** the same of the words that choose the book, where only one is shown */
  readonly tabs?: readonly [number, number] | undefined;
  readonly books: readonly { readonly code: Code; readonly box: Box }[];
  /** chart of how often all things are read */
  readonly right?: Box | undefined;
  /** chart of the largest cross-talk */
  readonly worst?: Box | undefined;
}

/** The composition's panels; a narrow one shows the book that the params choose. */
export function layoutPanels(params: CodesParams, { composition, width, height }: Layout): PanelLayout {
  if (composition === 'slide') return slide(params, width, height ?? (width * 9) / 16);
  if (composition === 'narrow' || width < 620) return narrow(params, width);
  return wide(width);
}

function wide(width: number): PanelLayout {
  const pen = pageStyle();
  const pad = 12;
  const gap = width < 880 ? 22 : 40;
  const each = (width - 2 * pad - 2 * gap) / 3;
  const top = 66;
  const tall = 330;
  const charts = top + tall + 34;
  const half = (width - 2 * pad - 36) / 2;
  return {
    pen,
    width,
    height: charts + 262,
    neurons: [pad, 34],
    books: CODES.map((code, i) => ({
      code,
      box: { x: pad + i * (each + gap), y: top, width: each, height: tall },
    })),
    right: { x: pad, y: charts, width: half, height: 250 },
    worst: { x: pad + half + 36, y: charts, width: half, height: 250 },
  };
}

function narrow({ panel }: CodesParams, width: number): PanelLayout {
  const pen = pageStyle();
  const pad = 12;
  const box = { x: pad, y: 112, width: width - 2 * pad, height: 330 };
  return {
    pen,
    width,
    height: 1008,
    neurons: [pad, 30],
    tabs: [pad, 76],
    books: [{ code: panel, box }],
    right: { x: pad, y: 476, width: width - 2 * pad, height: 250 },
    worst: { x: pad, y: 748, width: width - 2 * pad, height: 250 },
  };
}

/** A slide of any shape: the three books over both charts, or one book where the box is upright. */
function slide({ panel }: CodesParams, width: number, height: number): PanelLayout {
  const upright = width / height < 1.2;
  const given = slideStyle(
    upright ? Math.min(height, (width * 16) / 9) * 0.52 : Math.min(height, (width * 9) / 16),
  );
  const pen = { ...given, ring: given.ring * 0.75, scale: Math.max(1, given.scale * 0.8) };
  const pad = pen.label;
  const top = pen.label * 3.4;
  const room = height - top - pad;
  const tall = room * (upright ? 0.56 : 0.58);
  const charts = top + tall + pen.label;
  const low = height - charts - pad * 0.5;
  if (upright) {
    return {
      pen,
      width,
      height,
      neurons: [pad, pen.label * 1.8],
      books: [{ code: panel, box: { x: pad, y: top, width: width - 2 * pad, height: tall } }],
      right: { x: pad, y: charts, width: width - 2 * pad, height: low },
    };
  }
  const gap = pen.label * 1.6;
  const each = (width - 2 * pad - 2 * gap) / 3;
  const half = (width - 2 * pad - gap) / 2;
  return {
    pen,
    width,
    height,
    neurons: [pad, pen.label * 1.8],
    books: CODES.map((code, i) => ({
      code,
      box: { x: pad + i * (each + gap), y: top, width: each, height: tall },
    })),
    right: { x: pad, y: charts, width: half, height: low },
    worst: { x: pad + half + gap, y: charts, width: half, height: low },
  };
}

/** Where a chart is drawn inside its box: between its title, its levels and its ticks. */
export interface Inside {
  readonly x0: number;
  readonly x1: number;
  /** top and bottom */
  readonly y0: number;
  readonly y1: number;
}
/** The inside of a chart's box. */
export const inside = ({ x, y, width, height }: Box, pen: DrawStyle): Inside => ({
  x0: x + pen.small * 3.2,
  x1: x + width - Math.max(pen.small * 2.6, pen.ring),
  y0: y + pen.label * 2.6,
  y1: y + height - pen.small * 3.6,
});

/** Rows and columns of a book, px. */
export interface BookGrid {
  /** left end of the things, of the lights, of the bars */
  readonly start: number;
  readonly left: number;
  readonly bars: number;
  /** upper edge of the first row, and height of each */
  readonly top: number;
  readonly row: number;
  /** width of a light's cell, and how many there are */
  readonly light: number;
  readonly lights: number;
  /** width of the bars */
  readonly wide: number;
}
