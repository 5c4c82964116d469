// What the figure says: the claim, what is to be seen now, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './model.ts';
import type { DoubleDescentParams } from './params.ts';
import { long, median, two, unevenness } from './read.ts';

type Seen = DoubleDescentSnapshot;

export const titleOf = 'Few points are stored, many become features';
const EVEN = 0.3;

export function text(_: DoubleDescentParams, s: Seen, data?: Sizes): Text {
  return {
    title: titleOf,
    summary: summaryOf(s),
    question: 'How many points does it learn from?',
    value: grouped(s.points),
    hint: 'drag along the curve, or arrow keys; the dots are five seeds each',
    table: {
      caption: `Loss after 2,000 steps by the number of points, five seeds each; the network shown has ${grouped(s.points)} points and, at step ${grouped(s.step)}, a loss of ${two(s.trainLoss)} on them and ${two(s.testLoss)} on fresh ones`,
      head: ['points', 'on the learned, median', 'on fresh, median', 'on fresh, lowest', 'on fresh, highest'],
      rows:
        data?.stops.map(({ points, train, test }) => [
          points,
          two(median(train)),
          two(median(test)),
          two(Math.min(...test)),
          two(Math.max(...test)),
        ]) ?? [],
    },
  };
}

/** Two sentences: what is to be seen now. */
export function summaryOf(s: Seen): string {
  const when = s.step < s.end ? `At step ${grouped(s.step)}` : `After ${grouped(s.end)} steps`;
  const uneven = unevenness(s.hidden);
  const shape =
    s.points > 8
      ? ''
      : uneven < EVEN
        ? ` The ${s.points} points stand at even angles, like the corners of a polygon.`
        : ` The ${s.points} points stand at uneven angles.`;
  return `${when} on ${grouped(s.points)} points the loss is ${two(s.trainLoss)} on them and ${two(s.testLoss)} on fresh ones; answering nothing would cost 1.00 on either.${shape} ${long(s.directions)} of 128 features are longer than half of the longest.`;
}
