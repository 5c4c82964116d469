// What the figure says: the claim, what is to be seen now, the numbers.

import { fixed2 } from '../../scene/format.ts';
import type { Transcript } from '../../models/transcript.ts';
import type { Text } from '../../runtime/widget.ts';
import { sign } from './alphabet.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';
import { hits, placeOf, shownScores } from './derive.ts';
import { said } from './tokens.ts';

/** The figure's claim. */
export const title = ({ layers }: Pick<InductionSnapshot, 'layers'>): string =>
  layers === 1 ? 'One layer cannot build the pair' : 'Two heads form, and the loss bends';

/** Every sentence and number beside the picture. `record`: the other network's scores for the table. */
export function text(params: InductionParams, s: InductionSnapshot, record?: Transcript): Text {
  const left = s.without;
  const row = (
    name: string,
    of: (x: InductionSnapshot['scores']) => number,
    one: boolean,
  ): (string | number)[] => [
    name,
    fixed2(of(s.scores)),
    left ? fixed2(of(left)) : '',
    one && record ? fixed2(of(at(record, s))) : '',
  ];
  return {
    title: title(s),
    summary: summary(params, s),
    milestone: milestone(s),
    question: 'How far has it trained?',
    hint: 'drag along the curves, or arrow keys',
    value: `step ${s.step}`,
    table: {
      caption: `Scores at step ${s.step} of ${s.end} on 128 sequences that are held out; losses in nats`,
      head: [
        'score',
        s.layers === 1 ? 'one layer' : 'two layers',
        'without the head',
        s.layers === 1 ? 'two layers' : 'one layer',
      ],
      rows: [
        row('loss where the sequence repeats', (x) => x.repeated, true),
        row('loss the first time round', (x) => x.first, true),
        row('in-context score', (x) => x.context, true),
        row('previous-token score, first head', (x) => x.previous, true),
        row('prefix matching, last head', (x) => x.prefix, true),
        [
          'right guesses where the pair of tokens came before, in the sequence shown',
          `${hits(s).right} of ${hits(s).of}`,
          '',
          '',
        ],
      ],
    },
  };
}

/** The other network at the nearest step that is recorded. */
const at = (record: Transcript, s: InductionSnapshot): InductionSnapshot['scores'] => {
  const all = s.layers === 1 ? record.two : record.one;
  return all[Math.min(all.length - 1, Math.round(s.step / 10))];
};

/** Two sentences or three: what is to be seen now. */
export function summary(params: InductionParams, s: InductionSnapshot): string {
  const now = shownScores(s);
  const when = s.step < s.end ? `At step ${s.step}` : 'At the end';
  const out = s.without ? `, with the ${params.knock} head taken out,` : '';
  const first = `${when}${out} the loss is ${fixed2(now.repeated)} where the sequence repeats and ${fixed2(now.first)} the first time round; the in-context score is ${fixed2(now.context)}${s.without ? `, where the whole network has ${fixed2(s.scores.context)}` : ''}.`;
  const { right, of } = hits(s);
  const copies = of ? ` It guesses ${right} of the ${of} tokens that a look back could tell.` : '';
  const ahead = s.ahead.length ? ` It goes on with “${s.ahead.map(sign).join('')}”.` : '';
  const place = s.reading.tokens.length ? ` From ${said(s, placeOf(params, s))}.` : ' No sequence is given.';
  return `${first}${copies}${ahead}${place}`;
}

function milestone({ layers, scores, step, end }: InductionSnapshot): string | undefined {
  if (layers === 1 || step >= end) return undefined;
  if (scores.repeated < 0.6) return `The loss on repeats is below 0.6.`;
  if (scores.prefix > 0.5) {
    return 'The second head looks mostly at what followed last time: the in-context score falls.';
  }
  return scores.prefix > 0.25 ? 'The second head begins to find the place after the last time.' : undefined;
}
