// The numbers of the family, each beside what it should be compared with.

import { median } from '../../math/median.ts';
import { gauge, gaugeHeight, type GaugeOptions } from '../../scene/gauge.ts';
import { fixed2 } from '../../scene/format.ts';
import type { Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { KINDS } from '../../models/template-families.ts';
import type { Row } from './baked.ts';
import { familyOf, shownTemplates } from './derive.ts';
import type { Panels } from './layout.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

type Reading = Omit<GaugeOptions, 'x' | 'y' | 'width'>;
const MOST_ROWS = 4;

/** As many gauges as the panel has room for; with the ten seeds as the last one where they stand in one column. */
export function numbers(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  { numbers: { x, y, width, height }, columns }: Panels,
  pen: DrawStyle,
  rows: readonly Row[] = [],
): Mark[] {
  const gap = 20 * pen.scale;
  const wide = (width - gap * (columns - 1)) / columns;
  const tall = gaugeHeight(pen) + 6 * pen.scale;
  const fitted = Math.max(1, Math.min(MOST_ROWS, Math.floor((height + 10) / tall)));
  const step = Math.min(height / fitted, tall + 10 * pen.scale);
  const all = [...readings(params, s), ...(columns === 1 && rows.length ? [seedsReading(rows)] : [])];
  return all.slice(0, fitted * columns).map((reading, i) => ({
    ...gauge(
      {
        x: x + (i % columns) * (wide + gap),
        y: y + Math.floor(i / columns) * step,
        width: wide,
        ...reading,
      },
      pen,
    ),
    key: `gauge-${i}`,
  }));
}

function readings(params: FamiliesParams, s: FamiliesSnapshot): Reading[] {
  const now = familyOf(shownTemplates(s, params));
  const before = familyOf(s.untrained);
  const untrained = (at: number): Reading['reference'] => ({
    at,
    words: [`untrained: ${fixed2(at)}`, fixed2(at)],
  });
  return [
    {
      names: ['Cosine of all pairs, turned into place', 'All pairs, turned', 'Turned'],
      text: fixed2(median(now.aligned)),
      value: median(now.aligned),
      range: [0, 1],
      reference: untrained(median(before.aligned)),
    },
    {
      names: ['Circulant share of the matrix', 'Circulant share', 'Circulant'],
      text: fixed2(now.circulant),
      value: now.circulant,
      range: [0, 1],
      reference: untrained(before.circulant),
    },
    {
      names: ['Fresh pictures named rightly', 'Named rightly', 'Right'],
      text: `${(100 * s.accuracy).toFixed(1)}%`,
      value: s.accuracy,
      range: [0, 1],
      reference: { at: 1 / KINDS, words: ['chance: 1 in 8', '1 in 8'] },
    },
  ];
}

function seedsReading(rows: readonly Row[]): Reading {
  const low = Math.min(...rows.map((r) => r.aligned));
  const high = Math.max(...rows.map((r) => r.aligned));
  return {
    names: ['Ten seeds, all pairs turned', 'Ten seeds'],
    text: `${fixed2(low)} to ${fixed2(high)}`,
    value: high,
    range: [0, 1],
    reference: { at: low, words: ['lowest'], floor: true },
  };
}
