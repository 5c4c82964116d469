// An underlined word that does something when it is touched.

import type { Change } from './control.ts';
import { ink } from './ink.ts';
import { controlled } from './touch.ts';
import { at, label, line, rect, type Mark } from './mark.ts';
import { measure, unseen, type DrawStyle } from './draw-style.ts';

export interface TextButtonOptions {
  /** left end and base line, px */
  readonly x: number;
  readonly y: number;
  readonly handle: string;
  readonly text: string;
  /** what it does, for those who cannot see what it stands beside */
  readonly name?: string | undefined;
  /** of something that is on or off */
  readonly pressed?: boolean | undefined;
  /** what it sets; left out: the figure says so elsewhere */
  readonly set?: Change | undefined;
  /** set in a heavier weight */
  readonly strong?: boolean | undefined;
  /** px that take the touch; the word's own width if left out */
  readonly width?: number | undefined;
}

/** Width of the word itself, px. */
export const textButtonWidth = (text: string, style: DrawStyle): number => measure(text, style.label);

/** The word as a button, 44 px high at least to the touch. Chosen words are in ink, the others can be touched: vermilion. */
export function textButton(
  { x, y, handle, text, name, pressed, set, strong, width }: TextButtonOptions,
  style: DrawStyle,
): Mark {
  const tall = Math.max(44, style.label * 2.2);
  const long = textButtonWidth(text, style) * 0.95;
  const heavy = pressed || strong;
  const word = at(
    x,
    y,
    [
      rect(
        -4,
        -style.label * 0.35 - tall / 2,
        width ?? textButtonWidth(text, style) + 8,
        tall,
        unseen,
        'hit',
      ),
      label(
        0,
        0,
        text,
        { 'font-size': style.label, 'font-weight': heavy ? 650 : 450, fill: ink('ink') },
        'word',
      ),
      line(
        0,
        style.label * 0.42,
        long,
        style.label * 0.42,
        {
          stroke: ink(pressed ? 'ink' : 'signal'),
          'stroke-width': pressed ? style.weights.vec : style.weights.fine * 1.5,
        },
        'under',
      ),
    ],
    {
      'data-handle': handle,
      tabindex: 0,
      role: 'button',
      'aria-label': name ?? text,
      'aria-pressed': pressed === undefined ? undefined : String(pressed),
    },
    handle,
  );
  return set ? controlled(word, { kind: 'press', set }) : word;
}
