// Under the numbers: the held pair, large, and where all filters lie by direction and frequency.

import { SIDE } from '../../math/filter-matching.ts';
import { fixed2 } from '../../scene/format.ts';
import { ink } from '../../scene/ink.ts';
import { circle, label, path, round, type Mark, type Point } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import { pixels } from '../../scene/pixels.ts';
import type { Box } from '../../scene/slide.ts';
import type { BakedGabors } from './baked.ts';
import { matchedPairs } from './derive.ts';
import type { GaborsParams } from './params.ts';
import { filterGreys } from './sheets.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** cycles per px at the fan's rim */
const RIM = 0.32;
/** filters that a Gabor function explains by more than this are filled */
const FITS = 0.8;

/** The held pair side by side, `cell` px each, with its cosine; nothing before there are pairs. */
export function heldPair(
  { pick }: GaborsParams,
  s: GaborsSnapshot,
  { x, y }: Box,
  cell: number,
  pen: DrawStyle,
  baked?: BakedGabors,
): Mark[] {
  const held = matchedPairs(s, baked)[pick - 1];
  if (!held || !baked) return [];
  const gap = 6 * pen.scale;
  const top = y + pen.small * 1.8;
  const cosine = fixed2(held.cosine);
  const names = [
    `Pair ${pick}: cosine ${cosine}${held.opposite ? ', sign turned' : ''}`,
    `Pair ${pick}: ${cosine}`,
  ];
  const left = filterGreys(s.filters, held.left);
  const right = filterGreys(baked.partner.filters, held.right, held.opposite);
  return [
    pixels(left, SIDE, SIDE, x, top, cell, 'held-left'),
    pixels(right, SIDE, SIDE, x + cell + gap, top, cell, 'held-right'),
    label(
      x,
      y + pen.small,
      fitting(names, pen.small, 2 * cell + 3 * gap) ?? '',
      { 'font-size': pen.small, fill: ink(pen.muted) },
      'held-name',
    ),
  ];
}

/** All filters on a half disc: direction around, frequency outwards; nothing before the end, or where there is no room. */
export function fan(s: GaborsSnapshot, { x, y, width, height }: Box, pen: DrawStyle): Mark[] {
  const r = Math.min(width / 2, height - pen.small * 3.2);
  if (r < 40 || !s.turn.length) return [];
  const cx = x + width - r;
  const cy = y + pen.small * 1.8 + r;
  const place = (turn: number, frequency: number): Point => {
    const d = Math.min(1, frequency / RIM) * r;
    return [cx + d * Math.cos(turn), cy - d * Math.sin(turn)];
  };
  const rays = Array.from({ length: 9 }, (_, i) => {
    const [px, py] = place((i * Math.PI) / 8, 1);
    return `M${round(cx)} ${round(cy)}L${round(px)} ${round(py)}`;
  }).join('');
  const arc = `M${round(cx - r)} ${round(cy)}A${round(r)} ${round(r)} 0 0 1 ${round(cx + r)} ${round(cy)}`;
  const dots = s.turn.map((turn, i) => {
    const [px, py] = place(turn, s.frequency[i]);
    const look = {
      fill: s.R2[i] > FITS ? ink('ink') : 'none',
      stroke: ink('ink'),
      'stroke-width': pen.weights.hair,
    };
    return circle(px, py, 2.6 * pen.scale, look, `dot-${i}`);
  });
  const names = ['direction, and frequency outwards', 'direction, frequency'];
  return [
    path(rays + arc, { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair }, 'fan'),
    ...dots,
    label(
      cx,
      cy + pen.small * 1.25,
      fitting(names, pen.small, 2 * r + 20) ?? '',
      { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
      'fan-name',
    ),
  ];
}
