// The figure as marks: held-out pictures with their answers, the weights, what makes a car.

import { radioRow, radioRowWidth } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, pageStyle, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Known, Row } from './baked.ts';
import { CHANNELS, GROUPS } from './groups.ts';
import { maps } from './maps.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { pictures } from './pictures.ts';
import { percent, right, touched } from './read.ts';
import { second, secondHeight } from './second.ts';
import { compared, summary, title } from './text.ts';

export function scene(params: CircuitParams, s: CircuitSnapshot, layout: Layout, known?: Known): Scene {
  const { width, height = 540 } = layout;
  if (layout.composition === 'slide') {
    const { pen, marks, box } = slideFrame({ title, question: [], value: '' }, width, height);
    return {
      plate: {
        width,
        height,
        label: `${title}. ${summary(params, s)}`,
        marks: [...marks, ...panels(params, s, box, width < height, pen, known?.rows)],
      },
    };
  }
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 960 : Math.round(Math.max(430, Math.min(520, width * 0.46)));
  const low = secondHeight(width - 2 * pad, pen);
  const below = { x: pad, y: high + pad * 0.5, width: width - 2 * pad, height: low };
  return {
    plate: {
      width,
      height: high + pad * 1.5 + low,
      label: `${summary(params, s)}${known ? ` ${compared(params, known.unnamed)}` : ''}`,
      marks: [
        ...panels(
          params,
          s,
          { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
          narrow,
          pen,
          known?.rows,
        ),
        ...(known ? [group(second(params, known.unnamed, below, pen), {}, 'second')] : []),
      ],
    },
  };
}

function panels(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  upright: boolean,
  pen: DrawStyle,
  rows?: readonly Row[],
): Mark[] {
  const bar = pen.label * 3.4 + 22 * pen.scale;
  const acts = 44 + 6 * pen.scale;
  if (upright) {
    const rest = height - bar - acts - 20;
    const top = rest * (rest > 500 ? 0.44 : 0.5);
    const left = { x, y, width, height: top };
    return [
      group(pictures(params, s, left, pen), {}, 'pictures'),
      group(buttons(params, s, { x, y: y + top, width, height: acts }, pen), {}, 'acts'),
      group(maps(params, s, { x, y: y + top + acts + 16, width, height: rest - top }, pen), {}, 'maps'),
      group(makes(s, { x, y: y + height - bar + 8, width, height: bar }, pen, rows), {}, 'makes'),
    ];
  }
  const left = width * 0.54;
  const right = x + left + width * 0.05;
  const room = x + width - right;
  const tall = height - bar;
  return [
    group(pictures(params, s, { x, y, width: left, height: tall - acts * 0.2 }, pen), {}, 'pictures'),
    group(makes(s, { x, y: y + tall + 8, width: left, height: bar }, pen, rows), {}, 'makes'),
    group(maps(params, s, { x: right, y, width: room, height: height - acts }, pen), {}, 'maps'),
    group(buttons(params, s, { x: right, y: y + height - acts, width: room, height: acts }, pen), {}, 'acts'),
  ];
}

/** The car's maps as trained or upside down; and, after surgery, the look at what came of it. */
function buttons(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const options = [
    { value: 'no', text: 'upright' },
    { value: 'yes', text: 'upside down' },
  ] as const;
  const base = y + height / 2 + pen.label * 0.36;
  const lead = fitting(
    ['Car’s pictures', 'Car:'],
    pen.label,
    width - radioRowWidth({ options, gap: 12 * pen.scale }, pen) - 110 * pen.scale,
  );
  const from = x + (lead ? measure(lead, pen.label) + 12 * pen.scale : 0);
  const text =
    params.shown === 'no' ? 'Show' : params.guess ? `${right(s, params)} of ${GROUPS.length} right` : '';
  const wide = measure(text, pen.label);
  return [
    ...(lead ? [label(x, base, lead, { 'font-size': pen.label, fill: ink('ink-2') }, 'lead')] : []),
    radioRow(
      {
        x: from,
        y: base,
        handle: 'turned',
        name: 'The car’s wheel and window pictures',
        options,
        chosen: params.turned,
        gap: 12 * pen.scale,
      },
      pen,
    ),
    ...(params.shown === 'no'
      ? [
          group(
            [
              rect(
                x + width - wide - 20 * pen.scale,
                y + height / 2 - 22,
                wide + 24 * pen.scale,
                44,
                unseen,
                'hit',
              ),
              rect(
                x + width - wide - 16 * pen.scale,
                y + height / 2 - pen.label,
                wide + 16 * pen.scale,
                pen.label * 2,
                { fill: ink('signal-fill') },
                'ground',
              ),
              label(
                x + width - 8 * pen.scale,
                base,
                text,
                { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('on-signal') },
                'word',
              ),
            ],
            { 'data-handle': 'show', tabindex: 0, role: 'button', 'aria-label': 'Show what happens' },
            'show',
          ),
        ]
      : text && touched(params)
        ? [
            label(
              x + width,
              base,
              text,
              { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
              'score',
            ),
          ]
        : []),
  ];
}

/** What makes a car: the three channels' parts of its margin, and the range over five seeds. */
function makes(s: CircuitSnapshot, { x, y, width }: Box, pen: DrawStyle, rows?: readonly Row[]): Mark[] {
  const top = y + pen.label * 1.5;
  const thick = 16 * pen.scale;
  const parts = s.shares.map((v) => Math.max(0, v));
  const sum = parts.reduce((all, v) => all + v, 0) || 1;
  let at = x;
  const range = (i: number): string =>
    `${percent(Math.min(...rows!.map((r) => r.shares[i])))} to ${percent(Math.max(...rows!.map((r) => r.shares[i])))}`;
  const five = rows?.length
    ? fitting(
        [
          `five seeds: wheels ${range(0)}, window ${range(1)}; accuracy ${percent(Math.min(...rows.map((r) => r.accuracy)))} to ${percent(Math.max(...rows.map((r) => r.accuracy)))}`,
          `five seeds: wheels ${range(0)}`,
        ],
        pen.small,
        width,
      )
    : undefined;
  return [
    label(
      x,
      y + pen.label,
      fitting(['What makes a car, beyond a bare body', 'What makes a car'], pen.label, width) ?? '',
      { 'font-size': pen.label, fill: ink('ink-2') },
      'name',
    ),
    ...parts.flatMap((v, c) => {
      const from = at;
      const long = (v / sum) * width;
      at += long;
      const text = fitting([`${CHANNELS[c]} ${percent(s.shares[c])}`], pen.small, long - 8);
      return [
        rect(from, top, long, thick, { fill: ink(c === 0 ? 'ink' : c === 1 ? 'rule' : 'wash') }, `part-${c}`),
        ...(text
          ? [
              label(
                from + 6,
                top + thick / 2 + pen.small * 0.36,
                text,
                { 'font-size': pen.small, fill: ink(c ? 'ink' : 'paper') },
                `word-${c}`,
              ),
            ]
          : []),
      ];
    }),
    line(at, top - 3, at, top + thick + 3, { stroke: ink('ink'), 'stroke-width': pen.weights.fine }, 'end'),
    ...(five
      ? [
          label(
            x,
            top + thick + pen.small * 1.4,
            five,
            { 'font-size': pen.small, fill: ink(pen.muted) },
            'five',
          ),
        ]
      : []),
  ];
}
