// One unit on the desk: the ten inputs that excite it most, the reader's ring, and what became of the reading.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { wholePercent } from '../../scene/format.ts';
import { controlled, slider } from '../../scene/touch.ts';
import { LINES, ROWS, type SheetPlace } from './layout.ts';
import { FEATURES, spec } from './params.ts';
import type { Sheet } from './snapshot.ts';
import { nameOf, outcomes, valueText } from './text.ts';

export interface SheetOptions {
  /** the param that holds the reader's hypothesis; its handle is `track-${key}` */
  readonly key: 'pick' | 'guess';
  /** the hypothesis: a feature, from 1 */
  readonly pick?: number | undefined;
  readonly tested: boolean;
}

/** To half a pixel: a few hundred discs in a short path. */
const half = (value: number): number => Math.round(value * 2) / 2;
/** A disc as a piece of a path. */
const disc = (x: number, y: number, r: number): string =>
  `M${half(x - r)} ${half(y)}a${half(r)} ${half(r)} 0 1 1 ${2 * half(r)} 0a${half(r)} ${half(r)} 0 1 1 ${-2 * half(r)} 0z`;

/** All of one sheet; before the test its firings are still to come. */
export function sheet(s: Sheet, place: SheetPlace, options: SheetOptions, pen: DrawStyle): Mark[] {
  const { x, width, head, left, cell, result } = place;
  const { pick, tested } = options;
  const said = fitting(outcomes(s, pick, tested), pen.label, width);
  const column = (pick ?? (tested ? s.machine + 1 : 0)) - 1;
  const under = fitting(
    [
      'the ten inputs that excite it most, and which features were active in them',
      'the ten inputs that excite it most',
      'its ten strongest inputs',
    ],
    pen.small,
    width,
  );
  return [
    label(
      x,
      head,
      nameOf(s),
      { 'font-size': pen.label * 1.08, 'font-weight': 650, fill: ink('ink') },
      'name',
    ),
    ...(under
      ? [label(x, head + pen.small * 1.45, under, { 'font-size': pen.small, fill: ink('ink-2') }, 'under')]
      : []),
    ...(column >= 0
      ? [rect(left + column * cell, place.top, cell, ROWS * place.row, { fill: ink('wash') }, 'column')]
      : []),
    ...examples(s, place, pen),
    ring(s, place, options, pen),
    ...(said
      ? [
          label(
            x,
            result,
            said,
            { 'font-size': pen.label, 'font-weight': tested ? 650 : undefined, fill: ink('ink') },
            'result',
          ),
        ]
      : []),
    ...(tested ? firings(s, place, column, pen) : blank(place)),
    ...(tested ? scores(s, place, column, pick, pen) : []),
  ];
}

/** Rows of inputs: the unit's square filled to its activation, and a disc for every active feature, its area the value. */
function examples({ rows }: Sheet, { x, cell, features, top, row }: SheetPlace, pen: DrawStyle): Mark[] {
  const side = Math.min(row * 0.68, 17 * pen.scale);
  const r = 0.46 * Math.min(cell, row);
  const tall = Math.min(5, row * 0.25);
  let frames = '';
  let fills = '';
  let ticks = '';
  let discs = '';
  rows.forEach(({ level, on }, i) => {
    const cy = top + (i + 0.5) * row;
    const y0 = cy + side / 2;
    frames += `M${round(x + 1)} ${round(cy - side / 2)}h${round(side)}v${round(side)}h${round(-side)}z`;
    fills += `M${round(x + 1)} ${round(y0)}h${round(side)}v${round(-side * level)}h${round(-side)}z`;
    const active = new Map(on);
    for (let f = 0; f < FEATURES; f++) {
      const cx = features(f + 1);
      const value = active.get(f);
      if (value === undefined) ticks += `M${half(cx)} ${half(cy - tall / 2)}v${half(tall)}`;
      else discs += disc(cx, cy, Math.max(0.5, r * Math.sqrt(value)));
    }
  });
  return [
    path(fills, { fill: ink('ink') }, 'levels'),
    path(frames, { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine }, 'squares'),
    path(ticks, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'absent'),
    path(discs, { fill: ink('ink') }, 'present'),
  ];
}

/** The numbers of the features and the reader's ring; all of the columns take the touch. */
function ring(s: Sheet, place: SheetPlace, { key, pick, tested }: SheetOptions, pen: DrawStyle): Mark {
  const { x, left, cell, features, top, numbers } = place;
  const r = pen.ring;
  const machine = tested ? s.machine + 1 : undefined;
  const at = pick ? features(pick) : x + r;
  const { attrs, control } = slider({
    handle: `track-${key}`,
    name: `your reading of ${nameOf(s)}`,
    said: valueText(s, pick, tested),
    key,
    value: pick,
    now: pick ?? 1,
    scale: features,
    keys: spec[key].keys,
  });
  const mark = group(
    [
      rect(x, top - 4, left - x + FEATURES * cell, numbers + Math.max(r, 22) - top + 4, unseen, 'hit'),
      ...numbered(place, pick, machine, pen),
      machine !== undefined &&
        circle(
          features(machine),
          numbers,
          pick === machine ? r - 3.5 : r * 0.86,
          { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line },
          'machine',
        ),
      circle(
        at,
        numbers,
        r,
        { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
      !pick &&
        label(
          at,
          numbers + pen.label * 0.36,
          '?',
          { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'middle', fill: ink('signal-ink') },
          'open',
        ),
    ],
    { 'data-handle': `track-${key}`, tabindex: 0, role: 'slider', ...attrs },
    `track-${key}`,
  );
  return controlled(mark, control);
}

/** As many of the features' numbers as there is room for; always those of the reader and of the machine. */
function numbered(
  { cell, features, numbers }: SheetPlace,
  pick: number | undefined,
  machine: number | undefined,
  pen: DrawStyle,
): Mark[] {
  const size = pen.small;
  const every = [1, 2, 5].find((k) => k * cell >= size * 1.45) ?? 10;
  const named = [pick, machine].filter((f) => f !== undefined);
  const crowded = (f: number): boolean => named.some((g) => Math.abs(g - f) * cell < size * 1.5);
  return Array.from({ length: FEATURES }, (_, i) => i + 1)
    .filter((f) => named.includes(f) || (f % every === 0 && !crowded(f)))
    .map((f) =>
      label(
        features(f),
        numbers + size * 0.36,
        String(f),
        {
          'font-size': size,
          'text-anchor': 'middle',
          'font-weight': named.includes(f) ? 650 : undefined,
          fill: ink(f === pick ? 'ink' : 'ink-2'),
        },
        `f${f}`,
      ),
    );
}

/** A hundred firings on fresh inputs: filled where the feature was there. */
function firings(
  { firings: all }: Sheet,
  { left, cell, grid, line }: SheetPlace,
  feature: number,
  pen: DrawStyle,
): Mark[] {
  const r = 0.4 * Math.min(cell, line);
  let hits = '';
  let misses = '';
  all.forEach((bits, i) => {
    const cx = left + ((i % FEATURES) + 0.5) * cell;
    const cy = grid + (Math.floor(i / FEATURES) + 0.5) * line;
    if (bits & (1 << feature)) hits += disc(cx, cy, r);
    else misses += disc(cx, cy, r * 0.8);
  });
  return [
    ...(misses
      ? [path(misses, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'misses')]
      : []),
    ...(hits ? [path(hits, { fill: ink('ink') }, 'hits')] : []),
  ];
}

/** Still to come. */
function blank({ left, cell, grid, line }: SheetPlace): Mark[] {
  let d = '';
  for (let i = 0; i < FEATURES * LINES; i++) {
    d += `M${half(left + ((i % FEATURES) + 0.5) * cell)} ${half(grid + (Math.floor(i / FEATURES) + 0.5) * line)}h.01`;
  }
  return [
    path(d, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': 2, 'stroke-linecap': 'round' }, 'blank'),
  ];
}

/** How good the reading is, and beside it the machine's where that is another one. @param f the feature read, from 0 */
function scores(
  s: Sheet,
  { x, width, scores: y }: SheetPlace,
  f: number,
  pick: number | undefined,
  pen: DrawStyle,
): Mark[] {
  const precision = `precision ${wholePercent(s.precision[f])}`;
  const r2 = `R² ${s.r2[f].toFixed(2)}`;
  const mine = `${precision} · recall ${wholePercent(s.recall[f])} · ${r2}`;
  const same = pick === undefined || pick === s.machine + 1;
  const text = fitting(
    [same ? mine : `${mine}; ${machineScores(s)}`, mine, `${precision} · ${r2}`],
    pen.small,
    width,
  );
  return text ? [label(x, y, text, { 'font-size': pen.small, fill: ink('ink-2') }, 'scores')] : [];
}

const machineScores = ({ machine: f, precision, recall, r2 }: Sheet): string =>
  `the machine’s, feature ${f + 1}: ${wholePercent(precision[f])} · ${wholePercent(recall[f])} · ${r2[f].toFixed(2)}`;
