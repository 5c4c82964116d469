// The figure as marks: what the net sees, its first filters in two halves, the two tasks with and without a half.

import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, type Mark } from '../../scene/mark.ts';
import { fitting, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';
import type { BranchesSnapshot } from './model.ts';
import type { BranchesParams } from './params.ts';
import { percent, scores, TASKS } from './read.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';

export function scene(
  params: BranchesParams,
  s: BranchesSnapshot,
  layout: Layout,
  rows?: readonly Row[],
): Scene {
  const { width, height = 540 } = layout;
  if (layout.composition === 'slide') {
    const {
      pen,
      marks,
      box,
      track: at,
    } = slideFrame({ title, question, value: value(params) }, width, height, 54);
    const lifted = { ...at, y: at.y + pen.small * 0.9, height: at.height - pen.small * 0.9 };
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
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 590 : Math.round(Math.max(330, Math.min(400, width * 0.36)));
  return {
    plate: {
      width,
      height: high,
      label: summary(params, s),
      marks: panels(
        params,
        s,
        { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
        narrow,
        pen,
      ),
    },
    track: trackPicture(params, layout.track ?? width, rows),
  };
}

function panels(
  params: BranchesParams,
  s: BranchesSnapshot,
  { x, y, width, height }: Box,
  upright: boolean,
  pen: DrawStyle,
): Mark[] {
  const head = pen.label * 2.2;
  const options = [
    { value: 'none', text: 'none' },
    { value: 'first', text: 'first' },
    { value: 'second', text: 'second' },
  ] as const;
  const pick = [
    label(
      x,
      y + pen.label,
      s.divided ? 'Held at its mean' : 'Half held at its mean',
      { 'font-size': pen.label, fill: ink('ink-2') },
      'ask',
    ),
    radioRow(
      {
        x: x + 128 * (pen.label / 14) * (s.divided ? 1 : 1.25),
        y: y + pen.label,
        handle: 'lesion',
        name: 'Held at its mean',
        options,
        chosen: params.lesion,
        gap: 16 * pen.scale,
      },
      pen,
    ),
  ];
  if (upright) {
    const low = y + head;
    const part = (height - head) * 0.56;
    const rest = y + head + part + pen.small;
    return [
      ...pick,
      group(net(params, s, { x, y: low, width, height: part }, pen), {}, 'net'),
      group(tasks(params, s, { x, y: rest, width, height: y + height - rest }, pen), {}, 'tasks'),
    ];
  }
  const left = width * 0.58;
  return [
    ...pick,
    group(net(params, s, { x, y: y + head, width: left, height: height - head }, pen), {}, 'net'),
    group(
      tasks(
        params,
        s,
        {
          x: x + left + width * 0.06,
          y: y + head,
          width: width - left - width * 0.06,
          height: height - head,
        },
        pen,
      ),
      {},
      'tasks',
    ),
  ];
}

/** Crops, then the two halves as two rows of filters; a half that is held is struck out. */
function net(
  { lesion }: BranchesParams,
  s: BranchesSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const gap = 6 * pen.scale;
  const name = pen.small * 1.6;
  const cell = Math.min((height - 3 * name - 2 * gap) / 3.1, (width - 5 * gap) / 6);
  const most = 1;
  const line0 = (text: string, at: number, key: string): Mark =>
    label(x, at - pen.small * 0.5, text, { 'font-size': pen.small, fill: ink(pen.muted) }, key);
  const crops = s.samples
    .slice(0, Math.floor((width + gap) / (cell + gap)))
    .map((values, i) => pixels(values, 20, 20, x + i * (cell + gap), y + name, cell, `crop-${i}`, 3));
  return [
    line0(
      fitting(['What it sees, each crop without its mean', 'What it sees'], pen.small, width) ?? '',
      y + name,
      'n-crops',
    ),
    ...crops,
    ...[0, 1].flatMap((half) => {
      const top = y + name + (half + 1) * (cell + name + gap);
      const held = (lesion === 'first' && half === 0) || (lesion === 'second' && half === 1);
      const what = s.divided ? 'branch' : 'half';
      const text = `${half ? 'Second' : 'First'} ${what}: first filters${held ? ', held at its mean' : ''}`;
      const wide = 4 * cell + 3 * gap;
      return [
        line0(text, top, `n-${half}`),
        ...Array.from({ length: 4 }, (_, i) => {
          const u = half * 4 + i;
          const left = x + i * (cell + gap);
          return group(
            [
              group(
                [pixels(greys(s.filters[u], most), 5, 5, left, top, cell, 'filter', 3)],
                { opacity: held ? 0.35 : undefined },
                'faded',
              ),
              rect(
                left,
                top,
                cell,
                cell,
                { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
                'frame',
              ),
            ],
            {},
            `filter-${u}`,
          );
        }),
        ...(held
          ? [
              path(
                `M${x} ${top + cell}L${x + wide} ${top}`,
                { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
                `struck-${half}`,
              ),
            ]
          : []),
        ...(width > wide + 90 * pen.scale
          ? [
              label(
                x + wide + 10 * pen.scale,
                top + cell * 0.5,
                `${percent(s.colour.slice(half * 4, half * 4 + 4).reduce((sum, c) => sum + c, 0) / 4)} colour`,
                { 'font-size': pen.small, fill: ink('ink') },
                `colour-${half}`,
              ),
            ]
          : []),
      ];
    }),
  ];
}

/** Two bars for each task: whole, and as it is now. */
function tasks(
  { lesion }: BranchesParams,
  s: BranchesSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const now = scores(s, lesion);
  const row = Math.min(height / 2, 120 * pen.scale);
  const thick = Math.min(16 * pen.scale, row * 0.16);
  const chance = x + 0.25 * width;
  return [
    ...TASKS.flatMap((task, t) => {
      const top = y + t * row;
      const first = top + pen.label * 1.6;
      const second = first + thick + 4 * pen.scale;
      return [
        label(
          x,
          top + pen.label,
          task === 'direction' ? 'Direction of the leaves' : 'Axis of their colour',
          { 'font-size': pen.label, fill: ink('ink-2') },
          `name-${task}`,
        ),
        label(
          x + width,
          top + pen.label,
          percent(now[t]),
          {
            'font-size': Math.round(pen.label * 1.4),
            'font-weight': 650,
            'text-anchor': 'end',
            fill: ink('ink'),
          },
          `value-${task}`,
        ),
        rect(x, first, width, thick, { fill: ink('wash') }, `track-${task}`),
        rect(
          x,
          first,
          s.whole[t] * width,
          thick,
          { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
          `whole-${task}`,
        ),
        rect(x, second, width, thick, { fill: ink('wash') }, `track2-${task}`),
        rect(x, second, now[t] * width, thick, { fill: ink('ink') }, `now-${task}`),
      ];
    }),
    ...TASKS.map((task, t) => {
      const top = y + t * row + pen.label * 1.6;
      return line(
        chance,
        top - 3,
        chance,
        top + 2 * thick + 10 * pen.scale,
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.line },
        `chance-${task}`,
      );
    }),
    label(
      chance + 5,
      y + row + pen.label * 1.6 + 2 * thick + 8 * pen.scale + pen.small,
      fitting(['guessing: 25%; outline: nothing held', 'guessing: 25%'], pen.small, width * 0.74) ?? '',
      { 'font-size': pen.small, fill: ink(pen.muted) },
      'chance-name',
    ),
  ];
}
