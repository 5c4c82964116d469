// The plate: one piece, large and turning; its label; the list of all, with how often each grew.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { apply, fromYawPitch } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import { NAMES, type Name } from '../../models/pieces.ts';
import { textButton, textButtonWidth } from '../../scene/text-button.ts';
import { body } from '../../scene/body.ts';
import { stain, STAINS, unstained } from '../../scene/glyph.ts';
import { ink, serif } from '../../scene/ink.ts';
import { at, circle, group, label, line, mark, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { reticle } from '../../scene/plane.ts';
import type { Rates } from './baked.ts';
import { bound, cube, field, week, wheel } from './pieces.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';
import { places, type Box, type Places } from './places.ts';
import { share, summaryOf, TITLE } from './text.ts';
import { DOUBTFUL, ELSEWHERE, LABELS } from './words.ts';

export function scene(params: GalleryParams, s: GallerySnapshot, layout: Layout, data?: Rates): Scene {
  const p = places(layout);
  const { pen, width, height } = p;
  return {
    plate: {
      width,
      height,
      label: `${TITLE}. ${summaryOf(params, s, data)}`,
      marks: [
        ...(p.title ? [title(p.title, pen.label * 2)] : []),
        piece(params, s, p.piece, pen, layout.highlighted),
        group(plaque(s, p.label, pen, data), {}, 'plaque'),
        ...(p.list ? [group(list(params, p.list, p.row, pen, data, layout.site ?? ''), {}, 'list')] : []),
      ],
    },
  };
}

function title({ x, y, width }: Box, size: number): Mark {
  const px = Math.max(12, Math.min(size, width / (measure(TITLE, 1) * 0.98)));
  return label(
    x,
    y + px,
    TITLE,
    { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') },
    'title',
  );
}

/** Turned by the reader; planes and circles lie flat and are not turned. */
function piece(
  { yaw, pitch }: GalleryParams,
  s: GallerySnapshot,
  { cx, cy, r }: Places['piece'],
  pen: DrawStyle,
  lit?: string,
): Mark {
  const flat = s.points.every((p) => p[2] === 0);
  const turned = s.points.map((p): Vec => (flat ? p : apply(fromYawPitch(yaw, pitch), p)));
  const most = Math.max(...turned.map(([x, y, z]) => Math.sqrt(x * x + y * y + z * z)), 0.6);
  const scale = s.grows === 'cube' ? r / 1.75 : r / Math.max(1, most);
  const inside =
    s.grows === 'days'
      ? week(s, r, pen)
      : s.grows === 'wheel'
        ? wheel(s, r)
        : s.grows === 'field'
          ? field(s, r, pen)
          : s.grows === 'cube'
            ? cube(turned, s, scale, pen)
            : body(
                turned,
                {
                  r: scale,
                  stains: turned.map((_, f) => (turned.length <= STAINS ? stain(f) : unstained)),
                  shown: s.kept.map((is, f) => is || s.step < s.end || bound(s.points[f])),
                  lit,
                },
                pen,
              );
  if (flat) {
    return at(
      cx,
      cy,
      [
        ...(s.grows === 'wheel' || s.grows === 'field'
          ? []
          : [group(reticle(r, pen), { 'pointer-events': 'none' }, 'reticle')]),
        ...inside,
      ],
      {},
      'piece',
    );
  }
  const k = r * 1.16;
  return at(
    cx,
    cy,
    [
      circle(0, 0, r * 1.34, unseen, 'hit'),
      group(s.grows === 'cube' ? [] : reticle(r, pen), { 'pointer-events': 'none' }, 'reticle'),
      ...inside,
      group(
        [
          circle(k, k * 0.94, pen.hit, unseen, 'reach'),
          circle(
            k,
            k * 0.94,
            pen.ring,
            { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
            'ring',
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
      'aria-label': `${LABELS[s.piece].title}: arrow keys turn it, Home sets it upright`,
      'aria-valuemin': -180,
      'aria-valuemax': 180,
      'aria-valuenow': yaw,
      'aria-valuetext': `turned ${Math.abs(yaw)} degrees ${yaw < 0 ? 'left' : 'right'}, its top ${Math.abs(pitch)} degrees ${pitch < 0 ? 'away from' : 'towards'} you`,
    },
    'piece',
  );
}

function plaque(s: GallerySnapshot, { x, y, width }: Box, pen: DrawStyle, data?: Rates): Mark[] {
  const { title: name, recipe, says } = LABELS[s.piece];
  const often = share(data, s.piece);
  const now = s.right
    ? 'This seed grew it'
    : s.step < s.end
      ? `At this step: ${s.shape}`
      : `This seed grew ${s.shape}`;
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

function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Every piece with its rate; then what is not to be counted on; then what other figures grow. */
function list(
  { piece: chosen }: GalleryParams,
  { x, y, width }: Box,
  row: number,
  pen: DrawStyle,
  data: Rates | undefined,
  site: string,
): Mark[] {
  let top = y;
  const head = (text: string): Mark => {
    top += row;
    return label(
      x,
      top - row * 0.34,
      text,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      text,
    );
  };
  const item = (name: Name): Mark => {
    top += row;
    const base = top - row * 0.38;
    return group(
      [
        textButton(
          {
            x: x + 4,
            y: base,
            handle: `piece:${name}`,
            text: LABELS[name].title,
            name: `${LABELS[name].title}, ${LABELS[name].recipe}`,
            pressed: name === chosen,
            width: width - 4,
          },
          pen,
        ),
        label(
          x + width,
          base,
          share(data, name),
          { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink-2'), 'pointer-events': 'none' },
          'rate',
        ),
      ],
      {},
      name,
    );
  };
  const sure = NAMES.filter((name) => !DOUBTFUL.includes(name));
  return [
    head(data ? `Grown, of ${data.starts} starts` : 'Grown'),
    ...sure.map(item),
    head('Not to be counted on'),
    ...DOUBTFUL.map(item),
    head('In figures of their own'),
    elsewhere(x + 4, (top += row) - row * 0.38, width, site, pen),
  ];
}

/** Links to the figures where other structures grow. */
function elsewhere(x: number, y: number, room: number, site: string, pen: DrawStyle): Mark {
  let left = x;
  return group(
    ELSEWHERE.flatMap(([name, text]) => {
      const wide = textButtonWidth(text, pen);
      if (left + wide > x + room) return [];
      const here = mark(
        'a',
        { href: `${site}figures/${name}/` },
        [
          label(left, y, text, { 'font-size': pen.label, fill: ink('ink') }, 'word'),
          line(
            left,
            y + 5,
            left + wide * 0.95,
            y + 5,
            { stroke: ink('signal'), 'stroke-width': pen.weights.fine * 1.5 },
            'under',
          ),
        ],
        name,
      );
      left += wide + 18;
      return [here];
    }),
    {},
    'elsewhere',
  );
}
