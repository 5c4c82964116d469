// Which kind is explained, and which of them.

import { ink } from '../../scene/ink.ts';
import { circle, group, rect, type Mark } from '../../scene/mark.ts';
import { unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { controlled, slider } from '../../scene/touch.ts';
import { unitScale, unitStep, type PanelLayout } from './layout.ts';
import { NEW_GAME, spec, type ExplainerParams } from './params.ts';
import type { ExplainerSnapshot } from './snapshot.ts';
import { nameOf } from './words.ts';

/** Two words for the kind, and a row with a mark for every unit. */
export function chooser(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  { kind, units }: Pick<PanelLayout, 'kind' | 'units'>,
  pen: DrawStyle,
): Mark[] {
  return [
    radioRow(
      {
        x: kind.x,
        y: kind.y,
        handle: 'kind',
        name: 'What is explained',
        chosen: params.kind,
        options: [
          { value: 'neuron', text: 'Neurons' },
          { value: 'feature', text: 'Features' },
        ],
        set: (value) => (value === params.kind ? {} : { kind: value, unit: 1, ...NEW_GAME }),
      },
      pen,
    ),
    unitRow(s, units, pen),
  ];
}

/** A mark per unit, the ring on the present one; the whole row takes the touch. */
function unitRow(s: ExplainerSnapshot, row: PanelLayout['units'], pen: DrawStyle): Mark {
  const scale = unitScale(row, s.of, pen);
  const y = row.y + 22;
  const side = Math.min(unitStep(row, s.of, pen) * 0.62, 13 * pen.scale);
  const draw = s.kind === 'feature' ? feature : neuron;
  const { attrs, control } = slider({
    handle: 'track-unit',
    name: 'Which unit',
    said: `${nameOf(s)} of ${s.of}`,
    key: 'unit',
    value: s.index,
    scale,
    keys: spec.unit.keys,
    also: NEW_GAME,
  });
  const ring = { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand };
  const mark = group(
    [
      rect(row.x, y - 22, row.width, 44, unseen, 'hit'),
      ...s.all[s.kind].map((score, i) =>
        group(draw(scale(i + 1), y, side, Math.max(0, score), pen), {}, `u${i}`),
      ),
      circle(scale(s.index), y, Math.max(pen.ring, side), ring, 'ring'),
    ],
    { 'data-handle': attrs['data-handle'], tabindex: 0, role: 'slider', ...attrs },
    'track-unit',
  );
  return controlled(mark, control);
}

/** A hollow square, filled to the score of its one-word explanation. */
function neuron(x: number, y: number, side: number, score: number, pen: DrawStyle): Mark[] {
  const [left, bottom] = [x - side / 2, y + side / 2];
  const frame = { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.fine };
  return [
    rect(left, bottom - side * score, side, side * score, { fill: ink('ink') }, 'f'),
    rect(left, y - side / 2, side, side, frame, 'o'),
  ];
}

/** A disc whose area is the score of its one-word explanation. */
function feature(x: number, y: number, side: number, score: number, pen: DrawStyle): Mark[] {
  const frame = { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair };
  return [
    circle(x, y, side * 0.58, frame, 'o'),
    circle(x, y, side * 0.58 * Math.sqrt(score), { fill: ink('ink') }, 'f'),
  ];
}
