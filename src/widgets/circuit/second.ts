// The second net, under the first: one car, its maps for two questions, and how alike they are in eight trainings.

import { radioRow, radioRowWidth } from '../../scene/radio-row.ts';
import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import type { Box } from '../../scene/slide.ts';
import { unpacked } from '../../math/container.ts';
import { SIDE } from '../../models/parts.ts';
import type { Unnamed } from './baked.ts';
import type { CircuitParams } from './params.ts';

const OPTIONS = [
  { value: 'house', text: 'for house' },
  { value: 'shuffled', text: 'last layer shuffled' },
] as const;
const wideEnough = (width: number): boolean => width > 560;
/** side of a map, px */
const sideOf = (width: number): number =>
  wideEnough(width) ? Math.min(132, (width - 100) / 7.4) : Math.min(120, (width - 24) / 3);
const head = (pen: DrawStyle): number => pen.label * 3.1;

export function secondHeight(width: number, pen: DrawStyle): number {
  const side = sideOf(width);
  const block = side + pen.small * 3.6;
  return wideEnough(width) ? head(pen) + block : head(pen) + pen.label * 3 + 2 * (block + 8) + side;
}

export function second(
  { beside }: CircuitParams,
  net: Unnamed,
  { x, y, width }: Box,
  pen: DrawStyle,
): Mark[] {
  const wide = wideEnough(width);
  const side = sideOf(width);
  const gap = 8 * pen.scale;
  const i = beside === 'house' ? 1 : 2;
  const row = y + head(pen) + pen.small * 1.6;
  const title =
    fitting(
      ['A second net, without names: where does it look?', 'A second net, without names'],
      pen.label,
      width,
    ) ?? '';
  const lead = 'Car’s maps beside';
  const room = radioRowWidth({ options: OPTIONS }, pen);
  const ask = wide ? { x: x + width - room, y: y + pen.label * 1.6 } : { x, y: y + pen.label * 4.4 };
  const maps = { guided: unpacked(net.guided), added: unpacked(net.added) };
  const top = wide ? row : row + pen.label * 3;
  const tall = side + pen.small * 3.6 + 8;
  const pair = (name: 'guided' | 'added', px: number, py: number): Mark => {
    const r = net.alike[name][i - 1];
    const title = name === 'guided' ? 'Guided backpropagation' : 'What the weights add';
    const many = maps[name].length / 3;
    const cells = Math.sqrt(many);
    return group(
      [
        label(
          px,
          py - pen.small * 0.5,
          fitting(
            [title, name === 'guided' ? 'Guided' : 'Weights add'],
            pen.small,
            2 * side + gap - pen.small * 5.5,
          ) ?? '',
          { 'font-size': pen.small, 'font-weight': 600, fill: ink('ink') },
          'name',
        ),
        ...[0, i].flatMap((which, at) => {
          const left = px + at * (side + gap);
          const values = maps[name].subarray(which * many, (which + 1) * many);
          return [
            name === 'guided'
              ? pixels(greys(values, 127), cells, cells, left, py, side, `map-${at}`)
              : group(
                  hinton(
                    Array.from({ length: cells }, (_, r) =>
                      Array.from(
                        values.subarray(r * cells, (r + 1) * cells),
                        (v) => Math.sign(v) * Math.sqrt(Math.abs(v) / 127),
                      ),
                    ),
                    { x: left, y: py, cell: side / cells, row: side / cells, paint: 'pos', negative: 'neg' },
                    'squares',
                  ),
                  {},
                  `map-${at}`,
                ),
            rect(
              left,
              py,
              side,
              side,
              { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
              `frame-${at}`,
            ),
            label(
              left,
              py + side + pen.small * 1.2,
              at ? (i === 1 ? 'for house' : 'shuffled') : 'for car',
              { 'font-size': pen.small, fill: ink(pen.muted) },
              `of-${at}`,
            ),
          ];
        }),
        label(
          px + 2 * side + gap,
          py - pen.small * 0.5,
          r === null ? 'one is all zero' : `alike ${r.toFixed(2).replace('-', '−')}`,
          { 'font-size': pen.small, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
          'alike',
        ),
      ],
      {},
      name,
    );
  };
  const car = (px: number, py: number): Mark =>
    group(
      [
        pixels(greys(unpacked(net.car), 127), SIDE, SIDE, px, py, side, 'picture'),
        label(
          px,
          py - pen.small * 0.5,
          'One car',
          { 'font-size': pen.small, 'font-weight': 600, fill: ink('ink') },
          'name',
        ),
      ],
      {},
      'car',
    );
  const parts = wide
    ? [
        car(x, top),
        pair('guided', x + side + 3 * gap, top),
        pair('added', x + 3 * side + 6 * gap, top),
        seeds(
          beside,
          net,
          { x: x + 5 * side + 10 * gap, y: top, width: width - 5 * side - 10 * gap, height: side },
          pen,
        ),
      ]
    : [
        car(x, top),
        pair('guided', x + side + 12, top),
        pair('added', x + side + 12, top + tall),
        seeds(beside, net, { x, y: top + 2 * tall, width, height: side * 0.9 }, pen),
      ];
  return [
    line(x, y, x + width, y, { stroke: ink('rule'), 'stroke-width': pen.weights.hair }, 'rule'),
    label(
      x,
      y + pen.label * 1.6,
      title,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    ...(wide
      ? width - room - measure(title, pen.label) > measure(lead, pen.label) + 40
        ? [
            label(
              ask.x - 14,
              ask.y,
              lead,
              { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink-2') },
              'lead',
            ),
          ]
        : []
      : [label(x, y + pen.label * 3, lead, { 'font-size': pen.label, fill: ink('ink-2') }, 'lead')]),
    radioRow({ ...ask, handle: 'beside', name: lead, options: OPTIONS, chosen: beside }, pen),
    ...parts,
  ];
}

/** Eight trainings, each a ring on the line from -1 to 1: guided above, what the weights add below. */
function seeds(
  beside: CircuitParams['beside'],
  { rows }: Unnamed,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark {
  const px = (v: number): number => x + ((v + 1) / 2) * width;
  const keys =
    beside === 'house' ? (['guided', 'added'] as const) : (['guidedShuffled', 'addedShuffled'] as const);
  const step = (height - pen.small * 1.4) / 2;
  return group(
    [
      label(
        x,
        y - pen.small * 0.5,
        fitting(
          ['How alike, on average, in eight trainings', 'How alike, in eight trainings', 'Eight trainings'],
          pen.small,
          width,
        ) ?? '',
        { 'font-size': pen.small, 'font-weight': 600, fill: ink('ink') },
        'name',
      ),
      line(
        px(0),
        y + 4,
        px(0),
        y + 2 * step,
        { stroke: ink('rule'), 'stroke-width': pen.weights.fine },
        'zero',
      ),
      ...keys.flatMap((key, i) => {
        const cy = y + (i + 0.68) * step;
        return [
          label(
            x,
            cy - pen.small * 1.1,
            i ? 'weights add' : 'guided',
            { 'font-size': pen.small, fill: ink(pen.muted) },
            `n-${i}`,
          ),
          line(x, cy, x + width, cy, { stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, `line-${i}`),
          ...rows.map((r) =>
            circle(
              px(r[key]),
              cy,
              4.5 * pen.scale,
              {
                fill: i ? ink(pen.ground) : ink('ink'),
                stroke: ink('ink'),
                'stroke-width': pen.weights.fine * 1.5,
                'fill-opacity': i ? undefined : 0.55,
              },
              `dot-${i}-${r.seed}`,
            ),
          ),
        ];
      }),
      ...[
        [-1, '−1', 'start'],
        [0, '0', 'middle'],
        [1, '1', 'end'],
      ].map(([v, text, anchor]) =>
        label(
          px(v as number),
          y + height,
          text as string,
          { 'font-size': pen.small, 'text-anchor': anchor as string, fill: ink(pen.muted) },
          `tick-${text}`,
        ),
      ),
    ],
    {},
    'seeds',
  );
}
