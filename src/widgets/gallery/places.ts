// Where everything lies: the scene draws there, and a hand is understood there. px

import type { Layout } from '../../runtime/widget.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';

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
  readonly piece: { readonly cx: number; readonly cy: number; readonly r: number };
  readonly label: Box;
  readonly list?: Box | undefined;
  readonly row: number;
}

const ROW = 44;
const ROWS = 18;
export function places({ composition, width, height = 540 }: Layout): Places {
  if (composition === 'slide') {
    const upright = width < height;
    const pen = slideStyle(upright ? Math.min(height, width * 1.6) * 0.62 : Math.min(height, width * 0.66));
    const pad = Math.max(12, width * 0.033);
    const inner = width - 2 * pad;
    const top = pad * 0.5 + pen.label * 3.2;
    const title = { x: pad, y: pad * 0.5, width: inner, height: pen.label * 2 };
    const tall = upright ? (height - top) * 0.62 : height - top - pad * 0.5;
    const r = Math.min(tall, upright ? inner : inner * 0.55) / 2 / 1.34;
    return {
      pen,
      width,
      height,
      title,
      row: 0,
      piece: { cx: upright ? width / 2 : pad + inner * 0.3, cy: top + tall / 2, r },
      label: upright
        ? { x: pad, y: top + tall, width: inner, height: height - top - tall }
        : { x: pad + inner * 0.64, y: top + tall * 0.2, width: inner * 0.36, height: tall },
    };
  }
  const pen = pageStyle();
  const pad = width < 620 ? 14 : 24;
  const inner = width - 2 * pad;
  const list = ROWS * ROW + 10;
  if (width < 620) {
    const r = inner / 2 / 1.34;
    const cy = 20 + r * 1.34;
    return {
      pen,
      width,
      height: cy + r * 1.34 + 130 + list,
      row: ROW,
      piece: { cx: width / 2, cy, r },
      label: { x: pad, y: cy + r * 1.34 + 12, width: inner, height: 110 },
      list: { x: pad, y: cy + r * 1.34 + 124, width: inner, height: list },
    };
  }
  const right = Math.min(420, inner * 0.45);
  const left = inner - right - 36;
  const r = Math.min(left / 2 / 1.34, (list - 160) / 2 / 1.34);
  const cy = 24 + r * 1.34;
  return {
    pen,
    width,
    height: list + 24,
    row: ROW,
    piece: { cx: pad + left / 2, cy, r },
    label: { x: pad, y: Math.min(cy + r * 1.34 + 24, list - 100), width: left, height: 110 },
    list: { x: pad + left + 36, y: 12, width: right, height: list },
  };
}
