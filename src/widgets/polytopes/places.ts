// Where things lie in the plate and the track; px. The hands ask it back: which count, which rarity is under a point.

import { log } from '../../math/functions.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout } from '../../runtime/widget.ts';
import { counts } from './read.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Places {
  readonly width: number;
  readonly height: number;
  /** middle of the body, and px of length 1 */
  readonly body: { readonly cx: number; readonly cy: number; readonly r: number };
  readonly heading: { readonly x: number; readonly y: number; readonly width: number };
  readonly curve?: Box | undefined;
  readonly angles?: Box | undefined;
}

export const penOf = ({ composition, height = 540 }: Layout): DrawStyle =>
  composition === 'slide' ? slideStyle(height) : pageStyle(composition === 'hero' ? 'paper' : 'plate');

/** A body's corners reach to 1.3, its names and axes to 1.75. */
const REACH = 1.62;

export function placesOf(layout: Layout): Places {
  const { composition, width } = layout;
  if (composition === 'slide') return slide(layout);
  if (composition === 'hero') {
    return {
      width,
      height: Math.min(width, 640),
      body: { cx: width / 2, cy: Math.min(width, 640) / 2, r: Math.min(width, 640) / 2 / REACH },
      heading: { x: 8, y: 8, width },
    };
  }
  if (composition === 'narrow') {
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
  if (width < 860) {
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

function slide({ width, height = 540 }: Layout): Places {
  const tall = height - trackHeight({ composition: 'slide', width, height });
  const pen = slideStyle(height);
  if (width < height) {
    const top = pen.label * 3;
    const room = tall - top;
    const roomy = room * 0.46 > pen.label * 12;
    const r = Math.min(width / 2, room * (roomy ? 0.27 : 0.48)) / REACH;
    return {
      width,
      height: tall,
      body: { cx: width / 2, cy: top + r * REACH, r },
      heading: { x: pen.label, y: pen.label * 1.4, width: width - 2 * pen.label },
      ...(roomy
        ? {
            curve: {
              x: pen.label / 2,
              y: top + 2 * r * REACH,
              width: width - pen.label,
              height: room - 2 * r * REACH,
            },
          }
        : {}),
    };
  }
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

export interface TrackPlace {
  readonly width: number;
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly names: number;
  readonly top: number;
  readonly bottom: number;
}

export const trackHeight = (layout: Layout): number =>
  layout.composition === 'slide' ? Math.round(Math.max(110, (layout.height ?? 540) * 0.25)) : 148;

export function trackPlace(layout: Layout): TrackPlace {
  const slide = layout.composition === 'slide';
  const pen = penOf(layout);
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

/** Middle of the n-th column, and back. */
export const slotWidth = ({ x0, x1 }: TrackPlace): number => (x1 - x0) / counts.length;
export const slotAt = (place: TrackPlace, n: number): number =>
  place.x0 + (n - counts[0] + 0.5) * slotWidth(place);
export const countAt = (place: TrackPlace, x: number): number =>
  Math.max(counts[0], Math.min(counts.at(-1), Math.floor((x - place.x0) / slotWidth(place)) + counts[0]));

/** The curve's frame inside its box: fractions on the left, the held model's histogram on the right. */
export function frameOf(
  box: Box,
  pen: DrawStyle,
): { x0: number; x1: number; y0: number; y1: number; h0: number; h1: number } {
  const right = box.x + box.width;
  const hist = Math.min(box.width * 0.2, 120 * pen.scale);
  const x0 = box.x + pen.small * 1.6;
  return {
    x0,
    x1: right - hist - pen.small * 0.9,
    h0: right - hist,
    h1: right,
    y0: box.y + pen.label * 2.1,
    y1: box.y + box.height - pen.small * 3.6,
  };
}

const LOW = log(1.28);
const HIGH = log(72);
export const rarityX = ({ x0, x1 }: { x0: number; x1: number }, rarity: number): number =>
  x0 + ((log(rarity) - LOW) / (HIGH - LOW)) * (x1 - x0);
export const shareY = ({ y0, y1 }: { y0: number; y1: number }, share: number): number =>
  y1 - share * (y1 - y0);
