// Where everything stands. All px.

import type { LineChartPlace } from '../../scene/line-chart.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import {
  headHeight,
  slideTitleHeight,
  squaresAcross,
  styleOf,
  type SquarePlace,
} from '../../scene/square-panels.ts';
import type { Layout } from '../../runtime/widget.ts';
import { AHEAD } from './params.ts';
import type { InductionSnapshot } from './snapshot.ts';
import { foot } from './squares.ts';
import { pageChart, layoutChart } from './timeline.ts';
import { tokensHeight, layoutTokens, type TokensPlace } from './tokens.ts';

/** Where the parts of the picture stand. */
export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  readonly tokens: TokensPlace;
  /** one on a phone, two or three elsewhere; none on an upright slide */
  readonly squares: readonly SquarePlace[];
  /** base line of the first row of choices; undefined: none */
  readonly choices?: number | undefined;
  /** the chart over training steps */
  readonly time: LineChartPlace;
  /** the time axis is in the plate */
  readonly inside: boolean;
}

/** The panels of a composition; their heights follow the length of the sequence that is shown. */
export function layoutPanels(s: InductionSnapshot, layout: Layout): Panels {
  if (layout.composition === 'slide') return onSlide(s, layout);
  const pen = styleOf(layout);
  const { width } = layout;
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 14 : 24;
  const inner = width - 2 * pad;
  const count = s.reading.tokens.length + (s.ahead.length ? AHEAD : 0);
  const tokens = layoutTokens(pad, pad, inner, count, pen);
  const top =
    pad + Math.max(tokensHeight(tokens, Math.max(count, 1)), 60) + 26 + (narrow ? 56 : 0) + headHeight(pen);
  const across = squaresAcross(inner, narrow);
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
    time: pageChart(layout.track ?? width, pen),
    inside: false,
  };
}

/** Landscape: tokens, then two squares and the curves side by side. Upright: tokens over curves. */
function onSlide(s: InductionSnapshot, layout: Layout): Panels {
  const pen = styleOf(layout);
  const { width, height = 540 } = layout;
  const upright = width < height;
  const pad = Math.max(12, width * 0.033);
  const inner = width - 2 * pad;
  const count = s.reading.tokens.length + (s.ahead.length ? AHEAD : 0);
  const tokens = layoutTokens(pad, slideTitleHeight(pad, inner, height) + 6, inner, count, pen);
  const top = tokens.y + tokensHeight(tokens, Math.max(1, count)) + 12;
  const room = height - top - pad * 0.6;
  const side = Math.min(room - headHeight(pen), inner * 0.24);
  const squares =
    upright || side < 90
      ? []
      : [0, 1].map((i) => ({ x: pad + i * (side + pad), y: top + headHeight(pen), side }));
  const from = squares.length ? pad + 2 * (side + pad) : pad;
  return {
    pen,
    width,
    height,
    pad,
    tokens,
    squares,
    time: layoutChart(from, top, width - pad - from, Math.max(90, room), pen),
    inside: true,
  };
}
