// The plate of `codes`: three code books side by side, and the two charts that are also its sliders.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import { book } from './book.ts';
import { rightChart, worstChart } from './charts.ts';
import type { CodesSnapshot } from './model.ts';
import type { CodesParams } from './params.ts';
import { plan, type Plan } from './plan.ts';
import { summary } from './text.ts';
import { CODES, shortOf } from './words.ts';

export function scene(params: CodesParams, snapshot: CodesSnapshot, layout: Layout): Scene {
  const where = plan(params, layout);
  const { pen, width, height, books, right, worst, tabs } = where;
  return {
    plate: {
      width,
      height,
      label: summary(params, snapshot),
      marks: [
        neurons(params, where),
        ...(tabs
          ? [
              radioRow(
                {
                  x: tabs[0],
                  y: tabs[1],
                  handle: 'panel',
                  name: 'Code book',
                  chosen: params.panel,
                  options: CODES.map((code) => ({ value: code, text: shortOf[code] })),
                },
                pen,
              ),
            ]
          : []),
        ...books.map(({ code, box }) => book(code, box, params, snapshot, pen)),
        ...(right ? [rightChart(right, params, snapshot, pen)] : []),
        ...(worst ? [worstChart(worst, params, snapshot, pen)] : []),
      ],
    },
  };
}

function neurons({ neurons: d, things }: CodesParams, { neurons: [x, y], pen, width }: Plan): Mark {
  const of = [8, 16, 32, 64, 128, 256];
  const options = (of.includes(d) ? of : [...of, d].sort((a, b) => a - b)).map((n) => ({
    value: String(n),
    text: String(n),
  }));
  const long = measure(options.map(({ text }) => text).join(''), pen.label) + options.length * 18 * pen.scale;
  const says =
    [`${grouped(things)} things, neurons:`, 'neurons:'].find(
      (text) => measure(text, pen.label) + long + 24 * pen.scale < width - 2 * x,
    ) ?? '';
  return group(
    [
      label(x, y, says, { 'font-size': pen.label, fill: ink('ink') }, 'says'),
      radioRow(
        {
          x: x + measure(says, pen.label) + (says ? 12 * pen.scale : 0),
          y,
          handle: 'neurons',
          name: 'Neurons',
          chosen: String(d),
          options,
          gap: 18 * pen.scale,
        },
        pen,
      ),
    ],
    {},
    'neurons',
  );
}
