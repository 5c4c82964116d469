// The figure as marks: the wheel, the cosines of all pairs, the numbers.

import { radioRow } from '../../scene/radio-row.ts';
import { hinton } from '../../scene/hinton.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame } from '../../scene/slide.ts';
import { KINDS } from '../../models/template-families.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';
import { familyOf } from './derive.ts';
import { layoutPanels, TRACK_FOOT, type Panels } from './layout.ts';
import { numbers } from './numbers.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';
import { question, summary, title, value } from './text.ts';
import { track, trackPicture } from './track.ts';
import { wheel } from './wheel.ts';

/** The figure in every composition. @param rows the baked seeds, where they are there */
export function scene(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  layout: Layout,
  rows?: readonly Row[],
): Scene {
  const { width, height = 540 } = layout;
  const panels = layoutPanels(layout);
  const { pen, high } = panels;
  const marks = [
    ...choices(params, panels, pen),
    group(wheel(params, s, panels.wheel, pen), {}, 'wheel'),
    group(matrices(s, panels, pen), {}, 'matrices'),
    group(numbers(params, s, panels, pen, rows), {}, 'numbers'),
  ];
  if (layout.composition !== 'slide') {
    return {
      plate: { width, height: high, label: summary(params, s), marks },
      track: trackPicture(params, s, layout.track ?? width),
    };
  }
  const frame = slideFrame({ title, question, value: value(params) }, width, height, TRACK_FOOT);
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(params, s)}`,
      marks: [...frame.marks, ...marks, group(track(params, s, frame.track, pen), {}, 'track')],
    },
  };
}

/** What a press on the wheel chooses, and whose weights are drawn. */
function choices(params: FamiliesParams, { tap, weights }: Panels, pen: DrawStyle): Mark[] {
  const gap = 14 * pen.scale;
  return [
    radioRow(
      {
        x: tap[0],
        y: tap[1],
        handle: 'tap',
        name: 'A tap on the wheel',
        options: [
          { value: 'onto', text: 'lay on' },
          { value: 'pick', text: 'turn' },
        ],
        chosen: params.tap,
        gap,
      },
      pen,
    ),
    radioRow(
      {
        x: weights[0],
        y: weights[1],
        handle: 'weights',
        name: 'Weights',
        options: [
          { value: 'trained', text: 'trained' },
          { value: 'untrained', text: 'untrained' },
        ],
        chosen: params.weights,
        gap,
      },
      pen,
    ),
  ];
}

/** Cosines of all pairs without turning: a family's bands run along the diagonal, whatever direction one begins with. */
function matrices(
  s: FamiliesSnapshot,
  { matrices: { x, y, width, height }, across }: Panels,
  pen: DrawStyle,
): Mark[] {
  const side = across ? Math.min(height, (width - 20) / 2) : width;
  if (side < 60) return [];
  return (
    [
      ['trained', ['All pairs, unturned', 'All pairs', 'Pairs']],
      ['untrained', ['The same, untrained', 'Untrained']],
    ] as const
  ).flatMap(([which, words], i) => {
    const left = across ? x + i * (width - side) : x;
    const top = across ? y : y + i * (side + pen.small * 2.6);
    const text = fitting(words, pen.small, side + 16);
    return [
      ...(text
        ? [
            label(
              left,
              top - pen.small * 0.5,
              text,
              { 'font-size': pen.small, fill: ink(pen.muted) },
              `name-${which}`,
            ),
          ]
        : []),
      rect(
        left,
        top,
        side,
        side,
        { fill: 'none', stroke: ink('rule'), 'stroke-width': pen.weights.hair },
        `frame-${which}`,
      ),
      ...hinton(
        familyOf(s[which]).matrix.map((row, a) => row.map((v, b) => (a === b ? NaN : v))),
        { x: left, y: top, cell: side / KINDS, row: side / KINDS, paint: 'pos', negative: 'neg' },
        which,
      ),
    ];
  });
}
