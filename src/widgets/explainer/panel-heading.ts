// The heading of a panel.

import { ink } from '../../scene/ink.ts';
import { label, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import type { Column } from './layout.ts';

/** A heading, and under it a line in small type where it fits. */
export function panelHeading(text: string, { x, y, width }: Column, pen: DrawStyle, more?: string): Mark[] {
  const under = more && fitting([more], pen.small, width);
  const bold = { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') };
  const small = { 'font-size': pen.small, fill: ink('ink-2') };
  return [
    label(x, y + pen.label, text, bold, 'heading'),
    ...(under ? [label(x, y + pen.label + pen.small * 1.4, under, small, 'more')] : []),
  ];
}
