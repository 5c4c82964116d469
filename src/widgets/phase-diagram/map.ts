// One map: what every cell trained to, the closed form's borders over it, and the ring that picks a cell.

import { borders, cellAt, covered, fringed, middleOf, type Field } from '../../scene/cells.ts';
import { ink } from '../../scene/ink.ts';
import type { GridControl } from '../../scene/control.ts';
import { circle, group, label, path, rect, type Mark } from '../../scene/mark.ts';
import { lettered } from '../../scene/lettered.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { percent } from '../../scene/format.ts';
import { controlled } from '../../scene/touch.ts';
import { agreement, fateAloud, share, theoryOf, times, type Fate } from './derive.ts';
import { cellOf, columnOf, rowOf, SIDE, stateOf } from './grid.ts';
import { form, odd } from './map-form.ts';
import { regions, ticks } from './map-words.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';

const titles = {
  two: ['Two features, one neuron', 'Two on one neuron'],
  three: ['Three features, two neurons', 'Three on two neurons'],
} as const;
const axes = {
  two: '↑ how much f2 matters, next to f1',
  three: '↑ how much f3 matters, next to the others',
} as const;

/** One map in its field, with its heading and axes around it. */
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
      surface(kind, field, params, snapshot),
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
  const percentage = share(found);
  const results = found.trained
    ? [
        `${found.agree} of ${found.trained} models as the closed form says: ${percentage}`,
        `${found.agree} of ${found.trained} as predicted: ${percentage}`,
        `${percentage} as predicted`,
        percentage,
      ]
    : ['no model trained yet'];
  const agree = fitting(results, size, side) ?? results[results.length - 1];
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

/** The ring's cell for those who cannot see it. */
function words(kind: Map2, params: PhaseParams, snapshot: PhaseSnapshot): Mark['attrs'] {
  const cell = cellOf(params);
  const { absent, last } = stateOf(columnOf(cell), rowOf(cell));
  const said = `${percent(absent)} absent, feature ${kind === 'two' ? 2 : 3} ${times(last)} as important: ${fateAloud(kind, snapshot[kind][cell] as Fate)}`;
  return {
    role: 'slider',
    'aria-label': `Cell of the map, ${titles[kind][0].toLowerCase()}`,
    'aria-valuemin': 0,
    'aria-valuemax': SIDE * SIDE - 1,
    'aria-valuenow': cell,
    'aria-valuetext': said,
  };
}

/** The cell that is looked at, on the map's grid. */
function cellControl(field: Field, params: PhaseParams): GridControl {
  const cell = cellOf(params);
  return {
    kind: 'grid',
    column: columnOf(cell),
    row: rowOf(cell),
    columns: SIDE,
    rows: SIDE,
    cellAt: (x, y) => cellAt(field, x, y),
    change: stateOf,
  };
}

/** The whole map takes a touch; keys go to the ring. */
function surface(kind: Map2, field: Field, params: PhaseParams, snapshot: PhaseSnapshot): Mark {
  const mark = group(
    [rect(field.x, field.y, field.side, field.side, unseen, 'hit')],
    { 'data-handle': `track-${kind}`, tabindex: -1, 'aria-hidden': 'true', ...words(kind, params, snapshot) },
    `hand-${kind}`,
  );
  return controlled(mark, cellControl(field, params));
}

function ring(kind: Map2, field: Field, params: PhaseParams, snapshot: PhaseSnapshot, pen: DrawStyle): Mark {
  const [px, py] = middleOf(field, cellOf(params));
  const r = pen.ring * 0.85;
  const mark = group(
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
  return controlled(mark, { ...cellControl(field, params), grip: [px, py] });
}
