// The two spaces that a dictionary is learned in, with the truth that it is judged by, and how it is trained there.
//
//   toy       the hidden space of the toy model (hidden.ts): 20 features in 6 neurons
//   clusters  5 families of 4 sub-features in 12 neurons (clusters.ts)

import { CLUSTERS, NEURONS, sampleClusters, SUBS, world } from './clusters.ts';
import { Wd, type Dictionary, type Samples } from './dictionary.ts';
import { hidden, SMALL, speak, USE, type Size } from './hidden.ts';
import { start, startFar, train, type Recipe } from './learning.ts';
import { bests, cosines, fit, mean, nullMmcs, type Fit } from './recovery.ts';

export interface Space {
  readonly seed: number;
  readonly n: number;
  readonly m: number;
  readonly truth_fh: Float64Array;
  /** means of the clusters, [CLUSTERS][m] */
  readonly means_ch?: Float64Array;
  /** features active at a time, in the samples that dictionaries are judged by */
  readonly active: number;
  readonly judge: Samples;
  batch(step: number): Samples;
  begin(D: number): Dictionary;
}

/** L1: 1 500 steps, top-k: 600, as the tables of tests/golden/sae.json were made. */
export const byPenalty = (penalty: number): Recipe => ({
  keep: 0,
  penalty,
  steps: 1500,
  rate: 0.01,
  centred: true,
  revive: true,
});
/** The recipe with `keep` active latents per sample. */
export const byTop = (keep: number): Recipe => ({
  keep,
  penalty: 0,
  steps: 600,
  rate: 0.01,
  centred: true,
  revive: true,
});
/** Dead latents stay dead, so that they can be counted: with revival, spare ones learn pairs of clusters. */
export const inClusters: Recipe = {
  keep: 1,
  penalty: 0,
  steps: 800,
  rate: 0.01,
  centred: false,
  revive: false,
};

const BATCH = 256;
const JUDGED = 2048;

/** The hidden space of a trained toy model: its features are the true directions. */
export function toySpace(seed: number, size: Size = SMALL): Space {
  const toy = hidden(size, seed);
  const {
    inputs: { X_sf },
    samples,
  } = speak(toy, USE.judge, JUDGED);
  const { n, m } = size;
  let on = 0;
  for (let i = 0; i < JUDGED * n; i++) if (X_sf[i] > 0) on += 1;
  return {
    seed,
    n,
    m,
    truth_fh: toy.theta.slice(0, n * m),
    active: on / JUDGED,
    judge: samples,
    batch: (step) => speak(toy, USE.train + step, BATCH).samples,
    begin: (D) => start(D, m, seed, speak(toy, USE.start, JUDGED).samples),
  };
}

/** A space of clusters and their members (clusters.ts). */
export function clusterSpace(seed: number): Space {
  const truth = world(seed);
  const judge = sampleClusters(truth, JUDGED, seed, USE.judge);
  return {
    seed,
    n: CLUSTERS * SUBS,
    m: NEURONS,
    truth_fh: truth.W_fh,
    means_ch: truth.M_ch,
    active: judge.active,
    judge,
    batch: (step) => sampleClusters(truth, BATCH / 2, seed, USE.train + step),
    begin: (D) => startFar(D, NEURONS, sampleClusters(truth, 1024, seed, USE.start, true)),
  };
}

/** The whole run, a step at a time. */
export function* learning(space: Space, D: number, recipe: Recipe): Generator<undefined, Dictionary, void> {
  const dictionary = space.begin(D);
  for (let step = 0; step < recipe.steps; step++) {
    train(dictionary, space.batch(step), recipe, space.seed, step);
    yield;
  }
  return dictionary;
}

/** The whole run at once. */
export function learn(space: Space, D: number, recipe: Recipe): Dictionary {
  const run = learning(space, D, recipe);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

export interface Judged extends Fit {
  /** cosines of features and latents, [n][D] */
  readonly C_fd: Float64Array;
  /** each feature's best live latent, [n] */
  readonly best: readonly number[];
  readonly mmcs: number;
  /** clusters: each mean's best live latent, and their mean */
  readonly toMeans: readonly number[];
}

/** Fit of the dictionary on held-out samples, and how its latents match the true directions. */
export function judge(space: Space, dictionary: Dictionary, keep: number): Judged {
  const { D, m, theta } = dictionary;
  const found = theta.subarray(Wd(dictionary), Wd(dictionary) + D * m);
  const { n, truth_fh, means_ch } = space;
  const seen = fit(dictionary, space.judge, keep);
  const C_fd = cosines(truth_fh, n, found, D, m);
  const best = bests(C_fd, n, D, seen.live);
  const toMeans = means_ch ? bests(cosines(means_ch, CLUSTERS, found, D, m), CLUSTERS, D, seen.live) : [];
  return { ...seen, C_fd, best, mmcs: mean(best), toMeans };
}

/** MMCS of a random dictionary as wide as this one. */
export const chance = (space: Space, D: number): number =>
  nullMmcs(space.truth_fh, space.n, D, space.m, space.seed);
