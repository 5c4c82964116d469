// What the figure says: the claim, the state, all ten seeds.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { Row } from './baked.ts';
import type { BranchesSnapshot } from './model.ts';
import type { BranchesParams } from './params.ts';
import { median, needed, of, percent, scores, split, two } from './read.ts';

export const title = 'Two branches divide the work, in most runs';
export const question = ['Which of ten trainings?', 'Which training?'];
export const value = ({ seed }: BranchesParams): string => `seed ${seed}`;

export function summary({ lesion }: BranchesParams, s: BranchesSnapshot): string {
  const [o, c] = scores(s, lesion);
  const half = s.divided ? 'branch' : 'half';
  const when = s.step < s.end ? `At step ${grouped(s.step)}, ` : '';
  const now =
    lesion === 'none'
      ? `${when ? 'with' : 'With'} both ${half === 'branch' ? 'branches' : 'halves'} at work`
      : `${when ? 'with' : 'With'} the ${lesion} ${half} held at its mean`;
  const needs = [needed(s, 0), needed(s, 1)];
  const lesson =
    !needs[0] && !needs[1]
      ? `neither ${half} is needed for one task more than for the other`
      : needs[0] && needs[1] && needs[0] !== needs[1]
        ? `the first ${half} is needed for ${needs[0]}, the second for ${needs[1]}`
        : needs[0] === needs[1]
          ? `both are needed for ${needs[0]} most`
          : `only the ${needs[0] ? 'first' : 'second'} ${half} leans, towards ${needs[0] ?? needs[1]}`;
  return `${when}${now}, the net names ${percent(o)} of directions and ${percent(c)} of colours (guessing: 25%); ${lesson}.`;
}

export function text(params: BranchesParams, s: BranchesSnapshot, rows?: readonly Row[]): Text {
  const two10 = of(rows, true);
  const one10 = of(rows, false);
  const counted = two10.length
    ? ` In ${split(two10)} of ${two10.length} seeds the branches split the work (index above 0.5 in size; median ${two(median(two10.map((r) => Math.abs(r.dissociation))))}); of the undivided nets ${split(one10)} of ${one10.length} (median ${two(median(one10.map((r) => Math.abs(r.dissociation))))}).`
    : '';
  return {
    title,
    summary: summary(params, s) + counted,
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys: another training',
    milestone:
      Math.abs(s.dissociation) > 0.65 && s.step > 0 ? 'The branches have divided the work.' : undefined,
    table: {
      caption: `Pictures named rightly, whole and with one half held at its mean, on ${s.tested} fresh crops (the seeds: 960); index of dissociation here ${two(s.dissociation)}`,
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
        ['here', s],
        ...(rows ?? []).map((r) => [`seed ${r.seed}, ${r.divided ? 'two branches' : 'undivided'}`, r]),
      ].map(([name, r]) => {
        const m = r as Row;
        return [
          name as string,
          ...m.whole.map(percent),
          ...m.without.flat().map(percent),
          two(m.dissociation),
        ];
      }),
    },
  };
}
