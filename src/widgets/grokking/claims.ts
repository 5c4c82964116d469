// The sentences that this figure carries, each with what would refute it. A network is trained once for all of them.

import type { Kernels } from '../../math/kernels/kernels.ts';
import { create, EVERY, progress, STEPS, train, type Learner, type Progress } from '../../models/grokking.ts';
import type { Claim } from '../../runtime/widget.ts';

const known = new WeakMap<Kernels, Map<string, readonly Progress[]>>();

/** Progress at steps 0, 20, ..., 1600. */
function course(seed: number, decay: number, k: Kernels): readonly Progress[] {
  const here = known.get(k) ?? new Map<string, readonly Progress[]>();
  const name = `${seed} ${decay}`;
  known.set(k, here);
  if (!here.has(name)) {
    const net: Learner = create(seed, k);
    for (let step = 0; step < STEPS; step++) train(net, seed, decay, step, k);
    here.set(name, [...net.course, progress(net, seed, k)]);
  }
  return here.get(name)!;
}
const at = (all: readonly Progress[], step: number): Progress => all[step / EVERY];

export const claims: Claim[] = [
  {
    id: 'grokking-memorises',
    atLeast: 10,
    sentence:
      'After 100 steps the network knows more than 98% of the pairs it learns from and fewer than 10% of the others.',
    test(seed, k) {
      const p = at(course(seed, 1, k), 100);
      return { ok: p.trainRight > 0.98 && p.testRight < 0.1, value: p.testRight, state: 'step=100' };
    },
  },
  {
    id: 'grokking-generalises',
    atLeast: 9,
    sentence: 'After 1,600 steps it answers more than 95% of the pairs that it never saw.',
    test(seed, k) {
      const { testRight: value } = at(course(seed, 1, k), STEPS);
      return { ok: value > 0.95, value };
    },
  },
  {
    id: 'grokking-ramp',
    atLeast: 9,
    sentence: 'It is a ramp: from 20% to 80% of the unseen pairs takes more than 300 steps.',
    test(seed, k) {
      const all = course(seed, 1, k);
      const first = (share: number): number => EVERY * all.findIndex((p) => p.testRight >= share);
      const value = first(0.8) - first(0.2);
      return { ok: value > 300, value };
    },
  },
  {
    id: 'grokking-no-decay',
    atLeast: 10,
    sentence: 'Without weight decay fewer than 15% of the unseen pairs are right after 1,600 steps.',
    test(seed, k) {
      const { testRight: value } = at(course(seed, 0, k), STEPS);
      return { ok: value < 0.15, value, state: 'decay=0' };
    },
  },
  {
    id: 'grokking-restricted',
    atLeast: 9,
    sentence: 'At step 200 the restricted loss is below 0.8 while the loss on unseen pairs is above 2.5.',
    test(seed, k) {
      const p = at(course(seed, 1, k), 200);
      return { ok: p.restricted < 0.8 && p.testLoss > 2.5, value: p.restricted, state: 'step=200' };
    },
  },
  {
    id: 'grokking-restricted-misleads',
    atLeast: 10,
    sentence:
      'Without weight decay, where nothing is ever generalised, the restricted loss falls below 0.2 all the same.',
    test(seed, k) {
      const p = at(course(seed, 0, k), STEPS);
      return { ok: p.restricted < 0.2 && p.testRight < 0.15, value: p.restricted, state: 'decay=0' };
    },
  },
  {
    id: 'grokking-concentrates',
    atLeast: 9,
    sentence:
      'With decay the neurons end with more than 75% of their input power in one frequency; without it with less than 45%.',
    test(seed, k) {
      const { concentration: value } = at(course(seed, 1, k), STEPS);
      return { ok: value > 0.75 && at(course(seed, 0, k), STEPS).concentration < 0.45, value };
    },
  },
];
