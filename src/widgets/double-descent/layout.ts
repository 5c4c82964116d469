// Where everything stands. All px.

import { lineChartPlace, type LineChartPlace } from '../../scene/line-chart.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { headHeight, slideTitleHeight, styleOf, type SquarePlace } from '../../scene/square-panels.ts';
import type { Layout } from '../../runtime/widget.ts';

/** Where the parts of the picture stand. */
export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  /** points, features, lengths; on slides the first two */
  readonly squares: readonly SquarePlace[];
  /** the chart over sizes of data set */
  readonly sizes: LineChartPlace;
  /** a slide: the chart is in the plate */
  readonly inside: boolean;
}

/** Of the chart's height: losses on fresh points, on the learned ones. */
export const SHARES = [0.68, 0.32];
/** Height of the picture under the plate, px. */
export const trackHeight = (width: number): number => (width < 620 ? 270 : 300);
/** Where its chart stands, px. */
export const pageChart = (width: number): LineChartPlace =>
  lineChartPlace(0, 0, width, trackHeight(width), SHARES, pageStyle());

/** The panels of a composition. */
export function layoutPanels(layout: Layout): Panels {
  if (layout.composition === 'slide') return onSlide(layout);
  const pen = styleOf(layout);
  const { width } = layout;
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 14 : 24;
  const inner = width - 2 * pad;
  const across = narrow ? 1 : 3;
  const wideGap = inner < 800 ? 20 : 40;
  const gap = narrow ? 0 : wideGap;
  const side = (inner - gap * (across - 1)) / across;
  const top = pad + headHeight(pen);
  const tall = side + headHeight(pen) + 14;
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
    sizes: pageChart(layout.track ?? width),
    inside: false,
  };
}

function onSlide(layout: Layout): Panels {
  const pen = styleOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const gap = pad * 0.8;
  const title = slideTitleHeight(pad, inner, height);
  const room = height - title - pad * 0.5;
  const side = upright ? (inner - gap) / 2 : Math.min(room - headHeight(pen) - 8, inner * 0.27);
  const squares = [0, 1].map((i) => ({ x: pad + i * (side + gap), y: title + headHeight(pen), side }));
  const from = upright ? pad : pad + 2 * (side + gap);
  const top = upright ? title + headHeight(pen) + side + 16 : title;
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
