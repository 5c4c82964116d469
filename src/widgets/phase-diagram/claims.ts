// What the essay says of the phase diagrams, each with the run that could refute it.
import type { Kernels } from '../../math/kernels/kernels.ts';
import { once } from '../../math/kernels/once.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { look, open, seek } from '../../runtime/run.ts';
import { defaults } from '../../runtime/params.ts';
import type { Claim } from '../../runtime/widget.ts';
import { model } from './model.ts';
import { spec, type PhaseParams } from './params.ts';
import type { PhaseSnapshot } from './snapshot.ts';
import { agreement, deadEnds, theoryOf, type Theory } from './derive.ts';

const wholes = once((k) =>
  memoizeLru(11, (starts: PhaseParams['starts'], seed: number): PhaseSnapshot => {
    const run = open(model, { ...defaults<PhaseParams>(spec), starts, seed }, k);
    seek(run, model.end(run.params));
    return look(run);
  }),
);
const whole = (k: Kernels, starts: PhaseParams['starts'], seed: number): PhaseSnapshot =>
  wholes(k)(starts, seed);
const part = (snapshot: PhaseSnapshot, map: 'two' | 'three', theory: Theory): number => {
  const { agree, trained } = agreement(snapshot, map, theoryOf(map, theory));
  return agree / trained;
};

export const claims: readonly Claim[] = [
  {
    id: 'three-starts',
    atLeast: 10,
    sentence:
      'With three fixed starts, at least 98% of 400 trained models of two features end as the full closed form says, and at least 97% as the naive boundary says.',
    test: (_, k) => {
      const s = whole(k, 'three', 1);
      const value = part(s, 'two', 'full');
      return { ok: value >= 0.98 && part(s, 'two', 'naive') >= 0.97, value };
    },
  },
  {
    id: 'three-features',
    atLeast: 10,
    sentence:
      'Three features on two neurons follow the same pairs: at least 97% of 400 models end as predicted.',
    test: (_, k) => {
      const value = part(whole(k, 'three', 1), 'three', 'symmetric');
      return { ok: value >= 0.97, value };
    },
  },
  {
    id: 'map-one-start',
    atLeast: 10,
    sentence: 'One random start agrees in about three cells of four only.',
    test: (seed, k) => {
      const value = part(whole(k, 'one', seed), 'two', 'full');
      return { ok: value > 0.68 && value < 0.86, value };
    },
  },
  {
    id: 'dead-end',
    atLeast: 10,
    sentence:
      'Of the cells where one random start ends elsewhere, at least nine in ten began with both weights on the same side.',
    test: (seed, k) => {
      const { wrong, oneSide } = deadEnds(whole(k, 'one', seed));
      return { ok: oneSide >= 0.9 * wrong, value: oneSide / wrong };
    },
  },
];
