// The plate: three ways over the size of the model, the bill at the chosen size, and every assumption on a line of its own.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { ASSUMPTIONS, WAYS } from '../../models/prices.ts';
import { ink, serif } from '../../scene/ink.ts';
import { circle, group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { controlled, slider } from '../../scene/touch.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { GIVEN } from './assumptions.ts';
import { chart } from './chart.ts';
import type { CostSnapshot } from './snapshot.ts';
import { keysOf, valuesOf, type CostParams } from './params.ts';
import type { Box } from '../../scene/slide.ts';
import { assumptionScale, layoutPanels, rowLine } from './layout.ts';
import { amount, dollars, many, modelName, NAMES, range, summary, title } from './text.ts';

/** The figure as marks, in every composition. */
export function scene(params: CostParams, s: CostSnapshot, layout: Layout): Scene {
  const p = layoutPanels(layout);
  const { pen, width, height } = p;
  return {
    plate: {
      width,
      height,
      label: `${title}. ${summary(s)}`,
      marks: [
        ...(p.title ? [heading(p.title, pen.label * 2)] : []),
        group(chart(s, p.chart, pen), {}, 'chart'),
        group(bill(s, p.bill, pen), {}, 'bill'),
        ...(p.list ? [group(list(params, p.list, p.row, pen), {}, 'list')] : []),
      ],
    },
  };
}

function heading({ x, y, width }: Box, size: number): Mark {
  const px = Math.max(12, Math.min(size, width / (measure(title, 1) * 0.98)));
  return label(
    x,
    y + px,
    title,
    { 'font-size': px, 'font-weight': 450, 'font-family': serif, fill: ink('ink') },
    'title',
  );
}

/** The chosen size, and what each way comes to. */
function bill({ here }: CostSnapshot, { x, y, width }: Box, pen: DrawStyle): Mark[] {
  const head = `${modelName(here.parameters)}: ${many(here.units[1])} units`;
  const step = pen.label * 2.6;
  const said = {
    hand: `${many(here.hand[1])} hours`,
    machine: `${many(here.tokens[1])} tokens`,
    structure: `${many(here.structure[1])} hours`,
  };
  return [
    label(
      x,
      y + pen.label,
      fitting([`${head} (${range(here.units, many)})`, head], pen.label, width) ??
        `${many(here.units[1])} units`,
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'head',
    ),
    ...WAYS.flatMap((way, i) => {
      const top = y + pen.label * 2.9 + i * step;
      const sum = dollars(here.costs[way][1]);
      const room = width - measure(sum, pen.label) - 16;
      return [
        label(
          x,
          top,
          fitting([`${NAMES[way]}: ${said[way]}`, NAMES[way]], pen.label, room) ?? NAMES[way],
          { 'font-size': pen.label, fill: ink('ink') },
          `${way}-says`,
        ),
        label(
          x + width,
          top,
          sum,
          { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
          `${way}-sum`,
        ),
        label(
          x,
          top + pen.small * 1.35,
          range(here.costs[way], dollars),
          { 'font-size': pen.small, fill: ink('ink-2') },
          `${way}-range`,
        ),
      ];
    }),
  ];
}

/** Name and value, a line with low and high as ticks, the ring on the middle, the source under it. */
function list(params: CostParams, box: Box, row: number, pen: DrawStyle): Mark[] {
  const { low, mid, high } = valuesOf(params);
  return [
    label(
      box.x,
      box.y + pen.label,
      fitting(
        ['Assumptions: move any, or type them in the settings', 'Assumptions: move any of them'],
        pen.label,
        box.width,
      ) ?? 'Assumptions',
      { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
      'heading',
    ),
    ...ASSUMPTIONS.map((key, i) => {
      const g = GIVEN[key];
      const { x0, x1, y } = rowLine(box, row, i);
      const at = assumptionScale(g, { x0, x1 });
      const value = amount(mid[key], g.unit);
      const room = box.width - measure(value, pen.label) - 12;
      const source = fitting([g.source, g.short], pen.small, box.width - 4);
      const { attrs, control } = slider({
        handle: `track-${key}`,
        name: g.name,
        said: `${value}, from ${amount(low[key], g.unit)} to ${amount(high[key], g.unit)}; ${g.source}`,
        key,
        value: mid[key],
        scale: at,
        keys: keysOf(key),
        round: (v) => Number(v.toPrecision(2)),
      });
      const knob = group(
        [
          rect(box.x, y - 22, box.width, 44, unseen, 'hit'),
          label(
            box.x,
            y - 14,
            fitting([g.name, g.brief], pen.label, room) ?? g.brief,
            { 'font-size': pen.label, fill: ink('ink') },
            'name',
          ),
          label(
            box.x + box.width,
            y - 14,
            value,
            { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
            'value',
          ),
          line(x0, y, x1, y, { stroke: ink('ink-3'), 'stroke-width': pen.weights.fine }, 'line'),
          line(at(low[key]), y, at(high[key]), y, { stroke: ink('ink'), 'stroke-width': 4 }, 'span'),
          circle(
            at(mid[key]),
            y,
            8,
            { fill: ink('paper'), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
            'ring',
          ),
          source
            ? label(box.x, y + 21, source, { 'font-size': pen.small, fill: ink('ink-2') }, 'source')
            : undefined,
        ],
        { 'data-handle': `track-${key}`, tabindex: 0, role: 'slider', ...attrs },
        key,
      );
      return controlled(knob, control);
    }),
  ];
}
