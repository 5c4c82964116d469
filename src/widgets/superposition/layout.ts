// Where everything stands, for the picture and for `drag`, which reads a pointer's place back. All in px of the picture.

import { memoizeLast } from '../../math/memoize.ts';
import { gutter } from '../../scene/matrix.ts';
import { measure, pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { StripPlace } from '../../scene/strip.ts';
import type { Layout } from '../../runtime/widget.ts';

/** The plane: its origin, px per unit, and how far its axes reach right and up. */
export interface Plane {
  readonly cx: number;
  readonly cy: number;
  readonly R: number;
  readonly right: number;
  readonly up: number;
}

/** Where the parts of the picture stand; a panel that a composition leaves out is undefined. */
export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly plane: Plane;
  readonly matrix?: { readonly x: number; readonly y: number; readonly side: number } | undefined;
  readonly bars?: Box | undefined;
  readonly loss?: Box | undefined;
  /** baselines of the panels' titles stand here */
  readonly titles: {
    readonly matrix?: readonly [number, number] | undefined;
    readonly bars?: readonly [number, number] | undefined;
    readonly loss?: readonly [number, number] | undefined;
  };
  readonly tabs?: Box | undefined;
  /** slide: title, question and value */
  readonly words?:
    | {
        readonly x: number;
        readonly right: number;
        readonly title: number;
        readonly titleSize: number;
        readonly ask: number;
        readonly askSize: number;
        readonly valueSize: number;
      }
    | undefined;
}

/** Longest vector that any recipe ends with, in reticle radii. */
const LONG = 1.17;

/** The largest plane in a box; room for rings and names on all sides, and for "neuron 1" outside the hull. */
function planeIn({ x, y, width, height }: Box, pen: DrawStyle): Plane {
  const name = pen.label * 1.6 + 4 * pen.scale;
  const left = pen.ring + name;
  const word = measure('neuron 1', pen.label) + 14 * pen.scale;
  const R = Math.min(
    (width - 2 * left) / (2 * LONG),
    (width - left - word) / (LONG + 1.06),
    (height - 2 * (pen.ring + pen.label * 1.9)) / (2 * LONG),
  );
  const toLeft = LONG * R + left;
  const toRight = Math.max(LONG * R + left, 1.06 * R + word);
  const cx = x + toLeft + Math.max(0, width - toLeft - toRight) / 2;
  const cy = y + height / 2;
  return {
    cx,
    cy,
    R,
    right: Math.max(1.34 * R, 1.06 * R + word - 10 * pen.scale),
    up: Math.min(1.36 * R, height / 2 - 9 * pen.scale),
  };
}

/** Height that a plane of full width asks for. */
function planeHeight(width: number, pen: DrawStyle): number {
  const { R } = planeIn({ x: 0, y: 0, width, height: 1e5 }, pen);
  return Math.round(2 * LONG * R + 2 * (pen.ring + pen.label * 1.9));
}

/** The panels of a composition. */
export const layoutPanels = memoizeLast((layout: Layout): Panels => {
  if (layout.composition === 'slide') return slide(layout);
  if (layout.composition === 'hero') return hero(layout.width);
  if (layout.composition === 'narrow') return narrow(layout.width);
  return layout.width >= 860 ? wide(layout.width) : middling(layout.width);
});

function hero(width: number): Panels {
  const pen = pageStyle('paper', width >= 520 ? 1.3 : 1);
  const height = planeHeight(width, pen);
  return { pen, width, height, titles: {}, plane: planeIn({ x: 0, y: 0, width, height }, pen) };
}

/** Plane | matrix, bars over the loss. */
function wide(width: number): Panels {
  const pen = pageStyle();
  const x = Math.round(width * 0.475);
  const right = width - Math.round(width * 0.034);
  const room = right - x;
  const side = Math.min(284, Math.round(room * 0.5));
  const gap = Math.round(room * 0.062);
  const top = 52;
  const below = top + side + 34;
  const height = Math.max(below + 160, Math.min(520, planeHeight(width * 0.455, pen)));
  return {
    pen,
    width,
    height,
    plane: planeIn({ x: 12, y: 8, width: width * 0.45, height: height - 16 }, pen),
    matrix: { x: x - 6, y: top, side },
    bars: { x: x + side + gap, y: top, width: right - x - side - gap, height: side },
    loss: { x: x - 6, y: below + 6, width: right - x + 6, height: height - below - 12 },
    titles: { matrix: [x, 36], bars: [x + side + gap, 36], loss: [x, below] },
  };
}

/** Text column: plane over loss | matrix over bars. */
function middling(width: number): Panels {
  const pen = pageStyle();
  const left = Math.round(width * 0.565);
  const x = left + 20;
  const right = width - 24;
  const side = Math.min(250, right - x);
  const planeTall = planeHeight(left - 12, pen);
  const barsTop = 52 + side + 40;
  const height = Math.max(planeTall + 166, barsTop + 172);
  const below = Math.max(planeTall + 20, height - 156);
  return {
    pen,
    width,
    height,
    plane: planeIn({ x: 12, y: 8, width: left - 16, height: below - 30 }, pen),
    matrix: { x: x - 6, y: 52, side },
    bars: { x, y: barsTop + 4, width: right - x, height: height - barsTop - 28 },
    loss: { x: 20, y: below + 4, width: left - 32, height: height - below - 14 },
    titles: { matrix: [x, 36], bars: [x, barsTop - 6], loss: [24, below - 2] },
  };
}

/** Phones: plane, tabs, one panel. */
function narrow(width: number): Panels {
  const pen = pageStyle();
  const tall = planeHeight(width, pen);
  const pad = 12;
  const top = tall + 44 + 14;
  const side = Math.min(width - 2 * pad, 310);
  const height = top + side + 16;
  return {
    pen,
    width,
    height,
    plane: planeIn({ x: 0, y: 0, width, height: tall }, pen),
    tabs: { x: 0, y: tall, width, height: 44 },
    titles: {},
    matrix: { x: (width - side) / 2 - gutter(pen) / 4, y: top, side },
    bars: { x: pad, y: top, width: width - 2 * pad, height: side - 6 },
    loss: { x: pad, y: top, width: width - 2 * pad, height: side },
  };
}

/** A projector's picture: landscape has the plane left and the words right; anything narrower stacks. */
function slide(layout: Layout): Panels {
  const whole = layout.height ?? (layout.width * 9) / 16;
  const width = layout.width;
  const pen = slideStyle(whole);
  const track = trackPlace(layout).height;
  const height = Math.max(80, whole - track);
  return width / whole >= 1.25 ? beside(width, height, whole, pen) : stacked(width, height, pen);
}

function beside(width: number, height: number, whole: number, pen: DrawStyle): Panels {
  const k = whole / 1080;
  const pad = Math.max(12, 64 * k);
  const gap = 48 * k;
  const left = Math.min(width * 0.48, height * 1.13);
  const x = left + gap * 0.6;
  const right = width - pad;
  const room = right - x;
  const titleSize = Math.min(84 * k, room / (measure('Seven features, two neurons', 1) * 0.8));
  const valueSize = Math.max(24, 76 * k);
  const askSize = Math.max(pen.label, Math.min(42 * k, (room - measure('95.5%', valueSize)) / 15.4));
  const titleAt = 30 * k + titleSize;
  const askAt = height - 26 * k;
  const top = titleAt + 44 * k + pen.label * 1.4;
  const floor = askAt - askSize * 1.5 - 26 * k;
  const plane = planeIn({ x: Math.min(16 * k, 8), y: 4 * k, width: left, height: height - 8 * k }, pen);
  const side = Math.min(440 * k, room * 0.53, floor - top);
  const fits = side > 110 && side >= 0.24 * whole;
  const barsX = x + side + gap;
  const barsWidth = Math.min(400 * k + 40, right - barsX);
  const words = { x, right, title: titleAt, titleSize, ask: askAt, askSize, valueSize };
  if (!fits) return { pen, width, height, plane, titles: {}, words };
  const lossX = barsX + barsWidth + gap;
  const third = right - lossX > 420 * k; // very wide: room for the curve
  return {
    pen,
    width,
    height,
    plane,
    words,
    matrix: { x: x - 4 * k, y: top, side },
    loss: third ? { x: lossX - 8 * k, y: top, width: right - lossX + 8 * k, height: side } : undefined,
    bars: barsWidth > 120 ? { x: barsX, y: top, width: barsWidth, height: side } : undefined,
    titles: {
      matrix: [x, top - pen.label * 0.45],
      bars: barsWidth > 120 ? [barsX, top - pen.label * 0.45] : undefined,
      loss: third ? [lossX, top - pen.label * 0.45] : undefined,
    },
  };
}

function stacked(width: number, height: number, pen: DrawStyle): Panels {
  const pad = Math.max(12, width * 0.04);
  const titleSize = Math.min(
    pen.label * 2.3,
    (width - 2 * pad) / (measure('Seven features, two neurons', 1) * 0.8),
  );
  const valueSize = pen.label * 2;
  const askSize = Math.max(
    pen.label,
    Math.min(pen.label * 1.15, (width - 2 * pad - measure('99.9%', valueSize)) / 15.2),
  );
  const head = titleSize * 1.6;
  const foot = valueSize * 1.25;
  const room = height - head - foot;
  const planeTall = Math.min(planeHeight(width, pen), room);
  const spare = room - planeTall;
  const words = {
    x: pad,
    right: width - pad,
    title: titleSize * 1.25,
    titleSize,
    ask: height - valueSize * 0.35,
    askSize,
    valueSize,
  };
  const plane = planeIn({ x: 4, y: head, width: width - 8, height: planeTall }, pen);
  const side = Math.min((width - 3 * pad) / 2, spare - pen.label * 2.4);
  const top = head + planeTall + pen.label * 1.8;
  if (side < 150 || side < 8 * pen.label) {
    return {
      pen,
      width,
      height,
      plane: { ...plane, cy: plane.cy + Math.max(0, spare) / 2 },
      titles: {},
      words,
    };
  }
  const barsX = pad * 2 + side;
  return {
    pen,
    width,
    height,
    plane,
    words,
    matrix: { x: pad, y: top, side },
    bars: { x: barsX, y: top, width: width - pad - barsX, height: side },
    titles: { matrix: [pad, top - pen.label * 0.4], bars: [barsX, top - pen.label * 0.4] },
  };
}

/** The strip's own picture. */
export function trackPlace(layout: Layout): StripPlace & { readonly pen: DrawStyle } {
  if (layout.composition !== 'slide') {
    const width = layout.track ?? layout.width;
    return { pen: pageStyle('paper'), width, height: 128, x0: 0, x1: width, names: 13, top: 22, bottom: 94 };
  }
  const whole = layout.height ?? (layout.width * 9) / 16;
  const pen = slideStyle(whole);
  const k = whole / 1080;
  const pad = Math.max(16, 64 * k);
  const band = layout.width / whole < 1.25 ? Math.max(60, 92 * k) : Math.max(40, 92 * k);
  const top = pen.label * 1.75;
  return {
    pen,
    width: layout.width,
    height: top + band + pen.small * 2.6 + 8 * k,
    x0: pad,
    x1: layout.width - pad,
    names: pen.label,
    top,
    bottom: top + band,
  };
}
