// What the figure says: the claim, the state, all ten seeds.

import type { Text } from '../../runtime/widget.ts';
import { fixed2, grouped, wholePercent } from '../../scene/format.ts';
import type { Row } from './baked.ts';
import { median } from '../../math/median.ts';
import { countSplit, needed, rowsOf, scores } from './derive.ts';
import type { BranchesParams, Lesion } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

export const title = 'Two branches divide the work, in most runs';
/** What the track asks, longest first. */
export const question = ['Which of ten trainings?', 'Which training?'];
/** The answer that the track gives now. */
export const value = ({ seed }: BranchesParams): string => `seed ${seed}`;
/** The index is worth saying aloud above this size. */
const DIVIDED = 0.65;

/** One sentence: how the net does as it is held now, and what each half is needed for. */
export function summary({ lesion }: BranchesParams, s: BranchesSnapshot): string {
  const [direction, colour] = scores(s, lesion).map(wholePercent);
  const lead = atWork(lesion, s.divided);
  const when = s.step < s.end ? `At step ${grouped(s.step)}, ${lead}` : capitalised(lead);
  return `${when}, the net names ${direction} of directions and ${colour} of colours (guessing: 25%); ${lesson(s)}.`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "with both branches at work", "with the first half held at its mean" */
function atWork(lesion: Lesion, divided: boolean): string {
  if (lesion === 'none') return `with both ${divided ? 'branches' : 'halves'} at work`;
  return `with the ${lesion} ${divided ? 'branch' : 'half'} held at its mean`;
}

/** What the two halves are needed for. */
function lesson(s: BranchesSnapshot): string {
  const half = s.divided ? 'branch' : 'half';
  const [first, second] = [needed(s, 0), needed(s, 1)];
  if (!first && !second) return `neither ${half} is needed for one task more than for the other`;
  if (first === second) return `both are needed for ${first} most`;
  if (first && second) return `the first ${half} is needed for ${first}, the second for ${second}`;
  return `only the ${first ? 'first' : 'second'} ${half} leans, towards ${first ?? second}`;
}

/** In how many seeds the work is divided, with branches and without; empty while the rows are not there. */
function countOfSeeds(rows?: readonly Row[]): string {
  const divided = rowsOf(rows, true);
  const undivided = rowsOf(rows, false);
  if (!divided.length) return '';
  const split = `In ${countSplit(divided)} of ${divided.length} seeds the branches split the work (index above 0.5 in size; median ${medianIndex(divided)})`;
  const control = `of the undivided nets ${countSplit(undivided)} of ${undivided.length} (median ${medianIndex(undivided)})`;
  return ` ${split}; ${control}.`;
}

const medianIndex = (rows: readonly Row[]): string =>
  fixed2(median(rows.map((r) => Math.abs(r.dissociation))));

/** The words beside the picture, and the table of the present net and of all seeds. */
export function text(params: BranchesParams, s: BranchesSnapshot, rows?: readonly Row[]): Text {
  return {
    title,
    summary: summary(params, s) + countOfSeeds(rows),
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys: another training',
    milestone:
      Math.abs(s.dissociation) > DIVIDED && s.step > 0 ? 'The branches have divided the work.' : undefined,
    table: table(s, rows),
  };
}

function table(s: BranchesSnapshot, rows: readonly Row[] = []): Text['table'] {
  return {
    caption: `Pictures named rightly, whole and with one half held at its mean, on ${s.tested} fresh crops (the seeds: 960); index of dissociation here ${fixed2(s.dissociation)}`,
    head: [
      'net',
      'direction',
      'colour',
      'direction, first half held',
      'colour, first half held',
      'direction, second half held',
      'colour, second half held',
      'index',
    ],
    rows: [
      tableRow('here', s),
      ...rows.map((r) => tableRow(`seed ${r.seed}, ${r.divided ? 'two branches' : 'undivided'}`, r)),
    ],
  };
}

const tableRow = (
  name: string,
  { whole, without, dissociation }: Pick<Row, 'whole' | 'without' | 'dissociation'>,
): string[] => [name, ...whole.map(wholePercent), ...without.flat().map(wholePercent), fixed2(dissociation)];
