// What the figure says: the claim, the outcome, the numbers.

import { grouped, wholePercent } from '../../scene/format.ts';
import type { Text } from '../../runtime/widget.ts';
import type { ReadingParams } from './params.ts';
import type { ReadingSnapshot, Sheet } from './snapshot.ts';

export const title = 'A neuron misleads its reader; a dictionary feature does not';

/** "Neuron 3, negative side" */
export function nameOf({ kind, index }: Sheet): string {
  if (kind === 'feature') return `Dictionary feature ${index}`;
  if (kind === 'direction') return `Random direction ${index}`;
  return `Neuron ${Math.ceil(index / 2)}, ${index % 2 ? 'positive' : 'negative'} side`;
}

/** The feature, from 1, that a unit is read as: by the reader, else by the machine. */
const readAs = (s: Sheet, pick: number | undefined): number => pick ?? s.machine + 1;

/** What became of a reading, longest first. */
export function outcomes(s: Sheet, pick: number | undefined, tested: boolean): string[] {
  if (!tested) {
    return pick === undefined
      ? ASKED
      : [`You say it stands for feature ${pick}.`, `Feature ${pick}, you say.`];
  }
  if (!s.fired) return ['It has not fired on a fresh input yet.', 'Not fired yet.'];
  const f = readAs(s, pick);
  const who = pick === undefined ? 'The machine read' : 'You read';
  const rate = wholePercent(s.precision[f - 1]);
  return [
    `${who} feature ${f}: it was there in ${rate} of ${grouped(s.fired)} fresh firings`,
    `${who} feature ${f}: there in ${rate} of its firings`,
    `Feature ${f}: in ${rate} of firings`,
    rate,
  ];
}

const ASKED = [
  'Which feature does it stand for? Slide the ring to your answer.',
  'Slide the ring to the feature it stands for.',
  'Slide the ring.',
];

/** A ring's value as it is read out. */
export function valueText(s: Sheet, pick: number | undefined, tested: boolean): string {
  if (pick === undefined) {
    return tested ? `nothing picked; the machine reads feature ${s.machine + 1}` : 'nothing picked yet';
  }
  return tested
    ? `feature ${pick}, right in ${wholePercent(s.precision[pick - 1])} of its firings`
    : `feature ${pick}`;
}

/** All words that follow the state. */
export function text(params: ReadingParams, s: ReadingSnapshot): Text {
  return {
    title,
    summary: summary(params, s),
    milestone: milestone(params, s),
    table: s.step > 0 ? testedTable(params, s) : readingTable(s),
  };
}

type Row = (string | number)[];

function readingTable({ left, right }: ReadingSnapshot): Text['table'] {
  return {
    caption: 'The examples: which features were active, and the activation beside the largest',
    head: ['unit', 'who, or which example', 'feature', 'activation', 'recall', 'R²'],
    rows: [...exampleRows(left), ...exampleRows(right)],
  };
}

function testedTable(
  { pick, guess }: ReadingParams,
  { step, left, right, all }: ReadingSnapshot,
): Text['table'] {
  return {
    caption: `Readings after ${grouped(step)} fresh inputs; under examples: the active features, and the activation beside the largest`,
    head: ['unit', 'who, or which example', 'feature', 'precision, or activation', 'recall', 'R²'],
    rows: [
      ...readingRows(left, pick),
      ...readingRows(right, guess),
      ...all.map(({ kind, precision, r2 }): Row => [
        `all ${precision.length} ${kind}s`,
        'machine, mean',
        '',
        mean(precision).toFixed(2),
        '',
        mean(r2).toFixed(2),
      ]),
      ...exampleRows(left),
      ...exampleRows(right),
    ],
  };
}

/** The machine's reading of a unit, and the reader's where there is one. */
const readingRows = (sheet: Sheet, pick: number | undefined): Row[] => [
  readingRow(sheet, 'machine', sheet.machine),
  ...(pick === undefined ? [] : [readingRow(sheet, 'you', pick - 1)]),
];

/** @param f the feature, from 0 */
const readingRow = (sheet: Sheet, who: string, f: number): Row => [
  nameOf(sheet),
  who,
  f + 1,
  sheet.precision[f].toFixed(2),
  sheet.recall[f].toFixed(2),
  sheet.r2[f].toFixed(2),
];

const exampleRows = (sheet: Sheet): Row[] =>
  sheet.rows.map(({ level, on }, i) => [
    nameOf(sheet),
    `example ${i + 1}`,
    on.map(([f]) => f + 1).join(' '),
    level.toFixed(2),
    '',
    '',
  ]);

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** What is still to be read, or how both readings did and those of all units. */
export function summary(params: ReadingParams, s: ReadingSnapshot): string {
  const { left, right } = s;
  if (s.step === 0) return `${onTheDesk(s)} ${stillToRead(params, s)}`;
  const [neurons, directions, features] = s.all.map(({ precision }) => wholePercent(mean(precision)));
  return `${result(left, params.pick)} ${result(right, params.guess)} Over all units the machine’s readings are true in ${neurons} of the firings of neurons, ${directions} of random directions, ${features} of dictionary features.`;
}

const onTheDesk = ({ left, right }: ReadingSnapshot): string =>
  `${nameOf(left)} and ${nameOf(right).toLowerCase()}, each with the ten inputs that excite it most.`;

function stillToRead({ pick, guess }: ReadingParams, { left, right }: ReadingSnapshot): string {
  const open = [...(pick === undefined ? [left] : []), ...(guess === undefined ? [right] : [])];
  if (!open.length) return 'Both are read; test them on fresh inputs.';
  return `Still to be read: ${open.map((sheet) => nameOf(sheet).toLowerCase()).join(' and ')}.`;
}

function result(sheet: Sheet, pick: number | undefined): string {
  const f = readAs(sheet, pick);
  const reads = pick === undefined ? 'reads as' : 'was read by you as';
  const rate = wholePercent(sheet.precision[f - 1]);
  return `${nameOf(sheet)} ${reads} feature ${f}, which was there in ${rate} of its ${grouped(sheet.fired)} firings on fresh inputs (R² ${sheet.r2[f - 1].toFixed(2)}).`;
}

function milestone(
  { kind, pick, guess }: ReadingParams,
  { step, left, right }: ReadingSnapshot,
): string | undefined {
  if (step < 1000 || left.fired < 100 || right.fired < 100) return undefined;
  return `A hundred firings each: the ${kind}’s reading was true in ${inTenths(left, pick)}, the dictionary feature’s in ${inTenths(right, guess)}.`;
}

/** In tenths: it is said aloud, once, while the numbers still move. */
const inTenths = (sheet: Sheet, pick: number | undefined): string =>
  `about ${Math.round(sheet.precision[readAs(sheet, pick) - 1] * 10)} of ten`;
