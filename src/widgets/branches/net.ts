// The net as a picture: crops, then the two halves as two rows of filters; a half that is held is struck out.

import { ink } from '../../scene/ink.ts';
import { group, label, path, rect, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import { wholePercent } from '../../scene/format.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import type { Box } from '../../scene/slide.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

const HALVES = ['first', 'second'] as const;
/** filters of a half */
const EACH = 4;

/** Squares of the panel, px. */
interface Cells {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** side of a square, and between two */
  readonly cell: number;
  readonly gap: number;
  /** of the line of words over each row */
  readonly name: number;
}

/** Three rows: crops as the net sees them, the filters of the first half, those of the second. */
export function net(params: BranchesParams, s: BranchesSnapshot, box: Box, pen: DrawStyle): Mark[] {
  const { x, y, width, height } = box;
  const gap = 6 * pen.scale;
  const name = pen.small * 1.6;
  const cell = Math.min((height - 3 * name - 2 * gap) / 3.1, (width - 5 * gap) / 6);
  const cells = { x, y, width, cell, gap, name };
  return [...crops(s, cells, pen), ...[0, 1].flatMap((half) => filters(params, s, half, cells, pen))];
}

const rowName = (text: string, { x }: Cells, y: number, key: string, pen: DrawStyle): Mark =>
  label(x, y - pen.small * 0.5, text, { 'font-size': pen.small, fill: ink(pen.muted) }, key);

function crops({ samples }: BranchesSnapshot, cells: Cells, pen: DrawStyle): Mark[] {
  const { x, y, width, cell, gap, name } = cells;
  const says = fitting(['What it sees, each crop without its mean', 'What it sees'], pen.small, width) ?? '';
  const count = Math.floor((width + gap) / (cell + gap));
  return [
    rowName(says, cells, y + name, 'n-crops', pen),
    ...samples
      .slice(0, count)
      .map((values, i) => pixels(values, 20, 20, x + i * (cell + gap), y + name, cell, `crop-${i}`, 3)),
  ];
}

/** The filters of one half, and beside them, where there is room, how much of them is colour. */
function filters(
  { lesion }: BranchesParams,
  s: BranchesSnapshot,
  half: number,
  cells: Cells,
  pen: DrawStyle,
): Mark[] {
  const { x, y, width, cell, gap, name } = cells;
  const top = y + name + (half + 1) * (cell + name + gap);
  const held = lesion === HALVES[half];
  const wide = EACH * cell + (EACH - 1) * gap;
  const says = `${half ? 'Second' : 'First'} ${s.divided ? 'branch' : 'half'}: first filters${held ? ', held at its mean' : ''}`;
  const struck = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.line };
  return [
    rowName(says, cells, top, `n-${half}`, pen),
    ...Array.from({ length: EACH }, (_, i) =>
      filter(s, half * EACH + i, [x + i * (cell + gap), top], cell, held, pen),
    ),
    ...(held ? [path(`M${x} ${top + cell}L${x + wide} ${top}`, struck, `struck-${half}`)] : []),
    ...(width > wide + 90 * pen.scale
      ? [
          label(
            x + wide + 10 * pen.scale,
            top + cell * 0.5,
            `${wholePercent(shareOfColour(s, half))} colour`,
            { 'font-size': pen.small, fill: ink('ink') },
            `colour-${half}`,
          ),
        ]
      : []),
  ];
}

/** Mean over the filters of a half. */
const shareOfColour = ({ colour }: BranchesSnapshot, half: number): number =>
  colour.slice(half * EACH, half * EACH + EACH).reduce((sum, c) => sum + c, 0) / EACH;

function filter(
  s: BranchesSnapshot,
  unit: number,
  [x, y]: readonly [number, number],
  side: number,
  held: boolean,
  pen: DrawStyle,
): Mark {
  const picture = pixels(greys(s.filters[unit], 1), 5, 5, x, y, side, 'filter', 3);
  const frame = { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair };
  return group(
    [group([picture], { opacity: held ? 0.35 : undefined }, 'faded'), rect(x, y, side, side, frame, 'frame')],
    {},
    `filter-${unit}`,
  );
}
