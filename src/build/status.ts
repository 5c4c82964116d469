// How well a claim stands. Four marks, told apart by shape; the word is always there.

import { circle, line, path, type Mark } from '../scene/mark.ts';

export type Standing = 'measured' | 'published' | 'conjecture' | 'contested';
const pen = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.6,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

/** Word, meaning and mark (a box of 14 x 14) of each standing. */
export const standings: Readonly<
  Record<Standing, { readonly word: string; readonly means: string; readonly marks: readonly Mark[] }>
> = {
  measured: {
    word: 'measured here',
    means: 'A figure on the page shows it, and a test of this site would fail if it did not hold.',
    marks: [
      path(
        'M1.5 12.2H12.5M1.5 12.2V9M4.25 12.2V10M7 12.2V9M9.75 12.2V10M12.5 12.2V9M3 6.4L6 3.4L8.2 5.2L12 1.6',
        pen,
      ),
    ],
  },
  published: {
    word: 'published',
    means: 'A result of the cited work; not repeated here.',
    marks: [
      path(
        'M7 3.4C5.4 2 3.2 1.8 1.4 2.2V11.6C3.2 11.2 5.4 11.4 7 12.8C8.6 11.4 10.8 11.2 12.6 11.6V2.2C10.8 1.8 8.6 2 7 3.4V12.6',
        pen,
      ),
    ],
  },
  conjecture: {
    word: 'conjecture',
    means: 'A guess of the note or of the field, with reasons but without proof.',
    marks: [circle(7, 7, 5.6, { ...pen, 'stroke-dasharray': '2.4 2.6' })],
  },
  contested: {
    word: 'contested',
    means: 'There is cited evidence on both sides.',
    marks: [
      path('M1.5 7H6M1.5 7L3.6 4.9M1.5 7L3.6 9.1M12.5 7H8M12.5 7L10.4 4.9M12.5 7L10.4 9.1', pen),
      line(7, 1.6, 7, 12.4, pen),
    ],
  },
};
