// The worker's side of `double-descent`: types first.

import { create, EVERY, FEATURES, seen, STEPS, train, weights, type Learner } from '../../models/finite.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { DoubleDescentParams } from './params.ts';

export interface DoubleDescentSnapshot extends Snapshot {
  readonly points: number;
  /** mean squared error on the points that are learned, and on 1,000 fresh ones */
  readonly trainLoss: number;
  readonly testLoss: number;
  /** the points where the two neurons put them, [at most 400][2] */
  readonly hidden: readonly (readonly [number, number])[];
  /** the features' directions, [128][2] */
  readonly directions: readonly (readonly [number, number])[];
  /** loss on the learned points at steps 0, 50, ... before this one */
  readonly course: readonly number[];
}

const DRAWN = 400;
const three = (x: number): number => Math.round(x * 1e3) / 1e3 || 0;
const four = (x: number): number => Math.round(x * 1e4) / 1e4 || 0;

export const model: Model<DoubleDescentParams, Learner, DoubleDescentSnapshot> = {
  engine: 1,
  memory: 2e6,
  create: ({ seed, points }, k) => create(seed, points, k),
  end: () => STEPS,
  train: (learner, { seed, points }, step, k) => train(learner, seed, points, step, k),
  edit: () => false,
  weights,
  observe(learner, { seed, points }, step, k) {
    const w = weights(learner);
    const { loss: testLoss } = seen(learner, seed, 'fresh', k);
    const { loss: trainLoss, hidden } = seen(learner, seed, points, k);
    return {
      step,
      end: STEPS,
      points,
      trainLoss: four(trainLoss),
      testLoss: four(testLoss),
      hidden: Array.from(
        { length: Math.min(points, DRAWN) },
        (_, t) => [three(hidden[2 * t]), three(hidden[2 * t + 1])] as const,
      ),
      directions: Array.from({ length: FEATURES }, (_, f) => [three(w[f]), three(w[FEATURES + f])] as const),
      course: learner.course.slice(0, Math.ceil(step / EVERY)).map(four),
    };
  },
};
