// What every slide has around its picture: the title, the question with its answer, the track at the foot.

import { ink, serif } from './ink.ts';
import { label, type Mark } from './mark.ts';
import { fitting, measure, slideStyle, type DrawStyle } from './draw-style.ts';

/** A rectangle by its top left corner, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What is written on a slide. */
export interface Words {
  readonly title: string;
  /** what the track asks, longest form first; the longest that fits is written */
  readonly question: readonly string[];
  /** where the track stands */
  readonly value: string;
}

/** The margin at the left and right of a slide of this width, px. */
export const slidePad = (width: number): number => Math.max(12, width * 0.033);
/** Ends of the track in its picture, px. */
export const span = (width: number, slide: boolean): readonly [number, number] =>
  slide ? [slidePad(width), width - slidePad(width)] : [0, width];

export interface Slide {
  /** what the picture on this slide is drawn with */
  readonly pen: DrawStyle;
  /** title, question and value */
  readonly marks: readonly Mark[];
  /** free for the picture */
  readonly box: Box;
  /** the track's band, without its ticks; of height 0 where there is no track */
  readonly track: Box;
}

/**
 * The frame of a slide of width x height px: its marks, and the boxes that it leaves for the picture and for the track.
 * @param foot px under the track for its ticks; left out where there is no track, and then no question either
 */
export function slideFrame(
  { title, question, value }: Words,
  width: number,
  height: number,
  foot?: number,
): Slide {
  const style = slideStyle(Math.min(height, width * 0.75));
  const pad = slidePad(width);
  const inner = width - 2 * pad;
  const size = Math.max(12, Math.min(height * 0.07, inner / (measure(title, 1) * 1.02)));
  const big = style.label * 1.3;
  const head = pad * 0.7 + size * 1.3;
  if (foot === undefined) {
    return {
      pen: style,
      box: { x: pad, y: head, width: inner, height: height - pad * 0.6 - head },
      track: { x: pad, y: height, width: inner, height: 0 },
      marks: [heading(title, pad, size)],
    };
  }
  const band = Math.max(44, height * 0.1);
  const bottom = height - foot * style.scale - 6;
  const asked = bottom - band - 12 * style.scale;
  const words = fitting(question, style.label, inner - measure(value, big) - 20);
  return {
    pen: style,
    box: { x: pad, y: head, width: inner, height: asked - style.label * 1.5 - head },
    track: { x: pad, y: bottom - band, width: inner, height: band },
    marks: [
      heading(title, pad, size),
      ...(words
        ? [
            label(
              pad,
              asked,
              words,
              { 'font-size': style.label, 'font-weight': 650, fill: ink('ink') },
              'question',
            ),
          ]
        : []),
      label(
        width - pad,
        asked,
        value,
        { 'font-size': big, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
        'value',
      ),
    ],
  };
}

const heading = (title: string, pad: number, size: number): Mark =>
  label(
    pad,
    pad * 0.7 + size * 0.8,
    title,
    {
      'font-size': size,
      'font-weight': 450,
      'letter-spacing': '-0.02em',
      'font-family': serif,
      fill: ink('ink'),
    },
    'title',
  );
