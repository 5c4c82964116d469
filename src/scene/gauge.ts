// A number with its name, on a scale, beside what it should be compared with.

import { ink } from './ink.ts';
import { group, label, line, rect, type Mark } from './mark.ts';
import { fitting, measure, type DrawStyle } from './draw-style.ts';

export interface GaugeOptions {
  /** top left corner and width, px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** the name, longest first */
  readonly names: readonly string[];
  /** the value as it is printed */
  readonly text: string;
  readonly value: number;
  /** of the scale; values outside are drawn at its ends */
  readonly range: readonly [low: number, high: number];
  /** what to compare with, its words longest first */
  readonly reference?:
    | {
        readonly at: number;
        readonly words: readonly string[];
        /** what lies below it is chance alone: drawn paler */
        readonly floor?: boolean;
      }
    | undefined;
}

/** px from a gauge's y to the end of its reference's name */
export const gaugeHeight = (style: DrawStyle): number =>
  style.label * 1.2 + style.label * 1.9 + 10 * style.scale + style.small * 1.5;

/** The gauge: name, number, bar, and the reference as a tick with its words. */
export function gauge(
  { x, y, width, names, text, value, range: [low, high], reference }: GaugeOptions,
  style: DrawStyle,
): Mark {
  const place = (v: number): number => x + Math.max(0, Math.min(1, (v - low) / (high - low || 1))) * width;
  const number = y + style.label * 1.2 + style.label * 1.55;
  const bar = number + 9 * style.scale;
  const thick = 7 * style.scale;
  const words = reference && fitting(reference.words, style.small, width);
  const at = reference ? place(reference.at) : 0;
  const half = words ? measure(words, style.small) / 2 : 0;
  return group([
    label(
      x,
      y + style.label,
      fitting(names, style.label, width) ?? names.at(-1)!,
      { 'font-size': style.label, fill: ink('ink-2') },
      'name',
    ),
    label(
      x,
      number,
      text,
      { 'font-size': Math.round(style.label * 1.57), 'font-weight': 650, fill: ink('ink') },
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
        bar - 3 * style.scale,
        at,
        bar + thick + 4 * style.scale,
        { stroke: ink(style.ground), 'stroke-width': style.weights.fine * 3 },
        'gap',
      ),
    reference &&
      line(
        at,
        bar - 3 * style.scale,
        at,
        bar + thick + 4 * style.scale,
        { stroke: ink('ink'), 'stroke-width': style.weights.line },
        'tick',
      ),
    !!words &&
      label(
        Math.min(Math.max(at, x + half), x + width - half),
        bar + thick + 4 * style.scale + style.small * 1.05,
        words,
        { 'font-size': style.small, 'text-anchor': 'middle', fill: ink('ink-2') },
        'words',
      ),
  ]);
}
