// What the figure says: the claim, what is to be seen now, the numbers.

import { upperMedian } from '../../math/median.ts';
import type { Text } from '../../runtime/widget.ts';
import { fixed2, grouped } from '../../scene/format.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import type { DoubleDescentParams } from './params.ts';
import { long, unevenness } from './derive.ts';

/** The figure's claim. */
export const title = 'Few points are stored, many become features';
/** Below this unevenness angles count as even. */
const EVEN = 0.3;

/** Every sentence and number beside the picture. `data`: the table of all sizes. */
export function text(_: DoubleDescentParams, s: DoubleDescentSnapshot, data?: Sizes): Text {
  return {
    title,
    summary: summary(s),
    question: 'How many points does it learn from?',
    value: grouped(s.points),
    hint: 'drag along the curve, or arrow keys; the dots are five seeds each',
    table: {
      caption: `Loss after 2,000 steps by the number of points, five seeds each; the network shown has ${grouped(s.points)} points and, at step ${grouped(s.step)}, a loss of ${fixed2(s.trainLoss)} on them and ${fixed2(s.testLoss)} on fresh ones`,
      head: ['points', 'on the learned, median', 'on fresh, median', 'on fresh, lowest', 'on fresh, highest'],
      rows:
        data?.stops.map(({ points, train, test }) => [
          points,
          fixed2(upperMedian(train)),
          fixed2(upperMedian(test)),
          fixed2(Math.min(...test)),
          fixed2(Math.max(...test)),
        ]) ?? [],
    },
  };
}

/** Two sentences: what is to be seen now. */
export function summary(s: DoubleDescentSnapshot): string {
  const when = s.step < s.end ? `At step ${grouped(s.step)}` : `After ${grouped(s.end)} steps`;
  return `${when} on ${grouped(s.points)} points the loss is ${fixed2(s.trainLoss)} on them and ${fixed2(s.testLoss)} on fresh ones; answering nothing would cost 1.00 on either.${shape(s)} ${long(s.directions)} of 128 features are longer than half of the longest.`;
}

/** How the points lie, where there are few enough to see it. */
function shape({ points, hidden }: DoubleDescentSnapshot): string {
  if (points > 8) return '';
  return unevenness(hidden) < EVEN
    ? ` The ${points} points stand at even angles, like the corners of a polygon.`
    : ` The ${points} points stand at uneven angles.`;
}
