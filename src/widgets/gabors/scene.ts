// The figure as marks: two sheets with their threads, the held pair, the numbers, where the filters lie.

import { radioRow } from '../../scene/radio-row.ts';
import { gauge, gaugeHeight } from '../../scene/gauge.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, round, type Mark } from '../../scene/mark.ts';
import { fitting, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { pixels } from '../../scene/pixels.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Known } from './baked.ts';
import type { GaborsSnapshot } from './model.ts';
import type { GaborsParams } from './params.ts';
import { median, pairs, SIDE, two } from './read.ts';
import { one, sheets } from './sheets.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';

export function scene(params: GaborsParams, s: GaborsSnapshot, layout: Layout, known?: Known): Scene {
  const { width, height = 540 } = layout;
  if (layout.composition === 'slide') {
    const {
      pen,
      marks,
      box,
      track: at,
    } = slideFrame({ title, question, value: value(params) }, width, height, 30);
    return {
      plate: {
        width,
        height,
        label: `${title}. ${summary(params, s, known)}`,
        marks: [
          ...marks,
          ...(width < height ? tall : wide)(params, s, box, pen, known),
          group(track(params, s, at, pen, known), {}, 'track'),
        ],
      },
    };
  }
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 590 : Math.round(Math.max(330, Math.min(440, width * 0.38)));
  const marks = (narrow ? tall : wide)(
    params,
    s,
    { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
    pen,
    known,
  );
  return {
    plate: { width, height: high, label: summary(params, s, known), marks },
    track: trackPicture(params, s, layout.track ?? width, known),
  };
}

const worlds = ({ world }: GaborsParams, x: number, y: number, pen: DrawStyle): Mark =>
  radioRow(
    {
      x,
      y,
      handle: 'world',
      name: 'Pictures',
      options: [
        { value: 'leaves', text: 'dead leaves' },
        { value: 'scrambled', text: 'scrambled' },
      ],
      chosen: world,
      gap: 16 * pen.scale,
    },
    pen,
  );

function wide(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  known?: Known,
): Mark[] {
  const head = pen.label * 1.9 + pen.small * 1.9;
  const side = Math.min(height - head, width * 0.3);
  const gap = Math.max(width * 0.1, 60);
  const right = x + 2 * side + gap + width * 0.035;
  const room = x + width - right;
  const step = gaugeHeight(pen) + 6 * pen.scale;
  const low = y + 2 * step + 6 * pen.scale;
  return [
    worlds(params, x, y + pen.label, pen),
    group(sheets(params, s, { x, y: y + head, side, gap }, pen, known), {}, 'sheets'),
    group(numbers(params, s, { x: right, y, width: room, height: step }, 1, pen, known), {}, 'numbers'),
    group(
      below(params, s, { x: right, y: low, width: room, height: y + height - low }, pen, known),
      {},
      'below',
    ),
  ];
}

function tall(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  known?: Known,
): Mark[] {
  const head = pen.label * 1.9 + pen.small * 1.9;
  const gap = width * 0.14;
  const side = Math.min((width - gap) / 2, (height - head) * 0.44);
  const row = gaugeHeight(pen) + 10;
  const at = y + head + side + 14;
  return [
    worlds(params, x, y + pen.label, pen),
    group(sheets(params, s, { x, y: y + head, side, gap: width - 2 * side }, pen, known), {}, 'sheets'),
    group(numbers(params, s, { x, y: at, width, height: row }, 2, pen, known), {}, 'numbers'),
    group(
      below(params, s, { x, y: at + row, width, height: y + height - at - row }, pen, known),
      {},
      'below',
    ),
  ];
}

function numbers(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  columns: number,
  pen: DrawStyle,
  known?: Known,
): Mark[] {
  const all = pairs(s.filters, known?.partner.filters);
  const now = median(all.map((p) => p.cosine));
  const fit = median(s.R2);
  const gap = 20 * pen.scale;
  const w = (width - gap * (columns - 1)) / columns;
  const at = (i: number) => ({
    x: x + (i % columns) * (w + gap),
    y: y + Math.floor(i / columns) * height,
    width: w,
  });
  const by = known ? median(known.chance) : 0;
  const nothing = known?.rows.find((r) => r.world === 'leaves' && r.one === 'random')?.R2 ?? 0;
  return [
    gauge(
      {
        ...at(0),
        names: ['Median cosine of the pairs', 'Median cosine', 'Cosine'],
        text: all.length ? two(now) : 'none yet',
        value: now,
        range: [0, 1],
        ...(known
          ? {
              reference: {
                at: by,
                words: [`two random sets: ${two(by)}`, `random: ${two(by)}`],
                floor: true,
              },
            }
          : {}),
      },
      pen,
    ),
    gauge(
      {
        ...at(1),
        names: ['A Gabor function explains', 'Gabor R²', 'R²'],
        text: s.R2.length ? `${Math.round(100 * fit)}%` : 'at the end',
        value: fit,
        range: [0, 1],
        ...(known
          ? {
              reference: {
                at: nothing,
                words: [
                  `random filters: ${Math.round(100 * nothing)}%`,
                  `random: ${Math.round(100 * nothing)}%`,
                ],
                floor: true,
              },
            }
          : {}),
      },
      pen,
    ),
  ].map((m, i) => ({ ...m, key: `gauge-${i}` }));
}

/** The held pair, large; and a fan of all filters by direction and frequency. */
function below(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  known?: Known,
): Mark[] {
  if (height < 70) return [];
  const held = pairs(s.filters, known?.partner.filters)[params.pick - 1];
  const cell = Math.min((height - pen.small * 3) * 0.9, width * 0.2);
  const gap = 6 * pen.scale;
  const fan = x + 2 * cell + 4 * gap;
  const r = Math.min((x + width - fan) / 2, height - pen.small * 3.2);
  const pair = held
    ? [
        pixels(one(s.filters, held.left), SIDE, SIDE, x, y + pen.small * 1.8, cell, 'held-left'),
        pixels(
          one(known!.partner.filters, held.right, held.opposite),
          SIDE,
          SIDE,
          x + cell + gap,
          y + pen.small * 1.8,
          cell,
          'held-right',
        ),
        label(
          x,
          y + pen.small,
          fitting(
            [
              `Pair ${params.pick}: cosine ${two(held.cosine)}${held.opposite ? ', sign turned' : ''}`,
              `Pair ${params.pick}: ${two(held.cosine)}`,
            ],
            pen.small,
            2 * cell + 3 * gap,
          ) ?? '',
          { 'font-size': pen.small, fill: ink(pen.muted) },
          'held-name',
        ),
      ]
    : [];
  if (r < 40 || !s.turn.length) return pair;
  const cx = x + width - r;
  const cy = y + pen.small * 1.8 + r;
  const place = (t: number, f: number): readonly [number, number] => {
    const d = Math.min(1, f / 0.32) * r;
    return [cx + d * Math.cos(t), cy - d * Math.sin(t)];
  };
  const rays = Array.from({ length: 9 }, (_, i) => {
    const [px, py] = place((i * Math.PI) / 8, 1);
    return `M${round(cx)} ${round(cy)}L${round(px)} ${round(py)}`;
  }).join('');
  return [
    ...pair,
    path(
      `${rays}M${round(cx - r)} ${round(cy)}A${round(r)} ${round(r)} 0 0 1 ${round(cx + r)} ${round(cy)}`,
      { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
      'fan',
    ),
    ...s.turn.map((t, i) => {
      const [px, py] = place(t, s.frequency[i]);
      return circle(
        px,
        py,
        2.6 * pen.scale,
        { fill: s.R2[i] > 0.8 ? ink('ink') : 'none', stroke: ink('ink'), 'stroke-width': pen.weights.hair },
        `dot-${i}`,
      );
    }),
    label(
      cx,
      cy + pen.small * 1.25,
      fitting(['direction, and frequency outwards', 'direction, frequency'], pen.small, 2 * r + 20) ?? '',
      { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
      'fan-name',
    ),
  ];
}
