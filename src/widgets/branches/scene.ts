// The figure as marks: what the net sees, its first filters in two halves, the two tasks with and without a half.

import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';
import { net } from './net.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';
import { tasks } from './tasks.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';

/** The plate and its track; a slide has both in one picture. @param rows undefined: not there yet */
export function scene(
  params: BranchesParams,
  s: BranchesSnapshot,
  layout: Layout,
  rows?: readonly Row[],
): Scene {
  return layout.composition === 'slide' ? slide(params, s, layout, rows) : page(params, s, layout, rows);
}

function slide(
  params: BranchesParams,
  s: BranchesSnapshot,
  { width, height = 540 }: Layout,
  rows?: readonly Row[],
): Scene {
  const frame = slideFrame({ title, question, value: value(params) }, width, height, 54);
  const { pen, marks, box } = frame;
  const names = pen.small * 0.9;
  const lifted = { ...frame.track, y: frame.track.y + names, height: frame.track.height - names };
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(params, s)}`,
      marks: [
        ...marks,
        ...panels(params, s, box, width < height, pen),
        group(track(params, lifted, pen, rows), {}, 'track'),
      ],
    },
  };
}

function page(
  params: BranchesParams,
  s: BranchesSnapshot,
  { composition, width, track: trackWidth = width }: Layout,
  rows?: readonly Row[],
): Scene {
  const narrow = composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const height = narrow ? 590 : Math.round(Math.max(330, Math.min(400, width * 0.36)));
  const box = { x: pad, y: pad, width: width - 2 * pad, height: height - 2 * pad };
  return {
    plate: { width, height, label: summary(params, s), marks: panels(params, s, box, narrow, pageStyle()) },
    track: trackPicture(params, trackWidth, rows),
  };
}

/** The words that hold a half over the net and its tasks; these below each other or side by side. */
function panels(
  params: BranchesParams,
  s: BranchesSnapshot,
  { x, y, width, height }: Box,
  upright: boolean,
  pen: DrawStyle,
): Mark[] {
  const top = y + pen.label * 2.2;
  const room = y + height - top;
  const pick = lesionRow(params, s, x, y + pen.label, pen);
  if (upright) {
    const part = room * 0.56;
    const rest = top + part + pen.small;
    return [
      ...pick,
      group(net(params, s, { x, y: top, width, height: part }, pen), {}, 'net'),
      group(tasks(params, s, { x, y: rest, width, height: y + height - rest }, pen), {}, 'tasks'),
    ];
  }
  const left = width * 0.58;
  const next = left + width * 0.06;
  return [
    ...pick,
    group(net(params, s, { x, y: top, width: left, height: room }, pen), {}, 'net'),
    group(tasks(params, s, { x: x + next, y: top, width: width - next, height: room }, pen), {}, 'tasks'),
  ];
}

/** Which half is held at its mean, as a row of words to choose from. */
function lesionRow(
  params: BranchesParams,
  s: BranchesSnapshot,
  x: number,
  y: number,
  pen: DrawStyle,
): Mark[] {
  const asks = s.divided ? 'Held at its mean' : 'Half held at its mean';
  return [
    label(x, y, asks, { 'font-size': pen.label, fill: ink('ink-2') }, 'ask'),
    radioRow(
      {
        x: x + 128 * (pen.label / 14) * (s.divided ? 1 : 1.25),
        y,
        handle: 'lesion',
        name: 'Held at its mean',
        options: [
          { value: 'none', text: 'none' },
          { value: 'first', text: 'first' },
          { value: 'second', text: 'second' },
        ],
        chosen: params.lesion,
        gap: 16 * pen.scale,
      },
      pen,
    ),
  ];
}
