// The list of all pieces, with how often each grew; a press on a name shows that piece.

import { NAMES, type Name } from '../../models/pieces.ts';
import type { Change } from '../../scene/control.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, mark, type Mark } from '../../scene/mark.ts';
import type { Box } from '../../scene/slide.ts';
import { textButton, textButtonWidth } from '../../scene/text-button.ts';
import type { Rates } from './baked.ts';
import { DOUBTFUL, ELSEWHERE, LABELS } from './labels.ts';
import type { GalleryParams } from './params.ts';
import { share } from './text.ts';

/** Every piece with its rate; then what is not to be counted on; then what other figures grow. @param row height of a row, px */
export function list(
  { piece: chosen }: GalleryParams,
  { x, y, width }: Box,
  row: number,
  pen: DrawStyle,
  data: Rates | undefined,
  site: string,
): Mark[] {
  let bottom = y;
  const nextRow = (): number => (bottom += row);
  const head = (text: string): Mark =>
    label(
      x,
      nextRow() - row * 0.34,
      text,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      text,
    );
  const item = (name: Name): Mark =>
    group(pieceRow(name, name === chosen, { x, y: nextRow() - row * 0.38, width }, pen, data), {}, name);
  const sure = NAMES.filter((name) => !DOUBTFUL.includes(name));
  return [
    head(data ? `Grown, of ${data.starts} starts` : 'Grown'),
    ...sure.map(item),
    head('Not to be counted on'),
    ...DOUBTFUL.map(item),
    head('In figures of their own'),
    elsewhere(x + 4, nextRow() - row * 0.38, width, site, pen),
  ];
}

/** The name, which can be pressed, and its rate. @param y base line */
function pieceRow(
  name: Name,
  pressed: boolean,
  { x, y, width }: Omit<Box, 'height'>,
  pen: DrawStyle,
  data: Rates | undefined,
): Mark[] {
  return [
    textButton(
      {
        x: x + 4,
        y,
        handle: `piece:${name}`,
        text: LABELS[name].title,
        name: `${LABELS[name].title}, ${LABELS[name].recipe}`,
        pressed,
        set: pressed ? {} : upright(name),
        width: width - 4,
      },
      pen,
    ),
    label(
      x + width,
      y,
      share(data, name),
      { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink-2'), 'pointer-events': 'none' },
      'rate',
    ),
  ];
}

/** Another piece is seen as it was laid out, not as the last one was turned. */
const upright = (piece: Name): Change => ({ piece, yaw: 0, pitch: 0 });

/** Links to the figures where other structures grow. @param y base line */
function elsewhere(x: number, y: number, room: number, site: string, pen: DrawStyle): Mark {
  let left = x;
  return group(
    ELSEWHERE.flatMap(([name, text]) => {
      const wide = textButtonWidth(text, pen);
      if (left + wide > x + room) return [];
      const here = mark(
        'a',
        { href: `${site}figures/${name}/` },
        [
          label(left, y, text, { 'font-size': pen.label, fill: ink('ink') }, 'word'),
          line(
            left,
            y + 5,
            left + wide * 0.95,
            y + 5,
            { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 },
            'under',
          ),
        ],
        name,
      );
      left += wide + 18;
      return [here];
    }),
    {},
    'elsewhere',
  );
}
