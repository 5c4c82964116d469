// The picture: a body to turn, its cosines, the curve. Panels are drawn in their own files.

import { body } from '../../scene/body.ts';
import { sign, stain, STAINS, unstained } from '../../scene/glyph.ts';
import { ink, serif } from '../../scene/ink.ts';
import { at, circle, group, label, path, type Mark, type Point } from '../../scene/mark.ts';
import { fitting, halo, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { reticle } from '../../scene/plane.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { angles } from './angles.ts';
import type { Atlas } from './baked.ts';
import { curve } from './curve.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';
import { neurons } from './neurons.ts';
import { penOf, placesOf, type Places } from './places.ts';
import { foundAt, seen, standing } from './read.ts';
import { corners, higher, text, title } from './text.ts';
import { track } from './track.ts';
import { capital } from '../../scene/words.ts';
import { phrase } from './words.ts';

export function scene(
  params: PolytopesParams,
  snapshot: PolytopesSnapshot,
  layout: Layout,
  data?: Atlas,
): Scene {
  const pen = penOf(layout);
  const places = placesOf(layout);
  const hero = layout.composition === 'hero';
  const marks = [
    ...(hero ? [] : heading(snapshot, places, layout, pen, data)),
    globe(params, snapshot, places, layout, pen),
    ...(places.angles ? [group(angles(snapshot, places.angles, pen), {}, 'angles')] : []),
    ...(places.curve ? [group(curve(data, params.rarity, places.curve, pen), {}, 'curve')] : []),
  ];
  const words = text(params, snapshot, data);
  return {
    plate: { width: places.width, height: places.height, label: `${words.title}. ${words.summary}`, marks },
    track: track(snapshot, layout, data),
  };
}

/** What was found, by how many starts, and what it is next to the best. */
function heading(
  snapshot: PolytopesSnapshot,
  { heading: { x, y, width } }: Places,
  { composition }: Layout,
  pen: DrawStyle,
  data?: Atlas,
): Mark[] {
  const slide = composition === 'slide';
  const k = corners(snapshot);
  const size = slide ? Math.max(16, pen.label * 1.9) : 21;
  const name = k < 2 ? 'No shape yet' : capital(phrase(snapshot.shape, k));
  const long = slide ? (fitting([title(snapshot), name], size * 0.94, width) ?? name) : name;
  const lines = snapshot.step < snapshot.end ? [] : notes(snapshot, data);
  return [
    label(
      x,
      y,
      long,
      {
        'font-size': Math.min(size, (size * width) / Math.max(width, measure(long, size))),
        'font-weight': slide ? 450 : undefined,
        'font-family': serif,
        fill: ink('ink'),
      },
      'name',
    ),
    ...(slide ? lines.slice(-1) : lines).map((options, i) =>
      label(
        x,
        y + pen.label * (1.55 + 1.35 * i),
        fitting(options, pen.label * 0.98, width) ?? '',
        { 'font-size': pen.label, fill: ink('ink-2') },
        `note-${i}`,
      ),
    ),
  ];
}

/** Each note in several lengths. */
function notes(snapshot: PolytopesSnapshot, data?: Atlas): string[][] {
  const state = standing(snapshot, data);
  const row = foundAt(data, snapshot.n);
  if (!state || !row) return [];
  const { best, isBest, worse } = state;
  const solid = row.outcomes.find((o) => o.shape === 'tetrahedron');
  const more = (part: number): string => `${Math.round(part * 100)}%`;
  const first = isBest
    ? [
        `${best.times} of ${data!.starts} starts end so; none does better`,
        `${best.times} of ${data!.starts} starts`,
      ]
    : [
        `Not the best: ${phrase(best.shape, best.corners)}, its loss ${more(1 - 1 / (1 + worse))} lower, ends ${best.times} of ${data!.starts} starts`,
        `Not the best: ${best.times} of ${data!.starts} starts find ${phrase(best.shape, best.corners)}`,
        'Not the best of all starts',
      ];
  const mine = row.outcomes.find((o) => o.shape === snapshot.shape && o.corners === corners(snapshot));
  if (!isBest && mine) {
    return [
      first.slice(1),
      [
        `${mine.times} of ${data!.starts} starts ${mine.times === 1 ? 'stops' : 'stop'} here; the loss is ${higher(worse)}`,
        `The loss is ${higher(worse)}`,
      ],
    ];
  }
  const second =
    snapshot.m === 3 && snapshot.n === 4 && isBest && !solid
      ? [[`No tetrahedron: none of ${data!.starts} starts ends as one`, 'No tetrahedron was found']]
      : [];
  return [first, ...second];
}

/** Reticle, axes, body and the ring that turns it; all of it is one handle with two axes. */
function globe(
  params: PolytopesParams,
  snapshot: PolytopesSnapshot,
  places: Places,
  { highlighted: lit }: Layout,
  pen: DrawStyle,
): Mark {
  const { cx, cy, r } = places.body;
  const { vectors, axes } = seen(snapshot, params);
  const { n, kept, step, end, norms } = snapshot;
  const stains = vectors.map((_, f) => (n <= STAINS ? stain(f) : unstained));
  const out = kept.map((is, f) => step >= end && !is && norms[f] < 0.5);
  const [kx, ky] = [r * 1.2, r * 1.2];
  const knob = pen.ring;
  // What a neuron's name keeps off: glyphs, their names beyond them, the ring, the features that are left out.
  const taken = vectors
    .filter((_, f) => !out[f])
    .flatMap(([x, y]): Point[] => {
      const k = r + (20 * pen.scale) / Math.max(0.2, Math.sqrt(x * x + y * y));
      return [
        [x * r, -y * r],
        [x * k, -y * k],
      ];
    });
  taken.push(
    [kx, ky],
    ...(out.some((is) => is)
      ? ([
          [-r * 1.3, r * 1.38],
          [-r * 1.1, r * 1.38],
        ] as const)
      : []),
  );
  return at(
    cx,
    cy,
    [
      circle(0, 0, r * 1.42, unseen, 'hit'),
      group(reticle(r, pen), { 'pointer-events': 'none' }, 'reticle'),
      group(neurons(axes, taken, places, pen), { 'pointer-events': 'none' }, 'axes'),
      ...body(vectors, { r, stains, shown: out.map((is) => !is), lit }, pen),
      ...leftOut(out, stains, r, pen),
      group(
        [
          circle(kx, ky, pen.hit, unseen, 'reach'),
          circle(
            kx,
            ky,
            knob,
            { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
            'ring',
          ),
          path(
            arrows(kx, ky, knob * 0.56),
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
      ),
    ],
    {
      'data-handle': 'globe',
      tabindex: 0,
      role: 'slider',
      'aria-label': 'The body: arrow keys turn it, Home sets it upright',
      'aria-valuemin': -180,
      'aria-valuemax': 180,
      'aria-valuenow': params.yaw,
      'aria-valuetext': `turned ${Math.abs(params.yaw)} degrees ${params.yaw < 0 ? 'left' : 'right'}, its top ${Math.abs(params.pitch)} degrees ${params.pitch < 0 ? 'away from' : 'towards'} you`,
    },
    'globe',
  );
}

/** Features without a corner, hollow, parked below the body. */
function leftOut(
  out: readonly boolean[],
  stains: ReturnType<typeof stain>[],
  r: number,
  pen: DrawStyle,
): Mark[] {
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

/** Four arrowheads around (x, y). */
function arrows(x: number, y: number, size: number): string {
  const k = size * 0.36;
  return (
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ]
      .map(([dx, dy]) => {
        const tx = x + dx * size;
        const ty = y + dy * size;
        const n = (value: number): number => Math.round(value * 100) / 100;
        return `M${n(tx - dx * k + dy * k)} ${n(ty - dy * k + dx * k)}L${n(tx)} ${n(ty)}L${n(tx - dx * k - dy * k)} ${n(ty - dy * k - dx * k)}`;
      })
      .join('') + `M${x - size * 0.8} ${y}H${x + size * 0.8}M${x} ${y - size * 0.8}V${y + size * 0.8}`
  );
}
