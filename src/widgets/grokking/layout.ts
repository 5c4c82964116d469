// Where everything stands, for the scene that draws it and for the hand that touches it. All px.

import { lineChartPlace, type LineChartPlace } from '../../scene/line-chart.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout } from '../../runtime/widget.ts';

export interface SquarePlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}
export interface Plan {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  /** circle, sums, frequencies; a slide leaves the last one out, a phone shows the chosen one */
  readonly squares: readonly SquarePlace[];
  /** the decay's line: y, from, to */
  readonly decay: { readonly y: number; readonly x0: number; readonly x1: number };
  /** base line of the row that chooses a square; undefined: none */
  readonly choices?: number | undefined;
  readonly time: LineChartPlace;
  readonly inside: boolean;
}

const SHARES = [0.52, 0.48];
const ROW = 36;
/** px over and under a square */
export const head = (pen: DrawStyle): number => pen.label * 1.2 + pen.small * 1.6;
export const penOf = (layout: Layout): DrawStyle =>
  layout.composition === 'slide'
    ? slideStyle(Math.min(layout.height ?? 540, layout.width * 0.75))
    : pageStyle();
export const tallOf = (width: number): number => (width < 620 ? 270 : 300);
export const pagePlace = (width: number): LineChartPlace =>
  lineChartPlace(0, 0, width, tallOf(width), SHARES, pageStyle());

export function plan(layout: Layout): Plan {
  if (layout.composition === 'slide') return onSlide(layout);
  const pen = penOf(layout);
  const { width } = layout;
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 14 : 24;
  const inner = width - 2 * pad;
  const across = narrow ? 1 : inner < 800 ? 2 : 3;
  const gap = 40;
  const side = (inner - gap * (across - 1)) / across;
  const top = pad + head(pen) + (narrow ? ROW : 0);
  const count = narrow ? 1 : 3;
  const tall = side + head(pen) + pen.small * 2;
  const squares = Array.from({ length: count }, (_, i) => ({
    x: pad + (i % across) * (side + gap),
    y: top + Math.floor(i / across) * tall,
    side,
  }));
  const below = top + Math.ceil(count / across) * tall - head(pen) + 24;
  return {
    pen,
    width,
    pad,
    squares,
    choices: narrow ? pad + 24 : undefined,
    decay: { y: below + 20, x0: pad + (narrow ? 8 : 150), x1: width - pad - 14 },
    height: below + (narrow ? 64 : 56),
    time: pagePlace(layout.track ?? width),
    inside: false,
  };
}

function onSlide(layout: Layout): Plan {
  const pen = penOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const title = pad * 0.7 + Math.min(height * 0.07, inner * 0.045) * 1.5;
  const foot = pen.ring + pen.small * 2.6 + pen.label * (upright ? 1.4 : 0);
  const room = height - title - foot - pad * 0.5;
  const gap = pad * 0.8;
  const side = upright ? Math.min((inner - gap) / 2, room * 0.4) : Math.min(room - head(pen), inner * 0.26);
  const squares = [0, 1].map((i) => ({ x: pad + i * (side + gap), y: title + head(pen), side }));
  const from = upright ? pad : pad + 2 * (side + gap);
  const top = upright ? title + head(pen) + side + 16 : title;
  return {
    pen,
    width,
    height,
    pad,
    squares,
    decay: {
      y: height - pen.ring - pen.small * 1.4,
      x0: pad + pen.label * (upright ? 0.5 : 8.5),
      x1: width - pad - pen.ring,
    },
    time: lineChartPlace(from, top, width - pad - from, height - foot - top - 8, SHARES, pen),
    inside: true,
  };
}
