// One code book: the things that are shown, the row of lights that stands for each, and what the linear reader hears when some are
// there at once.

import { sign, type Stain } from '../../scene/glyph.ts';
import { ink, type Ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { wholePercent } from '../../scene/format.ts';
import type { Box } from '../../scene/slide.ts';
import { heard } from './heard.ts';
import type { BookGrid } from './layout.ts';
import { lights } from './lights.ts';
import type { Code, CodesParams } from './params.ts';
import type { Book, CodesSnapshot } from './snapshot.ts';
import { ATTRIBUTES, big, look, nameOf, on, verdict } from './words.ts';

/** The book of one code in its box. */
export function book(
  code: Code,
  area: Box,
  { together: k }: CodesParams,
  snapshot: CodesSnapshot,
  pen: DrawStyle,
): Mark {
  const given = snapshot[code];
  const grid = gridOf(given, area, pen);
  return group(
    [
      ...headings(code, area, snapshot, pen),
      ...(code === 'composed' ? attributeNames(grid, pen) : []),
      ...things(given, k, grid, pen),
      ...lights(given, k, code, grid, pen),
      ...heard(given, k, code, grid, pen),
      ...results(code, k, area, snapshot, pen),
    ],
    {},
    `book-${code}`,
  );
}

function gridOf({ rows }: Book, { x, y, width, height }: Box, pen: DrawStyle): BookGrid {
  const lights = rows[0].length;
  const top = y + pen.label * 4.6;
  const foot = pen.label * 3.1;
  const row = (y + height - foot - top) / (rows.length + 1.4);
  const left = x + Math.max(row * 1.15, measure('sum', pen.small) + 4);
  const light = Math.min(row, (width * 0.62) / lights);
  const bars = left + lights * light + light;
  return { start: x, left, bars, top, row, light, lights, wide: Math.max(20, x + width - bars) };
}

/** The code's name, and how many things it names. */
function headings(code: Code, { x, y, width }: Box, snapshot: CodesSnapshot, pen: DrawStyle): Mark[] {
  const size = pen.label;
  const { names, room } = snapshot[code];
  const short = `names ${big(names)} of ${big(snapshot.N)}`;
  const long = code === 'composed' && room > names * 1.5 ? `${short}, of ${big(room)} it could` : short;
  return [
    label(
      x,
      y + size * 0.9,
      fitting([nameOf[code]], size, width) ?? nameOf[code].replace(' neurons', ''),
      { 'font-size': size, 'font-weight': 650, fill: ink('ink') },
      'name',
    ),
    label(
      x,
      y + size * 2.25,
      fitting([long, short], size, width) ?? short,
      { 'font-size': size, fill: ink('ink') },
      'names',
    ),
  ];
}

/** What the reader makes of the things that are there, and of colours it was never shown. */
function results(
  code: Code,
  k: number,
  { x, y, width, height }: Box,
  snapshot: CodesSnapshot,
  pen: DrawStyle,
): Mark[] {
  const size = pen.label;
  const unseen = wholePercent(snapshot[code].unseen);
  const says = [`colour of things never shown: ${unseen} right`, `unseen colour: ${unseen} right`];
  return [
    label(
      x,
      y + height - size * 1.45,
      verdict(snapshot, code, k),
      { 'font-size': size, 'font-weight': 650, fill: ink('ink') },
      'verdict',
    ),
    label(
      x,
      y + height - size * 0.1,
      fitting(says, size, width) ?? `unseen: ${unseen}`,
      { 'font-size': size, fill: ink('ink-2') },
      'unseen',
    ),
  ];
}

/** Names of the attributes over their four neurons, where they fit. */
function attributeNames({ left, top, light, lights }: BookGrid, pen: DrawStyle): Mark[] {
  return ATTRIBUTES.slice(0, Math.floor(lights / 4)).flatMap((name, a) => {
    const text = fitting([name, name.slice(0, 3)], pen.small, 4 * light);
    if (!text) return [];
    const style = { 'font-size': pen.small, fill: ink('ink-2') };
    return [label(left + a * 4 * light, top - pen.small * 0.5, text, style, `attribute-${a}`)];
  });
}

/** Colour and shape of the things; those that are there stand on a wash. */
function things({ rows }: Book, k: number, grid: BookGrid, pen: DrawStyle): Mark[] {
  const { start, top, row } = grid;
  const there = on(k);
  return [
    ...rows.map((_, j) => shownThing(j, there.includes(j), grid)),
    label(
      start,
      top + (rows.length + 0.9) * row + pen.small * 0.35,
      'sum',
      { 'font-size': pen.small, fill: ink('ink') },
      'sum',
    ),
  ];
}

function shownThing(j: number, there: boolean, { start, top, row, bars, wide }: BookGrid): Mark {
  const { colour, shape } = look(j);
  const y = top + (j + 0.5) * row;
  const stain: Stain = { paint: `f${colour + 1}` as Ink, word: 'ink', glyph: shape };
  return group(
    [
      there && rect(start, y - row / 2, bars + wide - start, row, { fill: ink('wash') }, 'wash'),
      sign(stain, row * 0.27, start + row * 0.55, y, {}, 'thing'),
    ],
    {},
    `thing-${j}`,
  );
}
