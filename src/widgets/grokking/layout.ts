// Where everything stands. All px.

import { lineChartPlace, type LineChartPlace } from '../../scene/line-chart.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import {
  headHeight,
  slideTitleHeight,
  squaresAcross,
  styleOf,
  type SquarePlace,
} from '../../scene/square-panels.ts';
import type { Layout } from '../../runtime/widget.ts';

/** Where the parts of the picture stand. */
export interface Panels {
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
  /** the chart over training steps */
  readonly time: LineChartPlace;
  /** a slide: the chart is in the plate */
  readonly inside: boolean;
}

/** Of the chart's height: shares right, losses. */
const SHARES = [0.52, 0.48];
/** The row of words that choose a square. */
const ROW = 36;
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
  const across = squaresAcross(inner, narrow);
  const gap = 40;
  const side = (inner - gap * (across - 1)) / across;
  const top = pad + headHeight(pen) + (narrow ? ROW : 0);
  const count = narrow ? 1 : 3;
  const tall = side + headHeight(pen) + pen.small * 2;
  const squares = Array.from({ length: count }, (_, i) => ({
    x: pad + (i % across) * (side + gap),
    y: top + Math.floor(i / across) * tall,
    side,
  }));
  const below = top + Math.ceil(count / across) * tall - headHeight(pen) + 24;
  return {
    pen,
    width,
    pad,
    squares,
    choices: narrow ? pad + 24 : undefined,
    decay: { y: below + 20, x0: pad + (narrow ? 8 : 150), x1: width - pad - 14 },
    height: below + (narrow ? 64 : 56),
    time: pageChart(layout.track ?? width),
    inside: false,
  };
}

function onSlide(layout: Layout): Panels {
  const pen = styleOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const title = slideTitleHeight(pad, inner, height);
  const foot = pen.ring + pen.small * 2.6 + pen.label * (upright ? 1.4 : 0);
  const room = height - title - foot - pad * 0.5;
  const gap = pad * 0.8;
  const side = upright
    ? Math.min((inner - gap) / 2, room * 0.4)
    : Math.min(room - headHeight(pen), inner * 0.26);
  const squares = [0, 1].map((i) => ({ x: pad + i * (side + gap), y: title + headHeight(pen), side }));
  const from = upright ? pad : pad + 2 * (side + gap);
  const top = upright ? title + headHeight(pen) + side + 16 : title;
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
