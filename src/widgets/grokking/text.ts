// What the figure says: the claim, what is to be seen now, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { fixed2, grouped } from '../../scene/format.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import type { GrokkingParams } from './params.ts';
import { counts, percent } from './derive.ts';

/** The figure's claim. */
export const title = ({ decay }: Pick<GrokkingParams, 'decay'>): string =>
  decay === 0 ? 'Without decay it only remembers' : 'It remembers first and understands later';

/** Every sentence and number beside the picture. */
export function text(params: GrokkingParams, s: GrokkingSnapshot): Text {
  const { learned, knows, rest, infers } = counts(s);
  const p = s.progress;
  return {
    title: title(params),
    summary: summary(params, s),
    milestone: milestone(s),
    question: 'How far has it trained?',
    hint: 'drag along the curves, or arrow keys',
    value: `step ${grouped(s.step)}`,
    table: {
      caption: `Step ${grouped(s.step)} of ${grouped(s.end)}, weight decay ${params.decay}; losses in nats`,
      head: ['measure', 'pairs learned from', 'unseen pairs'],
      rows: [
        ['right', `${knows} of ${learned}`, `${infers} of ${rest}`],
        ['loss', fixed2(p.trainLoss), fixed2(p.testLoss)],
        ['restricted loss', '', fixed2(p.restricted)],
        ['concentration of the neurons’ inputs, whole network', percent(p.concentration), ''],
        [`radius of the circle of frequency ${s.frequency}: deviation over mean`, percent(s.spread), ''],
      ],
    },
  };
}

/** Two sentences: what is to be seen now. */
export function summary({ decay }: GrokkingParams, s: GrokkingSnapshot): string {
  const p = s.progress;
  const when = s.step < s.end ? `At step ${grouped(s.step)}` : `After ${grouped(s.end)} steps`;
  return `${when}, with weight decay ${decay}, ${percent(p.trainRight)} of the pairs it learns from are right and ${percent(p.testRight)} of the unseen ones, where guessing gives 3%. The loss on unseen pairs is ${fixed2(p.testLoss)}, the restricted loss ${fixed2(p.restricted)}; ${percent(p.concentration)} of a neuron’s input power lies in one frequency, and the numbers’ radius on the plane of frequency ${s.frequency} varies by ${percent(s.spread)}.`;
}

function milestone({ progress: p, step, end }: GrokkingSnapshot): string | undefined {
  if (step >= end) return undefined;
  if (p.testRight > 0.95) return 'More than 95% of the unseen pairs are right.';
  if (p.testRight > 0.5) return 'Half of the unseen pairs are right.';
  return p.trainRight > 0.99 && p.testRight < 0.1
    ? 'All pairs that it learns from are right, and hardly any other.'
    : undefined;
}
