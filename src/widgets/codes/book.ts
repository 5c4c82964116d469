// One code book: the things that are shown, the row of lights that stands for each, and what the linear reader hears when some are
// there at once.

import { box as corners, hatch } from '../../scene/hatch.ts';
import { sign, type Stain } from '../../scene/glyph.ts';
import { ink, type Ink } from '../../scene/ink.ts';
import { group, label, line, path, rect, round, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import type { Book, CodesSnapshot } from './model.ts';
import type { Code, CodesParams } from './params.ts';
import type { Box } from './plan.ts';
import { wholePercent as percent } from '../../scene/format.ts';
import { ATTRIBUTES, big, look, nameOf, on, verdict } from './words.ts';

interface Grid {
  readonly start: number;
  readonly left: number;
  readonly top: number;
  readonly row: number;
  readonly light: number;
  readonly bars: number;
  readonly wide: number;
}

export function book(
  code: Code,
  area: Box,
  { together: k }: CodesParams,
  snapshot: CodesSnapshot,
  pen: DrawStyle,
): Mark {
  const given = snapshot[code];
  const size = pen.label;
  const lights = given.rows[0].length;
  const top = area.y + size * 4.6;
  const foot = size * 3.1;
  const rows = given.rows.length + 1.4;
  const row = (area.y + area.height - foot - top) / rows;
  const left = area.x + Math.max(row * 1.15, measure('sum', pen.small) + 4);
  const light = Math.min(row, (area.width * 0.62) / lights);
  const bars = left + lights * light + light;
  const grid: Grid = {
    start: area.x,
    left,
    top,
    row,
    light,
    bars,
    wide: Math.max(20, area.x + area.width - bars),
  };
  const says = [
    `names ${big(given.names)} of ${big(snapshot.N)}${given.room > given.names * 1.5 && code === 'composed' ? `, of ${big(given.room)} it could` : ''}`,
    `names ${big(given.names)} of ${big(snapshot.N)}`,
  ];
  return group(
    [
      label(
        area.x,
        area.y + size * 0.9,
        fitting([nameOf[code]], size, area.width) ?? nameOf[code].replace(' neurons', ''),
        { 'font-size': size, 'font-weight': 650, fill: ink('ink') },
        'name',
      ),
      label(
        area.x,
        area.y + size * 2.25,
        fitting(says, size, area.width) ?? says[1],
        { 'font-size': size, fill: ink('ink') },
        'names',
      ),
      ...(code === 'composed' ? groups(grid, lights, pen) : []),
      ...things(given, k, grid, pen),
      ...squares(given, k, code, grid, pen),
      ...heard(given, k, code, grid, pen),
      label(
        area.x,
        area.y + area.height - size * 1.45,
        verdict(snapshot, code, k),
        { 'font-size': size, 'font-weight': 650, fill: ink('ink') },
        'verdict',
      ),
      label(
        area.x,
        area.y + area.height - size * 0.1,
        fitting(
          [
            `colour of things never shown: ${percent(given.unseen)} right`,
            `unseen colour: ${percent(given.unseen)} right`,
          ],
          size,
          area.width,
        ) ?? `unseen: ${percent(given.unseen)}`,
        { 'font-size': size, fill: ink('ink-2') },
        'unseen',
      ),
    ],
    {},
    `book-${code}`,
  );
}

/** Names of the attributes over their four neurons, where they fit. */
function groups({ left, top, light }: Grid, lights: number, pen: DrawStyle): Mark[] {
  return ATTRIBUTES.slice(0, Math.floor(lights / 4)).flatMap((name, a) => {
    const x = left + a * 4 * light;
    const text = fitting([name, name.slice(0, 3)], pen.small, 4 * light);
    return text
      ? [
          label(
            x,
            top - pen.small * 0.5,
            text,
            { 'font-size': pen.small, fill: ink('ink-2') },
            `attribute-${a}`,
          ),
        ]
      : [];
  });
}

/** Colour and shape of the things; those that are there stand on a wash. */
function things({ rows }: Book, k: number, { start, top, row, bars, wide }: Grid, pen: DrawStyle): Mark[] {
  const there = on(k);
  return rows
    .map((_, j) => {
      const { colour, shape } = look(j);
      const y = top + (j + 0.5) * row;
      const s: Stain = { paint: `f${colour + 1}` as Ink, word: 'ink', glyph: shape };
      return group(
        [
          there.includes(j) &&
            rect(start, y - row / 2, bars + wide - start, row, { fill: ink('wash') }, 'wash'),
          sign(s, row * 0.27, start + row * 0.55, y, {}, 'thing'),
        ],
        {},
        `thing-${j}`,
      );
    })
    .concat(
      label(
        start,
        top + (rows.length + 0.9) * row + pen.small * 0.35,
        'sum',
        { 'font-size': pen.small, fill: ink('ink') },
        'sum',
      ),
    );
}

/** The lights: hollow squares, filled from below as far as they are active, from above and pale where negative. The sum stands under them. */
function squares(
  { rows }: Book,
  k: number,
  code: Code,
  { left, top, row, light }: Grid,
  pen: DrawStyle,
): Mark[] {
  const side = light * 0.78;
  const sum = rows[0].map((_, i) => on(k).reduce((total, j) => total + rows[j][i], 0));
  const most = (list: readonly number[]): number => Math.max(...list.map(Math.abs), 1);
  const scale = code === 'superposed' ? most(rows.flat()) : 100;
  let frames = '';
  let full = '';
  let pale = '';
  const draw = (values: readonly number[], y: number, unit: number): void =>
    values.forEach((value, i) => {
      const x = round(left + i * light + (light - side) / 2);
      const from = y - side / 2;
      const share = Math.min(1, Math.abs(value) / unit) * side;
      const s = round(side);
      frames += `M${x} ${round(from)}h${s}v${s}h${-s}Z`;
      if (share < 0.3) return;
      if (value > 0) full += `M${x} ${round(from + side)}h${s}v${round(-share)}h${-s}Z`;
      else pale += `M${x} ${round(from)}h${s}v${round(share)}h${-s}Z`;
    });
  rows.forEach((values, j) => draw(values, top + (j + 0.5) * row, scale));
  draw(sum, top + (rows.length + 0.9) * row, Math.max(scale, most(sum)));
  return [
    path(full, { fill: ink('ink') }, 'full'),
    path(pale, { fill: ink('ink'), 'fill-opacity': 0.38 }, 'pale'),
    path(frames, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'frames'),
  ];
}

/** The reader's score of every thing: solid for what is there, fringes for cross-talk; a needle at the faintest of what is there. */
function heard(
  { scores }: Book,
  k: number,
  code: Code,
  { top, row, bars, wide }: Grid,
  pen: DrawStyle,
): Mark[] {
  const own = scores[k - 1];
  const there = on(k);
  const most = Math.max(...own.map(Math.abs), 1);
  const zero = bars + (code === 'superposed' ? wide * 0.3 : 0);
  const unit = (bars + wide - zero) / most;
  const least = Math.min(...there.map((j) => own[j]));
  return [
    ...own.map((value, j) => {
      const y = top + (j + 0.5) * row;
      const tall = row * 0.5;
      const reach = Math.max(value * unit, bars - zero);
      const [x, width] = reach < 0 ? [zero + reach, -reach] : [zero, reach];
      if (there.includes(j)) {
        return rect(x, y - tall / 2, Math.max(width, 0.5), tall, { fill: ink('ink') }, `bar-${j}`);
      }
      return group(
        [
          path(
            width > 1.5
              ? hatch(
                  corners(x, y - tall / 2, width, tall),
                  4.2 * Math.max(1, pen.scale * 0.7),
                  value > 0 ? 'rising' : 'falling',
                )
              : '',
            { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.hair * 1.2 },
            'fringe',
          ),
          rect(
            x,
            y - tall / 2,
            width,
            tall,
            { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.hair },
            'frame',
          ),
        ],
        {},
        `bar-${j}`,
      );
    }),
    label(zero + 2, top - pen.small * 0.5, 'heard', { 'font-size': pen.small, fill: ink('ink-2') }, 'heard'),
    line(
      zero,
      top,
      zero,
      top + own.length * row,
      { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
      'zero',
    ),
    line(
      zero + least * unit,
      top,
      zero + least * unit,
      top + own.length * row,
      { stroke: ink('ink'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '3 3' },
      'least',
    ),
  ];
}
