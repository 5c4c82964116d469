// The worker's side of `grokking`: types first.

import {
  answers,
  circle,
  create,
  EVERY,
  progress,
  right,
  shares,
  split,
  STEPS,
  train,
  weights,
  type Learner,
  type Progress,
} from '../../models/grokking.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import { type GrokkingParams } from './params.ts';

export interface GrokkingSnapshot extends Snapshot {
  readonly progress: Progress;
  /** at steps 0, 20, ... before this one */
  readonly course: readonly Progress[];
  /** a digit for each pair, a p + b: 2 where it is learned from, and 1 more where it is answered right */
  readonly pairs: string;
  /** by frequency: input power of the neurons that have it as their largest, and what the others have of it; shares of the whole */
  readonly own: readonly number[];
  readonly others: readonly number[];
  /** the plane's frequency, and the numbers 0 ... p - 1 on it, mean radius 1 */
  readonly frequency: number;
  readonly points: readonly (readonly [number, number])[];
  /** deviation of the radius over its mean */
  readonly spread: number;
}

const four = (x: number): number => Math.round(x * 1e4) / 1e4 || 0;
const tidy = (p: Progress): Progress => ({
  trainRight: four(p.trainRight),
  testRight: four(p.testRight),
  trainLoss: four(p.trainLoss),
  testLoss: four(p.testLoss),
  restricted: four(p.restricted),
  concentration: four(p.concentration),
});

export const model: Model<GrokkingParams, Learner, GrokkingSnapshot> = {
  engine: 1,
  memory: 12e6,
  create: ({ seed }, k) => create(seed, k),
  end: () => STEPS,
  train: (learner, { seed, decay }, step, k) => train(learner, seed, decay, step, k),
  edit: () => false,
  weights,
  observe(learner, { seed, frequency: asked }, step, k) {
    const w = weights(learner);
    const hit = right(answers(learner, k));
    const { own, others } = shares(w);
    const whole = own.map((x, f) => x + others[f]);
    const frequency = asked || whole.indexOf(Math.max(...whole)) + 1;
    const { points, spread } = circle(w, frequency);
    return {
      step,
      end: STEPS,
      progress: tidy(progress(learner, seed, k)),
      course: learner.course.slice(0, Math.ceil(step / EVERY)).map(tidy),
      pairs: Array.from(split(seed), (learned, i) => 2 * learned + hit[i]).join(''),
      own: own.map(four),
      others: others.map(four),
      frequency,
      points: points.map(([x, y]) => [four(x), four(y)] as const),
      spread: four(spread),
    };
  },
};
