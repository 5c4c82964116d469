// Where everything lies, px, and the scales that place values there and read a hand's place back.

import type { Layout } from '../../runtime/widget.ts';
import { ASSUMPTIONS } from '../../models/prices.ts';
import { measure, pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { logarithmic, type Scale } from '../../scene/scale.ts';
import type { Box } from '../../scene/slide.ts';
import { LARGEST, SMALLEST } from './params.ts';

/** Where the chart, the bill and the list of assumptions stand. */
export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly title?: Box | undefined;
  readonly chart: Box;
  readonly bill: Box;
  readonly list?: Box | undefined;
  /** height of a line of the list */
  readonly row: number;
}

const ROW = 62;
const BILL = 150;
/** The panels of a composition; a slide has no list. */
export function layoutPanels({ composition, width, height = 540 }: Layout): Panels {
  if (composition === 'slide') {
    const upright = width < height;
    const pen = slideStyle(upright ? Math.min(height, width * 1.6) * 0.62 : Math.min(height, width * 0.66));
    const pad = Math.max(12, width * 0.033);
    const inner = width - 2 * pad;
    const top = pad * 0.5 + pen.label * 3.2;
    const bill = pen.label * (upright ? 11 : 8.4);
    const title = { x: pad, y: pad * 0.5, width: inner, height: pen.label * 2 };
    if (upright) {
      return {
        pen,
        width,
        height,
        title,
        row: 0,
        chart: { x: pad, y: top, width: inner, height: height - top - bill - pad },
        bill: { x: pad, y: height - bill - pad * 0.5, width: inner, height: bill },
      };
    }
    return {
      pen,
      width,
      height,
      title,
      row: 0,
      chart: { x: pad, y: top, width: inner * 0.6, height: height - top - pad },
      bill: { x: pad + inner * 0.66, y: top + pen.label * 2, width: inner * 0.34, height: height - top },
    };
  }
  const pen = pageStyle();
  const pad = width < 620 ? 14 : 24;
  const inner = width - 2 * pad;
  const list = 34 + ASSUMPTIONS.length * ROW;
  if (width < 880) {
    const chart = { x: pad, y: 14, width: inner, height: width < 620 ? 330 : 380 };
    const bill = { x: pad, y: chart.y + chart.height + 16, width: inner, height: BILL };
    return {
      pen,
      width,
      height: bill.y + BILL + 20 + list + 8,
      chart,
      bill,
      list: { x: pad, y: bill.y + BILL + 20, width: inner, height: list },
      row: ROW,
    };
  }
  const right = Math.min(440, inner * 0.4);
  const left = inner - right - 44;
  return {
    pen,
    width,
    height: 14 + list + 12,
    chart: { x: pad, y: 14, width: left, height: list - BILL - 24 },
    bill: { x: pad, y: 14 + list - BILL, width: left, height: BILL },
    list: { x: pad + left + 44, y: 14, width: right, height: list },
    row: ROW,
  };
}

/** Inside of the chart. */
export const inside = ({ x, y, width, height }: Box, pen: DrawStyle) => ({
  x0: x + pen.small * 3.4,
  x1: x + width - measure('by structure', pen.label) - 8,
  y0: y + pen.label * 1.6 + pen.small * 1.5,
  y1: y + height - pen.small * 2.8,
});
/** px of a model's size along the chart, and back. */
export function sizeScale(box: Box, pen: DrawStyle): Scale {
  const { x0, x1 } = inside(box, pen);
  return logarithmic([SMALLEST, LARGEST], [x0, x1]);
}
/** px of an assumption's value along its line, and back. */
export const assumptionScale = (
  { min, max }: { readonly min: number; readonly max: number },
  { x0, x1 }: { readonly x0: number; readonly x1: number },
): Scale => logarithmic([min, max], [x0, x1]);
/** The line of an assumption: its ends and its height. */
export const rowLine = ({ x, y, width }: Box, row: number, i: number) => ({
  x0: x + 14,
  x1: x + width - 14,
  y: y + 34 + i * row + row * 0.55,
});
