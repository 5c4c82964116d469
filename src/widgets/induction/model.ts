// The worker's side of `induction`.

import { STEPS } from '../../models/heads.ts';
import { create, measure, train, weights, type Learner } from '../../models/induction.ts';
import { recordTranscript } from '../../models/record-transcript.ts';
import type { Model } from '../../runtime/widget.ts';
import { answer, cutOf, tidy } from './answer.ts';
import type { InductionParams } from './params.ts';
import type { InductionSnapshot } from './snapshot.ts';

export const model: Model<InductionParams, Learner, InductionSnapshot> = {
  engine: 1,
  memory: 3e6,
  spacing: 12, // a checkpoint, moments and all, is 86 kB
  create: ({ layers, seed }, k) => create(layers, seed, k),
  end: () => STEPS,
  train: (learner, { seed }, step, k) => train(learner, seed, step, k),
  edit: () => false,
  weights,
  observe(learner, params, step, k) {
    const cut = cutOf(params, learner.layers);
    return {
      step,
      end: STEPS,
      layers: learner.layers,
      scores: tidy(measure(learner, k)),
      without: cut && tidy(measure(learner, k, cut)),
      course: learner.course.map(tidy),
      ...answer(weights(learner), learner.layers, params),
    };
  },
  survey: ({ seed }, k) => recordTranscript(seed, k),
};
