// The sentences that this figure carries, each with what would refute it.

import type { Kernels } from '../../math/kernels/kernels.ts';
import { create, ends, seen, STEPS, train } from '../../models/finite.ts';
import type { Claim } from '../../runtime/widget.ts';
import { unevenness } from './derive.ts';

const known = new WeakMap<Kernels, Map<string, ReturnType<typeof ends>>>();

function at(seed: number, points: number, k: Kernels): ReturnType<typeof ends> {
  const here = known.get(k) ?? new Map<string, ReturnType<typeof ends>>();
  const name = `${seed} ${points}`;
  known.set(k, here);
  if (!here.has(name)) here.set(name, ends(seed, points, k));
  return here.get(name)!;
}

export const claims: Claim[] = [
  {
    id: 'descent-stores',
    atLeast: 10,
    sentence: 'Five points are stored without loss: below 0.01, where answering nothing costs 1.',
    test(seed, k) {
      const { train: value } = at(seed, 5, k);
      return { ok: value < 0.01, value, state: 'points=5' };
    },
  },
  {
    id: 'descent-polygon',
    atLeast: 8,
    sentence:
      'The five stored points stand at even angles: the gaps between them vary by less than 30% of their mean.',
    test(seed, k) {
      const net = create(seed, 5, k);
      for (let step = 0; step < STEPS; step++) train(net, seed, 5, step, k);
      const { hidden } = seen(net, seed, 5, k);
      const value = unevenness(
        Array.from({ length: 5 }, (_, t) => [hidden[2 * t], hidden[2 * t + 1]] as const),
      );
      return { ok: value < 0.3, value, state: 'points=5' };
    },
  },
  {
    id: 'descent-peak',
    atLeast: 10,
    sentence:
      'With as many points as features, or about as many, fresh points cost more than 1.4, more than answering nothing.',
    test(seed, k) {
      const value = Math.max(...[64, 96, 128, 192].map((points) => at(seed, points, k).test));
      return { ok: value > 1.4, value, state: 'points=128' };
    },
  },
  {
    id: 'descent-falls',
    atLeast: 8,
    sentence: 'Twice as many points as features, and fresh ones cost less than 1.1 again.',
    test(seed, k) {
      const { test: value } = at(seed, 256, k);
      return { ok: value < 1.1, value, state: 'points=256' };
    },
  },
  {
    id: 'descent-second',
    atLeast: 9,
    sentence: 'With 1,024 points the loss on fresh ones is below 0.97.',
    test(seed, k) {
      const { test: value } = at(seed, 1024, k);
      return { ok: value < 0.97, value, state: 'points=1024' };
    },
  },
  {
    id: 'descent-slight',
    atLeast: 9,
    sentence: 'The second descent ends only slightly lower: 1,024 points gain less than 0.1 over five.',
    test(seed, k) {
      const value = at(seed, 5, k).test - at(seed, 1024, k).test;
      return { ok: value > 0 && value < 0.1, value, state: 'points=1024' };
    },
  },
];
