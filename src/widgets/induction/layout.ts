// Where everything stands, for the scene that draws it and for the hand that touches it. All px.

import type { LineChartPlace } from '../../scene/line-chart.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Layout } from '../../runtime/widget.ts';
import { AHEAD } from './params.ts';
import type { InductionSnapshot } from './snapshot.ts';
import { foot, head, type SquarePlace } from './squares.ts';
import { pagePlace, timePlace } from './timeline.ts';
import { tokensHeight, tokensPlace, type TokensPlace } from './tokens.ts';

export interface Plan {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  readonly tokens: TokensPlace;
  readonly squares: readonly SquarePlace[];
  /** base line of the first row of choices; undefined: none */
  readonly choices?: number | undefined;
  readonly time: LineChartPlace;
  /** the time axis is in the plate */
  readonly inside: boolean;
}

export const penOf = (layout: Layout): DrawStyle =>
  layout.composition === 'slide'
    ? slideStyle(Math.min(layout.height ?? 540, layout.width * 0.75))
    : pageStyle();

export function plan(s: InductionSnapshot, layout: Layout): Plan {
  if (layout.composition === 'slide') return onSlide(s, layout);
  const pen = penOf(layout);
  const { width } = layout;
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 14 : 24;
  const inner = width - 2 * pad;
  const count = s.reading.tokens.length + (s.ahead.length ? AHEAD : 0);
  const tokens = tokensPlace(pad, pad, inner, count, pen);
  const top =
    pad + Math.max(tokensHeight(tokens, Math.max(count, 1)), 60) + 26 + (narrow ? 56 : 0) + head(pen);
  const across = narrow ? 1 : inner < 800 ? 2 : 3;
  const gap = 40;
  const side = (inner - gap * (across - 1)) / across;
  const squares = Array.from({ length: across }, (_, i) => ({ x: pad + i * (side + gap), y: top, side }));
  const choices = top + side + foot(pen) + 34;
  return {
    pen,
    width,
    pad,
    tokens,
    squares,
    choices,
    height: choices + (narrow ? 72 : 40),
    time: pagePlace(layout.track ?? width, pen),
    inside: false,
  };
}

/** Landscape: tokens, then two squares and the curves side by side. Upright: tokens over curves. */
function onSlide(s: InductionSnapshot, layout: Layout): Plan {
  const pen = penOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const count = s.reading.tokens.length + (s.ahead.length ? AHEAD : 0);
  const tokens = tokensPlace(
    pad,
    pad * 0.7 + Math.min(height * 0.07, inner * 0.045) * 1.5 + 6,
    inner,
    count,
    pen,
  );
  const top = tokens.y + tokensHeight(tokens, Math.max(1, count)) + 12;
  const room = height - top - pad * 0.6;
  const side = Math.min(room - head(pen), inner * 0.24);
  const squares =
    upright || side < 90 ? [] : [0, 1].map((i) => ({ x: pad + i * (side + pad), y: top + head(pen), side }));
  const from = squares.length ? pad + 2 * (side + pad) : pad;
  return {
    pen,
    width,
    height,
    pad,
    tokens,
    squares,
    time: timePlace(from, top, width - pad - from, Math.max(90, room), pen),
    inside: true,
  };
}
