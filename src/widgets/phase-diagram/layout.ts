// Where things stand on the plate; px.

import type { Layout } from '../../runtime/widget.ts';
import type { Field } from '../../scene/cells.ts';
import { pageStyle, slideStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { SIDE } from './grid.ts';
import type { PhaseParams } from './params.ts';
import type { Map2 } from './snapshot.ts';

export interface Panels {
  readonly pen: DrawStyle;
  readonly width: number;
  readonly height: number;
  readonly maps: readonly { readonly map: Map2; readonly field: Field }[];
  /** base lines and left ends of the rows of choices */
  readonly starts: readonly [number, number];
  readonly tabs?: readonly [number, number] | undefined;
  /** the models under the ring; undefined where there is no room */
  readonly models?: Readonly<Record<Map2, Box>> | undefined;
  /** the table of theories */
  readonly theories?: Box | undefined;
  /** whether a cell leads into `superposition` */
  readonly link: boolean;
}

/** The panels of a composition: both maps where there is room, else the one that `panel` names. */
export function layoutPanels(params: PhaseParams, layout: Layout): Panels {
  const { composition, width, height } = layout;
  if (composition === 'slide') return slide(params, width, height ?? (width * 9) / 16);
  if (composition === 'narrow' || width < 620) return narrow(params, width);
  return width < 1060 ? middle(width) : wide(width);
}

const field = (x: number, y: number, side: number): Field => ({ x, y, side, count: SIDE });

/** Both maps and, beside them, the models under the ring. */
function wide(width: number): Panels {
  const pen = pageStyle();
  const axis = 42;
  const panel = Math.min(272, width * 0.25);
  const side = Math.floor((width - 2 * axis - 28 - 44 - panel) / 2);
  const top = 120;
  const x = width - panel - 12;
  const second = 2 * axis + side + 28;
  return {
    pen,
    width,
    height: top + Math.max(side, 366) + 70,
    starts: [axis, 34],
    link: true,
    maps: [
      { map: 'two', field: field(axis, top, side) },
      { map: 'three', field: field(second, top, side) },
    ],
    models: { two: { x, y: 92, width: panel, height: 122 }, three: { x, y: 232, width: panel, height: 176 } },
    theories: { x, y: Math.max(424, top + side - 86), width: panel, height: 126 },
  };
}

/** The text's column: the models under the maps. */
function middle(width: number): Panels {
  const pen = pageStyle();
  const axis = 42;
  const side = Math.floor((width - 2 * axis - 24 - 12) / 2);
  const top = 120;
  const below = top + side + 96;
  const column = Math.floor((width - 24) * 0.29);
  return {
    pen,
    width,
    height: below + 192,
    starts: [axis, 34],
    link: true,
    maps: [
      { map: 'two', field: field(axis, top, side) },
      { map: 'three', field: field(2 * axis + side + 24, top, side) },
    ],
    models: {
      two: { x: 12, y: below, width: column - 14, height: 176 },
      three: { x: 12 + column, y: below, width: column - 14, height: 176 },
    },
    theories: { x: 12 + 2 * column, y: below - 24, width: width - 24 - 2 * column, height: 126 },
  };
}

function narrow({ panel }: PhaseParams, width: number): Panels {
  const pen = pageStyle();
  const axis = 40;
  const side = Math.floor(width - axis - 12);
  const top = 164;
  const below = top + side + 100;
  const box = { x: 12, y: below, width: width - 24, height: panel === 'two' ? 122 : 176 };
  return {
    pen,
    width,
    height: below + box.height + 162,
    tabs: [12, 30],
    starts: [12, 76],
    link: true,
    maps: [{ map: panel, field: field(axis, top, side) }],
    models: { two: box, three: box },
    theories: { x: 12, y: below + box.height + 20, width: width - 24, height: 126 },
  };
}

/** A slide of any shape: both maps and the models side by side, or one map over its model where the box is upright. */
function slide(params: PhaseParams, width: number, height: number): Panels {
  if (width / height < 1.2) return upright(params, width, height);
  const pen = slideStyle(Math.min(height, (width * 9) / 16));
  const axis = pen.small * 2.9;
  const head = pen.label * 7.4;
  const foot = pen.label * 3.4;
  const panels = width * 0.22;
  const gap = pen.label * 1.2;
  const side = Math.floor(Math.min(height - head - foot, (width - 2 * axis - panels - 3 * gap) / 2));
  const top = head + Math.max(0, height - head - foot - side) * 0.4;
  const spare = Math.max(0, width - 2 * (axis + side) - panels - 3 * gap) / 3;
  const first = axis + spare;
  const second = first + side + gap + spare + axis;
  const x = second + side + gap * 1.5;
  return {
    pen,
    width,
    height,
    starts: [first, top - head + pen.label * 2],
    link: false,
    maps: [
      { map: 'two', field: field(first, top, side) },
      { map: 'three', field: field(second, top, side) },
    ],
    models: {
      two: { x, y: top - pen.label, width: panels, height: side * 0.4 },
      three: { x, y: top + side * 0.46, width: panels, height: side * 0.54 },
    },
  };
}

function upright({ panel }: PhaseParams, width: number, height: number): Panels {
  const k = Math.min(height, (width * 16) / 9);
  const given = slideStyle(k * 0.5);
  const pen = { ...given, ring: Math.max(11, given.ring * 0.8) };
  const axis = pen.small * 3;
  const head = pen.label * 7.6;
  const foot = pen.label * 3.6;
  const side = Math.floor(Math.min(width - axis - pen.label, height - head - foot));
  const left = height - head - side - foot;
  const box = {
    x: pen.label,
    y: head + side + foot + pen.label * 1.4,
    width: width - 2 * pen.label,
    height: Math.min(left - pen.label * 2.2, pen.label * 14),
  };
  return {
    pen,
    width,
    height,
    starts: [axis, pen.label * 1.7],
    link: false,
    maps: [{ map: panel, field: field(axis, head, side) }],
    ...(left > pen.label * 10 ? { models: { two: box, three: box } } : {}),
  };
}
