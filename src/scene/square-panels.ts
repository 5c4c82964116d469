// What figures made of square panels share: the style and the number of squares in a row, a square's two lines of heading,
// and the title of a slide.

import { fitting, measure, pageStyle, slideStyle, type DrawStyle } from './draw-style.ts';
import { ink } from './ink.ts';
import { label, type Mark } from './mark.ts';

/** A square by its top left corner, px; its heading stands above it. */
export interface SquarePlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The style of a composition: a slide's type follows its height, or its width where it is upright. */
export const styleOf = ({
  composition,
  width,
  height = 540,
}: {
  readonly composition: string;
  readonly width: number;
  readonly height?: number | undefined;
}): DrawStyle => (composition === 'slide' ? slideStyle(Math.min(height, width * 0.75)) : pageStyle());

/** Squares in a row: one on a phone, three where `inner` px have room for them. */
export function squaresAcross(inner: number, narrow: boolean): 1 | 2 | 3 {
  if (narrow) return 1;
  return inner < 800 ? 2 : 3;
}

/** Room over a square for its heading, px. */
export const headHeight = (style: DrawStyle): number => style.label * 1.2 + style.small * 1.6;

/** The two lines over a square: its title and what is to be seen. The longest texts that fit are set. */
export const squareHeading = (
  titles: readonly string[],
  below: readonly string[],
  { x, y, side }: SquarePlace,
  style: DrawStyle,
): Mark[] => [
  label(
    x,
    y - style.small * 1.7,
    fitting(titles, style.label, side) ?? titles.at(-1)!,
    { 'font-size': style.label, 'font-weight': 650, fill: ink('ink') },
    'title',
  ),
  label(
    x,
    y - style.small * 0.5,
    fitting(below, style.small, side) ?? below.at(-1)!,
    { 'font-size': style.small, fill: ink(style.muted) },
    'below',
  ),
];

/** Room at the top of a slide for its title, px. */
export const slideTitleHeight = (pad: number, inner: number, height: number): number =>
  pad * 0.7 + Math.min(height * 0.07, inner * 0.045) * 1.5;

/** The title of a slide of width x height px with a margin of `pad`, as large as fits in one line. */
export function slideTitle(
  title: string,
  { pad, width, height }: { readonly pad: number; readonly width: number; readonly height: number },
): Mark {
  const size = Math.min(height * 0.07, (width - 2 * pad) / (measure(title, 1) * 1.02));
  return label(
    pad,
    pad * 0.7 + size * 0.8,
    title,
    {
      'font-size': size,
      'font-weight': 450,
      'letter-spacing': '-0.02em',
      'font-family': 'var(--serif, Source Serif 4), Georgia, serif',
      fill: ink('ink'),
    },
    'title',
  );
}
