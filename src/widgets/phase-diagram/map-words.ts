// The words on a map: names of its regions, and its axes.

import { ticksBelow } from '../../scene/axis.ts';
import type { Field } from '../../scene/cells.ts';
import { fitting, measure, type DrawStyle } from '../../scene/draw-style.ts';
import { percent } from '../../scene/format.ts';
import { sign, stain } from '../../scene/glyph.ts';
import { ink } from '../../scene/ink.ts';
import { lettered } from '../../scene/lettered.ts';
import { group, label, line, rect, round, type Mark } from '../../scene/mark.ts';
import { times } from './derive.ts';
import { across, up } from './grid.ts';
import { place } from './map-form.ts';
import type { Map2 } from './snapshot.ts';

/** A region's name with the glyphs of the features it is about, longest text first. */
interface Region {
  /** left end and base line, px */
  readonly x: number;
  readonly y: number;
  readonly texts: readonly string[];
  /** px it may be long */
  readonly room: number;
  readonly features: readonly number[];
  /** of a feature that is left out */
  readonly hollow?: boolean | undefined;
  readonly key: string;
}

/** Names in the regions, where the closed form puts them. */
export function regions(kind: Map2, field: Field, pen: DrawStyle): Mark[] {
  const size = Math.max(12, pen.label * (field.side < 300 ? 0.9 : 1));
  return (kind === 'two' ? regionsOfTwo : regionsOfThree)(field, size).map((region) =>
    regionName(region, size),
  );
}

function regionsOfTwo({ x, y, side }: Field, size: number): Region[] {
  const left = x + size * 0.8;
  const room = side * 0.24;
  return [
    {
      x: left,
      y: y + size * 2.2,
      texts: ['only f2 kept', 'only f2'],
      room,
      features: [1],
      key: 'alone-name',
    },
    {
      x: left,
      y: y + side - size * 1.4,
      texts: ['only f1 kept', 'only f1'],
      room,
      features: [0],
      key: 'out-name',
    },
    {
      x: x + side * 0.46,
      y: y + side * 0.2,
      texts: ['both, pointing apart', 'both'],
      room: side * 0.5,
      features: [0, 1],
      key: 'shared-name',
    },
  ];
}

function regionsOfThree({ x, y, side }: Field, size: number): Region[] {
  const left = x + size * 0.8;
  return [
    {
      x: left,
      y: y + size * 2.2,
      texts: ['f3 on its own axis', 'f3 alone'],
      room: side * 0.9,
      features: [2],
      key: 'alone-name',
    },
    {
      x: left,
      y: y + side - size * 1.4,
      texts: ['left out', 'out'],
      room: side * 0.24,
      features: [2],
      hollow: true,
      key: 'out-name',
    },
    {
      x: x + side * 0.46,
      y: y + side * 0.72,
      texts: ['f3 shares an axis', 'f3 shares'],
      room: side * 0.5,
      features: [2],
      key: 'shared-name',
    },
  ];
}

function regionName({ x, y, texts, room, features, hollow, key }: Region, size: number): Mark {
  const r = size * 0.4;
  const glyphs = features.length * r * 3.2;
  const text = fitting(texts, size, room - glyphs) ?? texts[texts.length - 1];
  const chip = measure(text, size) + 8;
  return group(
    [
      rect(
        x - 5,
        y - size * 1.15,
        chip + glyphs,
        size * 1.7,
        { fill: ink('plate'), 'fill-opacity': 0.88 },
        'chip',
      ),
      ...features.map((f, i) =>
        sign(stain(f), r, x + r + i * r * 3, y - size * 0.33, hollow ? { hollow: 1.5 } : {}, `glyph-${f}`),
      ),
      lettered(
        x + glyphs,
        y,
        text,
        { 'font-size': round(size), 'font-weight': 600, fill: ink('ink') },
        'name',
      ),
    ],
    { 'pointer-events': 'none' },
    key,
  );
}

/** Densities under the map, importances on its left. */
export function ticks(field: Field, pen: DrawStyle): Mark[] {
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
