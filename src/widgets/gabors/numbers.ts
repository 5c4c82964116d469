// Agreement and shape: the pairs' median cosine, and what a Gabor function explains, each above what chance gives.

import { median } from '../../math/median.ts';
import { fixed2, wholePercent } from '../../scene/format.ts';
import { gauge, type GaugeOptions } from '../../scene/gauge.ts';
import type { Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { BakedGabors } from './baked.ts';
import { matchedPairs } from './derive.ts';
import type { GaborsSnapshot } from './snapshot.ts';

type Reading = Omit<GaugeOptions, 'x' | 'y' | 'width'>;

/** Both gauges in `columns` columns, `height` px from one row to the next. */
export function numbers(
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  columns: number,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const gap = 20 * pen.scale;
  const wide = (width - gap * (columns - 1)) / columns;
  return [agreement(s, baked), shape(s, baked)].map((reading, i) => ({
    ...gauge(
      {
        x: x + (i % columns) * (wide + gap),
        y: y + Math.floor(i / columns) * height,
        width: wide,
        ...reading,
      },
      pen,
    ),
    key: `gauge-${i}`,
  }));
}

function agreement(s: GaborsSnapshot, baked?: BakedGabors): Reading {
  const all = matchedPairs(s, baked);
  const now = median(all.map((p) => p.cosine));
  const chance = median(baked?.chance ?? []);
  const words = [`two random sets: ${fixed2(chance)}`, `random: ${fixed2(chance)}`];
  return {
    names: ['Median cosine of the pairs', 'Median cosine', 'Cosine'],
    text: all.length ? fixed2(now) : 'none yet',
    value: now,
    range: [0, 1],
    ...(baked ? { reference: { at: chance, words, floor: true } } : {}),
  };
}

function shape(s: GaborsSnapshot, baked?: BakedGabors): Reading {
  const fit = median(s.R2);
  const random = baked?.rows.find((r) => r.world === 'leaves' && r.one === 'random')?.R2 ?? 0;
  const words = [`random filters: ${wholePercent(random)}`, `random: ${wholePercent(random)}`];
  return {
    names: ['A Gabor function explains', 'Gabor R²', 'R²'],
    text: s.R2.length ? wholePercent(fit) : 'at the end',
    value: fit,
    range: [0, 1],
    ...(baked ? { reference: { at: random, words, floor: true } } : {}),
  };
}
