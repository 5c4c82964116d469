// The second net, under the first: one car, its maps for two questions, and how alike they are in eight trainings.

import { radioRow, radioRowWidth } from '../../scene/radio-row.ts';
import { fixed2 } from '../../scene/format.ts';
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

type Beside = CircuitParams['beside'];
type Method = 'guided' | 'added';

const TITLES = ['A second net, without names: where does it look?', 'A second net, without names'];
const LEAD = 'Car’s maps beside';
const OPTIONS = [
  { value: 'house', text: 'for house' },
  { value: 'shuffled', text: 'last layer shuffled' },
] as const;
/** a method's names, longest first */
const METHODS: Readonly<Record<Method, readonly string[]>> = {
  guided: ['Guided backpropagation', 'Guided'],
  added: ['What the weights add', 'Weights add'],
};
/** of the three maps that are kept the one beside car's, and its name */
const BESIDE = {
  house: { map: 1, name: 'for house' },
  shuffled: { map: 2, name: 'shuffled' },
} as const;
/** packed values are whole numbers up to this size */
const LARGEST = 127;

const wideEnough = (width: number): boolean => width > 560;
/** side of a map, px */
const sideOf = (width: number): number =>
  wideEnough(width) ? Math.min(132, (width - 100) / 7.4) : Math.min(120, (width - 24) / 3);
const head = (pen: DrawStyle): number => pen.label * 3.1;

/** px that the panel needs at this width. */
export function secondNetHeight(width: number, pen: DrawStyle): number {
  const side = sideOf(width);
  const block = side + pen.small * 3.6;
  return wideEnough(width) ? head(pen) + block : head(pen) + pen.label * 3 + 2 * (block + 8) + side;
}

/** The panel: title and question, then the car, both pairs of maps, the eight trainings; stacked where it is narrow. */
export function secondNet({ beside }: CircuitParams, net: Unnamed, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width } = box;
  const wide = wideEnough(width);
  const side = sideOf(width);
  const row = y + head(pen) + pen.small * 1.6;
  const top = wide ? row : row + pen.label * 3;
  const pair = (method: Method, px: number, py: number): Mark =>
    mapPair(method, beside, net, px, py, side, pen);
  return [
    ...question(beside, box, pen),
    shownCar(net, x, top, side, pen),
    ...(wide ? sideBySide() : stacked()),
  ];

  function sideBySide(): Mark[] {
    const gap = 8 * pen.scale;
    const used = 5 * side + 10 * gap;
    return [
      pair('guided', x + side + 3 * gap, top),
      pair('added', x + 3 * side + 6 * gap, top),
      seeds(beside, net, { x: x + used, y: top, width: width - used, height: side }, pen),
    ];
  }

  function stacked(): Mark[] {
    const tall = side + pen.small * 3.6 + 8;
    return [
      pair('guided', x + side + 12, top),
      pair('added', x + side + 12, top + tall),
      seeds(beside, net, { x, y: top + 2 * tall, width, height: side * 0.9 }, pen),
    ];
  }
}

/** Rule, title, and what the car's maps are compared with. */
function question(beside: Beside, { x, y, width }: Box, pen: DrawStyle): Mark[] {
  const title = fitting(TITLES, pen.label, width) ?? '';
  return [
    line(x, y, x + width, y, { stroke: ink('rule'), 'stroke-width': pen.weights.hair }, 'rule'),
    label(
      x,
      y + pen.label * 1.6,
      title,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    ...(wideEnough(width) ? atTheRight() : underneath()),
  ];

  function atTheRight(): Mark[] {
    const room = radioRowWidth({ options: OPTIONS }, pen);
    const at = { x: x + width - room, y: y + pen.label * 1.6 };
    const fits = width - room - measure(title, pen.label) > measure(LEAD, pen.label) + 40;
    const look = { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink-2') };
    return [...(fits ? [label(at.x - 14, at.y, LEAD, look, 'lead')] : []), choice(at)];
  }

  function underneath(): Mark[] {
    const look = { 'font-size': pen.label, fill: ink('ink-2') };
    return [label(x, y + pen.label * 3, LEAD, look, 'lead'), choice({ x, y: y + pen.label * 4.4 })];
  }

  function choice(at: { readonly x: number; readonly y: number }): Mark {
    return radioRow({ ...at, handle: 'beside', name: LEAD, options: OPTIONS, chosen: beside }, pen);
  }
}

const shownCar = ({ car }: Unnamed, x: number, y: number, side: number, pen: DrawStyle): Mark =>
  group(
    [
      pixels(greys(unpacked(car), LARGEST), SIDE, SIDE, x, y, side, 'picture'),
      label(
        x,
        y - pen.small * 0.5,
        'One car',
        { 'font-size': pen.small, 'font-weight': 600, fill: ink('ink') },
        'name',
      ),
    ],
    {},
    'car',
  );

/** Car's map and the one beside it by one method, with their correlation; the upper left corner at x, y. */
function mapPair(
  method: Method,
  beside: Beside,
  net: Unnamed,
  x: number,
  y: number,
  side: number,
  pen: DrawStyle,
): Mark {
  const other = BESIDE[beside];
  const r = net.alike[method][other.map - 1];
  const maps = unpacked(net[method]);
  const many = maps.length / 3;
  const gap = 8 * pen.scale;
  const one = (map: number, name: string, at: number): Mark[] => {
    const left = x + at * (side + gap);
    return [
      drawMap(method, maps.subarray(map * many, (map + 1) * many), left, y, side, `map-${at}`),
      rect(
        left,
        y,
        side,
        side,
        { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
        `frame-${at}`,
      ),
      label(
        left,
        y + side + pen.small * 1.2,
        name,
        { 'font-size': pen.small, fill: ink(pen.muted) },
        `of-${at}`,
      ),
    ];
  };
  return group(
    [
      label(
        x,
        y - pen.small * 0.5,
        fitting(METHODS[method], pen.small, 2 * side + gap - pen.small * 5.5) ?? '',
        { 'font-size': pen.small, 'font-weight': 600, fill: ink('ink') },
        'name',
      ),
      ...one(0, 'for car', 0),
      ...one(other.map, other.name, 1),
      label(
        x + 2 * side + gap,
        y - pen.small * 0.5,
        r === null ? 'one is all zero' : `alike ${fixed2(r)}`,
        { 'font-size': pen.small, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
        'alike',
      ),
    ],
    {},
    method,
  );
}

/** Guided maps as pixels; what the weights add as squares, by the root of their size. @param values [cells cells], whole numbers to 127 */
function drawMap(method: Method, values: Int8Array, x: number, y: number, side: number, key: string): Mark {
  const cells = Math.sqrt(values.length);
  if (method === 'guided') return pixels(greys(values, LARGEST), cells, cells, x, y, side, key);
  const roots = Array.from({ length: cells }, (_, r) =>
    Array.from(
      values.subarray(r * cells, (r + 1) * cells),
      (v) => Math.sign(v) * Math.sqrt(Math.abs(v) / LARGEST),
    ),
  );
  const place = { x, y, cell: side / cells, row: side / cells, paint: 'pos', negative: 'neg' } as const;
  return group(hinton(roots, place, 'squares'), {}, key);
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
