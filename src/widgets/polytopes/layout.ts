// Where things lie in the plate and the track; px.

import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout } from '../../runtime/widget.ts';
import { linear, logarithmic, type Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import type { Box } from '../../scene/slide.ts';
import { counts } from './derive.ts';

export interface Panels {
  readonly width: number;
  readonly height: number;
  /** middle of the body, and px of length 1 */
  readonly body: { readonly cx: number; readonly cy: number; readonly r: number };
  readonly heading: { readonly x: number; readonly y: number; readonly width: number };
  readonly curve?: Box | undefined;
  readonly angles?: Box | undefined;
}

/** What a composition is drawn with. */
export const drawStyle = ({ composition, height = 540 }: Layout): DrawStyle =>
  composition === 'slide' ? slideStyle(height) : pageStyle(composition === 'hero' ? 'paper' : 'plate');

/** A body's corners reach to 1.3, its names and axes to 1.75. */
const REACH = 1.62;

/** The panels of a composition. */
export function layoutPanels(layout: Layout): Panels {
  const { composition, width } = layout;
  switch (composition) {
    case 'slide':
      return width < (layout.height ?? 540) ? uprightSlide(layout) : lyingSlide(layout);
    case 'hero':
      return heroPanels(width);
    case 'narrow':
      return narrowPanels(width);
    case 'wide':
      return width < 860 ? columnPanels(width) : pagePanels(width);
  }
}

function heroPanels(width: number): Panels {
  const height = Math.min(width, 640);
  return {
    width,
    height,
    body: { cx: width / 2, cy: height / 2, r: height / 2 / REACH },
    heading: { x: 8, y: 8, width },
  };
}

function narrowPanels(width: number): Panels {
  const r = Math.min(112, (width / 2 - 14) / 1.5);
  const top = 66;
  return {
    width,
    height: top + 2 * r * 1.5 + 24 + 330,
    body: { cx: width / 2, cy: top + r * 1.5 + 6, r },
    heading: { x: 14, y: 26, width: width - 28 },
    curve: { x: 12, y: top + 2 * r * 1.5 + 24, width: width - 24, height: 316 },
  };
}

/** The text's column: the curve under body and cosines. */
function columnPanels(width: number): Panels {
  const r = Math.min(132, width * 0.175);
  const left = width * 0.56;
  return {
    width,
    height: 780,
    body: { cx: left / 2, cy: 232, r },
    heading: { x: 22, y: 36, width: width - 44 },
    angles: { x: left, y: 130, width: width - left - 22, height: 210 },
    curve: { x: 22, y: 430, width: width - 44, height: 334 },
  };
}

function pagePanels(width: number): Panels {
  const left = width * 0.44;
  const r = Math.min(160, left / 2 / REACH);
  return {
    width,
    height: 560,
    body: { cx: left / 2, cy: 318, r },
    heading: { x: 24, y: 40, width: left - 24 },
    curve: { x: left + 12, y: 22, width: width - left - 36, height: 352 },
    angles: { x: left + 12, y: 398, width: width - left - 36, height: 146 },
  };
}

/** The curve under the body where there is room for it. */
function uprightSlide(layout: Layout): Panels {
  const { width, height = 540 } = layout;
  const tall = height - trackHeight(layout);
  const pen = slideStyle(height);
  const top = pen.label * 3;
  const room = tall - top;
  const roomy = room * 0.46 > pen.label * 12;
  const r = Math.min(width / 2, room * (roomy ? 0.27 : 0.48)) / REACH;
  const below = 2 * r * REACH;
  const curve = { x: pen.label / 2, y: top + below, width: width - pen.label, height: room - below };
  return {
    width,
    height: tall,
    body: { cx: width / 2, cy: top + r * REACH, r },
    heading: { x: pen.label, y: pen.label * 1.4, width: width - 2 * pen.label },
    ...(roomy ? { curve } : {}),
  };
}

function lyingSlide(layout: Layout): Panels {
  const { width, height = 540 } = layout;
  const tall = height - trackHeight(layout);
  const pen = slideStyle(height);
  const left = width * 0.42;
  const r = Math.min(left / 2, (tall - pen.label * 1.2) / 2) / REACH;
  return {
    width,
    height: tall,
    body: { cx: left / 2, cy: tall / 2 + pen.label * 0.5, r },
    heading: { x: left + pen.label, y: pen.label * 3, width: width - left - 2 * pen.label },
    curve: {
      x: left + pen.label,
      y: pen.label * 5,
      width: width - left - 2.2 * pen.label,
      height: tall - pen.label * 5.4,
    },
  };
}

/** The track's columns stand between `top` and `bottom`, their names' base line at `names`. */
export interface TrackPlace {
  readonly width: number;
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly names: number;
  readonly top: number;
  readonly bottom: number;
}

const trackHeight = (layout: Layout): number =>
  layout.composition === 'slide' ? Math.round(Math.max(110, (layout.height ?? 540) * 0.25)) : 148;

/** Where the track lies in its picture. */
export function layoutTrack(layout: Layout): TrackPlace {
  const slide = layout.composition === 'slide';
  const pen = drawStyle(layout);
  const width = layout.track ?? layout.width;
  const height = trackHeight(layout);
  const pad = slide ? pen.label : 4;
  return {
    width,
    height,
    x0: pad,
    x1: width - pad,
    names: pen.label * 1.1,
    top: pen.label * 1.1 + 10,
    bottom: height - pen.small * (slide ? 3.6 : 3.4),
  };
}

/** Numbers of features side by side, each in the middle of its column. */
export const countScale = ({ x0, x1 }: Pick<TrackPlace, 'x0' | 'x1'>): Scale => bands(counts, [x0, x1]);
/** Width of a column of the track, px. */
export const columnWidth = ({ x0, x1 }: Pick<TrackPlace, 'x0' | 'x1'>): number => (x1 - x0) / counts.length;

/** The curve's frame: shares of a dimension over rarities between x0 and x1, the held models' histogram between h0 and h1. */
export interface CurveFrame {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly h0: number;
  readonly h1: number;
  /** px of a rarity: one feature in so many is active */
  readonly rarity: Scale;
  /** px of a share of a dimension, 0 to 1 */
  readonly share: Scale;
}

/** A little beyond the rarities that there are. */
const RARITIES = [1.28, 72] as const;

/** The curve's frame inside its box. */
export function layoutCurve(box: Box, pen: DrawStyle): CurveFrame {
  const right = box.x + box.width;
  const hist = Math.min(box.width * 0.2, 120 * pen.scale);
  const x0 = box.x + pen.small * 1.6;
  const x1 = right - hist - pen.small * 0.9;
  const y0 = box.y + pen.label * 2.1;
  const y1 = box.y + box.height - pen.small * 3.6;
  return {
    x0,
    x1,
    y0,
    y1,
    h0: right - hist,
    h1: right,
    rarity: logarithmic(RARITIES, [x0, x1]),
    share: linear([0, 1], [y1, y0]),
  };
}
