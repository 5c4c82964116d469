// The machine's readings of every unit of a kind, as dots on a scale from 0 to 1; the reader's own as a ring.

import { ink } from '../../scene/ink.ts';
import { circle, label, line, path, round, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import { linear, type Scale } from '../../scene/scale.ts';
import type { ReadingParams } from './params.ts';
import type { ReadingSnapshot } from './snapshot.ts';

export interface CloudPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
  /** px for the rows' names; 0: none */
  readonly names: number;
}

const KINDS = { neuron: 'neurons', direction: 'random directions', feature: 'dictionary features' } as const;

/** Which score of a reading is shown. */
export type ScoreName = 'precision' | 'r2';

/** What a score is, the longest first. */
const TITLES: Readonly<Record<ScoreName, readonly string[]>> = {
  precision: [
    'Precision: how often the reading was true when the unit fired',
    'Precision: true when it fired',
    'Precision',
  ],
  r2: ['R²: how much of the unit the reading predicts', 'R² of the reading', 'R²'],
};

/** px from the top of a cloud to its title's end, of three rows, of the numbers under them. */
export const cloudHeight = (row: number, pen: DrawStyle): number =>
  pen.label * 1.5 + 3 * row + 4 + pen.small * 2.4;

/** One score of all units: a row for each kind, rules at 0, a half and 1. */
export function cloud(
  params: ReadingParams,
  s: ReadingSnapshot,
  what: ScoreName,
  place: CloudPlace,
  pen: DrawStyle,
): Mark[] {
  const { x, y, width, row, names } = place;
  const left = x + names + 6;
  const scale = linear([0, 1], [left, left + width - names - 12]);
  const first = y + pen.label * 1.5;
  const last = first + 3 * row + 4;
  const title = fitting(TITLES[what], pen.label, width - names);
  return [
    ...(title
      ? [
          label(
            left,
            y + pen.label * 0.8,
            title,
            { 'font-size': pen.label, 'font-weight': 600, fill: ink('ink') },
            'title',
          ),
        ]
      : []),
    ...[0, 0.5, 1].map((v) =>
      line(
        scale(v),
        first,
        scale(v),
        last,
        { stroke: ink('rule'), 'stroke-width': pen.weights.fine },
        `rule-${v}`,
      ),
    ),
    ...s.all.flatMap(({ kind }, i) =>
      kindRow(kind, params, s, what, first + (i + 0.5) * row, scale, place, pen),
    ),
    ...[0, 0.5, 1].map((v) =>
      label(
        scale(v),
        last + pen.small * 1.2,
        String(v),
        { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
        `tick-${v}`,
      ),
    ),
  ];
}

type Kind = ReadingSnapshot['all'][number]['kind'];

/** All units of a kind; once they are tested, their mean and the one that is on the sheet. @param cy middle of the row */
function kindRow(
  kind: Kind,
  params: ReadingParams,
  s: ReadingSnapshot,
  what: ScoreName,
  cy: number,
  scale: Scale,
  { x, row, names }: CloudPlace,
  pen: DrawStyle,
): Mark[] {
  const values = s.all.find((all) => all.kind === kind)?.[what] ?? [];
  const [left, right] = scale.range;
  const shown = s.step > 0;
  const name = fitting([`${values.length} ${KINDS[kind]}`, KINDS[kind], kind], pen.small, names - 6) ?? kind;
  return [
    line(left, cy, right, cy, { stroke: ink('rule'), 'stroke-width': pen.weights.hair }, `base-${kind}`),
    ...(shown ? dots(values, kind, cy, row, scale, pen) : []),
    ...(shown ? onSheet(values, kind, params, s, what, cy, scale, pen) : []),
    ...(names
      ? [
          label(
            x,
            cy + pen.small * 0.36,
            name,
            { 'font-size': pen.small, fill: ink('ink-2') },
            `name-${kind}`,
          ),
        ]
      : []),
  ];
}

/** The machine's readings, and a stroke at their mean. */
function dots(
  values: readonly number[],
  kind: Kind,
  cy: number,
  row: number,
  scale: Scale,
  pen: DrawStyle,
): Mark[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const d = values.map((v) => `M${round(scale(v) - 4)} ${round(cy)}a4 4 0 1 1 8 0a4 4 0 1 1 -8 0z`).join('');
  return [
    path(d, { fill: ink('plate'), stroke: ink('ink-2'), 'stroke-width': pen.weights.fine }, `dots-${kind}`),
    line(
      scale(mean),
      cy - row * 0.42,
      scale(mean),
      cy + row * 0.42,
      { stroke: ink('ink'), 'stroke-width': pen.weights.vec },
      `mean-${kind}`,
    ),
  ];
}

/** The unit that is on the sheet, filled, and the reader's own reading of it, as a ring. */
function onSheet(
  values: readonly number[],
  kind: Kind,
  params: ReadingParams,
  s: ReadingSnapshot,
  what: ScoreName,
  cy: number,
  scale: Scale,
  pen: DrawStyle,
): Mark[] {
  const feature = kind === 'feature';
  if (!feature && kind !== params.kind) return [];
  const sheet = feature ? s.right : s.left;
  const pick = feature ? params.guess : params.pick;
  return [
    circle(scale(values[sheet.index - 1]), cy, 4.5, { fill: ink('ink') }, `now-${kind}`),
    ...(pick === undefined
      ? []
      : [
          circle(
            scale(sheet[what][pick - 1]),
            cy,
            9,
            { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand },
            `yours-${kind}`,
          ),
        ]),
  ];
}
