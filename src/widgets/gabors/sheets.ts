// Two sheets of 64 filters and the threads between their pairs.

import { unpacked } from '../../math/container.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { ACROSS, COUNT, filterSheet, LEVELS, STEP } from '../../scene/filters.ts';
import { pixels } from '../../scene/pixels.ts';
import type { Known } from './baked.ts';
import type { GaborsSnapshot } from './model.ts';
import type { GaborsParams } from './params.ts';
import { FILTERS, pairs, SIDE, WIDE, type Pair } from './read.ts';

export interface Sheets {
  readonly x: number;
  readonly y: number;
  /** of each sheet */ readonly side: number;
  /** between them */ readonly gap: number;
}

export function sheets(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, side, gap }: Sheets,
  pen: DrawStyle,
  known?: Known,
): Mark[] {
  const right = x + side + gap;
  const all = pairs(s.filters, known?.partner.filters);
  const unit = side / ACROSS;
  const held = all[params.pick - 1] as Pair | undefined;
  const name = (texts: readonly string[], at: number, key: string): Mark =>
    label(
      at,
      y - pen.small * 0.6,
      fitting(texts, pen.small, side) ?? '',
      { 'font-size': pen.small, fill: ink(pen.muted) },
      key,
    );
  const frame = (f: number, at: number, key: string): Mark =>
    rect(
      at + (f % COUNT) * STEP * unit - 1,
      y + Math.floor(f / COUNT) * STEP * unit - 1,
      SIDE * unit + 2,
      SIDE * unit + 2,
      { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.line },
      key,
    );
  const row = (f: number): number =>
    y + (Math.floor(f / COUNT) * STEP + SIDE / 2) * unit + ((f % COUNT) - 3.5) * unit * 1.2;
  const thread = (p: Pair): string => {
    const [a, b, m] = [row(p.left), row(p.right), gap / 2];
    return `M${round(x + side + 2)} ${round(a)}C${round(x + side + m)} ${round(a)} ${round(right - m)} ${round(b)} ${round(right - 2)} ${round(b)}`;
  };
  const strong = all.filter((p) => p.cosine > 0.8);
  const weak = all.filter((p) => p.cosine <= 0.8);
  return [
    name(
      [s.filters ? `Learned here, ${params.method}` : 'Drawn here', s.filters ? params.method : 'Drawn'],
      x,
      'n-left',
    ),
    s.filters
      ? pixels(filterSheet(s.filters), ACROSS, ACROSS, x, y, side, 'left')
      : pixels(
          Float64Array.from(unpacked(s.picture), (v) => Math.round((0.5 + v / 254) * LEVELS) / LEVELS),
          64,
          64,
          x,
          y,
          side,
          'picture',
        ),
    ...(known
      ? [
          name(
            [
              params.partner === 'random' ? 'Without training' : `Other pictures, ${params.partner}`,
              params.partner,
            ],
            right,
            'n-right',
          ),
          pixels(filterSheet(known.partner.filters), ACROSS, ACROSS, right, y, side, 'right'),
        ]
      : []),
    path(
      weak.map(thread).join(''),
      { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair, 'stroke-opacity': 0.6 },
      'weak',
    ),
    path(
      strong.map(thread).join(''),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine },
      'strong',
    ),
    ...(held
      ? [
          path(
            thread(held),
            { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.vec },
            'held',
          ),
          frame(held.left, x, 'held-left'),
          frame(held.right, right, 'held-right'),
        ]
      : []),
    ...(all.length
      ? Array.from({ length: FILTERS }, (_, f) =>
          group(
            [
              rect(
                x + (f % COUNT) * STEP * unit,
                y + Math.floor(f / COUNT) * STEP * unit,
                STEP * unit,
                STEP * unit,
                unseen,
                'hit',
              ),
            ],
            {
              'data-handle': `filter-${f}`,
              tabindex: -1,
              role: 'button',
              'aria-label': `Filter ${f + 1}: hold its pair`,
            },
            `filter-${f}`,
          ),
        )
      : []),
  ];
}

/** One filter, packed, as greys. */
export const one = (packed: string, f: number, opposite = false): Float64Array =>
  Float64Array.from(
    unpacked(packed).subarray(f * WIDE, (f + 1) * WIDE),
    (v) => Math.round((0.5 + (opposite ? -v : v) / 254) * LEVELS) / LEVELS,
  );
