// Where everything lies. All in px of the picture.

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import type { Box } from '../../scene/slide.ts';
import type { StripPlace } from '../../scene/strip.ts';
import { NARROWEST, PLACES, WIDEST } from './params.ts';

export interface PanelLayout {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly title?: Box | undefined;
  readonly race: Box;
  readonly query: Box;
  readonly units?: Box | undefined;
  /** of a slide; on the page the strip has a picture of its own */
  readonly strip?: StripPlace | undefined;
  /** base line of the question over it */
  readonly question?: number | undefined;
}
// heights
const RACE = 396;
const QUERY = 196;
const UNITS = 262;

/** The composition's panels. */
export function layoutPanels({ composition, width, height = 540 }: Layout): PanelLayout {
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

function slide(width: number, height: number): PanelLayout {
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

/** Columns of the nine places: width of one, and the middle of each. */
export const placeColumns = ({ x, width }: Box): { step: number; at(place: number): number } => {
  const step = Math.min(46, width / PLACES);
  return { step, at: (place) => x + (place + 0.5) * step };
};

/** One slot per unit, from 1 to h. */
export const unitScale = ({ x, width }: Box, h: number): Scale =>
  bands(
    Array.from({ length: h }, (_, i) => i + 1),
    [x, x + h * unitStep(width, h)],
  );
/** Width of a unit's slot. */
export const unitStep = (width: number, h: number): number => Math.min(26, width / h);

/** The page's strip. */
export function stripPlace(width: number): StripPlace {
  return { width, height: 8 + 96 + 30, x0: 0, x1: width, names: 0, top: 8, bottom: 104 };
}
/** How many neurons the networks have, along the strip. */
export const widthScale = ({ x0, x1 }: StripPlace): Scale => linear([NARROWEST, WIDEST], [x0 + 14, x1 - 14]);
