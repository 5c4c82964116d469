// Under the maps: which way up the car's hang, and, after surgery, the look at what came of it.

import { radioRow, radioRowWidth } from '../../scene/radio-row.ts';
import { ink } from '../../scene/ink.ts';
import { group, label, rect, type Mark } from '../../scene/mark.ts';
import { fitting, measure, unseen, type DrawStyle } from '../../scene/draw-style.ts';
import type { Box } from '../../scene/slide.ts';
import { controlled } from '../../scene/touch.ts';
import { right } from './derive.ts';
import { GROUPS } from './groups.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { operate, touched } from './surgery.ts';

const OPTIONS = [
  { value: 'no', text: 'upright' },
  { value: 'yes', text: 'upside down' },
] as const;

/** The car's maps as trained or upside down; at the right the button that shows the result, or the score after it. */
export function actions(
  params: CircuitParams,
  s: CircuitSnapshot,
  { x, y, width, height }: Box,
  pen: DrawStyle,
): Mark[] {
  const gap = 12 * pen.scale;
  const base = y + height / 2 + pen.label * 0.36;
  const lead = fitting(
    ['Car’s pictures', 'Car:'],
    pen.label,
    width - radioRowWidth({ options: OPTIONS, gap }, pen) - 110 * pen.scale,
  );
  return [
    ...(lead ? [label(x, base, lead, { 'font-size': pen.label, fill: ink('ink-2') }, 'lead')] : []),
    radioRow(
      {
        x: x + (lead ? measure(lead, pen.label) + gap : 0),
        y: base,
        handle: 'turned',
        name: 'The car’s wheel and window pictures',
        options: OPTIONS,
        chosen: params.turned,
        set: (turned) => operate(params, { turned }),
        gap,
      },
      pen,
    ),
    ...(params.shown === 'no' ? [showButton(x + width, y + height / 2, pen)] : []),
    ...(params.shown === 'yes' && params.guess && touched(params)
      ? [score(right(s, params), x + width, base, pen)]
      : []),
  ];
}

/** Ends at `end`, its middle at `middle`; px. */
function showButton(end: number, middle: number, pen: DrawStyle): Mark {
  const text = 'Show';
  const wide = measure(text, pen.label);
  const button = group(
    [
      rect(end - wide - 20 * pen.scale, middle - 22, wide + 24 * pen.scale, 44, unseen, 'hit'),
      rect(
        end - wide - 16 * pen.scale,
        middle - pen.label,
        wide + 16 * pen.scale,
        pen.label * 2,
        { fill: ink('signal-fill') },
        'ground',
      ),
      label(
        end - 8 * pen.scale,
        middle + pen.label * 0.36,
        text,
        { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('on-signal') },
        'word',
      ),
    ],
    { 'data-handle': 'show', tabindex: 0, role: 'button', 'aria-label': 'Show what happens' },
    'show',
  );
  return controlled(button, { kind: 'press', set: { shown: 'yes' } });
}

const score = (count: number, end: number, base: number, pen: DrawStyle): Mark =>
  label(
    end,
    base,
    `${count} of ${GROUPS.length} right`,
    { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'end', fill: ink('ink') },
    'score',
  );
