// The track: ten trainings side by side, each with its index of dissociation, above the line when the first branch takes the
// direction, below when it takes the colour; hollow, the undivided control.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { fixed2 } from '../../scene/format.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import { span, type Box } from '../../scene/slide.ts';
import { thumb } from '../../scene/strip.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import { SEEDS, type Row } from './baked.ts';
import { rowsOf, SPLIT } from './derive.ts';
import { spec, type BranchesParams } from './params.ts';

/** Where a seed and an index lie, px. */
interface Axes {
  readonly seed: Scale;
  readonly index: Scale;
  readonly thick: number;
}

/** The track in its box: a bar and a ring for every seed, their names, the thumb. @param rows undefined: not there yet */
export function track(params: BranchesParams, box: Box, pen: DrawStyle, rows?: readonly Row[]): Mark[] {
  const { x, y, width, height } = box;
  const axes: Axes = {
    seed: bands(SEEDS, [x, x + width]),
    index: linear([-1, 1], [y + height, y]),
    thick: Math.min(26 * pen.scale, (width / SEEDS.length) * 0.32),
  };
  const place = { width, height, x0: x, x1: x + width, names: y, top: y, bottom: y + height };
  return [
    rect(x, y, width, height, { fill: ink('wash') }, 'ground'),
    ...levels(box, axes, pen),
    ...bars(axes, rows),
    ...rings(axes, pen, rows),
    ...words(box, pen),
    ...seedNames(params, box, axes, pen),
    thumb(
      {
        place,
        needle: SEEDS.includes(params.seed) ? axes.seed(params.seed) : x,
        slider: seedSlider(params, axes.seed, rows),
      },
      true,
      pen,
    ),
  ];
}

/** The line of no dissociation, and those beyond which the work is divided. */
function levels({ x, width }: Box, { index }: Axes, pen: DrawStyle): Mark[] {
  const zero = { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine };
  const dashed = { stroke: ink('rule'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 3' };
  return [
    line(x, index(0), x + width, index(0), zero, 'zero'),
    ...[SPLIT, -SPLIT].map((v) => line(x, index(v), x + width, index(v), dashed, `level-${v}`)),
  ];
}

const bars = ({ seed, index, thick }: Axes, rows?: readonly Row[]): Mark[] =>
  rowsOf(rows, true).map(({ dissociation }, i) => {
    const end = index(dissociation);
    const bar = rect(
      seed(SEEDS[i]) - thick / 2,
      Math.min(index(0), end),
      thick,
      Math.max(1.5, Math.abs(end - index(0))),
      { fill: ink(Math.abs(dissociation) > SPLIT ? 'ink' : 'ink-3') },
      'bar',
    );
    return group([bar], {}, `divided-${i}`);
  });

const rings = ({ seed, index, thick }: Axes, pen: DrawStyle, rows?: readonly Row[]): Mark[] =>
  rowsOf(rows, false).map(({ dissociation }, i) =>
    circle(
      seed(SEEDS[i]) + thick * 0.95,
      index(dissociation),
      4.5 * pen.scale,
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
      `undivided-${i}`,
    ),
  );

/** What up and down mean, and what the signs are. */
function words({ x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const size = textSize(pen);
  const style = { 'font-size': size, fill: ink('ink-2') };
  // The room is measured with an arrow before the words, as they once stood.
  const fits = (texts: readonly string[]): string =>
    fitting(
      texts.map((text) => `↑ ${text}`),
      size,
      width * 0.45,
    )?.slice(2) ?? '';
  const up = fits(['first branch takes direction', 'direction']);
  const down = fits(['first branch takes colour', 'colour']);
  const key = fitting(['bars: two branches; rings: undivided', 'rings: undivided'], size, width * 0.5) ?? '';
  return [
    ...(up ? [label(x + 4, y - size * 0.4, up, style, 'up')] : []),
    label(
      x + width - 4,
      y - size * 0.4,
      key,
      { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
      'key',
    ),
    ...(down ? [label(x + 4, y + height + size * 2.5, down, style, 'down')] : []),
  ];
}

const textSize = (pen: DrawStyle): number => Math.max(13, pen.small);

function seedNames({ seed: chosen }: BranchesParams, box: Box, { seed }: Axes, pen: DrawStyle): Mark[] {
  const size = textSize(pen);
  return SEEDS.map((n) =>
    label(
      seed(n),
      box.y + box.height + size * 1.2,
      String(n),
      {
        'font-size': size,
        'font-weight': n === chosen ? 700 : undefined,
        'text-anchor': 'middle',
        fill: ink(n === chosen ? 'ink' : 'ink-2'),
      },
      `seed-${n}`,
    ),
  );
}

function seedSlider({ seed }: BranchesParams, scale: Scale, rows?: readonly Row[]): Slider {
  const here = rows?.find((r) => r.seed === seed && r.divided);
  return slider({
    handle: 'track',
    name: 'Seed of the training',
    said: `seed ${seed}${here ? `, index of dissociation ${fixed2(here.dissociation)}` : ''}`,
    key: 'seed',
    value: seed,
    scale,
    most: Math.max(seed, scale.domain[1]),
    keys: spec.seed.keys,
  });
}

/** The track as the page's own picture. @param width px */
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
