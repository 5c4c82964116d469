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
  /** points, features, lengths; on slides the first two */
  readonly squares: readonly SquarePlace[];
  readonly sizes: LineChartPlace;
  readonly inside: boolean;
}

export const SHARES = [0.68, 0.32];
const head = (pen: DrawStyle): number => pen.label * 1.2 + pen.small * 1.6;
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
  const across = narrow ? 1 : 3;
  const gap = narrow ? 0 : inner < 800 ? 20 : 40;
  const side = (inner - gap * (across - 1)) / across;
  const top = pad + head(pen);
  const tall = side + head(pen) + 14;
  const squares = Array.from({ length: 3 }, (_, i) => ({
    x: pad + (i % across) * (side + gap),
    y: top + Math.floor(i / across) * tall,
    side,
  }));
  return {
    pen,
    width,
    pad,
    squares,
    height: squares[2].y + side + pad,
    sizes: pagePlace(layout.track ?? width),
    inside: false,
  };
}

function onSlide(layout: Layout): Plan {
  const pen = penOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const gap = pad * 0.8;
  const title = pad * 0.7 + Math.min(height * 0.07, inner * 0.045) * 1.5;
  const room = height - title - pad * 0.5;
  const side = upright ? (inner - gap) / 2 : Math.min(room - head(pen) - 8, inner * 0.27);
  const squares = [0, 1].map((i) => ({ x: pad + i * (side + gap), y: title + head(pen), side }));
  const from = upright ? pad : pad + 2 * (side + gap);
  const top = upright ? title + head(pen) + side + 16 : title;
  return {
    pen,
    width,
    height,
    pad,
    squares,
    sizes: lineChartPlace(from, top, width - pad - from, height - top - pad * 0.4, SHARES, pen),
    inside: true,
  };
}
