// The body: reticle, axes, corners and the ring that turns it; all of it is one handle with two axes.

import { body } from '../../scene/body.ts';
import { sign, stain, STAINS, unstained } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { at, circle, group, label, path, round, type Mark, type Point } from '../../scene/mark.ts';
import { halo, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { orbit } from '../../scene/orbit.ts';
import { reticle } from '../../scene/plane.ts';
import { controlled } from '../../scene/touch.ts';
import type { Layout } from '../../runtime/widget.ts';
import type { Vec } from '../../math/hull.ts';
import { rotated } from './derive.ts';
import type { Panels } from './layout.ts';
import { neurons } from './neurons.ts';
import type { PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';

type Stain = ReturnType<typeof stain>;

/** The body as the reader has turned it, in the middle of its panel. */
export function globe(
  params: PolytopesParams,
  snapshot: PolytopesSnapshot,
  panels: Panels,
  { highlighted: lit }: Layout,
  pen: DrawStyle,
): Mark {
  const { cx, cy, r } = panels.body;
  const { vectors, axes } = rotated(snapshot, params);
  const { n, kept, step, end, norms } = snapshot;
  const stains = vectors.map((_, f) => (n <= STAINS ? stain(f) : unstained));
  const out = kept.map((is, f) => step >= end && !is && norms[f] < 0.5);
  const knobAt: Point = [r * 1.2, r * 1.2];
  const taken = [
    ...bodyPoints(vectors, out, r, pen),
    knobAt,
    ...(out.includes(true) ? leftOutPoints(r) : []),
  ];
  const { yaw, pitch } = params;
  const { attrs, control } = orbit({ handle: 'globe', name: 'The body', yaw, pitch, radius: r });
  const mark = at(
    cx,
    cy,
    [
      circle(0, 0, r * 1.42, unseen, 'hit'),
      group(reticle(r, pen), { 'pointer-events': 'none' }, 'reticle'),
      group(neurons(axes, taken, panels, pen), { 'pointer-events': 'none' }, 'axes'),
      ...body(vectors, { r, stains, shown: out.map((is) => !is), highlighted: lit }, pen),
      ...leftOut(out, stains, r, pen),
      knob(knobAt, pen),
    ],
    attrs,
    'globe',
  );
  return controlled(mark, control);
}

/** Glyphs of the corners and their names beyond them: neurons' names keep off these. px from the middle */
const bodyPoints = (vectors: readonly Vec[], out: readonly boolean[], r: number, pen: DrawStyle): Point[] =>
  vectors
    .filter((_, f) => !out[f])
    .flatMap(([x, y]): Point[] => {
      const k = r + (20 * pen.scale) / Math.max(0.2, Math.sqrt(x * x + y * y));
      return [
        [x * r, -y * r],
        [x * k, -y * k],
      ];
    });

/** Where the features that are left out are parked. */
const leftOutPoints = (r: number): Point[] => [
  [-r * 1.3, r * 1.38],
  [-r * 1.1, r * 1.38],
];

/** The ring with four arrows. */
const knob = ([x, y]: Point, pen: DrawStyle): Mark =>
  group(
    [
      circle(x, y, pen.hit, unseen, 'reach'),
      circle(
        x,
        y,
        pen.ring,
        { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
      path(
        arrows(x, y, pen.ring * 0.56),
        {
          fill: 'none',
          stroke: ink('signal'),
          'stroke-width': pen.weights.fine * 1.5,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
        'arrows',
      ),
    ],
    { 'data-knob': true },
    'knob',
  );

/** Features without a corner, hollow, parked below the body. */
function leftOut(out: readonly boolean[], stains: readonly Stain[], r: number, pen: DrawStyle): Mark[] {
  const lost = out.flatMap((is, f) => (is ? [f] : []));
  if (!lost.length) return [];
  const step = 18 * pen.scale;
  const x0 = -r * 1.3;
  const y = r * 1.44;
  return [
    group(
      [
        label(
          x0 - 5 * pen.scale,
          y - 12 * pen.scale,
          'left out',
          { 'font-size': pen.small, fill: ink('ink-2'), ...halo(pen) },
          'word',
        ),
        ...lost.map((f, i) =>
          group(
            [
              sign(
                stains[f],
                6 * pen.scale,
                x0 + i * step,
                y,
                { hollow: 1.4 * Math.max(1, pen.scale * 0.7) },
                'glyph',
              ),
            ],
            { 'data-lit': `f${f + 1}` },
            `out-${f}`,
          ),
        ),
      ],
      {},
      'left-out',
    ),
  ];
}

/** Four arrowheads around (x, y), on a cross. */
function arrows(x: number, y: number, size: number): string {
  const directions = [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const;
  const k = size * 0.36;
  const heads = directions.map(([dx, dy]) => {
    const tx = x + dx * size;
    const ty = y + dy * size;
    const left = `${round(tx - dx * k + dy * k)} ${round(ty - dy * k + dx * k)}`;
    const right = `${round(tx - dx * k - dy * k)} ${round(ty - dy * k - dx * k)}`;
    return `M${left}L${round(tx)} ${round(ty)}L${right}`;
  });
  const cross = `M${x - size * 0.8} ${y}H${x + size * 0.8}M${x} ${y - size * 0.8}V${y + size * 0.8}`;
  return heads.join('') + cross;
}
