// The worker's side of `double-descent`.

import { create, EVERY, FEATURES, seen, STEPS, train, weights, type Learner } from '../../models/finite.ts';
import { round3, round4 } from '../../math/rounding.ts';
import type { Model } from '../../runtime/widget.ts';
import type { DoubleDescentParams } from './params.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';

const DRAWN = 400;

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
      trainLoss: round4(trainLoss),
      testLoss: round4(testLoss),
      hidden: Array.from(
        { length: Math.min(points, DRAWN) },
        (_, t) => [round3(hidden[2 * t]), round3(hidden[2 * t + 1])] as const,
      ),
      directions: Array.from(
        { length: FEATURES },
        (_, f) => [round3(w[f]), round3(w[FEATURES + f])] as const,
      ),
      course: learner.course.slice(0, Math.ceil(step / EVERY)).map(round4),
    };
  },
};
