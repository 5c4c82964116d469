// The track: all pairs by their cosine, best first, above what two random sets reach.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { span, type Box } from '../../scene/slide.ts';
import { thumb } from '../../scene/strip.ts';
import { FILTERS } from '../../math/filter-matching.ts';
import { fixed2 } from '../../scene/format.ts';
import type { Scale } from '../../scene/scale.ts';
import { bands } from '../../scene/ordinal-scale.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import type { BakedGabors } from './baked.ts';
import { matchedPairs } from './derive.ts';
import { spec, type GaborsParams } from './params.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** Ranks of the pairs, 1 matches best. */
const RANKS = Array.from({ length: FILTERS }, (_, i) => i + 1);

/** Bars, chance, ticks and the ring on the held pair. */
export function track(
  params: GaborsParams,
  s: GaborsSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const all = matchedPairs(s, baked);
  const slot = width / FILTERS;
  const scale = bands(RANKS, [x, x + width]);
  const py = (v: number): number => y + height * (1 - v);
  const size = Math.max(13, pen.small);
  const place = { width, height, x0: x, x1: x + width, names: y, top: y, bottom: y + height };
  const bars = all
    .map(
      (p, i) =>
        `M${round(x + (i + 0.12) * slot)} ${round(y + height)}V${round(py(p.cosine))}h${round(slot * 0.76)}V${round(y + height)}Z`,
    )
    .join('');
  const chance = baked?.chance
    .map((v, i) => `${i ? 'L' : 'M'}${round(x + i * slot)} ${round(py(v))}h${round(slot)}`)
    .join('');
  return [
    rect(x, y, width, height, { fill: ink('wash') }, 'ground'),
    ...(bars
      ? [path(bars, { fill: ink('ink'), 'fill-opacity': 0.75 }, 'bars')]
      : [
          line(
            x,
            y + height / 2,
            x + width,
            y + height / 2,
            { stroke: ink('ink'), 'stroke-width': 4 },
            'plain',
          ),
        ]),
    ...(chance && all.length
      ? [
          path(
            chance,
            { fill: 'none', stroke: ink('paper'), 'stroke-width': pen.weights.fine * 3.5 },
            'chance-ground',
          ),
          path(
            chance,
            { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line, 'stroke-dasharray': '4 3' },
            'chance',
          ),
          label(
            x + width - 4,
            y + size,
            'dashed: two random sets',
            {
              'font-size': size,
              'text-anchor': 'end',
              fill: ink('ink'),
              'pointer-events': 'none',
              ...halo({ ...pen, ground: 'wash' }, 3),
            },
            'chance-name',
          ),
        ]
      : []),
    ...ticksBelow(
      [
        { at: x, text: 'pair 1' },
        { at: x + width, text: '64' },
        { at: x + 31.5 * slot, text: '32' },
        { at: x + 15.5 * slot, text: '16' },
        { at: x + 47.5 * slot, text: '48' },
      ],
      [x, x + width],
      y + height + 3,
      pen,
      size,
    ),
    thumb(
      {
        place,
        needle: scale(params.pick),
        slider: pairSlider(params, all[params.pick - 1]?.cosine, scale),
      },
      true,
      pen,
    ),
  ];
}

/** @param cosine of the held pair; undefined before there are filters */
function pairSlider({ pick }: GaborsParams, cosine: number | undefined, scale: Scale): Slider {
  const says = cosine === undefined ? 'no filters yet' : `cosine ${fixed2(cosine)}`;
  return slider({
    handle: 'track',
    name: 'Pair that is held, 1 matches best',
    said: `pair ${pick}, ${says}`,
    key: 'pick',
    value: pick,
    scale,
    keys: spec.pick.keys,
  });
}

/** The page's track: bars, ticks and ring. */
export function trackPicture(
  params: GaborsParams,
  s: GaborsSnapshot,
  width: number,
  baked?: BakedGabors,
): Picture {
  const [x0, x1] = span(width, false);
  const tall = width < 620 ? 84 : 100;
  return {
    width,
    height: tall + 40,
    label: 'Cosines of all 64 pairs, best first, above those of two random sets.',
    marks: track(params, s, { x: x0, y: 8, width: x1 - x0, height: tall }, pageStyle('paper'), baked),
  };
}
