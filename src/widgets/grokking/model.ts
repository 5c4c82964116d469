// The worker's side of `grokking`.

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
import { round4 } from '../../math/rounding.ts';
import type { Model } from '../../runtime/widget.ts';
import type { GrokkingParams } from './params.ts';
import type { GrokkingSnapshot } from './snapshot.ts';

const tidy = (p: Progress): Progress => ({
  trainRight: round4(p.trainRight),
  testRight: round4(p.testRight),
  trainLoss: round4(p.trainLoss),
  testLoss: round4(p.testLoss),
  restricted: round4(p.restricted),
  concentration: round4(p.concentration),
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
      own: own.map(round4),
      others: others.map(round4),
      frequency,
      points: points.map(([x, y]) => [round4(x), round4(y)] as const),
      spread: round4(spread),
    };
  },
};
