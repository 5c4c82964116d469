// The plate of `phase-diagram`: both maps, the models under the ring, the closed forms beside them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { cell } from './cell.ts';
import { agreement, share, times, type Theory } from './derive.ts';
import { cellOf, columnOf, rowOf, stateOf } from './grid.ts';
import { layoutPanels, type Panels } from './layout.ts';
import { map } from './map.ts';
import type { PhaseParams } from './params.ts';
import type { PhaseSnapshot } from './snapshot.ts';
import { percent } from '../../scene/format.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { summary } from './text.ts';

/** The picture of these params. */
export function scene(params: PhaseParams, snapshot: PhaseSnapshot, layout: Layout): Scene {
  const panels = layoutPanels(params, layout);
  const { pen, width, height, maps, models, theories } = panels;
  return {
    plate: {
      width,
      height,
      label: summary(params, snapshot),
      marks: [
        ...(panels.tabs ? [tabs(params, panels.tabs, pen)] : []),
        starts(params, panels),
        ...maps.map(({ map: kind, field }) => map(kind, field, params, snapshot, pen)),
        ...(models
          ? [
              under(params, models[maps[0].map], pen),
              ...maps.map(({ map: kind }) => cell(kind, models[kind], params, snapshot, panels, layout.site)),
            ]
          : []),
        ...(theories ? [forms(params, snapshot, theories, pen)] : []),
      ],
    },
  };
}

const tabs = ({ panel }: PhaseParams, [x, y]: readonly [number, number], pen: DrawStyle): Mark =>
  radioRow(
    {
      x,
      y,
      handle: 'panel',
      name: 'Map',
      chosen: panel,
      options: [
        { value: 'two', text: 'two features' },
        { value: 'three', text: 'three features' },
      ],
    },
    pen,
  );

function starts(params: PhaseParams, { starts: [x, y], pen, width }: Panels): Mark {
  const says = 'Each cell is a model, trained from';
  const long = measure(says, pen.label) + 10 * pen.scale;
  const room = width - x > long + measure('three fixed starts one random start', pen.label) + 40 * pen.scale;
  return group(
    [
      room && label(x, y, says, { 'font-size': pen.label, fill: ink('ink') }, 'says'),
      radioRow(
        {
          x: room ? x + long : Math.min(x, Math.max(12, pen.label)),
          y,
          handle: 'starts',
          name: 'Each cell is trained from',
          chosen: params.starts,
          // As many cells stay trained as are seen.
          set: (from) => ({ starts: from, step: params.step }),
          options: [
            { value: 'three', text: 'three fixed starts' },
            { value: 'one', text: 'one random start' },
          ],
        },
        pen,
      ),
    ],
    {},
    'starts',
  );
}

/** Which cell it is, over the drawings of its models. */
function under(params: PhaseParams, { x, y, width }: Box, pen: DrawStyle): Mark {
  const at = cellOf(params);
  const { absent, last } = stateOf(columnOf(at), rowOf(at));
  const short = `${percent(absent)} absent, ${times(last)}`;
  return label(
    x,
    y - pen.label * 0.9,
    fitting([`In the ring: ${short}`], pen.label * 1.04, width) ?? short,
    { 'font-size': pen.label, 'font-weight': 650, fill: ink('ink') },
    'under',
  );
}

/** The closed forms in few words. */
const names: Readonly<Record<Theory, string>> = {
  full: 'each its own length',
  symmetric: 'one length, one bias',
  naive: 'r = 2p / (4 − 5p)',
};

/** The closed forms and how many cells end as each says; a touch draws that one. */
function forms(params: PhaseParams, snapshot: PhaseSnapshot, box: Box, pen: DrawStyle): Mark {
  const { x, y, width } = box;
  const size = pen.label;
  const right = x + width - 4;
  const middle = right - measure('three fea', size) - 8;
  const height = Math.max(34, size * 2);
  const small = { 'font-size': Math.max(12, size * 0.9), fill: ink('ink-2') };
  const rows = (['full', 'symmetric', 'naive'] as const).flatMap((theory, i) => {
    const base = y + size * 1.3 + (i + 0.75) * height;
    const here = params.theory === theory;
    const two = share(agreement(snapshot, 'two', theory));
    const three = theory === 'full' ? '–' : share(agreement(snapshot, 'three', theory));
    const number = {
      'font-size': size,
      'font-weight': here ? 650 : undefined,
      'text-anchor': 'end',
      fill: ink('ink'),
      'pointer-events': 'none',
    };
    return [
      form(theory, here, two, { x, y: base, width, height }, middle, pen),
      label(middle, base, two, number, `two-${theory}`),
      label(right, base, three, number, `three-${theory}`),
    ];
  });
  return group(
    [
      label(x, y + size * 0.6, 'As the closed form says', small, 'what'),
      label(middle, y + size * 0.6, 'two', { ...small, 'text-anchor': 'end' }, 'two'),
      label(right, y + size * 0.6, 'three', { ...small, 'text-anchor': 'end' }, 'three'),
      ...rows,
    ],
    { role: 'group', 'aria-label': 'Closed forms' },
    'forms',
  );
}

/** The name of a closed form, which takes the touch of its whole row. @param y base line @param end where the numbers end, px */
function form(
  theory: Theory,
  here: boolean,
  agree: string,
  { x, y, width, height }: Box,
  end: number,
  pen: DrawStyle,
): Mark {
  const size = pen.label;
  const word = measure(names[theory], size) * 0.97;
  const mark = group(
    [
      rect(x - 4, y - height * 0.7, width + 4, height, unseen, 'hit'),
      label(
        x,
        y,
        names[theory],
        { 'font-size': size, 'font-weight': here ? 650 : undefined, fill: ink('ink') },
        'name',
      ),
      line(
        x,
        y + size * 0.4,
        x + Math.min(word, end - x - 40),
        y + size * 0.4,
        {
          stroke: ink(here ? 'ink' : 'signal'),
          'stroke-width': here ? pen.weights.line : pen.weights.fine * 1.5,
        },
        'line',
      ),
    ],
    {
      'data-handle': `theory-${theory}`,
      tabindex: 0,
      role: 'button',
      'aria-label': `${names[theory]}: ${agree} of the models of two features end as this closed form says`,
      'aria-pressed': here ? 'true' : 'false',
    },
    theory,
  );
  return controlled(mark, { kind: 'press', set: { theory } });
}
