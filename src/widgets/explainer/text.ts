// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { fixed2, wholePercent } from '../../scene/format.ts';
import type { Eight } from './baked.ts';
import { isIn, type ExplainerParams } from './params.ts';
import type { ExplainerSnapshot, Scored } from './snapshot.ts';
import { countExplained, isChosen, nameOf, pooled, wordCount } from './words.ts';

export const title = 'A program explains features, not neurons';

/** The words beside the picture, and the table of explanations. @param data undefined: not there yet */
export function text(params: ExplainerParams, s: ExplainerSnapshot, data?: Eight): Text {
  return {
    title,
    summary: summary(params, s, data),
    milestone: milestone(s),
    table: {
      caption: caption(s, data),
      head: ['by', 'explanation', 'score while searching', 'score on new scenes'],
      rows: [
        ...s.machine.map((f, i) =>
          tableRow(`machine, ${wordCount(i + 1)}${i === s.choice ? ' (its choice)' : ''}`, f),
        ),
        ...(s.mine ? [tableRow('you', s.mine)] : []),
      ],
    },
  };
}

const tableRow = (by: string, { says, search, held }: Scored): string[] => [
  by,
  says,
  fixed2(search),
  held === undefined ? 'not yet shown' : fixed2(held),
];

function caption(s: ExplainerSnapshot, data?: Eight): string {
  const { neuron, feature } = s.all;
  const here = `${countExplained(neuron)} of ${neuron.length} neurons and ${countExplained(feature)} of ${feature.length} live features score above 0.8 with one word`;
  const all = data ? `; in eight networks ${counts(data, s)}` : '';
  return `${nameOf(s)} of ${s.of}, after ${s.step} of ${s.end} predicates. In this network ${here}${all}.`;
}

/** "3 of 128 neurons and 150 of 200 features" */
const counts = (data: Eight, s: ExplainerSnapshot): string =>
  (['neuron', 'feature'] as const)
    .map((kind) => {
      const all = pooled(data, s, kind);
      return `${countExplained(all)} of ${all.length} ${kind}s`;
    })
    .join(' and ');

/** One sentence for each stage of the game: writing, handing in, the machine's search, its result. */
export function summary(params: ExplainerParams, s: ExplainerSnapshot, data?: Eight): string {
  const { mine } = s;
  const best = s.machine[s.choice];
  if (s.wrong) return s.wrong;
  if (mine && !isIn(params)) return written(mine);
  if (mine?.held !== undefined && best?.held !== undefined) {
    return contest(mine, mine.held, best, best.held);
  }
  if (!best) return waiting(s);
  if (s.step < s.end || best.held === undefined) return searching(s, best);
  const result = `The machine explains ${nameOf(s).toLowerCase()} as “${best.says}”: ${fixed2(best.held)} on new scenes.`;
  return result + (warning(params, s) || aboveInAll(s, data));
}

const written = ({ says, search }: Scored): string =>
  `“${says}” scores ${fixed2(search)} on the scenes you can see. Hand it in to learn how it does on others.`;

const waiting = (s: ExplainerSnapshot): string =>
  `${nameOf(s)} of ${s.of}: the machine has not looked at it yet. Write an explanation and hand it in, or let it search.`;

const searching = (s: ExplainerSnapshot, best: Scored): string =>
  `After ${s.step} of ${s.end} predicates the best of ${nameOf(s).toLowerCase()} is “${best.says}”, ${fixed2(best.search)} on the scenes of the search.`;

/** Who explains it better, on new scenes. */
function contest(mine: Scored, own: number, machine: Scored, its: number): string {
  const scores = `“${mine.says}” scores ${fixed2(own)}, the machine’s “${machine.says}” ${fixed2(its)}`;
  return `${winner(own, its)} on scenes that neither has seen: ${scores}.`;
}

function winner(mine: number, theirs: number): string {
  if (Math.abs(mine - theirs) < 0.005) return 'Even';
  return mine > theirs ? 'You win' : 'The machine wins';
}

/** What is misleading about the unit that the essay chose; empty for all others. */
function warning(params: ExplainerParams, s: ExplainerSnapshot): string {
  const { off } = s;
  if (!off || !isChosen(params, s)) return '';
  return ` Chosen as a warning: on its forty strongest scenes and forty silent ones “${s.machine[0].says}” scores ${fixed2(off.top)}, but it is there in only ${wholePercent(off.firing)} of the scenes in which the neuron fires.`;
}

const aboveInAll = (s: ExplainerSnapshot, data?: Eight): string =>
  data ? ` Above 0.8 with one word: ${counts(data, s)}.` : '';

/** Said aloud when the best changes, without the numbers that change on the way. */
function milestone(s: ExplainerSnapshot): string | undefined {
  const best = s.machine[s.choice];
  return s.step >= s.end || !best ? undefined : `The machine’s best so far: “${best.says}”.`;
}
