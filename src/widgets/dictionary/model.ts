// The worker's side of `dictionary`: a space of features, and the dictionary that is learned in it.

import { round3 } from '../../math/rounding.ts';
import type { Model } from '../../runtime/widget.ts';
import { Wd, type Dictionary } from '../../models/dictionary.ts';
import { train, type Recipe } from '../../models/learning.ts';
import { arrange } from '../../models/recovery.ts';
import {
  byPenalty,
  byTop,
  chance,
  clusterSpace,
  inClusters,
  judge,
  learning,
  toySpace,
  type Space,
} from '../../models/space.ts';
import { PENALTIES, type Strip } from './baked.ts';
import type { DictionaryParams } from './params.ts';
import type { DictionarySnapshot } from './snapshot.ts';

const spaces = new Map<string, Space>();
const chances = new Map<string, number>();

/** Spaces are functions of (world, seed): the last few are kept. */
function spaceOf({ world, seed }: DictionaryParams): Space {
  return kept(spaces, `${world} ${seed}`, () => (world === 'toy' ? toySpace(seed) : clusterSpace(seed)));
}

function kept<T>(store: Map<string, T>, name: string, make: () => T): T {
  const known = store.get(name);
  if (known !== undefined) return known;
  if (store.size > 7) store.delete(store.keys().next().value!);
  const made = make();
  store.set(name, made);
  return made;
}

function recipe({ world, rule, penalty, keep }: DictionaryParams): Recipe {
  if (world === 'clusters') return inClusters;
  return rule === 'top' ? byTop(keep) : byPenalty(penalty);
}

/** Rows of a flat [k][m] in this order, of length 1, 3 decimals. */
const rows = (flat: Float64Array, m: number, order: readonly number[]): number[][] =>
  order.map((i) => {
    const row = [...flat.subarray(i * m, i * m + m)];
    const size = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    return row.map((x) => round3(x / size));
  });

export const model: Model<DictionaryParams, Dictionary, DictionarySnapshot> = {
  engine: 1,
  memory: 24e6,
  create: (params) => spaceOf(params).begin(params.width),
  end: (params) => recipe(params).steps,
  train: (dictionary, params, step) => {
    const space = spaceOf(params);
    train(dictionary, space.batch(step), recipe(params), params.seed, step);
  },
  edit: () => false,
  weights: ({ theta }) => theta,
  observe(dictionary, params, step) {
    const space = spaceOf(params);
    const { n, m, truth_fh } = space;
    const { D, theta } = dictionary;
    const plan = recipe(params);
    const verdict = judge(space, dictionary, plan.keep);
    const { C_fd, live, best } = verdict;
    const { order } = arrange(C_fd, n, D, live);
    const place = (f: number): number => order.findIndex((d) => live[d] && C_fd[f * D + d] === best[f]);
    const close = Array.from(
      { length: n },
      (_, f) => order.filter((d) => live[d] && C_fd[f * D + d] > 0.9).length,
    );
    return {
      step,
      end: plan.steps,
      world: params.world,
      n,
      m,
      D,
      truth: rows(truth_fh, m, [...Array(n).keys()]),
      found: rows(theta.subarray(Wd(dictionary), Wd(dictionary) + D * m), m, order),
      live: order.map((d) => live[d]),
      nearest: best.map((_, f) => place(f)),
      best: best.map(round3),
      mmcs: verdict.mmcs,
      chance: kept(chances, `${params.world} ${params.seed} ${D}`, () => chance(space, D)),
      explained: verdict.explained,
      active: verdict.active,
      truly: space.active,
      dead: live.filter((is) => !is).length,
      above: close.filter((k) => k > 0).length,
      split: close.filter((k) => k > 1).length,
      toMeans: verdict.toMeans.map(round3),
    };
  },
  /** A width that is not in the bake: every penalty, with this seed only. */
  *survey(params) {
    if (params.world === 'clusters') return undefined;
    const space = spaceOf(params);
    const D = params.width;
    const stops: Strip['stops'][number][] = [];
    for (const penalty of PENALTIES.filter((_, i) => i % 2 === 1)) {
      const run = learning(space, D, byPenalty(penalty));
      let step = run.next();
      while (!step.done) {
        yield;
        step = run.next();
      }
      const { mmcs, explained, active, live } = judge(space, step.value, 0);
      stops.push({ at: penalty, mmcs, explained, active, dead: live.filter((is) => !is).length, toMeans: 0 });
    }
    return { world: 'toy', width: D, seeds: [params.seed], chance: chance(space, D), stops } satisfies Strip;
  },
};
