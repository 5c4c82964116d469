// One map: what every cell trained to, the closed form's borders over it, and the ring that picks a cell.

import { line as through } from 'd3-shape';
import { borders, covered, crossed, fringed, middleOf, type Field } from '../../scene/cells.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { ticksBelow } from '../../scene/axis.ts';
import { lettered } from '../../scene/lettered.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { sign, stain } from '../../scene/glyph.ts';
import { across, cellOf, columnOf, rowOf, SIDE, stateOf, up } from './grid.ts';
import type { Map2, PhaseSnapshot } from './model.ts';
import type { PhaseParams } from './params.ts';
import { agreement, differs, fateWords, share, theoryOf, times, type Fate } from './read.ts';
import { percent } from '../../scene/format.ts';

const titles = {
  two: ['Two features, one neuron', 'Two on one neuron'],
  three: ['Three features, two neurons', 'Three on two neurons'],
} as const;
const axes = {
  two: '↑ how much f2 matters, next to f1',
  three: '↑ how much f3 matters, next to the others',
} as const;

export function map(
  kind: Map2,
  field: Field,
  params: PhaseParams,
  snapshot: PhaseSnapshot,
  pen: DrawStyle,
): Mark {
  const theory = theoryOf(kind, params.theory);
  return group(
    [
      ...head(kind, field, params, snapshot, pen),
      rect(
        field.x,
        field.y,
        field.side,
        field.side,
        { fill: ink('plate'), stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        'ground',
      ),
      ...areas(kind, field, snapshot, pen),
      ...form(kind, field, snapshot.boundary[theory], pen),
      ...odd(kind, field, params, snapshot, pen),
      ...regions(kind, field, pen),
      ...ticks(field, pen),
      hand(kind, field, params, snapshot),
      ring(kind, field, params, snapshot, pen),
    ],
    {},
    `map-${kind}`,
  );
}

function head(
  kind: Map2,
  { x, y, side }: Field,
  params: PhaseParams,
  snapshot: PhaseSnapshot,
  pen: DrawStyle,
): Mark[] {
  const size = pen.label;
  const found = agreement(snapshot, kind, theoryOf(kind, params.theory));
  const title = fitting(titles[kind], size, side) ?? titles[kind][1];
  const long = `${found.agree} of ${found.trained} models as the closed form says: ${share(found)}`;
  const agree = found.trained
    ? (fitting(
        [
          long,
          `${found.agree} of ${found.trained} as predicted: ${share(found)}`,
          `${share(found)} as predicted`,
        ],
        size,
        side,
      ) ?? share(found))
    : 'no model trained yet';
  return [
    label(x, y - size * 3.25, title, { 'font-size': size, 'font-weight': 650, fill: ink('ink') }, 'title'),
    label(x, y - size * 1.95, agree, { 'font-size': size, fill: ink('ink') }, 'agree'),
    lettered(
      x,
      y - size * 0.68,
      axes[kind],
      { 'font-size': Math.max(12, size * 0.9), fill: ink('ink-2') },
      'axis',
    ),
  ];
}

/** Stains for a feature that owns its direction, fringes for one that shares; nothing yet where no model is trained. */
function areas(kind: Map2, field: Field, snapshot: PhaseSnapshot, pen: DrawStyle): Mark[] {
  const fates = snapshot[kind];
  const has =
    (fate: Fate) =>
    (cell: number): boolean =>
      fates[cell] === fate;
  const paints = kind === 'two' ? [ink('f1'), ink('f2')] : [ink('wash'), ink('f3')];
  return [
    path(
      covered(field, has('0')),
      { fill: paints[0], 'fill-opacity': kind === 'two' ? 0.42 : 1 },
      'left-out',
    ),
    path(covered(field, has('1')), { fill: paints[1], 'fill-opacity': 0.42 }, 'alone'),
    path(
      fringed(field, has('2'), 6 * Math.max(1, pen.scale * 0.8)),
      { fill: 'none', stroke: ink('ink'), 'stroke-opacity': 0.55, 'stroke-width': pen.weights.fine * 0.8 },
      'shared',
    ),
    path(
      borders(field, (cell) => fates[cell]),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.hair },
      'borders',
    ),
  ];
}

/** px of a density and an importance. The outermost cells' middles lie half a cell inside the frame. */
const place = ({ x, y, side }: Field) => ({
  x: (u: number): number => x + ((u * (SIDE - 1) + 0.5) / SIDE) * side,
  y: (v: number): number => y + side - ((v * (SIDE - 1) + 0.5) / SIDE) * side,
});

/** Where the closed form changes its mind. Below the curve the last feature is left out; above its mirror, or above r = 1, it is alone. */
function form(kind: Map2, field: Field, boundary: readonly number[], pen: DrawStyle): Mark[] {
  const { x, y, side } = field;
  const to = place(field);
  const bottom = y + side;
  const points = boundary.map((r, i): [number, number] => [to.x(i / (boundary.length - 1)), to.y(up(r))]);
  // Out to the frame on the dense side, and to the point where the curve leaves through the floor.
  const inside = points.filter(([, py]) => py <= bottom);
  const next = points[inside.length];
  const last = inside[inside.length - 1];
  if (next) {
    const t = (bottom - last[1]) / (next[1] - last[1]);
    inside.push([last[0] + t * (next[0] - last[0]), bottom]);
  }
  const low: [number, number][] = [[x, inside[0][1]], ...inside];
  const middle = to.y(0.5);
  const draw = through().digits(2);
  const high =
    kind === 'two'
      ? low.map(([px, py]): [number, number] => [px, 2 * middle - py])
      : ([
          [x, middle],
          [x + side, middle],
        ] as [number, number][]);
  const d = `${draw(low)}${draw(high)}`;
  const drawn = { fill: 'none', 'stroke-linejoin': 'round' };
  return [
    path(d, { ...drawn, stroke: ink('plate'), 'stroke-width': pen.weights.vec * 2 }, 'form-halo'),
    path(d, { ...drawn, stroke: ink('ink'), 'stroke-width': pen.weights.vec * 0.8 }, 'form'),
  ];
}

/** Cells that end otherwise than predicted. */
function odd(kind: Map2, field: Field, params: PhaseParams, snapshot: PhaseSnapshot, pen: DrawStyle): Mark[] {
  const theory = theoryOf(kind, params.theory);
  const reach = Math.min(4.2 * pen.scale, (field.side / SIDE) * 0.25);
  const d = crossed(field, (cell) => differs(snapshot, kind, theory, cell), reach);
  const drawn = { fill: 'none', 'stroke-linecap': 'round' };
  return d
    ? [
        path(d, { ...drawn, stroke: ink('plate'), 'stroke-width': pen.weights.hand * 1.4 }, 'odd-halo'),
        path(d, { ...drawn, stroke: ink('ink'), 'stroke-width': pen.weights.line * 0.9 }, 'odd'),
      ]
    : [];
}

/** Names in the regions, where the closed form puts them. */
function regions(kind: Map2, { x, y, side }: Field, pen: DrawStyle): Mark[] {
  const size = Math.max(12, pen.label * (side < 300 ? 0.9 : 1));
  const pad = size * 0.8;
  const r = size * 0.4;
  const two = kind === 'two';
  const name = (
    px: number,
    py: number,
    texts: readonly string[],
    room: number,
    glyphs: readonly [number, boolean][],
    key: string,
  ): Mark => {
    const text = fitting(texts, size, room - glyphs.length * r * 3.2) ?? texts[texts.length - 1];
    const chip = measure(text, size) + 8;
    return group(
      [
        rect(
          px - 5,
          py - size * 1.15,
          chip + glyphs.length * r * 3.2,
          size * 1.7,
          { fill: ink('plate'), 'fill-opacity': 0.88 },
          'chip',
        ),
        ...glyphs.map(([slot, hollow], i) =>
          sign(
            stain(slot),
            r,
            px + r + i * r * 3,
            py - size * 0.33,
            hollow ? { hollow: 1.5 } : {},
            `glyph-${slot}`,
          ),
        ),
        lettered(
          px + glyphs.length * r * 3.2,
          py,
          text,
          { 'font-size': round(size), 'font-weight': 600, fill: ink('ink') },
          'name',
        ),
      ],
      { 'pointer-events': 'none' },
      key,
    );
  };
  const left = side * 0.24;
  const right = side * 0.5;
  return two
    ? [
        name(x + pad, y + size * 2.2, ['only f2 kept', 'only f2'], left, [[1, false]], 'alone-name'),
        name(x + pad, y + side - size * 1.4, ['only f1 kept', 'only f1'], left, [[0, false]], 'out-name'),
        name(
          x + side * 0.46,
          y + side * 0.2,
          ['both, pointing apart', 'both'],
          right,
          [
            [0, false],
            [1, false],
          ],
          'shared-name',
        ),
      ]
    : [
        name(
          x + pad,
          y + size * 2.2,
          ['f3 on its own axis', 'f3 alone'],
          side * 0.9,
          [[2, false]],
          'alone-name',
        ),
        name(x + pad, y + side - size * 1.4, ['left out', 'out'], left, [[2, true]], 'out-name'),
        name(
          x + side * 0.46,
          y + side * 0.72,
          ['f3 shares an axis', 'f3 shares'],
          right,
          [[2, false]],
          'shared-name',
        ),
      ];
}

function ticks(field: Field, pen: DrawStyle): Mark[] {
  const { x, y, side } = field;
  const to = place(field);
  const size = Math.max(12, pen.small);
  const below = [0.99, 0, 0.9, 0.7, 0.97].map((absent) => ({
    at: to.x(across(absent)),
    text: percent(absent),
  }));
  return [
    ...ticksBelow(below, [x, x + side], y + side, pen, size),
    label(
      x + side,
      y + side + size * 3.05,
      'how often each is absent →',
      { 'font-size': Math.max(12, pen.label * 0.9), 'text-anchor': 'end', fill: ink('ink-2') },
      'across',
    ),
    ...[0.1, 1, 10].flatMap((last) => [
      line(
        x - size * 0.4,
        to.y(up(last)),
        x,
        to.y(up(last)),
        { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
        `tick-${last}`,
      ),
      label(
        x - size * 0.6,
        to.y(up(last)) + size * 0.35,
        times(last),
        { 'font-size': size, 'text-anchor': 'end', fill: ink('ink-2') },
        `up-${last}`,
      ),
    ]),
  ];
}

function words(kind: Map2, params: PhaseParams, snapshot: PhaseSnapshot): Mark['attrs'] {
  const cell = cellOf(params);
  const { absent, last } = stateOf(columnOf(cell), rowOf(cell));
  const said = `${percent(absent)} absent, feature ${kind === 'two' ? 2 : 3} ${times(last)} as important: ${fateWords(kind, snapshot[kind][cell] as Fate).replace(/\bf(\d)/g, 'feature $1')}`;
  return {
    role: 'slider',
    'aria-label': `Cell of the map, ${titles[kind][0].toLowerCase()}`,
    'aria-valuemin': 0,
    'aria-valuemax': SIDE * SIDE - 1,
    'aria-valuenow': cell,
    'aria-valuetext': said,
  };
}

/** The whole map takes a touch; keys go to the ring. */
const hand = (kind: Map2, { x, y, side }: Field, params: PhaseParams, snapshot: PhaseSnapshot): Mark =>
  group(
    [rect(x, y, side, side, unseen, 'hit')],
    { 'data-handle': `track-${kind}`, tabindex: -1, 'aria-hidden': 'true', ...words(kind, params, snapshot) },
    `hand-${kind}`,
  );

function ring(kind: Map2, field: Field, params: PhaseParams, snapshot: PhaseSnapshot, pen: DrawStyle): Mark {
  const [px, py] = middleOf(field, cellOf(params));
  const r = pen.ring * 0.85;
  return group(
    [
      circle(px, py, pen.hit, unseen, 'hit'),
      circle(
        px,
        py,
        r,
        { fill: 'none', stroke: ink('plate'), 'stroke-width': pen.weights.hand * 2.4 },
        'halo',
      ),
      circle(px, py, r, { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand }, 'ring'),
    ],
    { 'data-handle': `ring-${kind}`, tabindex: 0, ...words(kind, params, snapshot) },
    `ring-${kind}`,
  );
}
