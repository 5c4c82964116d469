// A picture as plain data. The still of the build, the golden test, the download and the live figure are
// all made from these marks: `print` turns them into text, `paint` into DOM. A mark is one element, SVG or HTML.

import type { Control } from './control.ts';

export type Value = string | number | boolean | undefined | null;

/** One element. `key` names it among its siblings for the keyed join; attributes that are undefined, null or false are left out. */
export interface Mark {
  readonly tag: string;
  /** unique among siblings */
  readonly key?: string | undefined;
  readonly attrs: Readonly<Record<string, Value>>;
  readonly kids?: readonly Mark[] | undefined;
  /** instead of children */
  readonly text?: string | undefined;
  /** what a touch does (control.ts); neither printed nor painted */
  readonly control?: Control | undefined;
}

/** Marks in a box, in CSS px at the width at which they are drawn; `label` is the sentence that is read out. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly marks: readonly Mark[];
}

export type Point = readonly [x: number, y: number];

/** An element with attributes and children; nothing but a shorthand. */
export function mark(
  tag: string,
  attrs: Mark['attrs'] = {},
  inside?: readonly (Mark | undefined | false)[] | string,
  key?: string,
): Mark {
  if (typeof inside === 'string') return { tag, key, attrs, text: inside };
  return { tag, key, attrs, kids: inside?.filter((kid): kid is Mark => !!kid) };
}

/** A <g>; children that are undefined or false are left out. */
export const group = (
  kids: readonly (Mark | undefined | false)[],
  attrs: Mark['attrs'] = {},
  key?: string,
): Mark => mark('g', attrs, kids, key);

/** A group moved to (x, y). */
export const at = (
  x: number,
  y: number,
  kids: readonly (Mark | undefined | false)[],
  attrs: Mark['attrs'] = {},
  key?: string,
): Mark => group(kids, { transform: `translate(${round(x)},${round(y)})`, ...attrs }, key);

/** A <line> from (x1, y1) to (x2, y2), px. */
export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  attrs: Mark['attrs'],
  key?: string,
): Mark =>
  mark('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), ...attrs }, undefined, key);

/** A <circle> around (cx, cy), px. */
export const circle = (cx: number, cy: number, r: number, attrs: Mark['attrs'], key?: string): Mark =>
  mark('circle', { cx: round(cx), cy: round(cy), r: round(r), ...attrs }, undefined, key);

/** A <rect> by its top left corner, px. */
export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  attrs: Mark['attrs'],
  key?: string,
): Mark =>
  mark(
    'rect',
    { x: round(x), y: round(y), width: round(width), height: round(height), ...attrs },
    undefined,
    key,
  );

/** A <path>; `null` is an empty one, as d3-shape answers where there are no points. */
export const path = (d: string | null, attrs: Mark['attrs'], key?: string): Mark =>
  mark('path', { d: d ?? '', ...attrs }, undefined, key);

/** A <text> with its anchor at (x, y), px. */
export const label = (x: number, y: number, text: string, attrs: Mark['attrs'] = {}, key?: string): Mark =>
  mark('text', { x: round(x), y: round(y), ...attrs }, text, key);

/** Two decimals: enough for any screen, and golden pictures stay readable. Never prints -0. */
export const round = (value: number): number => Math.round(value * 100) / 100 || 0;
