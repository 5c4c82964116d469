// The plate: one piece, large and turning; its label; the list of all, with how often each grew.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { apply, fromYawPitch } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import { body } from '../../scene/body.ts';
import { stain, STAINS, unstained } from '../../scene/glyph.ts';
import { ink, serif } from '../../scene/ink.ts';
import { at, circle, group, label, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { orbit } from '../../scene/orbit.ts';
import { reticle } from '../../scene/plane.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { wrapped } from '../../scene/wrap.ts';
import type { Rates } from './baked.ts';
import { bound, cube, field, week, wheel } from './drawings.ts';
import { LABELS } from './labels.ts';
import { layoutPanels, type PiecePlace } from './layout.ts';
import { list } from './list.ts';
import type { GalleryParams } from './params.ts';
import type { GallerySnapshot } from './snapshot.ts';
import { share, summary, title } from './text.ts';

/** The picture of these params; `data` are the rates, once they are loaded. */
export function scene(params: GalleryParams, s: GallerySnapshot, layout: Layout, data?: Rates): Scene {
  const panels = layoutPanels(layout);
  const { pen, width, height, row } = panels;
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(params, s, data)}`,
      marks: [
        ...(panels.title ? [heading(panels.title, pen.label * 2)] : []),
        piece(params, s, panels.piece, pen, layout.highlighted),
        group(plaque(s, panels.label, pen, data), {}, 'plaque'),
        ...(panels.list
          ? [group(list(params, panels.list, row, pen, data, layout.site ?? ''), {}, 'list')]
          : []),
      ],
    },
  };
}

function heading({ x, y, width }: Box, size: number): Mark {
  const px = Math.max(12, Math.min(size, width / (measure(title, 1) * 0.98)));
  return label(
    x,
    y + px,
    title,
    { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') },
    'title',
  );
}

/** Turned by the reader; planes and circles lie flat and are not turned. */
function piece(
  { yaw, pitch }: GalleryParams,
  s: GallerySnapshot,
  { cx, cy, r }: PiecePlace,
  pen: DrawStyle,
  lit?: string,
): Mark {
  const flat = s.points.every((p) => p[2] === 0);
  if (flat) return at(cx, cy, [...ground(s, r, pen), ...drawing(s, s.points, r, pen, lit)], {}, 'piece');
  const turned = s.points.map((p) => apply(fromYawPitch(yaw, pitch), p));
  const { attrs, control } = orbit({ handle: 'globe', name: LABELS[s.piece].title, yaw, pitch, radius: r });
  const globe = at(
    cx,
    cy,
    [
      circle(0, 0, r * 1.34, unseen, 'hit'),
      group(s.grows === 'cube' ? [] : reticle(r, pen), { 'pointer-events': 'none' }, 'reticle'),
      ...drawing(s, turned, r, pen, lit),
      knob(r * 1.16, r * 1.16 * 0.94, pen),
    ],
    attrs,
    'piece',
  );
  return controlled(globe, control);
}

/** What a flat piece stands on: nothing under what is a picture itself. */
const ground = ({ grows }: GallerySnapshot, r: number, pen: DrawStyle): Mark[] =>
  grows === 'wheel' || grows === 'field'
    ? []
    : [group(reticle(r, pen), { 'pointer-events': 'none' }, 'reticle')];

/** The piece itself. @param points as the reader has turned them */
function drawing(
  s: GallerySnapshot,
  points: readonly Vec[],
  r: number,
  pen: DrawStyle,
  lit: string | undefined,
): Mark[] {
  switch (s.grows) {
    case 'days':
      return week(s, r, pen);
    case 'wheel':
      return wheel(s, r);
    case 'field':
      return field(s, r, pen);
    case 'cube':
      return cube(points, s, r / 1.75, pen);
    default: {
      const most = Math.max(...points.map(([x, y, z]) => Math.sqrt(x * x + y * y + z * z)), 0.6);
      return body(
        points,
        {
          r: r / Math.max(1, most),
          stains: points.map((_, f) => (points.length <= STAINS ? stain(f) : unstained)),
          shown: s.kept.map((is, f) => is || s.step < s.end || bound(s.points[f])),
          highlighted: lit,
        },
        pen,
      );
    }
  }
}

/** The ring by which a piece is turned, at (x, y) from its middle. */
const knob = (x: number, y: number, pen: DrawStyle): Mark =>
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
    ],
    { 'data-knob': true },
    'knob',
  );

/** The label under the piece: name, recipe, what it is, what became of it. */
function plaque(s: GallerySnapshot, { x, y, width }: Box, pen: DrawStyle, data?: Rates): Mark[] {
  const { title: name, recipe, says } = LABELS[s.piece];
  const often = share(data, s.piece);
  const now = grewNow(s);
  const lines = [
    recipe,
    ...wrapped(says, pen.label, width),
    fitting(
      [`${now}${often && `; it grows from ${often} starts`}`, `${now}${often && `; ${often} do`}`, now],
      pen.label,
      width,
    ) ?? now,
  ];
  return [
    label(
      x,
      y + pen.label * 1.3,
      name,
      { 'font-size': pen.label * 1.6, 'font-family': serif, fill: ink('ink') },
      'name',
    ),
    ...lines.map((text, i) =>
      label(
        x,
        y + pen.label * (2.9 + i * 1.35),
        text,
        { 'font-size': pen.label, fill: ink(i ? 'ink' : 'ink-2') },
        `line-${i}`,
      ),
    ),
  ];
}

function grewNow({ right, step, end, shape }: GallerySnapshot): string {
  if (right) return 'This seed grew it';
  return step < end ? `At this step: ${shape}` : `This seed grew ${shape}`;
}
