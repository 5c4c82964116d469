// The plate of `codes`: three code books side by side, and the two charts that are also its sliders.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, type Mark } from '../../scene/mark.ts';
import { measure } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import { book } from './book.ts';
import { layoutPanels, type PanelLayout } from './layout.ts';
import type { CodesParams } from './params.ts';
import { rightChart } from './right-chart.ts';
import { CODES, type CodesSnapshot } from './snapshot.ts';
import { summary } from './text.ts';
import { shortOf } from './words.ts';
import { worstChart } from './worst-chart.ts';

/** The plate; there is no track beside it. */
export function scene(params: CodesParams, snapshot: CodesSnapshot, layout: Layout): Scene {
  const panels = layoutPanels(params, layout);
  const { pen, width, height, books, right, worst } = panels;
  return {
    plate: {
      width,
      height,
      label: summary(params, snapshot),
      marks: [
        neuronsRow(params, panels),
        ...bookRow(params, panels),
        ...books.map(({ code, box }) => book(code, box, params, snapshot, pen)),
        ...(right ? [rightChart(right, params, snapshot, pen)] : []),
        ...(worst ? [worstChart(worst, params, snapshot, pen)] : []),
      ],
    },
  };
}

/** Which book is shown, where there is room for one. */
function bookRow({ panel }: CodesParams, { tabs, pen }: PanelLayout): Mark[] {
  if (!tabs) return [];
  const options = CODES.map((code) => ({ value: code, text: shortOf[code] }));
  const [x, y] = tabs;
  return [radioRow({ x, y, handle: 'panel', name: 'Code book', chosen: panel, options }, pen)];
}

const NEURONS: readonly number[] = [8, 16, 32, 64, 128, 256];

/** How many neurons, as words to choose from; a number of the address that is none of these stands among them. */
function neuronsRow({ neurons: d, things }: CodesParams, { neurons: [x, y], pen, width }: PanelLayout): Mark {
  const offered = NEURONS.includes(d) ? NEURONS : [...NEURONS, d].sort((a, b) => a - b);
  const options = offered.map((n) => ({ value: String(n), text: String(n) }));
  const gap = 18 * pen.scale;
  const long = measure(offered.join(''), pen.label) + options.length * gap;
  const room = width - 2 * x - long - 24 * pen.scale;
  const says =
    [`${grouped(things)} things, neurons:`, 'neurons:'].find((text) => measure(text, pen.label) < room) ?? '';
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
          set: (n) => ({ neurons: Number(n) }),
          gap,
        },
        pen,
      ),
    ],
    {},
    'neurons',
  );
}
