// The feature-dimensionality curve: its frame, the fractions of a dimension across it, and where its models go
// (curve-models.ts).

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, type Mark } from '../../scene/mark.ts';
import { fitting, halo, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import type { Atlas } from './baked.ts';
import { models } from './curve-models.ts';
import { FRACTIONS } from './derive.ts';
import { layoutCurve, type CurveFrame } from './layout.ts';

/** The curve in its box; without the atlas an empty frame. @param rarity of the models that are held */
export function curve(atlas: Atlas | undefined, rarity: number, box: Box, pen: DrawStyle): Mark[] {
  const frame = layoutCurve(box, pen);
  return [
    ...heading(atlas, box, pen),
    ...references(frame, pen),
    ...rarityAxis(frame, pen),
    ...(atlas ? models(atlas, rarity, frame, box, pen) : [waiting(frame, pen)]),
  ];
}

function heading(atlas: Atlas | undefined, box: Box, pen: DrawStyle): Mark[] {
  const size = `${atlas?.curve.n ?? 100} features, ${atlas?.curve.m ?? 10} neurons`;
  const title = fitting(
    [`What part of a dimension a feature gets: ${size}`, `Part of a dimension: ${size}`, size],
    pen.label * 1.04,
    box.width,
  );
  return [
    label(
      box.x,
      box.y + pen.label,
      title ?? '',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'title',
    ),
  ];
}

function rarityAxis({ x0, x1, y1, rarity }: CurveFrame, pen: DrawStyle): Mark[] {
  const name = fitting(
    ['One feature in how many is active', 'One in how many is active'],
    pen.small,
    x1 - x0,
  );
  return [
    line(x0, y1, x1, y1, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'base'),
    ...ticksBelow(
      [1.4, 2, 4, 8, 16, 32, 64, 3, 6].map((r) => ({
        at: rarity(r),
        text: r === 2 ? '1 in 2' : String(r),
      })),
      [x0, x1],
      y1,
      pen,
      pen.small,
    ),
    label(x0, y1 + pen.small * 3.2, name ?? '', { 'font-size': pen.small, fill: ink('ink-2') }, 'axis'),
  ];
}

const waiting = ({ x0, x1, y1 }: CurveFrame, pen: DrawStyle): Mark =>
  label(
    (x0 + x1) / 2,
    y1 - pen.label * 2,
    'The models of the curve are not here yet',
    { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
    'wait',
  );

/** How far a fraction's name is moved down, in its own size, so that neighbours do not touch. */
const NUDGES: Readonly<Record<string, number>> = { '⅖': -0.16, '⅜': 0.72, '⅔': 0.62, '¾': 0.1 };

/** Full rules where features gather in these models, dashed where only larger ones were seen to. */
function references(frame: CurveFrame, pen: DrawStyle): Mark[] {
  const unreached = [
    note(
      3 / 4,
      ['¾, tetrahedra: not reached at this size', '¾: not reached at this size', '¾: not reached'],
      -pen.small * 0.45,
      frame,
      pen,
      'three-quarters',
    ),
    note(
      2 / 3,
      ['⅔, triangles: not reached at this size', '⅔: not reached at this size', '⅔: not reached'],
      pen.small * 1.15,
      frame,
      pen,
      'two-thirds',
    ),
  ];
  return [
    ...FRACTIONS.map((fraction) => rule(fraction, frame, pen)),
    ...unreached.filter((m) => m !== undefined),
    end('1', 1, 0.34, frame, pen, 'one'),
    end('0', 0, 0.1, frame, pen, 'zero'),
  ];
}

function rule(
  { at, text, reached }: (typeof FRACTIONS)[number],
  { x0, h1, share }: CurveFrame,
  pen: DrawStyle,
): Mark {
  return group(
    [
      line(
        x0,
        share(at),
        h1,
        share(at),
        {
          stroke: ink('ink-3'),
          'stroke-width': reached ? pen.weights.fine : pen.weights.hair,
          'stroke-dasharray': reached ? undefined : `${3 * pen.scale} ${3 * pen.scale}`,
        },
        'rule',
      ),
      label(
        x0 - pen.small * 0.35,
        share(at) + pen.label * (NUDGES[text] ?? 0.34),
        text,
        { 'font-size': pen.label, 'text-anchor': 'end', fill: ink(reached ? 'ink' : 'ink-2') },
        'name',
      ),
    ],
    {},
    `ref-${text}`,
  );
}

/** What is said of a fraction at its rule's right end, `dy` px below it; nothing where it does not fit. */
function note(
  at: number,
  texts: readonly string[],
  dy: number,
  { x0, x1, share }: CurveFrame,
  pen: DrawStyle,
  key: string,
): Mark | undefined {
  const text = fitting(texts, pen.small, (x1 - x0) * 0.7);
  if (!text) return undefined;
  return label(
    x1,
    share(at) + dy,
    text,
    { 'font-size': pen.small, 'text-anchor': 'end', fill: ink('ink-2'), ...halo(pen, 4 * pen.scale) },
    key,
  );
}

/** The name of an end of the shares' axis. @param down in its own size */
const end = (
  text: string,
  at: number,
  down: number,
  { x0, share }: CurveFrame,
  pen: DrawStyle,
  key: string,
): Mark =>
  label(
    x0 - pen.small * 0.35,
    share(at) + pen.label * down,
    text,
    { 'font-size': pen.label, 'text-anchor': 'end', fill: ink('ink-2') },
    key,
  );
