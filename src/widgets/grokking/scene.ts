// The figure as marks, in every composition.

import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { unseen } from '../../scene/draw-style.ts';
import { slideTitle } from '../../scene/square-panels.ts';
import { linear } from '../../scene/scale.ts';
import { controlled, slider } from '../../scene/touch.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import { MOST, spec, SQUARES, type GrokkingParams } from './params.ts';
import { layoutPanels, type Panels } from './layout.ts';
import { circleSquare, pairsSquare, spectrumSquare } from './squares.ts';
import { summary, title } from './text.ts';
import { timeline, timePicture } from './timeline.ts';

const NAMED = [
  { value: 'circle', text: 'Circle' },
  { value: 'sums', text: 'Sums' },
  { value: 'frequencies', text: 'Frequencies' },
] as const;

/** The figure's picture; where a slide has no track, the time axis is in the plate. */
export function scene(params: GrokkingParams, s: GrokkingSnapshot, layout: Layout): Scene {
  const panels = layoutPanels(layout);
  const { pen, width, height, inside, squares, choices } = panels;
  const draw = [circleSquare, pairsSquare, spectrumSquare];
  const first = choices === undefined ? 0 : SQUARES.indexOf(params.square);
  const marks = [
    ...(inside ? [slideTitle(title(params), panels)] : []),
    ...(choices === undefined
      ? []
      : [
          radioRow(
            {
              handle: 'square',
              name: 'square',
              chosen: params.square,
              options: NAMED,
              x: panels.pad,
              y: choices,
              gap: 14,
            },
            pen,
          ),
        ]),
    ...squares.map((square, i) => draw[first + i](s, square, pen)),
    decay(params, panels),
    ...(inside ? [group(timeline(s, panels.time, { ...pen, ground: 'paper' }), {}, 'timeline')] : []),
  ];
  const plate = {
    width,
    height,
    label: inside ? `${title(params)}. ${summary(params, s)}` : summary(params, s),
    marks,
  };
  return inside ? { plate } : { plate, track: timePicture(s, layout.track ?? width) };
}

/** A pointer sets twentieths, keys hundredths. */
const UNITS = { pointer: 20, key: 100 };

/** Weight decay from 0 to 2, a slider of its own. */
function decay({ decay: now }: GrokkingParams, { decay: { y, x0, x1 }, pad, pen }: Panels): Mark {
  const scale = linear([0, MOST], [x0, x1]);
  const { attrs, control } = slider({
    handle: 'track-decay',
    name: 'weight decay',
    said: now ? `weight decay ${now}` : 'no weight decay',
    key: 'decay',
    value: now,
    scale,
    keys: spec.decay.keys,
    round: (v, by) => Math.round(v * UNITS[by]) / UNITS[by],
  });
  const beside = x0 > pad + pen.label * 6;
  return group(
    [
      label(
        pad,
        beside ? y + pen.label * 0.35 : y - pen.label * 1.3,
        `Weight decay ${now}`,
        { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
        'name',
      ),
      line(x0, y, x1, y, { stroke: ink('ink'), 'stroke-width': pen.weights.line }, 'line'),
      ...[0, 0.5, 1, 1.5, 2].flatMap((v) => {
        const at = scale(v);
        return [
          line(
            at,
            y,
            at,
            y + 6 * pen.scale,
            { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine },
            `tick-${v}`,
          ),
          label(
            at,
            y + pen.ring + pen.small,
            String(v),
            { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink(pen.muted) },
            `word-${v}`,
          ),
        ];
      }),
      controlled(
        group(
          [
            rect(x0 - pen.ring, y - 22, x1 - x0 + 2 * pen.ring, 44, unseen, 'hit'),
            circle(
              scale(now),
              y,
              pen.ring * 0.8,
              { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
              'ring',
            ),
          ],
          { 'data-handle': 'track-decay', tabindex: 0, role: 'slider', ...attrs },
          'slider',
        ),
        control,
      ),
    ],
    {},
    'decay',
  );
}
