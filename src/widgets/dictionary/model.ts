// The worker's side of `dictionary`: types first.

import type { Model, Snapshot } from '../../runtime/widget.ts';
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

/** n features, m neurons, D latents. Latents come in drawing order: matched ones first, in the features' order, dead ones last. */
export interface DictionarySnapshot extends Snapshot {
  readonly world: 'toy' | 'clusters';
  readonly n: number;
  readonly m: number;
  readonly D: number;
  /** unit directions of the features, [n][m], 3 decimals */
  readonly truth: readonly (readonly number[])[];
  /** unit directions of the latents, [D][m], 3 decimals */
  readonly found: readonly (readonly number[])[];
  /** fired on the inputs that the dictionary is judged by, [D] */
  readonly live: readonly boolean[];
  /** each feature's best live latent, by its place in `found` (-1: none lives), and the cosine with it, [n] */
  readonly nearest: readonly number[];
  readonly best: readonly number[];
  readonly mmcs: number;
  /** MMCS of random dictionaries as wide as this one, mean of 16 */
  readonly chance: number;
  /** share of the variance that is explained */
  readonly explained: number;
  /** latents active at a time, and features truly active at a time */
  readonly active: number;
  readonly truly: number;
  readonly dead: number;
  /** features with a latent above 0.9, and those with two or more */
  readonly above: number;
  readonly split: number;
  /** clusters: cosine of each cluster's mean with its best live latent, [5]; toy: empty */
  readonly toMeans: readonly number[];
}

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

export const recipe = ({ world, rule, penalty, keep }: DictionaryParams): Recipe =>
  world === 'clusters' ? inClusters : rule === 'top' ? byTop(keep) : byPenalty(penalty);

const three = (x: number): number => Math.round(x * 1000) / 1000 || 0;
const rows = (flat: Float64Array, m: number, order: readonly number[]): number[][] =>
  order.map((i) => {
    const row = [...flat.subarray(i * m, i * m + m)];
    const size = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    return row.map((x) => three(x / size));
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
    const seen = judge(space, dictionary, plan.keep);
    const { C_fd, live, best } = seen;
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
      best: best.map(three),
      mmcs: seen.mmcs,
      chance: kept(chances, `${params.world} ${params.seed} ${D}`, () => chance(space, D)),
      explained: seen.explained,
      active: seen.active,
      truly: space.active,
      dead: live.filter((is) => !is).length,
      above: close.filter((k) => k > 0).length,
      split: close.filter((k) => k > 1).length,
      toMeans: seen.toMeans.map(three),
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
