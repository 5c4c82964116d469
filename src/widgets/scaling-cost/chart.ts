// Dollars over parameters, both by factors of ten: each way a line for the middle of all assumptions and a band from low to high.

import { area, line as through } from 'd3-shape';
import { WAYS, GPT2_XL, LLAMA_8B, type Way } from '../../models/prices.ts';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { logarithmic } from '../../scene/scale.ts';
import { controlled, slider } from '../../scene/touch.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { CostSnapshot, Range } from './snapshot.ts';
import { keysOf } from './params.ts';
import type { Box } from '../../scene/slide.ts';
import { inside, sizeScale } from './layout.ts';
import { dollars, many, modelName, NAMES } from './text.ts';

const DASH: Readonly<Record<Way, string | undefined>> = { hand: undefined, machine: '7 5', structure: '2 4' };

/** Two digits, or a known model's size when it is near. */
function readable(size: number): number {
  const near = [GPT2_XL, LLAMA_8B].find(({ parameters }) => Math.abs(size / parameters - 1) < 0.06);
  return near ? near.parameters : Number(size.toPrecision(2));
}

/** The chart's marks; its needle is a slider over the size of the model. */
export function chart(s: CostSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x0, x1, y0, y1 } = inside(box, pen);
  const all = WAYS.flatMap((way) => s.here.costs[way]);
  const everything = [
    ...WAYS.flatMap((way) => [s.curves[way][0], s.curves[way].at(-1)].flatMap((r) => r ?? [])),
    ...all,
  ].filter((v) => v > 0);
  const low = decade(Math.max(1e-3, Math.min(...everything)), -1);
  const high = decade(Math.min(1e18, Math.max(...everything)), 1);
  const scale = sizeScale(box, pen);
  const price = logarithmic([low, high], [y1, y0]);
  const sx = (size: number): number => round(scale(size));
  const sy = (v: number): number => round(price(v));
  const pairs = (way: Way): [number, Range][] => s.sizes.map((size, k) => [size, s.curves[way][k]]);
  const ticks: number[] = [];
  for (let v = low; v <= high * 1.001; v *= 10) ticks.push(v);
  const every = Math.ceil(ticks.length / Math.max(3, Math.floor((y1 - y0) / (pen.small * 2.6))));
  const here = scale(s.here.parameters);
  const { attrs, control } = slider({
    handle: 'scrub-size',
    name: 'Parameters of the model',
    said: `${modelName(s.here.parameters)}: ${WAYS.map((way) => `${NAMES[way]} ${dollars(s.here.costs[way][1])}`).join(', ')}`,
    key: 'parameters',
    value: s.here.parameters,
    scale,
    keys: keysOf('parameters'),
    round: readable,
  });
  return [
    label(
      box.x,
      box.y + pen.label,
      fitting(['Dollars to explain every unit', 'Dollars'], pen.label, box.width) ?? '',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    ...ticks
      .filter((_, i) => i % every === 0)
      .flatMap((v) => [
        line(x0, sy(v), x1, sy(v), { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, `rule-${v}`),
        label(
          x0 - 6,
          sy(v) + pen.small * 0.35,
          tick(v),
          { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2') },
          `name-${v}`,
        ),
      ]),
    line(x0, y1, x1, y1, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
    ...ticksBelow(
      [
        [1e9, '1 billion parameters', '1 billion'],
        [1e12, '1 trillion', '10¹²'],
        [1e6, '1 million', '10⁶'],
      ].map(([v, long, brief]) => ({ at: sx(v as number), text: (x1 - x0 > 330 ? long : brief) as string })),
      [x0 - 10, box.x + box.width],
      y1,
      pen,
      pen.small,
    ),
    ...WAYS.map((way) =>
      path(
        area<[number, Range]>()
          .digits(2)
          .x(([size]) => sx(size))
          .y0(([, r]) => sy(r[0]))
          .y1(([, r]) => sy(r[2]))(pairs(way)),
        { fill: ink('ink'), 'fill-opacity': 0.09, 'pointer-events': 'none' },
        `band-${way}`,
      ),
    ),
    ...WAYS.map((way) =>
      path(
        through<[number, Range]>()
          .digits(2)
          .x(([size]) => sx(size))
          .y(([, r]) => sy(r[1]))(pairs(way)),
        {
          fill: 'none',
          stroke: ink('ink'),
          'stroke-width': pen.weights.line,
          'stroke-dasharray': DASH[way],
          'pointer-events': 'none',
        },
        `line-${way}`,
      ),
    ),
    ...names(s, sy, x1, pen),
    ...known(s, box, y0, pen),
    controlled(
      group(
        [
          rect(box.x, y0, box.width, y1 - y0 + pen.small * 2, unseen, 'hit'),
          line(here, y0, here, y1, { stroke: ink('signal'), 'stroke-width': pen.weights.hand }, 'needle'),
          ...WAYS.map((way) =>
            circle(
              here,
              sy(s.here.costs[way][1]),
              4 * pen.scale,
              { fill: ink('ink'), stroke: ink(pen.ground), 'stroke-width': pen.weights.fine },
              way,
            ),
          ),
          circle(
            here,
            y1 - pen.ring,
            pen.ring,
            { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
            'ring',
          ), // above the axis, whose words it would cover
        ],
        { 'data-handle': 'scrub-size', tabindex: 0, role: 'slider', ...attrs },
        'scrub-size',
      ),
      control,
    ),
  ];
}

/** Each line's name at its end, kept apart. */
function names(s: CostSnapshot, sy: (v: number) => number, x: number, pen: DrawStyle): Mark[] {
  const ends = WAYS.flatMap((way) => {
    const r = s.curves[way].at(-1);
    return r ? [{ way, y: sy(r[1]) }] : [];
  }).sort((a, b) => a.y - b.y);
  const gap = pen.label * 1.15;
  for (let i = 1; i < ends.length; i++) ends[i] = { ...ends[i], y: Math.max(ends[i].y, ends[i - 1].y + gap) };
  return s.sizes.length < 57
    ? []
    : ends.map(({ way, y }) =>
        label(
          x + 6,
          y + pen.label * 0.35,
          NAMES[way],
          { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
          `name-${way}`,
        ),
      );
}

/** Models whose sizes are public. */
function known(s: CostSnapshot, box: Box, y0: number, pen: DrawStyle): Mark[] {
  return (
    [
      [GPT2_XL.parameters, 'GPT-2 XL'],
      [LLAMA_8B.parameters, 'Llama 3.1 8B'],
    ] as const
  ).flatMap(([size, name], i) => {
    const x = sizeScale(box, pen)(size);
    return [
      line(x, y0 - 6, x, y0 + 4, { stroke: ink('ink'), 'stroke-width': pen.weights.line }, `known-${i}`),
      label(
        i ? x + 6 : x - 6,
        y0 - 2,
        name,
        {
          'font-size': pen.small,
          'text-anchor': i ? 'start' : 'end',
          fill: ink(size === s.here.parameters ? 'ink' : 'ink-2'),
        },
        `who-${i}`,
      ),
    ];
  });
}

function decade(v: number, way: 1 | -1): number {
  let d = 1;
  while (d > v) d /= 10;
  while (d * 10 <= v) d *= 10;
  return way > 0 ? d * 10 : d;
}
const SHORT: Readonly<Record<string, string>> = {
  ' million': 'M',
  ' billion': 'B',
  ' trillion': 'T',
  ' quadrillion': 'Q',
};

/** "$0.1", "$5", "$20k", "$3M" */
function tick(v: number): string {
  if (v < 1) return `$${Number(v.toPrecision(1))}`;
  if (v < 1000) return `$${Math.round(v)}`;
  if (v < 1e6) return `$${Math.round(v / 1000)}k`;
  const words = many(Number(v.toPrecision(1)));
  return `$${words.replace(/ \w+$/, (unit) => SHORT[unit] ?? unit)}`;
}
