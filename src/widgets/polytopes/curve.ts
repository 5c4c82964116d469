// The feature-dimensionality curve: every model a row of dots, a dot's area how many features have that share. The held
// model's own count stands at the right, on the same scale.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, halo, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Atlas } from './baked.ts';
import { frameOf, rarityX, shareY, type Box } from './places.ts';
import { FRACTIONS, held, histogram, mean, rarities } from './read.ts';
import { gathered } from './text.ts';

type Frame = ReturnType<typeof frameOf>;

export function curve(atlas: Atlas | undefined, rarity: number, box: Box, pen: DrawStyle): Mark[] {
  const frame = frameOf(box, pen);
  const n = atlas?.curve.n ?? 100;
  const m = atlas?.curve.m ?? 10;
  const title = fitting(
    [
      `What part of a dimension a feature gets: ${n} features, ${m} neurons`,
      `Part of a dimension: ${n} features, ${m} neurons`,
      `${n} features, ${m} neurons`,
    ],
    pen.label * 1.04,
    box.width,
  );
  return [
    label(
      box.x,
      box.y + pen.label,
      title ?? '',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
    ...references(frame, pen),
    line(
      frame.x0,
      frame.y1,
      frame.x1,
      frame.y1,
      { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
      'base',
    ),
    ...ticksBelow(
      [1.4, 2, 4, 8, 16, 32, 64, 3, 6].map((r) => ({
        at: rarityX(frame, r),
        text: r === 2 ? '1 in 2' : String(r),
      })),
      [frame.x0, frame.x1],
      frame.y1,
      pen,
      pen.small,
    ),
    label(
      frame.x0,
      frame.y1 + pen.small * 3.2,
      fitting(
        ['One feature in how many is active', 'One in how many is active'],
        pen.small,
        frame.x1 - frame.x0,
      ) ?? '',
      { 'font-size': pen.small, fill: ink('ink-2') },
      'axis',
    ),
    ...(atlas
      ? [
          ...dots(atlas, frame, pen),
          ...bars(atlas, rarity, frame, pen),
          ...average(atlas, rarity, frame, box, pen),
        ]
      : [
          label(
            (frame.x0 + frame.x1) / 2,
            frame.y1 - pen.label * 2,
            'The models of the curve are not here yet',
            { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
            'wait',
          ),
        ]),
  ];
}

/** Full rules where features gather in these models, dashed where only larger ones were seen to. */
function references(frame: Frame, pen: DrawStyle): Mark[] {
  const nudge: Record<string, number> = { '⅖': -0.16, '⅜': 0.72, '⅔': 0.62, '¾': 0.1 };
  const size = pen.label;
  const rules = FRACTIONS.map(({ at, text, reached }) =>
    group(
      [
        line(
          frame.x0,
          shareY(frame, at),
          frame.h1,
          shareY(frame, at),
          {
            stroke: ink('ink-3'),
            'stroke-width': reached ? pen.weights.fine : pen.weights.hair,
            'stroke-dasharray': reached ? undefined : `${3 * pen.scale} ${3 * pen.scale}`,
          },
          'rule',
        ),
        label(
          frame.x0 - pen.small * 0.35,
          shareY(frame, at) + size * (nudge[text] ?? 0.34),
          text,
          { 'font-size': size, 'text-anchor': 'end', fill: ink(reached ? 'ink' : 'ink-2') },
          'name',
        ),
      ],
      {},
      `ref-${text}`,
    ),
  );
  const room = frame.x1 - frame.x0;
  const x = frame.x1;
  const note = (at: number, texts: string[], dy: number, key: string): Mark | false => {
    const text = fitting(texts, pen.small, room * 0.7);
    return (
      !!text &&
      label(
        x,
        shareY(frame, at) + dy,
        text,
        { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2'), ...halo(pen, 4 * pen.scale) },
        key,
      )
    );
  };
  return [
    ...rules,
    ...[
      note(
        3 / 4,
        ['¾, tetrahedra: not reached at this size', '¾: not reached at this size', '¾: not reached'],
        -pen.small * 0.45,
        'three-quarters',
      ),
      note(
        2 / 3,
        ['⅔, triangles: not reached at this size', '⅔: not reached at this size', '⅔: not reached'],
        pen.small * 1.15,
        'two-thirds',
      ),
      label(
        frame.x0 - pen.small * 0.35,
        shareY(frame, 1) + size * 0.34,
        '1',
        { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
        'one',
      ),
      label(
        frame.x0 - pen.small * 0.35,
        shareY(frame, 0) + size * 0.1,
        '0',
        { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
        'zero',
      ),
    ].filter((m) => m !== false),
  ];
}

/** Strokes of no length with round ends, one path for every size: a few hundred dots in a handful of elements. */
function dots({ curve: { rows } }: Atlas, frame: Frame, pen: DrawStyle): Mark[] {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const apart = Math.min(2.7 * pen.scale, ((frame.x1 - frame.x0) / 34 / seeds.length) * 1.1);
  const paths = new Map<number, string>();
  for (const { rarity, seed, bins } of rows) {
    const x = round(rarityX(frame, rarity) + (seeds.indexOf(seed) - (seeds.length - 1) / 2) * apart);
    for (let i = 0; i < bins.length; i += 2) {
      const size = Math.min(6, Math.ceil(Math.sqrt(bins[i + 1])));
      paths.set(size, `${paths.get(size) ?? ''}M${x} ${round(shareY(frame, bins[i] / 100))}h0`);
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
function bars(atlas: Atlas, rarity: number, { y0, y1, h0, h1 }: Frame, pen: DrawStyle): Mark[] {
  const { rows } = held(atlas, rarity);
  const count = histogram(rows);
  const most = Math.max(...count);
  const tall = Math.max(1.6, (y1 - y0) / 100);
  return [
    line(h0, y0, h0, y1, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'margin'),
    ...count.flatMap((c, bin) =>
      c
        ? [
            rect(
              h0,
              shareY({ y0, y1 }, bin / 100) - tall / 2,
              Math.max(1, (c / most) * (h1 - h0)),
              tall,
              { fill: ink('ink') },
              `bin-${bin}`,
            ),
          ]
        : [],
    ),
  ];
}

/** D*, the mean over seeds, with the ring that holds a model. */
function average(atlas: Atlas, rarity: number, frame: Frame, box: Box, pen: DrawStyle): Mark[] {
  const points = rarities(atlas).map(
    (r) =>
      [
        rarityX(frame, r),
        shareY(frame, mean(atlas.curve.rows.filter((row) => row.rarity === r).map(({ star }) => star))),
      ] as const,
  );
  const at = held(atlas, rarity);
  const x = rarityX(frame, at.rarity);
  const y = shareY(frame, at.star);
  const all = rarities(atlas);
  const kept = mean(at.rows.map(({ bins }) => bins.filter((_, i) => i % 2).reduce((sum, c) => sum + c, 0)));
  return [
    path(
      `M${points.map(([px, py]) => `${round(px)} ${round(py)}`).join('L')}`,
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
      points[1][0] + pen.small * 0.7,
      points[1][1] + pen.small * 0.3,
      fitting(['D*, dimensions per feature', 'D*'], pen.small, (frame.x1 - frame.x0) * 0.6) ?? '',
      { 'font-size': pen.small, fill: ink('ink-2'), ...halo(pen, 4 * pen.scale) },
      'star-name',
    ),
    label(
      frame.h0 + 4 * pen.scale,
      frame.y1 + pen.small * 1.5,
      `1 in ${at.rarity}`,
      { 'font-size': pen.small, 'font-weight': 650, fill: ink('ink') },
      'held',
    ),
    label(
      frame.h0 + 4 * pen.scale,
      frame.y1 + pen.small * 2.8,
      fitting(
        [`${Math.round(kept)} of ${atlas.curve.n} kept`, `${Math.round(kept)} kept`],
        pen.small,
        frame.h1 - frame.h0,
      ) ?? '',
      { 'font-size': pen.small, fill: ink('ink-2') },
      'kept',
    ),
    group(
      [
        rect(frame.x0, frame.y0, frame.x1 - frame.x0, box.y + box.height - frame.y0, unseen, 'hit'),
        line(x, y, x, frame.y1, { stroke: ink('signal'), 'stroke-width': pen.weights.fine }, 'needle'),
        circle(
          x,
          y,
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
      {
        'data-handle': 'scrub',
        tabindex: 0,
        role: 'slider',
        'aria-label': 'Model held on the curve',
        'aria-valuemin': all[0],
        'aria-valuemax': all.at(-1),
        'aria-valuenow': at.rarity,
        'aria-valuetext': `one feature in ${at.rarity} active: about ${Math.round(kept)} of ${atlas.curve.n} features represented, ${gathered(atlas, at.rarity)}`,
      },
      'scrub',
    ),
  ];
}
