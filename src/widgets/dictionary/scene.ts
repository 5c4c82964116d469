// The figure as marks, in every composition.

import { gaugeHeight } from '../../scene/gauge.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { fitting, measure, pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slidePad } from '../../scene/slide.ts';
import type { StripPlace } from '../../scene/strip.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Strip } from './baked.ts';
import { gauges } from './gauges.ts';
import type { DictionaryParams } from './params.ts';
import { pairs, rowsHeight, table } from './rows.ts';
import type { DictionarySnapshot } from './snapshot.ts';
import { question, shortQuestion, summary, title } from './text.ts';
import { setting, track, trackPicture } from './track.ts';

/** The figure in every composition. @param strip what the track knows, once its data are there */
export function scene(params: DictionaryParams, s: DictionarySnapshot, layout: Layout, strip?: Strip): Scene {
  if (layout.composition === 'slide') return { plate: slide(params, s, layout, strip) };
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  return {
    plate: (narrow ? tall : wide)(s, layout, pen),
    track: trackPicture(params, layout.track ?? layout.width, pageStyle('paper'), strip),
  };
}

const part = (name: string, marks: readonly Mark[]): Mark => group(marks, {}, name);

/** Sizes of cells so that both directions, the bars and all latents stand side by side. */
function side(
  s: DictionarySnapshot,
  width: number,
  row: number,
  pen: DrawStyle,
): { cell: number; bar: number; column: number } {
  const cell = Math.min(Math.max(row - 2, pen.label * 0.75), width * (s.m > 6 ? 0.0085 : 0.0115));
  const gaps = 3 * 16 * pen.scale + measure('20', pen.small) + 8 * pen.scale;
  const column = Math.min(row * 1.5, (width - gaps - 2 * s.m * cell - Math.max(56, width * 0.1)) / s.D);
  return { cell, column, bar: Math.min(width * 0.24, width - gaps - 2 * s.m * cell - column * s.D) };
}

function wide(s: DictionarySnapshot, { width, highlighted }: Layout, pen: DrawStyle): Scene['plate'] {
  const pad = width < 800 ? 16 : 24;
  const inner = width - 2 * pad;
  const row = width < 800 ? 14 : 16;
  const head = pad + gaugeHeight(pen) + 20 + pen.label + 14;
  const { cell, bar, column } = side(s, inner, row, pen);
  const left = pairs(s, { x: pad, y: head, width: inner, row }, cell, bar, pen, highlighted);
  const x = pad + left.width + 16;
  return {
    width,
    height: head + rowsHeight(s, row) + 28 + pad * 0.6,
    label: summary(s),
    marks: [
      part('numbers', gauges(s, { x: pad, y: pad - 6, width: inner, columns: 4, row: 0 }, pen)),
      part('pairs', left.marks),
      part('table', table(s, { x, y: head, width: width - pad - x, row }, column, pen, highlighted)),
    ],
  };
}

function tall(s: DictionarySnapshot, { width, highlighted }: Layout, pen: DrawStyle): Scene['plate'] {
  const pad = 16;
  const inner = width - 2 * pad;
  const step = gaugeHeight(pen) + 14;
  const row = 15;
  const head = pad + 2 * step + 8 + pen.label + 12;
  const cell = Math.min(row - 2, inner * (s.m > 6 ? 0.026 : 0.038));
  const bar = inner - measure('20', pen.small) - 8 - 32 - 2 * s.m * cell;
  const square = Math.min(row, inner / s.D);
  const below = head + rowsHeight(s, row) + 34 + pen.label + 12;
  return {
    width,
    height: below + rowsHeight(s, square) + 34,
    label: summary(s),
    marks: [
      part('numbers', gauges(s, { x: pad, y: pad - 6, width: inner, columns: 2, row: step }, pen)),
      part('pairs', pairs(s, { x: pad, y: head, width: inner, row }, cell, bar, pen, highlighted).marks),
      part('table', table(s, { x: pad, y: below, width: inner, row: square }, square, pen, highlighted)),
    ],
  };
}

/** Landscape: title, numbers, rows with all latents, strip. Upright: the same without the table. */
function slide(
  params: DictionaryParams,
  s: DictionarySnapshot,
  { width, height = 540, highlighted }: Layout,
  strip?: Strip,
): Scene['plate'] {
  const pen = slideStyle(Math.min(height, width * 0.75));
  const upright = width < height;
  const pad = slidePad(width);
  const inner = width - 2 * pad;
  const size = Math.min(height * 0.072, inner / (measure(title(s), 1) * 1.02));
  const columns = upright ? 2 : 4;
  const step = gaugeHeight(pen) + 12 * pen.scale;
  const numbers = pad * 0.7 + size * 1.25;
  const head = numbers + step * (4 / columns) + pen.label + 20 * pen.scale;
  const band = Math.max(44, height * 0.13);
  const bottom = height - pen.small * 1.9 - 6;
  const asked = bottom - band - 12 * pen.scale;
  const room = asked - pen.label * 1.7 - pen.small * 1.6 - head;
  const row = Math.max(3, room / (rowsHeight(s, 100) / 100));
  const place: StripPlace = {
    width,
    height: bottom,
    x0: pad,
    x1: width - pad,
    names: asked,
    top: bottom - band,
    bottom,
  };
  const { cell, bar, column } = upright
    ? { cell: Math.min(row - 1, inner * (s.m > 6 ? 0.024 : 0.035)), bar: 0, column: 0 }
    : side(s, inner, row, pen);
  const lead = { x: pad, y: head, width: inner, row };
  const used = measure('20', pen.small) + 40 * pen.scale + 2 * s.m * cell;
  const left = pairs(s, lead, cell, upright ? Math.max(20, inner - used) : bar, pen, highlighted);
  const x = pad + left.width + 16 * pen.scale;
  return {
    width,
    height,
    label: `${title(s)}. ${summary(s)}`,
    marks: [
      label(
        pad,
        pad * 0.7 + size * 0.8,
        title(s),
        {
          'font-size': size,
          'font-weight': 450,
          'letter-spacing': '-0.02em',
          'font-family': 'var(--serif, Source Serif 4), Georgia, serif',
          fill: ink('ink'),
        },
        'title',
      ),
      part('numbers', gauges(s, { x: pad, y: numbers, width: inner, columns, row: step }, pen)),
      part('pairs', left.marks),
      ...(upright
        ? []
        : [part('table', table(s, { x, y: head, width: width - pad - x, row }, column, pen, highlighted))]),
      ...questionLine(params, s, pad, asked, inner, pen),
      part('track', track(params, place, pen, strip)),
    ],
  };
}

/** The track's question, and at the right what is set. */
function questionLine(
  params: DictionaryParams,
  s: DictionarySnapshot,
  x: number,
  y: number,
  room: number,
  pen: DrawStyle,
): Mark[] {
  const value = String(setting(params));
  const big = pen.label * 1.5;
  const text = fitting([question(s), shortQuestion(s)], pen.label, room - measure(value, big) - 20);
  return [
    ...(text
      ? [label(x, y, text, { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') }, 'question')]
      : []),
    label(
      x + room,
      y,
      value,
      { 'font-size': big, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
      'asked',
    ),
  ];
}
