// A figure as one picture of its own: title, plate, question, track. The still, the download and the feed show this.

import { at, label, rect, type Mark, type Picture } from '../scene/mark.ts';
import { ink, serif } from '../scene/ink.ts';
import type { Scene, Text } from './widget.ts';

const PAD = 24;
const HEAD = 56;
const ASK = 52;

/** Plate and track one above the other, `scene` drawn at the sheet's inner width. Px. */
export function exportLayout(text: Text, scene: Scene): Picture {
  const { plate, track } = scene;
  const width = Math.max(plate.width, track?.width ?? 0) + 2 * PAD;
  const below = HEAD + plate.height;
  const height = below + (track ? ASK + track.height : 0) + PAD;
  const asked: Mark[] =
    track && text.question
      ? [
          at(PAD, below + 34, [
            label(0, 0, `${text.question} `, { 'font-size': 16, 'font-weight': 650, fill: ink('ink') }),
            label(text.question.length * 8.6 + 12, 0, text.value ?? '', {
              'font-size': 22,
              'font-weight': 650,
              fill: ink('ink'),
            }),
          ]),
        ]
      : [];
  return {
    width,
    height,
    label: `${text.title}. ${text.summary}`,
    marks: [
      label(PAD, 36, text.title, { 'font-size': 22, 'font-family': serif, fill: ink('ink') }),
      rect(0, HEAD, width, plate.height, { fill: ink('plate') }),
      at((width - plate.width) / 2, HEAD, plate.marks),
      ...asked,
      ...(track ? [at((width - track.width) / 2, below + ASK, track.marks)] : []),
    ],
  };
}
