// The track: ten trainings side by side, each with its index of dissociation, above the line when the first branch takes the
// direction, below when it takes the colour; hollow, the undivided control.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { span, type Box } from '../../scene/slide.ts';
import { thumb } from '../../scene/strip.ts';
import { SEEDS, type Row } from './baked.ts';
import type { BranchesParams } from './params.ts';
import { of, SPLIT, two } from './read.ts';

export const slot = ({ x, width }: Pick<Box, 'x' | 'width'>, i: number): number =>
  x + ((i + 0.5) * width) / SEEDS.length;

export function track(
  params: BranchesParams,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  rows?: readonly Row[],
): Mark[] {
  const py = (d: number): number => y + ((1 - d) / 2) * height;
  const size = Math.max(13, pen.small);
  const thick = Math.min(26 * pen.scale, (width / SEEDS.length) * 0.32);
  const place = { width, height, x0: x, x1: x + width, names: y, top: y, bottom: y + height };
  const i = SEEDS.indexOf(params.seed);
  const bars = of(rows, true).map((r, k) =>
    group(
      [
        rect(
          slot({ x, width }, k) - thick / 2,
          Math.min(py(0), py(r.dissociation)),
          thick,
          Math.max(1.5, Math.abs(py(r.dissociation) - py(0))),
          { fill: ink(Math.abs(r.dissociation) > SPLIT ? 'ink' : 'ink-3') },
          'bar',
        ),
      ],
      {},
      `divided-${k}`,
    ),
  );
  const control = of(rows, false).map((r, k) =>
    circle(
      slot({ x, width }, k) + thick * 0.95,
      py(r.dissociation),
      4.5 * pen.scale,
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
      `undivided-${k}`,
    ),
  );
  const here = rows?.find((r) => r.seed === params.seed && r.divided);
  const up = fitting(['↑ first branch takes direction', '↑ direction'], size, width * 0.45);
  const down = fitting(['↓ first branch takes colour', '↓ colour'], size, width * 0.45);
  return [
    rect(x, y, width, height, { fill: ink('wash') }, 'ground'),
    line(x, py(0), x + width, py(0), { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'zero'),
    ...[SPLIT, -SPLIT].map((v) =>
      line(
        x,
        py(v),
        x + width,
        py(v),
        { stroke: ink('rule'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 3' },
        `level-${v}`,
      ),
    ),
    ...bars,
    ...control,
    ...(up
      ? [
          label(
            x + 4,
            y - size * 0.4,
            up.replace('↑', '').trim(),
            { 'font-size': size, fill: ink('ink-2') },
            'up',
          ),
        ]
      : []),
    label(
      x + width - 4,
      y - size * 0.4,
      fitting(['bars: two branches; rings: undivided', 'rings: undivided'], size, width * 0.5) ?? '',
      { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
      'key',
    ),
    ...(down
      ? [
          label(
            x + 4,
            y + height + size * 2.5,
            down.replace('↓', '').trim(),
            { 'font-size': size, fill: ink('ink-2') },
            'down',
          ),
        ]
      : []),
    ...SEEDS.map((seed, k) =>
      label(
        slot({ x, width }, k),
        y + height + size * 1.2,
        String(seed),
        {
          'font-size': size,
          'font-weight': seed === params.seed ? 700 : undefined,
          'text-anchor': 'middle',
          fill: ink(seed === params.seed ? 'ink' : 'ink-2'),
        },
        `seed-${seed}`,
      ),
    ),
    thumb(
      {
        place,
        needle: i < 0 ? x : slot({ x, width }, i),
        slider: {
          'data-handle': 'track',
          'aria-label': 'Seed of the training',
          'aria-valuemin': SEEDS[0],
          'aria-valuemax': Math.max(params.seed, SEEDS.at(-1)),
          'aria-valuenow': params.seed,
          'aria-valuetext': `seed ${params.seed}${here ? `, index of dissociation ${two(here.dissociation)}` : ''}`,
        },
      },
      true,
      pen,
    ),
  ];
}

export function trackPicture(params: BranchesParams, width: number, rows?: readonly Row[]): Picture {
  const [x0, x1] = span(width, false);
  const tall = width < 620 ? 96 : 110;
  return {
    width,
    height: tall + 64,
    label: 'Index of dissociation of ten seeds, two branches and undivided.',
    marks: track(params, { x: x0, y: 24, width: x1 - x0, height: tall }, pageStyle('paper'), rows),
  };
}
