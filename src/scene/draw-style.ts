// What a picture is drawn with: line weights, sizes of type and handles, the ground it stands on.

import { ink, weights, type Ink, type Weights } from './ink.ts';
import type { Mark } from './mark.ts';

/** All in px as rendered. */
export interface DrawStyle {
  readonly weights: Weights;
  /** what lies behind the marks: halos and rings are filled with it */
  readonly ground: Ink;
  /** size of labels */
  readonly label: number;
  /** size of small labels */
  readonly small: number;
  /** radius of a drag ring */
  readonly ring: number;
  /** radius of the disc around it that takes the touch */
  readonly hit: number;
  /** size of marks in relation to the page's */
  readonly scale: number;
  /** ink of secondary labels: paler than the text on a page, the same as the text on a slide */
  readonly muted: Ink;
}

/** The style of a page or an embed, on `ground`; marks and labels are `scale` times their usual size. */
export const pageStyle = (ground: Ink = 'plate', scale = 1): DrawStyle => ({
  weights: weights.page,
  ground,
  label: Math.round(14 * scale),
  small: 12,
  ring: Math.round(13 * scale),
  hit: 26,
  scale,
  muted: 'ink-2',
});

/** The style of a slide of `height` px: labels stay above 2.8 % of it and above 12 px, whichever is more; no line is thinner than on the page. */
export function slideStyle(height: number): DrawStyle {
  const k = height / 1080;
  const swapped = Object.fromEntries(
    Object.entries(weights.slide).map(([name, px]) => [
      name,
      Math.max(px * k, weights.page[name as keyof Weights]),
    ]),
  );
  const label = Math.max(12, 0.0305 * height);
  return {
    weights: swapped as unknown as Weights,
    ground: 'paper',
    label,
    small: Math.max(12, 0.0285 * height),
    ring: Math.max(13, 34 * k),
    hit: Math.max(26, 36 * k),
    scale: Math.max(1, 2.2 * k),
    muted: 'ink',
  };
}

/** Attributes of a text that is to stay readable over lines: an outline in the ground's ink, `width` px. */
export const halo = (style: DrawStyle, width = 5 * style.scale): Mark['attrs'] => ({
  'paint-order': 'stroke',
  stroke: ink(style.ground),
  'stroke-width': width,
  'stroke-linejoin': 'round',
});

/** Advance width by class of letter, in em; the first class that holds the letter counts. */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[⅓⅔⅖½]/, 0.9],
  [/[ .,:;'’|ijlftr()]/, 0.33],
  [/[mwMW%@]/, 0.85],
  [/[A-Z0-9+−]/, 0.64],
];
const OTHER_WIDTH = 0.56;

/** Width of a line of the sans at `size`: no DOM to ask, so an upper estimate by classes of letters. px */
export function measure(text: string, size: number): number {
  let em = 0;
  for (const c of text) em += WIDTHS.find(([letters]) => letters.test(c))?.[1] ?? OTHER_WIDTH;
  return em * size;
}

/** The first of the texts that fits, else undefined. */
export const fitting = (texts: readonly string[], size: number, room: number): string | undefined =>
  texts.find((text) => measure(text, size) <= room);

/** An area that takes touches and shows nothing. */
export const unseen: Mark['attrs'] = { fill: 'none', stroke: 'none', 'pointer-events': 'all' };
