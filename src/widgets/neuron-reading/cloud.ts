// The machine's readings of every unit of a kind, as dots on a scale from 0 to 1; the reader's own as a ring.

import { ink } from '../../scene/ink.ts';
import { circle, label, line, path, round, type Mark } from '../../scene/mark.ts';
import { fitting, type DrawStyle } from '../../scene/draw-style.ts';
import type { ReadingSnapshot } from './model.ts';
import type { ReadingParams } from './params.ts';

export interface CloudPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
  /** px for the rows' names; 0: none */ readonly names: number;
}

const kinds = { neuron: 'neurons', direction: 'random directions', feature: 'dictionary features' } as const;

export function cloud(
  params: ReadingParams,
  s: ReadingSnapshot,
  what: 'precision' | 'r2',
  { x, y, width, row, names }: CloudPlace,
  pen: DrawStyle,
): Mark[] {
  const left = x + names + 6;
  const long = width - names - 12;
  const px = (v: number): number => left + v * long;
  const first = y + pen.label * 1.5;
  const tested = s.step > 0;
  const title = fitting(
    what === 'precision'
      ? [
          'Precision: how often the reading was true when the unit fired',
          'Precision: true when it fired',
          'Precision',
        ]
      : ['R²: how much of the unit the reading predicts', 'R² of the reading', 'R²'],
    pen.label,
    width - names,
  );
  const rules = [0, 0.5, 1].map((v) =>
    line(
      px(v),
      first,
      px(v),
      first + 3 * row + 4,
      { stroke: ink('rule'), 'stroke-width': pen.weights.fine },
      `rule-${v}`,
    ),
  );
  const rows = s.all.flatMap(({ kind, ...scores }, i) => {
    const cy = first + (i + 0.5) * row;
    const values = scores[what];
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const mine = kind === params.kind ? s.left : kind === 'feature' ? s.right : undefined;
    const d = values.map((v) => `M${round(px(v) - 4)} ${round(cy)}a4 4 0 1 1 8 0a4 4 0 1 1 -8 0z`).join('');
    return [
      line(
        left,
        cy,
        left + long,
        cy,
        { stroke: ink('rule'), 'stroke-width': pen.weights.hair },
        `base-${kind}`,
      ),
      ...(tested
        ? [
            path(
              d,
              { fill: ink('plate'), stroke: ink('ink-2'), 'stroke-width': pen.weights.fine },
              `dots-${kind}`,
            ),
            line(
              px(mean),
              cy - row * 0.42,
              px(mean),
              cy + row * 0.42,
              { stroke: ink('ink'), 'stroke-width': pen.weights.vec },
              `mean-${kind}`,
            ),
          ]
        : []),
      ...(tested && mine
        ? [circle(px(values[mine.index - 1]), cy, 4.5, { fill: ink('ink') }, `now-${kind}`)]
        : []),
      ...(tested && mine
        ? reader(kind === 'feature' ? params.guess : params.pick, mine[what], px, cy, pen, kind)
        : []),
      ...(names
        ? [
            label(
              x,
              cy + pen.small * 0.36,
              fitting([`${values.length} ${kinds[kind]}`, kinds[kind], kind], pen.small, names - 6) ?? kind,
              { 'font-size': pen.small, fill: ink('ink-2') },
              `name-${kind}`,
            ),
          ]
        : []),
    ];
  });
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
    ...rules,
    ...rows,
    ...[0, 0.5, 1].map((v) =>
      label(
        px(v),
        first + 3 * row + 4 + pen.small * 1.2,
        String(v),
        { 'font-size': pen.small, 'text-anchor': 'middle', fill: ink('ink-2') },
        `tick-${v}`,
      ),
    ),
  ];
}

const reader = (
  pick: number | undefined,
  scores: readonly number[],
  px: (v: number) => number,
  cy: number,
  pen: DrawStyle,
  kind: string,
): Mark[] =>
  pick === undefined
    ? []
    : [
        circle(
          px(scores[pick - 1]),
          cy,
          9,
          { fill: 'none', stroke: ink('signal'), 'stroke-width': pen.weights.hand },
          `yours-${kind}`,
        ),
      ];

export const cloudHeight = (row: number, pen: DrawStyle): number =>
  pen.label * 1.5 + 3 * row + 4 + pen.small * 2.4;
