// The track: the cosine at every angle, trained and untrained, with the angle that the family predicts.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { span, type Box } from '../../scene/slide.ts';
import { thumb } from '../../scene/strip.ts';
import type { KeyStep } from '../../scene/control.ts';
import { fixed2 } from '../../scene/format.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import { fit } from '../../models/template-families.ts';
import { cosineCurve, degrees, dueAngle, EVERY, shownTemplates } from './derive.ts';
import { spec, type FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

/** Both curves, the angle that is due, and the ring. */
export function track(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const { pick, onto, angle } = params;
  const size = Math.max(13, pen.small);
  const px = linear([0, 360], [x, x + width]);
  const py = (v: number): number => y + ((1 - v) / 2) * height;
  const draw = (E: readonly (readonly number[])[]): string =>
    cosineCurve(E, pick, onto)
      .map((v, i) => `${i ? 'L' : 'M'}${round(px(i * EVERY))} ${round(py(v))}`)
      .join('');
  const at = dueAngle(params);
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
    thumb({ place, needle: px(angle), slider: angleSlider(params, s, px) }, true, pen),
  ];
}

/** The turn in words. */
export const describeTurn = (params: FamiliesParams, s: FamiliesSnapshot): string => {
  const { pick, onto, angle } = params;
  const cosine = fit(shownTemplates(s, params), pick, onto, angle);
  return `${angle} degrees, cosine ${fixed2(cosine)} with the template of ${degrees(onto)}`;
};

const LARGEST = spec.angle.max;
/** A key goes on at 0 where a full turn ends, and back. */
const around =
  (step: number): KeyStep =>
  (now, by) =>
    (now + by * step + 360) % 360;

/** End turns the template to its place in the family. */
function angleSlider(params: FamiliesParams, s: FamiliesSnapshot, scale: Scale): Slider {
  const { step, fine, page } = spec.angle.keys;
  return slider({
    handle: 'track',
    name: `How far the template of ${degrees(params.pick)} is turned`,
    said: describeTurn(params, s),
    most: LARGEST,
    key: 'angle',
    value: params.angle,
    scale,
    keys: { step: around(step), fine: around(fine), page: around(page) },
    ends: [0, dueAngle(params)],
    round: (angle) => Math.min(LARGEST, Math.round(angle)),
  });
}

/** The page's track: curves, ticks and ring. */
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
