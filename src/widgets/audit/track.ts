// The track: at each width, how many of ten networks the reader of features saw through, and how much of the trigger one unit holds.

import { curveMonotoneX, line as through } from 'd3-shape';
import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, label, line, path, rect, round, type Mark, type Picture } from '../../scene/mark.ts';
import { fitting, halo, pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { thumb, type StripPlace } from '../../scene/strip.ts';
import type { Series, Stop } from './baked.ts';
import { NARROWEST, WIDEST, type AuditParams } from './params.ts';
import { stripPlace, toX } from './places.ts';

export function track({ width: h }: AuditParams, place: StripPlace, pen: DrawStyle, data?: Series): Mark[] {
  const { x0, x1, bottom, top } = place;
  const stop = data?.stops.find((at) => at.h === h);
  const said =
    stop && data
      ? `, the reader of features named the trigger in ${stop.recovered} of ${data.seeds} networks, one unit holds ${stop.owned.toFixed(1)} of its five tokens`
      : '';
  return [
    ...(data
      ? lines(data, place, pen)
      : [
          line(
            x0,
            (top + bottom) / 2,
            x1,
            (top + bottom) / 2,
            { stroke: ink('ink'), 'stroke-width': 4 },
            'plain',
          ),
        ]),
    ...ticksBelow(
      [24, 4, 16, 8, 12, 20].map((v) => ({ at: toX(place, v), text: String(v) })),
      [x0, x1],
      bottom + 2,
      pen,
      pen.small === 12 ? 13 : pen.small,
    ),
    thumb(
      {
        place,
        needle: toX(place, h),
        slider: {
          'data-handle': 'track',
          'aria-label': 'Neurons of the network',
          'aria-valuemin': NARROWEST,
          'aria-valuemax': WIDEST,
          'aria-valuenow': h,
          'aria-valuetext': `${h} neurons${said}`,
        },
      },
      !!data,
      pen,
    ),
  ];
}

function lines({ stops, seeds }: Series, place: StripPlace, pen: DrawStyle): Mark[] {
  const { x0, x1, top, bottom } = place;
  const y = (part: number): number => bottom - 6 - part * (bottom - top - 12);
  const size = pen.small === 12 ? 13 : pen.small;
  const draw = (part: (s: Stop) => number): string | null =>
    through<Stop>()
      .digits(2)
      .x((s) => round(toX(place, s.h)))
      .y((s) => round(y(part(s))))
      .curve(curveMonotoneX)([...stops]);
  const put = (texts: string[], h: number, cy: number, to: number, key: string, weight = 500): Mark[] => {
    const text = fitting(texts, size, toX(place, to) - toX(place, h));
    return text
      ? [
          label(
            toX(place, h),
            cy,
            text,
            {
              'font-size': size,
              'font-weight': weight,
              fill: ink('ink'),
              'pointer-events': 'none',
              ...halo({ ...pen, ground: 'wash' }, 3),
            },
            key,
          ),
        ]
      : [];
  };
  const stopAt = (h: number): Stop => stops.find((s) => s.h === h)!;
  return [
    rect(x0, top, x1 - x0, bottom - top, { fill: ink('wash') }, 'ground'),
    path(
      draw((s) => s.owned / 5),
      { fill: 'none', stroke: ink('ink-2'), 'stroke-width': pen.weights.line, 'stroke-dasharray': '5 4' },
      'owned',
    ),
    path(
      draw((s) => s.recovered / seeds),
      { fill: 'none', stroke: ink('ink'), 'stroke-width': pen.weights.vec },
      'named',
    ),
    ...stops.map((s) =>
      circle(toX(place, s.h), y(s.recovered / seeds), 3.4 * pen.scale, { fill: ink('ink') }, `stop-${s.h}`),
    ),
    ...stops.map((s) =>
      label(
        toX(place, s.h) + (s.h === WIDEST ? -18 : 6) * pen.scale,
        y(s.recovered / seeds) + size * 1.3,
        String(s.recovered),
        {
          'font-size': size,
          'text-anchor': s.h === WIDEST ? 'end' : 'start',
          'font-weight': 650,
          fill: ink('ink'),
          'pointer-events': 'none',
        },
        `n-${s.h}`,
      ),
    ),
    ...put(
      [`trigger named, of ${seeds} networks`, `named, of ${seeds}`],
      13,
      y(stopAt(12).recovered / seeds) + size * 2.6,
      24,
      'w1',
      650,
    ),
    ...put(
      ['what one unit holds of the trigger', 'held by one unit'],
      7.2,
      Math.max(top + size, y(stopAt(10).owned / 5) - size * 1.1),
      13,
      'w2',
    ),
  ];
}

export function trackPicture(params: AuditParams, width: number, data?: Series): Picture {
  const place = stripPlace(width);
  return {
    width,
    height: place.height,
    label: `Width of the network, ${params.width} neurons`,
    marks: track(params, place, pageStyle('paper'), data),
  };
}
