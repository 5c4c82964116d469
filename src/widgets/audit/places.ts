// Where everything lies: the scene draws there, and a hand is understood there. px

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { StripPlace } from '../../scene/strip.ts';
import { NARROWEST, PLACES, WIDEST } from './params.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Places {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly title?: Box | undefined;
  readonly race: Box;
  readonly query: Box;
  readonly units?: Box | undefined;
  /** of a slide; on the page the strip has a picture of its own */
  readonly strip?: StripPlace | undefined;
  readonly question?: number | undefined;
}
const RACE = 396;
const QUERY = 196;
const UNITS = 262;

export function places({ composition, width, height = 540 }: Layout): Places {
  if (composition === 'slide') return slide(width, height);
  const pen = pageStyle();
  const pad = width < 620 ? 14 : 24;
  const inner = width - 2 * pad;
  const top = 14;
  if (width < 880) {
    const two = width >= 600;
    const half = two ? (inner - 32) / 2 : inner;
    const below = top + RACE + 24;
    const units = {
      x: two ? pad + half + 32 : pad,
      y: two ? below : below + QUERY + 20,
      width: half,
      height: UNITS,
    };
    return {
      pen,
      width,
      height: units.y + UNITS + 8,
      race: { x: pad, y: top, width: inner, height: RACE },
      query: { x: pad, y: below, width: half, height: QUERY },
      units,
    };
  }
  const right = Math.min(470, inner * 0.42);
  const left = inner - right - 44;
  const x = pad + left + 44;
  return {
    pen,
    width,
    height: top + QUERY + UNITS + 32,
    race: { x: pad, y: top, width: left, height: QUERY + UNITS + 4 },
    query: { x, y: top, width: right, height: QUERY },
    units: { x, y: top + QUERY + 16, width: right, height: UNITS },
  };
}

function slide(width: number, height: number): Places {
  const upright = width < height;
  const pen = slideStyle(upright ? Math.min(height, width * 1.6) * 0.62 : Math.min(height, width * 0.66));
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const title = { x: pad, y: pad * 0.5, width: inner, height: pen.label * 2 };
  const body = pad * 0.5 + pen.label * 3.2;
  const band = Math.max(44, height * 0.13);
  const bottom = height - pen.small * 2 - 6;
  const question = bottom - band - 10 * pen.scale;
  const room = question - pen.label * 1.6 - body;
  const strip: StripPlace = {
    width,
    height,
    x0: pad,
    x1: width - pad,
    names: question,
    top: bottom - band,
    bottom,
  };
  if (upright) {
    const tall = Math.min(room * 0.6, 300);
    return {
      pen,
      width,
      height,
      title,
      strip,
      question,
      race: { x: pad, y: body, width: inner, height: tall },
      query: { x: pad, y: body + tall + pen.label, width: inner, height: room - tall - pen.label },
    };
  }
  return {
    pen,
    width,
    height,
    title,
    strip,
    question,
    race: { x: pad, y: body, width: inner * 0.56, height: room },
    query: { x: pad + inner * 0.61, y: body, width: inner * 0.39, height: room },
  };
}

/** Columns of the nine places. */
export const cell = ({ x, width }: Box) => {
  const step = Math.min(46, width / PLACES);
  return { step, at: (place: number): number => x + (place + 0.5) * step };
};
/** One square per unit. */
export const unitAt = ({ x, width }: Box, h: number) => {
  const step = Math.min(26, width / h);
  return {
    step,
    at: (unit: number): number => x + (unit - 0.5) * step,
    from: (px: number): number => Math.max(1, Math.min(h, Math.floor((px - x) / step) + 1)),
  };
};

/** The page's strip, and the width of a network under a hand. */
export function stripPlace(width: number): StripPlace {
  return { width, height: 8 + 96 + 30, x0: 0, x1: width, names: 0, top: 8, bottom: 104 };
}
export const toX = ({ x0, x1 }: StripPlace, h: number): number =>
  x0 + 14 + ((h - NARROWEST) / (WIDEST - NARROWEST)) * (x1 - x0 - 28);
export const fromX = ({ x0, x1 }: StripPlace, x: number): number =>
  Math.max(
    NARROWEST,
    Math.min(WIDEST, Math.round(NARROWEST + ((x - x0 - 14) / (x1 - x0 - 28)) * (WIDEST - NARROWEST))),
  );
