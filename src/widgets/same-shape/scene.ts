// The figure as marks: the networks as trained, all on one another, the distances.

import { radioRow } from '../../scene/radio-row.ts';
import { gauge, gaugeHeight } from '../../scene/gauge.ts';
import { group, type Mark } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { SameShapeSnapshot } from './snapshot.ts';
import type { SameShapeParams } from './params.ts';
import { overlay, plane } from './planes.ts';
import { percent, placed, residual, shown, worst } from './derive.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';

/** The figure's picture; on a slide the track is in the plate. */
export function scene(params: SameShapeParams, s: SameShapeSnapshot, layout: Layout): Scene {
  const { width, height = 540, highlighted } = layout;
  if (layout.composition === 'slide') {
    const words = { title, question, value: value(params, s) };
    const { pen, marks, box, track: at } = slideFrame(words, width, height, 30);
    return {
      plate: {
        width,
        height,
        label: `${title}. ${summary(params, s)}`,
        marks: [
          ...marks,
          ...(width < height ? tall : wide)(params, s, box, pen, highlighted),
          group(track(params, s, at, pen), {}, 'track'),
        ],
      },
    };
  }
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 560 : Math.round(Math.max(320, Math.min(460, width * 0.4)));
  const marks = (narrow ? tall : wide)(
    params,
    s,
    { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
    pen,
    highlighted,
  );
  return {
    plate: { width, height: high, label: summary(params, s), marks },
    track: trackPicture(params, s, layout.track ?? width),
  };
}

const part = (name: string, marks: readonly (Mark | undefined)[]): Mark => group(marks, {}, name);

/** What is laid on the first, as a row of words to choose from. */
const others = ({ others: chosen }: SameShapeParams, x: number, y: number, pen: DrawStyle): Mark =>
  radioRow(
    {
      x,
      y,
      handle: 'others',
      name: 'Laid on the first',
      options: [
        { value: 'trained', text: 'trained' },
        { value: 'random', text: 'random' },
      ],
      chosen,
    },
    pen,
  );

function numbers(
  params: SameShapeParams,
  s: SameShapeSnapshot,
  { x, y, width, height }: Box,
  columns: number,
  pen: DrawStyle,
): Mark[] {
  const list = shown(s, params);
  const gap = 24 * pen.scale;
  const wide = (width - gap * (columns - 1)) / columns;
  const step = Math.min(height / Math.ceil(3 / columns), gaugeHeight(pen) + 22 * pen.scale);
  const control = (at: number) =>
    params.others === 'trained' ? { reference: { at, words: [`random: ${percent(at)}`, percent(at)] } } : {};
  const all = [
    {
      names: ['Now, mean of three', 'Now'],
      at: residual(s, params.others, params.turn),
      ...control(residual(s, 'random', params.turn)),
    },
    {
      names: ['Farthest when turned all the way', 'Farthest, turned', 'Turned'],
      at: worst(list, 'turned'),
      ...control(worst(s.random, 'turned')),
    },
    {
      names: ['Farthest of the Gram matrices', 'Gram matrices', 'Gram'],
      at: worst(list, 'gram'),
      ...control(worst(s.random, 'gram')),
    },
  ];
  return all.map(({ names, at, ...rest }, i) => ({
    ...gauge(
      {
        x: x + (i % columns) * (wide + gap),
        y: y + Math.floor(i / columns) * step,
        width: wide,
        names,
        text: percent(at),
        value: at,
        range: [0, 1.6],
        ...rest,
      },
      pen,
    ),
    key: `gauge-${i}`,
  }));
}

/** Four networks, the heap, the numbers, side by side. */
function wide(
  params: SameShapeParams,
  s: SameShapeSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  highlighted?: string,
): Mark[] {
  const list = shown(s, params);
  const quarter = Math.min(height / 2, width * 0.19);
  const r = (quarter - pen.small * 2.4) / 2;
  const head = pen.label * 1.6;
  const big = Math.min((height - head) / 2 - 4, width * 0.18);
  const left = 2 * quarter;
  const middle = x + left + (width * 0.72 - left) / 2;
  const right = x + width * 0.74;
  return [
    part(
      'each',
      list.map((one, i) =>
        plane(
          one.W,
          one.name,
          x + quarter * (0.5 + (i % 2)),
          y + quarter * Math.floor(i / 2) + r + 4,
          r,
          pen,
          `net-${i}`,
          highlighted,
        ),
      ),
    ),
    part('together', [
      others(params, middle - 60 * pen.scale, y + pen.label, pen),
      overlay(
        list.map((one) => placed(one, s.m, params.turn)),
        middle,
        y + head + big + 4,
        big,
        pen,
        highlighted,
      ),
    ]),
    part('numbers', numbers(params, s, { x: right, y, width: width - (right - x), height }, 1, pen)),
  ];
}

function tall(
  params: SameShapeParams,
  s: SameShapeSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  highlighted?: string,
): Mark[] {
  const list = shown(s, params);
  const quarter = width / 4;
  const r = quarter * 0.44;
  const foot = gaugeHeight(pen);
  const head = pen.label * 1.6;
  const row = 2 * r + pen.small * 2.4;
  const big = Math.max(20, Math.min(width * 0.42, (height - foot - head - row - 16) / 2));
  return [
    part('together', [
      others(params, x + 10, y + pen.label, pen),
      overlay(
        list.map((one) => placed(one, s.m, params.turn)),
        x + width / 2,
        y + head + big + 4,
        big,
        pen,
        highlighted,
      ),
    ]),
    part(
      'each',
      list.map((one, i) =>
        plane(
          one.W,
          one.name,
          x + quarter * (i + 0.5),
          y + head + 2 * big + 16 + r,
          r,
          pen,
          `net-${i}`,
          highlighted,
        ),
      ),
    ),
    part('numbers', numbers(params, s, { x, y: y + height - foot, width, height: foot }, 3, pen)),
  ];
}
