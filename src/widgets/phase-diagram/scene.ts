// The plate of `phase-diagram`: both maps, the models under the ring, the closed forms beside them.

import type { Layout, Scene } from '../../runtime/widget.ts';
import { radioRow } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, line, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { cell } from './cell.ts';
import { cellOf, columnOf, rowOf, stateOf } from './grid.ts';
import { map } from './map.ts';
import type { PhaseSnapshot } from './model.ts';
import type { PhaseParams } from './params.ts';
import { plan, type Box, type Plan } from './plan.ts';
import { agreement, share, times, type Theory } from './read.ts';
import { percent } from '../../scene/format.ts';
import { summary } from './text.ts';

export function scene(params: PhaseParams, snapshot: PhaseSnapshot, layout: Layout): Scene {
  const where = plan(params, layout);
  const { pen, width, height, maps, models, theories } = where;
  return {
    plate: {
      width,
      height,
      label: summary(params, snapshot),
      marks: [
        ...(where.tabs ? [tabs(params, where.tabs, pen)] : []),
        starts(params, where),
        ...maps.map(({ map: kind, field }) => map(kind, field, params, snapshot, pen)),
        ...(models
          ? [
              under(params, models[maps[0].map], pen),
              ...maps.map(({ map: kind }) => cell(kind, models[kind], params, snapshot, where, layout.site)),
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

function starts(params: PhaseParams, { starts: [x, y], pen, width }: Plan): Mark {
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

const names: Readonly<Record<Theory, string>> = {
  full: 'each its own length',
  symmetric: 'one length, one bias',
  naive: 'r = 2p / (4 − 5p)',
};

/** The closed forms and how many cells end as each says; a touch draws that one. */
function forms(params: PhaseParams, snapshot: PhaseSnapshot, { x, y, width }: Box, pen: DrawStyle): Mark {
  const size = pen.label;
  const row = Math.max(34, size * 2);
  const right = x + width - 4;
  const middle = right - measure('three fea', size) - 8;
  const rows = (['full', 'symmetric', 'naive'] as const).map((theory, i) => {
    const base = y + size * 1.3 + (i + 0.75) * row;
    const here = params.theory === theory;
    const [two, three] = [
      share(agreement(snapshot, 'two', theory)),
      theory === 'full' ? '–' : share(agreement(snapshot, 'three', theory)),
    ];
    const number = {
      'font-size': size,
      'font-weight': here ? 650 : undefined,
      'text-anchor': 'end',
      fill: ink('ink'),
      'pointer-events': 'none',
    };
    const word = measure(names[theory], size) * 0.97;
    return [
      group(
        [
          rect(x - 4, base - row * 0.7, width + 4, row, unseen, 'hit'),
          label(
            x,
            base,
            names[theory],
            { 'font-size': size, 'font-weight': here ? 650 : undefined, fill: ink('ink') },
            'name',
          ),
          line(
            x,
            base + size * 0.4,
            x + Math.min(word, middle - x - 40),
            base + size * 0.4,
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
          'aria-label': `${names[theory]}: ${two} of the models of two features end as this closed form says`,
          'aria-pressed': here ? 'true' : 'false',
        },
        theory,
      ),
      label(middle, base, two, number, `two-${theory}`),
      label(right, base, three, number, `three-${theory}`),
    ];
  });
  const small = { 'font-size': Math.max(12, size * 0.9), fill: ink('ink-2') };
  return group(
    [
      label(x, y + size * 0.6, 'As the closed form says', small, 'what'),
      label(middle, y + size * 0.6, 'two', { ...small, 'text-anchor': 'end' }, 'two'),
      label(right, y + size * 0.6, 'three', { ...small, 'text-anchor': 'end' }, 'three'),
      ...rows.flat(),
    ],
    { role: 'group', 'aria-label': 'Closed forms' },
    'forms',
  );
}
