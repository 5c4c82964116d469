// The four numbers of a dictionary, each beside what it should be compared with.

import { gauge, type GaugeOptions } from '../../scene/gauge.ts';
import type { Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { fixed2, fixed3 } from '../../scene/format.ts';
import type { DictionarySnapshot } from './snapshot.ts';

type Reading = Omit<GaugeOptions, 'x' | 'y' | 'width'>;

/** The four numbers as gauges, of the toy or of the clusters. */
function readings(s: DictionarySnapshot): Reading[] {
  const chance = {
    at: s.chance,
    words: [`${s.D} random directions: ${fixed2(s.chance)}`, `random: ${fixed2(s.chance)}`, fixed2(s.chance)],
    floor: true,
  };
  const dead: Reading = {
    names: ['Dead latents', 'Dead'],
    text: `${s.dead} of ${s.D}`,
    value: s.dead,
    range: [0, s.D],
  };
  const explained: Reading = {
    names: ['Variance explained', 'Explained'],
    text: fixed3(s.explained),
    value: s.explained,
    range: [0, 1],
  };
  const mmcs = (names: string[]): Reading => ({
    names,
    text: fixed3(s.mmcs),
    value: s.mmcs,
    range: [0, 1],
    reference: chance,
  });
  if (s.world === 'clusters') {
    const toMeans = s.toMeans.reduce((sum, c) => sum + c, 0) / s.toMeans.length;
    return [
      mmcs(['Cosine with sub-features', 'Sub-features']),
      {
        names: ['Cosine with families’ means', 'Families’ means', 'Families'],
        text: fixed3(toMeans),
        value: toMeans,
        range: [0, 1],
      },
      explained,
      dead,
    ];
  }
  return [
    mmcs(['Recovered: mean best cosine', 'Mean best cosine', 'Best cosine']),
    explained,
    {
      names: ['Latents on at a time', 'On at a time'],
      text: s.active.toFixed(1),
      value: s.active,
      range: [0, Math.max(12, s.active)],
      reference: {
        at: s.truly,
        words: [`features truly on: ${s.truly.toFixed(1)}`, `truly: ${s.truly.toFixed(1)}`],
      },
    },
    dead,
  ];
}

/** In `columns` columns over `width`; `row` px from one line of gauges to the next. */
export function gauges(
  s: DictionarySnapshot,
  { x, y, width, columns, row }: { x: number; y: number; width: number; columns: number; row: number },
  pen: DrawStyle,
): Mark[] {
  const gap = 28 * pen.scale;
  const wide = (width - gap * (columns - 1)) / columns;
  return readings(s).map((reading, i) => ({
    ...gauge(
      { ...reading, x: x + (i % columns) * (wide + gap), y: y + Math.floor(i / columns) * row, width: wide },
      pen,
    ),
    key: `gauge-${i}`,
  }));
}
