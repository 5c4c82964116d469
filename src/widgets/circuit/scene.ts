// The figure as marks: held-out pictures with their answers, the weights, what makes a car.

import { group, type Mark } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { slideFrame, type Box } from '../../scene/slide.ts';
import type { Layout, Scene } from '../../runtime/widget.ts';
import { actions } from './actions.ts';
import type { BakedCircuit, Row } from './baked.ts';
import { margin } from './margin.ts';
import { maps } from './maps.ts';
import type { CircuitParams } from './params.ts';
import { pictures } from './pictures.ts';
import { secondNet, secondNetHeight } from './second-net.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { compareMaps, summary, title } from './text.ts';

/** The figure in every composition; the second net stands on pages only, once its data are there. */
export function scene(
  params: CircuitParams,
  s: CircuitSnapshot,
  layout: Layout,
  baked?: BakedCircuit,
): Scene {
  const { width, height = 540 } = layout;
  if (layout.composition === 'slide') {
    const { pen, marks, box } = slideFrame({ title, question: [], value: '' }, width, height);
    return {
      plate: {
        width,
        height,
        label: `${title}. ${summary(params, s)}`,
        marks: [...marks, ...panels(params, s, box, width < height, pen, baked?.rows)],
      },
    };
  }
  const pen = pageStyle();
  const narrow = layout.composition === 'narrow';
  const pad = narrow ? 16 : 24;
  const high = narrow ? 960 : Math.round(Math.max(430, Math.min(520, width * 0.46)));
  const low = secondNetHeight(width - 2 * pad, pen);
  const below = { x: pad, y: high + pad * 0.5, width: width - 2 * pad, height: low };
  return {
    plate: {
      width,
      height: high + pad * 1.5 + low,
      label: `${summary(params, s)}${baked ? ` ${compareMaps(params, baked.unnamed)}` : ''}`,
      marks: [
        ...panels(
          params,
          s,
          { x: pad, y: pad, width: width - 2 * pad, height: high - 2 * pad },
          narrow,
          pen,
          baked?.rows,
        ),
        ...(baked ? [group(secondNet(params, baked.unnamed, below, pen), {}, 'second')] : []),
      ],
    },
  };
}

function panels(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  upright: boolean,
  pen: DrawStyle,
  rows?: readonly Row[],
): Mark[] {
  const bar = pen.label * 3.4 + 22 * pen.scale;
  const acts = 44 + 6 * pen.scale;
  if (upright) {
    const rest = height - bar - acts - 20;
    const top = rest * (rest > 500 ? 0.44 : 0.5);
    const left = { x, y, width, height: top };
    return [
      group(pictures(params, s, left, pen), {}, 'pictures'),
      group(actions(params, s, { x, y: y + top, width, height: acts }, pen), {}, 'acts'),
      group(maps(params, s, { x, y: y + top + acts + 16, width, height: rest - top }, pen), {}, 'maps'),
      group(margin(s, { x, y: y + height - bar + 8, width, height: bar }, pen, rows), {}, 'makes'),
    ];
  }
  const left = width * 0.54;
  const right = x + left + width * 0.05;
  const room = x + width - right;
  const tall = height - bar;
  return [
    group(pictures(params, s, { x, y, width: left, height: tall - acts * 0.2 }, pen), {}, 'pictures'),
    group(margin(s, { x, y: y + tall + 8, width: left, height: bar }, pen, rows), {}, 'makes'),
    group(maps(params, s, { x: right, y, width: room, height: height - acts }, pen), {}, 'maps'),
    group(actions(params, s, { x: right, y: y + height - acts, width: room, height: acts }, pen), {}, 'acts'),
  ];
}
