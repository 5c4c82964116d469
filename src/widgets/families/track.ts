// The track: the cosine at every angle, trained and untrained, with the angle that the family predicts.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { span, type Box } from '../../scene/slide.ts';
import { thumb } from '../../scene/strip.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { curve, degrees, due, fit, shown, two } from './read.ts';

export function track(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const { pick, onto, angle } = params;
  const size = Math.max(13, pen.small);
  const px = (a: number): number => x + (width * a) / 360;
  const py = (v: number): number => y + ((1 - v) / 2) * height;
  const draw = (E: readonly (readonly number[])[]): string =>
    curve(E, pick, onto)
      .map((v, i) => `${i ? 'L' : 'M'}${round(px(i * 3))} ${round(py(v))}`)
      .join('');
  const at = due(params);
  const place = { width, height, x0: x, x1: x + width, names: y, top: y, bottom: y + height };
  const left = at > 180;
  const word = (text: string, cx: number, cy: number, key: string, anchor: string, weight = 500): Mark =>
    label(
      cx,
      cy,
      text,
      {
        'font-size': size,
        'font-weight': weight,
        'text-anchor': anchor,
        fill: ink('ink'),
        'pointer-events': 'none',
        ...halo({ ...pen, ground: 'wash' }, 3),
      },
      key,
    );
  return [
    rect(x, y, width, height, { fill: ink('wash') }, 'ground'),
    line(x, py(0), x + width, py(0), { stroke: ink('rule'), 'stroke-width': pen.weights.fine }, 'zero'),
    line(
      px(at),
      y,
      px(at),
      y + height,
      { stroke: ink('ink'), 'stroke-width': pen.weights.fine, 'stroke-dasharray': '2 3' },
      'due',
    ),
    path(
      draw(s.untrained),
      { fill: 'none', stroke: ink('ink-2'), 'stroke-width': pen.weights.line, 'stroke-dasharray': '5 4' },
      'untrained',
    ),
    path(draw(s.trained), { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec }, 'trained'),
    word(
      'its place in the family',
      px(at) + (left ? -6 : 6) * pen.scale,
      y + height - 6,
      'w-due',
      left ? 'end' : 'start',
    ),
    word('1', x + width - 4, y + size, 'one', 'end'),
    word('−1', x + width - 4, y + height - 4, 'less', 'end'),
    word('untrained: dashed', x + width - size * 1.6, y + size, 'w-untrained', 'end'),
    ...ticksBelow(
      [0, 360, 180, 90, 270, 45, 135, 225, 315].map((a) => ({ at: px(a), text: `${a}°` })),
      [x, x + width],
      y + height + 3,
      pen,
      size,
    ),
    thumb(
      {
        place,
        needle: px(angle),
        slider: {
          'data-handle': 'track',
          'aria-label': `How far the template of ${degrees(pick)} is turned`,
          'aria-valuemin': 0,
          'aria-valuemax': 359,
          'aria-valuenow': angle,
          'aria-valuetext': `${angle} degrees, cosine ${two(fit(shown(s, params), pick, onto, angle))} with the template of ${degrees(onto)}`,
        },
      },
      true,
      pen,
    ),
  ];
}

export function trackPicture(params: FamiliesParams, s: FamiliesSnapshot, width: number): Picture {
  const [x0, x1] = span(width, false);
  const tall = width < 620 ? 92 : 110;
  return {
    width,
    height: tall + 40,
    label: `Cosine of the template of ${degrees(params.pick)} with that of ${degrees(params.onto)} at every angle.`,
    marks: track(params, s, { x: x0, y: 8, width: x1 - x0, height: tall }, pageStyle('paper')),
  };
}
