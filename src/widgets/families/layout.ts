// Where the wheel, the matrices and the numbers stand, in every composition.

import { gaugeHeight } from '../../scene/gauge.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout } from '../../runtime/widget.ts';
import { question, title } from './text.ts';

/** px under a slide's track, for its ticks */
export const TRACK_FOOT = 30;

/** Middle and radius of the wheel, px; `cell` the side of a template on it. */
export interface Wheel {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly cell: number;
}

/** @param half px from the middle to the outer edge of the templates' room */
function layoutWheel(cx: number, cy: number, half: number): Wheel {
  const cell = Math.max(44, half * 0.36);
  return { cx, cy, cell, r: half - cell * 0.62 };
}

/** Where the panels stand in a plate, px. */
export interface Panels {
  readonly wheel: Wheel;
  /** left end and base line of the two rows of words */
  readonly tap: readonly [number, number];
  readonly weights: readonly [number, number];
  /** both matrices: side by side, or one under the other */
  readonly matrices: Box;
  readonly across: boolean;
  readonly numbers: Box;
  /** of the numbers */
  readonly columns: number;
}

const layoutIn = (box: Box, upright: boolean, pen: DrawStyle): Panels =>
  upright ? layoutUpright(box, pen) : layoutAcross(box, pen);

/** The wheel over the matrices over the numbers. */
function layoutUpright({ x, y, width, height }: Box, pen: DrawStyle): Panels {
  const half = Math.min(width / 2, height * 0.33);
  const head = pen.label * 2.8;
  const row = gaugeHeight(pen);
  const side = Math.min(width * 0.44, height - head - 2 * half - row - pen.small * 3 - 24);
  return {
    wheel: layoutWheel(x + width / 2, y + head + half, half),
    tap: [x, y + pen.label],
    weights: [x + width * 0.52, y + pen.label],
    matrices: { x, y: y + head + 2 * half + pen.small * 2.2, width, height: Math.max(20, side) },
    across: true,
    numbers: { x, y: y + height - row, width, height: row },
    columns: 3,
  };
}

/** Wheel, matrices and numbers side by side. */
function layoutAcross({ x, y, width, height }: Box, pen: DrawStyle): Panels {
  const head = pen.label * 2.6;
  const half = Math.min((height - head) / 2 - pen.small * 0.7, width * 0.23);
  const side = Math.min((height - head - pen.small * 4) / 2, width * 0.17);
  const left = x + 2 * half + width * 0.045;
  const right = left + side + width * 0.05;
  return {
    wheel: layoutWheel(x + half, y + head + half, half),
    tap: [x, y + pen.label],
    weights: [x + Math.max(half * 1.1, 210 * pen.scale), y + pen.label],
    matrices: { x: left, y: y + head + pen.small, width: side, height: 2 * side + pen.small * 2.6 },
    across: false,
    numbers: { x: right, y, width: x + width - right, height },
    columns: 1,
  };
}

/** The plate of a layout: its panels, its drawing style, and its height, px. */
export function layoutPanels({
  composition,
  width,
  height = 540,
}: Layout): Panels & { pen: DrawStyle; high: number } {
  if (composition === 'slide') {
    const { pen, box } = slideFrame({ title, question, value: '' }, width, height, TRACK_FOOT);
    return { ...layoutIn(box, width < height, pen), pen, high: height };
  }
  const pen = pageStyle();
  const narrow = composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 660 : Math.round(Math.max(390, Math.min(480, width * 0.45)));
  return {
    ...layoutIn({ x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad }, narrow, pen),
    pen,
    high,
  };
}
