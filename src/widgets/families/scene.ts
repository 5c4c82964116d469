// The figure as marks: the wheel, the cosines of all pairs, the numbers.

import { radioRow } from '../../scene/radio-row.ts';
import { gauge, gaugeHeight } from '../../scene/gauge.ts';
import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { family, KINDS, median, shown, two } from './read.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';
import { wheel, wheelOf, type Wheel } from './wheel.ts';

interface Plan {
  readonly wheel: Wheel;
  readonly tap: readonly [number, number];
  readonly weights: readonly [number, number];
  readonly matrices: Box;
  readonly across: boolean;
  readonly numbers: Box;
  readonly columns: number;
}

/** Where things stand in a box; `respond` asks it where the wheel's middle is. */
export function planIn({ x, y, width, height }: Box, upright: boolean, pen: DrawStyle): Plan {
  if (upright) {
    const half = Math.min(width / 2, height * 0.33);
    const head = pen.label * 2.8;
    const row = gaugeHeight(pen);
    const side = Math.min(width * 0.44, height - head - 2 * half - row - pen.small * 3 - 24);
    return {
      wheel: wheelOf(x + width / 2, y + head + half, half),
      tap: [x, y + pen.label],
      weights: [x + width * 0.52, y + pen.label],
      matrices: { x, y: y + head + 2 * half + pen.small * 2.2, width, height: Math.max(20, side) },
      across: true,
      numbers: { x, y: y + height - row, width, height: row },
      columns: 3,
    };
  }
  const head = pen.label * 2.6;
  const half = Math.min((height - head) / 2 - pen.small * 0.7, width * 0.23);
  const side = Math.min((height - head - pen.small * 4) / 2, width * 0.17);
  const left = x + 2 * half + width * 0.045;
  const right = left + side + width * 0.05;
  return {
    wheel: wheelOf(x + half, y + head + half, half),
    tap: [x, y + pen.label],
    weights: [x + Math.max(half * 1.1, 210 * pen.scale), y + pen.label],
    matrices: { x: left, y: y + head + pen.small, width: side, height: 2 * side + pen.small * 2.6 },
    across: false,
    numbers: { x: right, y, width: x + width - right, height },
    columns: 1,
  };
}

export function planOf({
  composition,
  width,
  height = 540,
}: Layout): Plan & { pen: DrawStyle; high: number } {
  if (composition === 'slide') {
    const { pen, box } = slideFrame({ title, question, value: '' }, width, height, 30);
    return { ...planIn(box, width < height, pen), pen, high: height };
  }
  const pen = pageStyle();
  const narrow = composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 660 : Math.round(Math.max(390, Math.min(480, width * 0.45)));
  return {
    ...planIn({ x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad }, narrow, pen),
    pen,
    high,
  };
}

export function scene(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  layout: Layout,
  rows?: readonly Row[],
): Scene {
  const { width, height = 540 } = layout;
  const plan = planOf(layout);
  const { pen, high } = plan;
  const marks = [
    radioRow(
      {
        x: plan.tap[0],
        y: plan.tap[1],
        handle: 'tap',
        name: 'A tap on the wheel',
        options: [
          { value: 'onto', text: 'lay on' },
          { value: 'pick', text: 'turn' },
        ],
        chosen: params.tap,
        gap: 14 * pen.scale,
      },
      pen,
    ),
    radioRow(
      {
        x: plan.weights[0],
        y: plan.weights[1],
        handle: 'weights',
        name: 'Weights',
        options: [
          { value: 'trained', text: 'trained' },
          { value: 'untrained', text: 'untrained' },
        ],
        chosen: params.weights,
        gap: 14 * pen.scale,
      },
      pen,
    ),
    group(wheel(params, s, plan.wheel, pen), {}, 'wheel'),
    group(matrices(s, plan, pen), {}, 'matrices'),
    group(numbers(params, s, plan, pen, rows), {}, 'numbers'),
  ];
  if (layout.composition !== 'slide') {
    return {
      plate: { width, height: high, label: summary(params, s), marks },
      track: trackPicture(params, s, layout.track ?? width),
    };
  }
  const frame = slideFrame({ title, question, value: value(params) }, width, height, 30);
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(params, s)}`,
      marks: [...frame.marks, ...marks, group(track(params, s, frame.track, pen), {}, 'track')],
    },
  };
}

/** Cosines of all pairs without turning: a family's bands run along the diagonal, whatever direction one begins with. */
function matrices(
  s: FamiliesSnapshot,
  { matrices: { x, y, width, height }, across }: Plan,
  pen: DrawStyle,
): Mark[] {
  const side = across ? Math.min(height, (width - 20) / 2) : width;
  if (side < 60) return [];
  return (
    [
      ['trained', ['All pairs, unturned', 'All pairs', 'Pairs']],
      ['untrained', ['The same, untrained', 'Untrained']],
    ] as const
  ).flatMap(([which, words], i) => {
    const left = across ? x + i * (width - side) : x;
    const top = across ? y : y + i * (side + pen.small * 2.6);
    const text = fitting(words, pen.small, side + 16);
    return [
      ...(text
        ? [
            label(
              left,
              top - pen.small * 0.5,
              text,
              { 'font-size': pen.small, fill: ink(pen.muted) },
              `name-${which}`,
            ),
          ]
        : []),
      rect(
        left,
        top,
        side,
        side,
        { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
        `frame-${which}`,
      ),
      ...hinton(
        family(s[which]).matrix.map((row, a) => row.map((v, b) => (a === b ? NaN : v))),
        { x: left, y: top, cell: side / KINDS, row: side / KINDS, paint: 'pos', negative: 'neg' },
        which,
      ),
    ];
  });
}

function numbers(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  { numbers: { x, y, width, height }, columns }: Plan,
  pen: DrawStyle,
  rows?: readonly Row[],
): Mark[] {
  const now = family(shown(s, params));
  const before = family(s.untrained);
  const gap = 20 * pen.scale;
  const wide = (width - gap * (columns - 1)) / columns;
  const tall = gaugeHeight(pen) + 6 * pen.scale;
  const fitted = Math.max(1, Math.min(4, Math.floor((height + 10) / tall)));
  const step = Math.min(height / fitted, tall + 10 * pen.scale);
  const range = rows?.length
    ? [Math.min(...rows.map((r) => r.aligned)), Math.max(...rows.map((r) => r.aligned))]
    : undefined;
  const reference = (at: number) => ({ reference: { at, words: [`untrained: ${two(at)}`, two(at)] } });
  const all = [
    {
      names: ['Cosine of all pairs, turned into place', 'All pairs, turned', 'Turned'],
      text: two(median(now.aligned)),
      value: median(now.aligned),
      range: [0, 1] as const,
      ...reference(median(before.aligned)),
    },
    {
      names: ['Circulant share of the matrix', 'Circulant share', 'Circulant'],
      text: two(now.circulant),
      value: now.circulant,
      range: [0, 1] as const,
      ...reference(before.circulant),
    },
    {
      names: ['Fresh pictures named rightly', 'Named rightly', 'Right'],
      text: `${(100 * s.accuracy).toFixed(1)}%`,
      value: s.accuracy,
      range: [0, 1] as const,
      reference: { at: 1 / KINDS, words: ['chance: 1 in 8', '1 in 8'] },
    },
    ...(range && columns === 1
      ? [
          {
            names: ['Ten seeds, all pairs turned', 'Ten seeds'],
            text: `${two(range[0])} to ${two(range[1])}`,
            value: range[1],
            range: [0, 1] as const,
            reference: { at: range[0], words: ['lowest'], floor: true },
          },
        ]
      : []),
  ];
  return all.slice(0, fitted * columns).map((g, i) => ({
    ...gauge(
      { x: x + (i % columns) * (wide + gap), y: y + Math.floor(i / columns) * step, width: wide, ...g },
      pen,
    ),
    key: `gauge-${i}`,
  }));
}
