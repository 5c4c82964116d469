// The models of the curve: every model a row of dots, a dot's area how many features have that share. The held models' own
// count stands at the right, on the same scale.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, halo, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { ordinal } from '../../scene/ordinal-scale.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled, slider } from '../../scene/touch.ts';
import type { Atlas } from './baked.ts';
import { held, histogram, mean, rarities, represented } from './derive.ts';
import type { CurveFrame } from './layout.ts';
import { gathered } from './text.ts';

/** All models, the held ones' histogram, the mean over seeds with the ring that holds a model. */
export function models(atlas: Atlas, rarity: number, frame: CurveFrame, box: Box, pen: DrawStyle): Mark[] {
  return [
    ...dots(atlas, frame, pen),
    ...bars(atlas, rarity, frame, pen),
    ...average(atlas, frame, pen),
    ...heldNames(atlas, rarity, frame, pen),
    ring(atlas, rarity, frame, box, pen),
  ];
}

/** Strokes of no length with round ends, one path for every size: a few hundred dots in a handful of elements. */
function dots({ curve: { rows } }: Atlas, frame: CurveFrame, pen: DrawStyle): Mark[] {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const apart = Math.min(2.7 * pen.scale, ((frame.x1 - frame.x0) / 34 / seeds.length) * 1.1);
  const paths = new Map<number, string>();
  for (const { rarity, seed, bins } of rows) {
    const x = round(frame.rarity(rarity) + (seeds.indexOf(seed) - (seeds.length - 1) / 2) * apart);
    for (let i = 0; i < bins.length; i += 2) {
      const size = Math.min(6, Math.ceil(Math.sqrt(bins[i + 1])));
      paths.set(size, `${paths.get(size) ?? ''}M${x} ${round(frame.share(bins[i] / 100))}h0`);
    }
  }
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([size, d]) =>
      path(
        d,
        {
          fill: 'none',
          stroke: ink('ink'),
          'stroke-opacity': 0.72,
          'stroke-linecap': 'round',
          'stroke-width': round((0.6 + 1.05 * size) * Math.max(1, pen.scale * 0.85)),
        },
        `dots-${size}`,
      ),
    );
}

/** The held models' features by hundredths, as bars from the left of the margin. */
function bars(atlas: Atlas, rarity: number, frame: CurveFrame, pen: DrawStyle): Mark[] {
  const { y0, y1, h0, h1, share } = frame;
  const count = histogram(held(atlas, rarity).rows);
  const most = Math.max(...count);
  const tall = Math.max(1.6, (y1 - y0) / 100);
  const bar = (features: number, bin: number): Mark =>
    rect(
      h0,
      share(bin / 100) - tall / 2,
      Math.max(1, (features / most) * (h1 - h0)),
      tall,
      { fill: ink('ink') },
      `bin-${bin}`,
    );
  return [
    line(h0, y0, h0, y1, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'margin'),
    ...count.flatMap((features, bin) => (features ? [bar(features, bin)] : [])),
  ];
}

/** D*, the mean over seeds, from rarity to rarity. */
function average(atlas: Atlas, frame: CurveFrame, pen: DrawStyle): Mark[] {
  const points = rarities(atlas).map((r) => [frame.rarity(r), frame.share(held(atlas, r).star)] as const);
  const [nameX, nameY] = points[1];
  return [
    path(
      `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`,
      {
        fill: 'none',
        stroke: ink('ink'),
        'stroke-width': pen.weights.line,
        'stroke-opacity': 0.55,
        'stroke-linejoin': 'round',
      },
      'star',
    ),
    label(
      nameX + pen.small * 0.7,
      nameY + pen.small * 0.3,
      fitting(['D*, dimensions per feature', 'D*'], pen.small, (frame.x1 - frame.x0) * 0.6) ?? '',
      { 'font-size': pen.small, fill: ink('ink-2'), ...halo(pen, 4 * pen.scale) },
      'star-name',
    ),
  ];
}

/** How many features the models at a rarity represent, mean over seeds, whole. */
const keptOf = (rows: Atlas['curve']['rows']): number => Math.round(mean(rows.map(represented)));

/** Under the histogram: which models are held, and how many features they keep. */
function heldNames(atlas: Atlas, rarity: number, { h0, h1, y1 }: CurveFrame, pen: DrawStyle): Mark[] {
  const at = held(atlas, rarity);
  const kept = keptOf(at.rows);
  const x = h0 + 4 * pen.scale;
  return [
    label(
      x,
      y1 + pen.small * 1.5,
      `1 in ${at.rarity}`,
      { 'font-size': pen.small, 'font-weight': 650, fill: ink('ink') },
      'held',
    ),
    label(
      x,
      y1 + pen.small * 2.8,
      fitting([`${kept} of ${atlas.curve.n} kept`, `${kept} kept`], pen.small, h1 - h0) ?? '',
      { 'font-size': pen.small, fill: ink('ink-2') },
      'kept',
    ),
  ];
}

/** The ring that holds the models of a rarity; the whole frame takes the touch. */
function ring(atlas: Atlas, rarity: number, frame: CurveFrame, box: Box, pen: DrawStyle): Mark {
  const { x0, x1, y0, y1 } = frame;
  const all = rarities(atlas);
  const at = held(atlas, rarity);
  const x = frame.rarity(at.rarity);
  // Keys count from the models that are shown: the rarity of a link may lie between two of them.
  const on =
    (by: number) =>
    (now: number, direction: number): number => {
      const to = all.indexOf(held(atlas, now).rarity) + direction * by;
      return all[Math.max(0, Math.min(all.length - 1, to))];
    };
  const { attrs, control } = slider({
    handle: 'scrub',
    name: 'Model held on the curve',
    said: `one feature in ${at.rarity} active: about ${keptOf(at.rows)} of ${atlas.curve.n} features represented, ${gathered(atlas, at.rarity)}`,
    key: 'rarity',
    value: at.rarity,
    scale: ordinal(all, frame.rarity),
    keys: { step: on(1), page: on(4) },
  });
  const mark = group(
    [
      rect(x0, y0, x1 - x0, box.y + box.height - y0, unseen, 'hit'),
      line(
        x,
        frame.share(at.star),
        x,
        y1,
        { stroke: ink('signal'), 'stroke-width': pen.weights.fine },
        'needle',
      ),
      circle(
        x,
        frame.share(at.star),
        pen.ring * 0.62,
        {
          fill: ink(pen.ground),
          'fill-opacity': 0.6,
          stroke: ink('signal'),
          'stroke-width': pen.weights.hand,
        },
        'ring',
      ),
    ],
    { 'data-handle': 'scrub', tabindex: 0, role: 'slider', ...attrs },
    'scrub',
  );
  return controlled(mark, control);
}
