// The track: how far the others are from the first at every turn, trained ones and random ones.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { span, type Box } from '../../scene/slide.ts';
import { linear } from '../../scene/scale.ts';
import { thumb } from '../../scene/strip.ts';
import { slider } from '../../scene/touch.ts';
import type { SameShapeSnapshot } from './snapshot.ts';
import { RENAMED, spec, type SameShapeParams } from './params.ts';
import { percent, residual } from './derive.ts';

const TOP = 1.6;

/** The track's marks in its box: the two curves and the slider over the turn. */
export function track(
  params: SameShapeParams,
  s: SameShapeSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const scale = linear([0, 100], [x, x + width]);
  const py = (v: number): number => y + height - (Math.min(TOP, v) / TOP) * height;
  const size = Math.max(13, pen.small);
  const curve = (others: SameShapeParams['others']): string =>
    Array.from(
      { length: 101 },
      (_, t) => `${t ? 'L' : 'M'}${round(scale(t))} ${round(py(residual(s, others, t)))}`,
    ).join('');
  const word = (text: string, at: number, cy: number, key: string, weight = 500): Mark =>
    label(
      scale(at),
      cy,
      text,
      {
        'font-size': size,
        'font-weight': weight,
        'text-anchor': 'end',
        fill: ink('ink'),
        'pointer-events': 'none',
        ...halo({ ...pen, ground: 'wash' }, 3),
      },
      key,
    );
  const place = { width, height, x0: x, x1: x + width, names: y, top: y, bottom: y + height };
  return [
    rect(x, y, width, height, { fill: ink('wash') }, 'ground'),
    line(
      scale(RENAMED),
      y,
      scale(RENAMED),
      y + height,
      { stroke: ink('paper'), 'stroke-width': pen.weights.fine * 2 },
      'renamed',
    ),
    path(
      curve('random'),
      { fill: 'none', stroke: ink('ink-2'), 'stroke-width': pen.weights.line, 'stroke-dasharray': '5 4' },
      'random',
    ),
    path(curve('trained'), { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec }, 'trained'),
    word('random', 98, py(residual(s, 'random', 98)) - size * 0.5, 'w-random'),
    word(
      'trained',
      60,
      Math.min(y + height - 5, py(residual(s, 'trained', 60)) + size * 1.5),
      'w-trained',
      650,
    ),
    ...ticksBelow(
      [
        { at: scale(0), text: 'as trained' },
        { at: scale(100), text: 'turned' },
        { at: scale(RENAMED), text: 'renamed' },
      ],
      [x, x + width],
      y + height + 3,
      pen,
      size,
    ),
    thumb(
      {
        place,
        needle: scale(params.turn),
        slider: slider({
          handle: 'track',
          name: 'How far the others are brought on the first',
          said: `${params.turn} percent${params.turn >= RENAMED ? ', renamed' : ''}, ${percent(residual(s, params.others, params.turn))} off`,
          key: 'turn',
          value: params.turn,
          scale,
          keys: spec.turn.keys,
          stops: [0, RENAMED, 100],
        }),
      },
      true,
      pen,
    ),
  ];
}

/** The track as the picture under the plate. */
export function trackPicture(params: SameShapeParams, s: SameShapeSnapshot, width: number): Picture {
  const [x0, x1] = span(width, false);
  const tall = width < 620 ? 80 : 92;
  return {
    width,
    height: tall + 40,
    label: `Distance from the first network at every turn; now ${percent(residual(s, params.others, params.turn))}.`,
    marks: track(params, s, { x: x0, y: 8, width: x1 - x0, height: tall }, pageStyle('paper')),
  };
}
