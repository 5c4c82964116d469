// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import type { Eight } from './baked.ts';
import type { ExplainerSnapshot } from './model.ts';
import { isIn, type ExplainerParams } from './params.ts';

type Seen = ExplainerSnapshot;
export const TITLE = 'A program explains features, not neurons';
export const two = (x: number): string => x.toFixed(2).replace('-', '−');
export const percent = (x: number): string => `${Math.round(x * 100)}%`;
export const nameOf = ({ kind, index }: Pick<Seen, 'kind' | 'index'>): string =>
  `${kind === 'neuron' ? 'Neuron' : 'Feature'} ${index}`;
/** the unit that the essay chose because its top is misleading */
export const isChosen = ({ seed, kind }: ExplainerParams, { index }: Seen): boolean =>
  seed === 7 && kind === 'neuron' && index === 12;

export const above = (scores: readonly number[]): number => scores.filter((s) => s > 0.8).length;
export const pooled = (data: Eight | undefined, s: Seen, kind: Seen['kind']): readonly number[] =>
  data?.seeds.flatMap((one) => one[kind]) ?? s.all[kind];

export function text(params: ExplainerParams, s: Seen, data?: Eight): Text {
  const rows = [
    ...s.machine.map((f, i): [string, typeof f] => [
      `machine, ${i + 1} ${i ? 'words' : 'word'}${i === s.choice ? ' (its choice)' : ''}`,
      f,
    ]),
    ...(s.mine ? [['you', s.mine] as [string, typeof s.mine]] : []),
  ];
  return {
    title: TITLE,
    summary: summaryOf(params, s, data),
    milestone: milestone(s),
    table: {
      caption: `${nameOf(s)} of ${s.of}, after ${s.step} of ${s.end} predicates. In this network ${above(s.all.neuron)} of ${s.all.neuron.length} neurons and ${above(s.all.feature)} of ${s.all.feature.length} live features score above 0.8 with one word${data ? `; in eight networks ${counts(data, s)}` : ''}.`,
      head: ['by', 'explanation', 'score while searching', 'score on new scenes'],
      rows: rows.map(([by, f]) => [
        by,
        f.says,
        two(f.search),
        f.held === undefined ? 'not yet shown' : two(f.held),
      ]),
    },
  };
}

const counts = (data: Eight, s: Seen): string =>
  (['neuron', 'feature'] as const)
    .map((kind) => {
      const all = pooled(data, s, kind);
      return `${above(all)} of ${all.length} ${kind}s`;
    })
    .join(' and ');

export function summaryOf(params: ExplainerParams, s: Seen, data?: Eight): string {
  if (s.wrong) return s.wrong;
  if (s.mine && !isIn(params)) {
    return `“${s.mine.says}” scores ${two(s.mine.search)} on the scenes you can see. Hand it in to learn how it does on others.`;
  }
  if (s.mine?.held !== undefined && s.machine[s.choice]?.held !== undefined) {
    return `${contest(s.mine.held, s.machine[s.choice].held!)} on scenes that neither has seen: “${s.mine.says}” scores ${two(s.mine.held)}, the machine’s “${s.machine[s.choice].says}” ${two(s.machine[s.choice].held!)}.`;
  }
  const best = s.machine[s.choice];
  if (!best) {
    return `${nameOf(s)} of ${s.of}: the machine has not looked at it yet. Write an explanation and hand it in, or let it search.`;
  }
  if (s.step < s.end || best.held === undefined) {
    return `After ${s.step} of ${s.end} predicates the best of ${nameOf(s).toLowerCase()} is “${best.says}”, ${two(best.search)} on the scenes of the search.`;
  }
  const off =
    s.off && isChosen(params, s)
      ? ` Chosen as a warning: on its forty strongest scenes and forty silent ones “${s.machine[0].says}” scores ${two(s.off.top)}, but it is there in only ${percent(s.off.firing)} of the scenes in which the neuron fires.`
      : '';
  return `The machine explains ${nameOf(s).toLowerCase()} as “${best.says}”: ${two(best.held)} on new scenes.${off || (data ? ` Above 0.8 with one word: ${counts(data, s)}.` : '')}`;
}

const contest = (mine: number, theirs: number): string =>
  Math.abs(mine - theirs) < 0.005 ? 'Even' : mine > theirs ? 'You win' : 'The machine wins';

/** Said aloud when the best changes, without the numbers that change on the way. */
function milestone(s: Seen): string | undefined {
  const best = s.machine[s.choice];
  return s.step >= s.end || !best ? undefined : `The machine’s best so far: “${best.says}”.`;
}
