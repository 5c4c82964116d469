// What the desk says: the claim, the outcome, the numbers.

import { grouped, wholePercent as percent } from '../../scene/format.ts';
import type { Text } from '../../runtime/widget.ts';
import type { ReadingSnapshot, Sheet } from './model.ts';
import type { ReadingParams } from './params.ts';

export const TITLE = 'A neuron misleads its reader; a dictionary feature does not';

/** "neuron 3, negative side" */
export function nameOf({ kind, index }: Sheet): string {
  if (kind === 'feature') return `Dictionary feature ${index}`;
  return kind === 'neuron'
    ? `Neuron ${Math.ceil(index / 2)}, ${index % 2 ? 'positive' : 'negative'} side`
    : `Random direction ${index}`;
}

/** What became of a reading, longest first. */
export function outcomeOf(s: Sheet, pick: number | undefined, tested: boolean): string[] {
  if (!tested) {
    return pick === undefined
      ? [
          'Which feature does it stand for? Slide the ring to your answer.',
          'Slide the ring to the feature it stands for.',
          'Slide the ring.',
        ]
      : [`You say it stands for feature ${pick}.`, `Feature ${pick}, you say.`];
  }
  const f = pick ?? s.machine + 1;
  const who = pick === undefined ? 'The machine read' : 'You read';
  const rate = percent(s.precision[f - 1]);
  if (!s.fired) return ['It has not fired on a fresh input yet.', 'Not fired yet.'];
  return [
    `${who} feature ${f}: it was there in ${rate} of ${grouped(s.fired)} fresh firings`,
    `${who} feature ${f}: there in ${rate} of its firings`,
    `Feature ${f}: in ${rate} of firings`,
    rate,
  ];
}

export function valueText(s: Sheet, pick: number | undefined, tested: boolean): string {
  if (pick === undefined) {
    return tested ? `nothing picked; the machine reads feature ${s.machine + 1}` : 'nothing picked yet';
  }
  return tested
    ? `feature ${pick}, right in ${percent(s.precision[pick - 1])} of its firings`
    : `feature ${pick}`;
}

export function text(params: ReadingParams, s: ReadingSnapshot): Text {
  const row = (sheet: Sheet, who: string, f: number): (string | number)[] => [
    nameOf(sheet),
    who,
    f + 1,
    sheet.precision[f].toFixed(2),
    sheet.recall[f].toFixed(2),
    sheet.r2[f].toFixed(2),
  ];
  const hers = (sheet: Sheet, pick?: number): (string | number)[][] =>
    pick === undefined || s.step === 0 ? [] : [row(sheet, 'you', pick - 1)];
  const examples = (sheet: Sheet): (string | number)[][] =>
    sheet.rows.map(({ level, on }, i) => [
      nameOf(sheet),
      `example ${i + 1}`,
      on.map(([f]) => f + 1).join(' '),
      level.toFixed(2),
      '',
      '',
    ]);
  const tested = s.step > 0;
  return {
    title: TITLE,
    summary: summaryOf(params, s),
    milestone: milestone(params, s),
    table: {
      caption: tested
        ? `Readings after ${grouped(s.step)} fresh inputs; under examples: the active features, and the activation beside the largest`
        : 'The examples: which features were active, and the activation beside the largest',
      head: [
        'unit',
        'who, or which example',
        'feature',
        tested ? 'precision, or activation' : 'activation',
        'recall',
        'R²',
      ],
      rows: [
        ...(tested
          ? [
              row(s.left, 'machine', s.left.machine),
              ...hers(s.left, params.pick),
              row(s.right, 'machine', s.right.machine),
              ...hers(s.right, params.guess),
            ]
          : []),
        ...(tested
          ? s.all.map(({ kind, precision, r2 }): (string | number)[] => [
              `all ${precision.length} ${kind}s`,
              'machine, mean',
              '',
              mean(precision).toFixed(2),
              '',
              mean(r2).toFixed(2),
            ])
          : []),
        ...examples(s.left),
        ...examples(s.right),
      ],
    },
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

export function summaryOf(params: ReadingParams, s: ReadingSnapshot): string {
  const { left, right } = s;
  if (s.step === 0) {
    const open = [
      params.pick === undefined ? nameOf(left).toLowerCase() : '',
      params.guess === undefined ? nameOf(right).toLowerCase() : '',
    ].filter(Boolean);
    return `${nameOf(left)} and ${nameOf(right).toLowerCase()}, each with the ten inputs that excite it most. ${open.length ? `Still to be read: ${open.join(' and ')}.` : 'Both are read; test them on fresh inputs.'}`;
  }
  const part = (sheet: Sheet, pick: number | undefined): string => {
    const f = (pick ?? sheet.machine + 1) - 1;
    return `${nameOf(sheet)} ${pick === undefined ? 'reads as' : 'was read by you as'} feature ${f + 1}, which was there in ${percent(sheet.precision[f])} of its ${grouped(sheet.fired)} firings on fresh inputs (R² ${sheet.r2[f].toFixed(2)}).`;
  };
  const means = s.all.map(({ precision }) => percent(mean(precision)));
  return `${part(left, params.pick)} ${part(right, params.guess)} Over all units the machine’s readings are true in ${means[0]} of the firings of neurons, ${means[1]} of random directions, ${means[2]} of dictionary features.`;
}

function milestone(params: ReadingParams, s: ReadingSnapshot): string | undefined {
  if (s.step < 1000) return undefined;
  // In tenths: it is said aloud, once, while the numbers still move.
  const about = (value: number): string => `about ${Math.round(value * 10)} of ten`;
  return s.left.fired >= 100 && s.right.fired >= 100
    ? `A hundred firings each: the ${params.kind}’s reading was true in ${about(s.left.precision[(params.pick ?? s.left.machine + 1) - 1])}, the dictionary feature’s in ${about(s.right.precision[(params.guess ?? s.right.machine + 1) - 1])}.`
    : undefined;
}
