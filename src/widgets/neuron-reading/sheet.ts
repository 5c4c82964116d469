// One unit on the desk: the ten inputs that excite it most, the reader's ring, and what became of the reading.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Sheet } from './model.ts';
import { LINES, ROWS, type Place } from './place.ts';
import { wholePercent as percent } from '../../scene/format.ts';
import { nameOf, outcomeOf, valueText } from './text.ts';

export interface SheetOptions {
  readonly handle: 'track-pick' | 'track-guess';
  /** the reader's hypothesis, from 1 */
  readonly pick?: number | undefined;
  readonly tested: boolean;
}

const half = (value: number): number => Math.round(value * 2) / 2;
const disc = (x: number, y: number, r: number): string =>
  `M${half(x - r)} ${half(y)}a${half(r)} ${half(r)} 0 1 1 ${2 * half(r)} 0a${half(r)} ${half(r)} 0 1 1 ${-2 * half(r)} 0z`;

export function sheet(s: Sheet, place: Place, options: SheetOptions, pen: DrawStyle): Mark[] {
  const { x, width, head, left, cell, result } = place;
  const { pick, tested } = options;
  const said = fitting(outcomeOf(s, pick, tested), pen.label, width);
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
function examples({ rows }: Sheet, { x, left, cell, top, row }: Place, pen: DrawStyle): Mark[] {
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
    for (let f = 0; f < 20; f++) {
      const cx = left + (f + 0.5) * cell;
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
function ring(
  s: Sheet,
  { x, left, cell, top, numbers }: Place,
  { handle, pick, tested }: SheetOptions,
  pen: DrawStyle,
): Mark {
  const size = pen.small;
  const every = [1, 2, 5].find((k) => k * cell >= size * 1.45) ?? 10;
  const y = numbers + size * 0.36;
  const r = pen.ring;
  const names = Array.from({ length: 20 }, (_, f) => f + 1).filter(
    (f) =>
      f === pick ||
      (tested && f === s.machine + 1) ||
      (f % every === 0 &&
        ![pick, tested ? s.machine + 1 : 0].some((g) => g && Math.abs(g - f) * cell < size * 1.5)),
  );
  const at = pick ? left + (pick - 0.5) * cell : x + r;
  return group(
    [
      rect(x, top - 4, left - x + 20 * cell, numbers + Math.max(r, 22) - top + 4, unseen, 'hit'),
      ...names.map((f) =>
        label(
          left + (f - 0.5) * cell,
          y,
          String(f),
          {
            'font-size': size,
            'text-anchor': 'middle',
            'font-weight': f === pick || (tested && f === s.machine + 1) ? 650 : undefined,
            fill: ink(f === pick ? 'ink' : 'ink-2'),
          },
          `f${f}`,
        ),
      ),
      tested &&
        circle(
          left + (s.machine + 0.5) * cell,
          numbers,
          pick === s.machine + 1 ? r - 3.5 : r * 0.86,
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
    {
      'data-handle': handle,
      tabindex: 0,
      role: 'slider',
      'aria-label': `your reading of ${nameOf(s)}`,
      'aria-valuemin': 1,
      'aria-valuemax': 20,
      'aria-valuenow': pick ?? 1,
      'aria-valuetext': valueText(s, pick, tested),
    },
    handle,
  );
}

/** A hundred firings on fresh inputs: filled where the feature was there. */
function firings(
  { firings: all }: Sheet,
  { left, cell, grid, line }: Place,
  feature: number,
  pen: DrawStyle,
): Mark[] {
  const r = 0.4 * Math.min(cell, line);
  let hits = '';
  let misses = '';
  all.forEach((bits, i) => {
    const cx = left + ((i % 20) + 0.5) * cell;
    const cy = grid + (Math.floor(i / 20) + 0.5) * line;
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
function blank({ left, cell, grid, line }: Place): Mark[] {
  let d = '';
  for (let i = 0; i < 20 * LINES; i++) {
    d += `M${half(left + ((i % 20) + 0.5) * cell)} ${half(grid + (Math.floor(i / 20) + 0.5) * line)}h.01`;
  }
  return [
    path(d, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': 2, 'stroke-linecap': 'round' }, 'blank'),
  ];
}

function scores(
  s: Sheet,
  { x, width, scores: y }: Place,
  f: number,
  pick: number | undefined,
  pen: DrawStyle,
): Mark[] {
  const mine = `precision ${percent(s.precision[f])} · recall ${percent(s.recall[f])} · R² ${s.r2[f].toFixed(2)}`;
  const same = pick === undefined || pick === s.machine + 1;
  const theirs = same
    ? ''
    : `; the machine’s, feature ${s.machine + 1}: ${percent(s.precision[s.machine])} · ${percent(s.recall[s.machine])} · ${s.r2[s.machine].toFixed(2)}`;
  const text = fitting(
    [mine + theirs, mine, `precision ${percent(s.precision[f])} · R² ${s.r2[f].toFixed(2)}`],
    pen.small,
    width,
  );
  return text ? [label(x, y, text, { 'font-size': pen.small, fill: ink('ink-2') }, 'scores')] : [];
}
