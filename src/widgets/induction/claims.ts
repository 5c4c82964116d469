// The sentences that this figure carries, each with what would refute it. A network is trained once for all of them.

import type { Kernels } from '../../math/kernels/kernels.ts';
import { onDiagonal, table } from '../../models/attend.ts';
import { EVERY, STEPS, type Scores } from '../../models/heads.ts';
import { create, measure, train, weights, type Learner } from '../../models/induction.ts';
import type { Claim } from '../../runtime/widget.ts';

const known = new WeakMap<Kernels, Map<string, Learner>>();

function trained(layers: number, seed: number, k: Kernels): Learner {
  const here = known.get(k) ?? new Map<string, Learner>();
  const name = `${layers} ${seed}`;
  known.set(k, here);
  if (!here.has(name)) {
    const net = create(layers, seed, k);
    for (let step = 0; step < STEPS; step++) train(net, seed, step, k);
    net.course.push(measure(net, k));
    here.set(name, net);
  }
  return here.get(name)!;
}
const end = ({ course }: Learner): Scores => course.at(-1);

/** The step at which a score is half of the way from its first to its last value. */
function half({ course }: Learner, of: (s: Scores) => number): number {
  const from = of(course[0]);
  const to = of(course.at(-1));
  return EVERY * course.findIndex((s) => (of(s) - from) / (to - from) >= 0.5);
}

export const claims: Claim[] = [
  {
    id: 'induction-learns',
    atLeast: 10,
    sentence:
      'Two layers learn to copy: after 400 steps the loss on repeats is below 0.8 nats and the in-context score below −2.',
    test(seed, k) {
      const s = end(trained(2, seed, k));
      return {
        ok: s.repeated < 0.8 && s.context < -2 && s.prefix > 0.65 && s.previous > 0.35,
        value: s.repeated,
      };
    },
  },
  {
    id: 'induction-one-layer',
    atLeast: 10,
    sentence:
      'One layer on the same sequences does not: its loss on repeats stays above 1.7 nats and its in-context score above −1.1.',
    test(seed, k) {
      const s = end(trained(1, seed, k));
      return { ok: s.repeated > 1.7 && s.context > -1.1 && s.prefix < 0.3, value: s.repeated };
    },
  },
  {
    id: 'induction-cut',
    atLeast: 10,
    sentence:
      'With the first head looking everywhere alike, the in-context score of two layers is back above −1.1, where that of one layer lies.',
    test(seed, k) {
      const s = measure(trained(2, seed, k), k, { layer: 0, how: 'uniform' });
      return { ok: s.context > -1.1 && s.repeated > 1.9, value: s.context };
    },
  },
  {
    id: 'induction-composition',
    atLeast: 9,
    sentence:
      'Through the first head nine tokens of ten or more match themselves best; without it at most 15% do.',
    test(seed, k) {
      const w = weights(trained(2, seed, k));
      const value = onDiagonal(table(w, 'composition'));
      return { ok: value >= 0.9 && onDiagonal(table(w, 'direct')) <= 0.15, value };
    },
  },
  {
    id: 'induction-copies',
    atLeast: 10,
    sentence:
      'What the second head writes makes nine tokens of ten or more likelier than any other token: those it looks at.',
    test(seed, k) {
      const value = onDiagonal(table(weights(trained(2, seed, k)), 'copying'));
      return { ok: value >= 0.9, value };
    },
  },
  {
    id: 'induction-together',
    atLeast: 9,
    sentence:
      'The in-context score and prefix matching reach half of their change within 20 steps of each other.',
    test(seed, k) {
      const net = trained(2, seed, k);
      const value = Math.abs(half(net, (s) => s.context) - half(net, (s) => s.prefix));
      return { ok: value <= 20, value };
    },
  },
  {
    id: 'induction-not-flat',
    atLeast: 10,
    sentence:
      'The plateau before the bend is not flat: between steps 60 and 120 the loss on repeats falls by more than a fifth of a nat.',
    test(seed, k) {
      const { course } = trained(2, seed, k);
      const value = course[6].repeated - course[12].repeated;
      return { ok: value > 0.2, value };
    },
  },
  {
    id: 'induction-costs',
    atLeast: 9,
    sentence:
      'As the pair forms, the loss on what comes for the first time gets worse, by more than 0.15 nats between step 100 and its worst after.',
    test(seed, k) {
      const { course } = trained(2, seed, k);
      const value = Math.max(...course.slice(10).map((s) => s.first)) - course[10].first;
      return { ok: value > 0.15, value };
    },
  },
];
