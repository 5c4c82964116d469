// A number with its name, on a scale, beside what it should be compared with.

import { ink } from './ink.ts';
import { group, label, line, rect, type Mark } from './mark.ts';
import { fitting, measure, type DrawStyle } from './draw-style.ts';

export interface GaugeOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** the name, longest first */
  readonly names: readonly string[];
  readonly text: string;
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  /** what to compare with, its words longest first */
  readonly reference?:
    | {
        readonly at: number;
        readonly words: readonly string[];
        /** what lies below it is nothing: drawn paler */ readonly floor?: boolean;
      }
    | undefined;
}

/** px from a gauge's y to the end of its reference's name */
export const gaugeHeight = (pen: DrawStyle): number =>
  pen.label * 1.2 + pen.label * 1.9 + 10 * pen.scale + pen.small * 1.5;

export function gauge(
  { x, y, width, names, text, value, range: [low, high], reference }: GaugeOptions,
  pen: DrawStyle,
): Mark {
  const place = (v: number): number => x + Math.max(0, Math.min(1, (v - low) / (high - low || 1))) * width;
  const number = y + pen.label * 1.2 + pen.label * 1.55;
  const bar = number + 9 * pen.scale;
  const thick = 7 * pen.scale;
  const words = reference && fitting(reference.words, pen.small, width);
  const at = reference ? place(reference.at) : 0;
  const half = words ? measure(words, pen.small) / 2 : 0;
  return group([
    label(
      x,
      y + pen.label,
      fitting(names, pen.label, width) ?? names.at(-1)!,
      { 'font-size': pen.label, fill: ink('ink-2') },
      'name',
    ),
    label(
      x,
      number,
      text,
      { 'font-size': Math.round(pen.label * 1.57), 'font-weight': 650, fill: ink('ink') },
      'value',
    ),
    rect(x, bar, width, thick, { fill: ink('wash') }, 'track'),
    rect(x, bar, place(value) - x, thick, { fill: ink(reference?.floor ? 'ink-3' : 'ink') }, 'bar'),
    !!reference?.floor &&
      value > reference.at &&
      rect(at, bar, place(value) - at, thick, { fill: ink('ink') }, 'beyond'),
    reference &&
      line(
        at,
        bar - 3 * pen.scale,
        at,
        bar + thick + 4 * pen.scale,
        { stroke: ink(pen.ground), 'stroke-width': pen.weights.fine * 3 },
        'gap',
      ),
    reference &&
      line(
        at,
        bar - 3 * pen.scale,
        at,
        bar + thick + 4 * pen.scale,
        { stroke: ink('ink'), 'stroke-width': pen.weights.line },
        'tick',
      ),
    !!words &&
      label(
        Math.min(Math.max(at, x + half), x + width - half),
        bar + thick + 4 * pen.scale + pen.small * 1.05,
        words,
        { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
        'words',
      ),
  ]);
}
