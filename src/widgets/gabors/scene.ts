// The figure as marks: two sheets with their threads, the held pair, the numbers, where the filters lie.

import { radioRow } from '../../scene/radio-row.ts';
import { gaugeHeight } from '../../scene/gauge.ts';
import { group, type Mark } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { BakedGabors } from './baked.ts';
import { fan, heldPair } from './held-pair.ts';
import { numbers } from './numbers.ts';
import type { GaborsParams } from './params.ts';
import { sheets } from './sheets.ts';
import type { GaborsSnapshot } from './snapshot.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';

/** The figure in every composition. @param baked partner and chance, once they are there */
export function scene(params: GaborsParams, s: GaborsSnapshot, layout: Layout, baked?: BakedGabors): Scene {
  const { width, height = 540 } = layout;
  if (layout.composition === 'slide') {
    const {
      pen,
      marks,
      box,
      track: at,
    } = slideFrame({ title, question, value: value(params) }, width, height, 30);
    return {
      plate: {
        width,
        height,
        label: `${title}. ${summary(params, s, baked)}`,
        marks: [
          ...marks,
          ...(width < height ? tall : wide)(params, s, box, pen, baked),
          group(track(params, s, at, pen, baked), {}, 'track'),
        ],
      },
    };
  }
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 590 : Math.round(Math.max(330, Math.min(440, width * 0.38)));
  const marks = (narrow ? tall : wide)(
    params,
    s,
    { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
    pen,
    baked,
  );
  return {
    plate: { width, height: high, label: summary(params, s, baked), marks },
    track: trackPicture(params, s, layout.track ?? width, baked),
  };
}

/** Which pictures the filters are learned from. */
const worlds = ({ world }: GaborsParams, x: number, y: number, pen: DrawStyle): Mark =>
  radioRow(
    {
      x,
      y,
      handle: 'world',
      name: 'Pictures',
      options: [
        { value: 'leaves', text: 'dead leaves' },
        { value: 'scrambled', text: 'scrambled' },
      ],
      chosen: world,
      gap: 16 * pen.scale,
    },
    pen,
  );

/** Sheets at the left; numbers over the held pair and the fan at the right. */
function wide(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const head = pen.label * 1.9 + pen.small * 1.9;
  const side = Math.min(height - head, width * 0.3);
  const gap = Math.max(width * 0.1, 60);
  const right = x + 2 * side + gap + width * 0.035;
  const room = x + width - right;
  const step = gaugeHeight(pen) + 6 * pen.scale;
  const low = y + 2 * step + 6 * pen.scale;
  return [
    worlds(params, x, y + pen.label, pen),
    group(sheets(params, s, { x, y: y + head, side, gap }, pen, baked), {}, 'sheets'),
    group(numbers(s, { x: right, y, width: room, height: step }, 1, pen, baked), {}, 'numbers'),
    group(
      below(params, s, { x: right, y: low, width: room, height: y + height - low }, pen, baked),
      {},
      'below',
    ),
  ];
}

/** Sheets, numbers, held pair and fan, one under the other. */
function tall(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const head = pen.label * 1.9 + pen.small * 1.9;
  const gap = width * 0.14;
  const side = Math.min((width - gap) / 2, (height - head) * 0.44);
  const row = gaugeHeight(pen) + 10;
  const at = y + head + side + 14;
  return [
    worlds(params, x, y + pen.label, pen),
    group(sheets(params, s, { x, y: y + head, side, gap: width - 2 * side }, pen, baked), {}, 'sheets'),
    group(numbers(s, { x, y: at, width, height: row }, 2, pen, baked), {}, 'numbers'),
    group(
      below(params, s, { x, y: at + row, width, height: y + height - at - row }, pen, baked),
      {},
      'below',
    ),
  ];
}

/** The held pair, large; and a fan of all filters by direction and frequency. */
function below(
  params: GaborsParams,
  s: GaborsSnapshot,
  box: Box,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  if (box.height < 70) return [];
  const cell = Math.min((box.height - pen.small * 3) * 0.9, box.width * 0.2);
  const used = 2 * cell + 24 * pen.scale;
  return [
    ...heldPair(params, s, box, cell, pen, baked),
    ...fan(s, { ...box, x: box.x + used, width: box.width - used }, pen),
  ];
}
