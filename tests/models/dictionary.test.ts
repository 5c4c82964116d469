// The sparse autoencoder: gradients against finite differences, and what it recovers, beside numbers made with PyTorch
// (tests/golden/sae.json; seeds 0-3 are ours, not theirs, so that ranges are compared). Longer sweeps need DREAMS_ALL.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { key, normal } from '../../src/math/random.ts';
import {
  byPenalty,
  byTop,
  chance,
  clusterSpace,
  inClusters,
  judge,
  learn,
  toySpace,
} from '../../src/models/space.ts';
import { loss, type Dictionary } from '../../src/models/dictionary.ts';
import { LARGE, SMALL } from '../../src/models/hidden.ts';
import { start } from '../../src/models/learning.ts';
import { match, mean } from '../../src/models/recovery.ts';

const all = !!process.env.DREAMS_ALL;
const seeds = all ? [0, 1, 2, 3] : [0];
const golden = JSON.parse(await readFile(new URL('../golden/sae.json', import.meta.url), 'utf8')) as {
  n: number;
  kind?: string;
  D: number;
  N: number;
  init?: string;
  mmcs: number[];
  fve: number[];
  null_random_2n_mmcs?: number;
}[];
const reference = (n: number, kind: string, D: number) =>
  golden.find((g) => g.n === n && g.kind === kind && g.D === D && g.init === 'data')!;
const above = (best: readonly number[], bar: number): number =>
  best.filter((c) => c > bar).length / best.length;

describe('gradients', () => {
  test.each([
    ['penalty', 0, 0.3],
    ['top 2', 2, 0],
  ] as const)('%s: 1e-6 of finite differences', (_, keep, penalty) => {
    const D = 9;
    const m = 4;
    const S = 12;
    const k = key(3, 3);
    const samples = { S, Z_sh: Float64Array.from({ length: S * m }, (_, i) => normal(k, i)) };
    const dictionary: Dictionary = start(D, m, 5);
    const { theta } = dictionary;
    for (let i = 0; i < theta.length; i++) theta[i] += 0.1 * normal(key(4, 4), i);
    const gradient = new Float64Array(theta.length);
    loss(dictionary, samples, keep, penalty, gradient);
    const size = Math.max(...gradient.map(Math.abs));
    for (let i = 0; i < theta.length; i++) {
      const was = theta[i];
      const by = 1e-6;
      theta[i] = was + by;
      const up = loss(dictionary, samples, keep, penalty);
      theta[i] = was - by;
      const down = loss(dictionary, samples, keep, penalty);
      theta[i] = was;
      expect(Math.abs((up - down) / (2 * by) - gradient[i]) / size).toBeLessThan(1e-6);
    }
  });
});

test('matching gives no latent twice', () => {
  const C = Float64Array.of(0.9, 0.8, 0.1, 0.95, 0.2, 0.3);
  expect(match(C, 2, 3)).toEqual([1, 0]);
  expect(match(C, 2, 3, [false, true, true])).toEqual([1, 2]);
});

describe.each(seeds)('20 features in 6 neurons, seed %i', (seed) => {
  const space = toySpace(seed);

  test('L1, twice as wide: the directions are found', () => {
    const got = judge(space, learn(space, 40, byPenalty(0.5)), 0);
    const ref = reference(20, 'l1', 40);
    expect(got.mmcs).toBeGreaterThan(0.95);
    expect(Math.abs(got.mmcs - mean(ref.mmcs))).toBeLessThan(0.02);
    expect(above(got.best, 0.9)).toBeGreaterThanOrEqual(0.9);
    expect(Math.abs(got.explained - mean(ref.fve))).toBeLessThan(0.03);
    expect(got.live.filter((is) => !is).length).toBeLessThanOrEqual(6);
  });

  test('top-1: nearly exact', () => {
    expect(judge(space, learn(space, 40, byTop(1)), 1).mmcs).toBeGreaterThan(0.99);
  });

  test('too narrow: worse than chance at full width', () => {
    expect(judge(space, learn(space, 10, byPenalty(0.5)), 0).mmcs).toBeLessThan(0.75);
  });

  test('a random dictionary already scores high', () => {
    const by = chance(space, 40);
    expect(by).toBeLessThan(0.82);
    expect(
      Math.abs(by - golden.find((g) => g.n === 20 && g.null_random_2n_mmcs)!.null_random_2n_mmcs!),
    ).toBeLessThan(0.02);
  });

  test('a small penalty explains nearly everything and finds nothing', () => {
    const got = judge(space, learn(space, 40, byPenalty(0.02)), 0);
    expect(got.explained).toBeGreaterThan(0.98);
    expect(got.mmcs).toBeLessThan(chance(space, 40) + 0.1);
  });
});

describe.each(seeds)('clusters, seed %i', (seed) => {
  const space = clusterSpace(seed);
  const at = (D: number) => judge(space, learn(space, D, inClusters), 1);

  test('5 latents are the clusters, 20 the sub-features, 40 leave about 20 dead', () => {
    const [five, twenty, forty] = [5, 20, 40].map(at);
    expect(mean(five.toMeans)).toBeGreaterThan(0.99);
    expect(five.mmcs).toBeLessThan(0.95);
    expect(twenty.mmcs).toBeGreaterThan(0.99);
    expect(above(twenty.best, 0.95)).toBe(1);
    expect(mean(twenty.toMeans)).toBeLessThan(0.95);
    expect(forty.live.filter((is) => !is).length).toBeGreaterThanOrEqual(17);
    expect(forty.mmcs).toBeGreaterThan(0.99);
  });
});

describe.runIf(all).each([0, 1, 2, 3])('64 features in 16 neurons, seed %i', (seed) => {
  const space = toySpace(seed, LARGE);

  test('L1, top-1, null, too narrow', () => {
    const wide = judge(space, learn(space, 128, byPenalty(0.5)), 0);
    expect(wide.mmcs).toBeGreaterThan(0.95);
    expect(above(wide.best, 0.9)).toBeGreaterThanOrEqual(0.9);
    expect(judge(space, learn(space, 128, byTop(1)), 1).mmcs).toBeGreaterThan(0.99);
    expect(chance(space, 128)).toBeLessThan(0.65);
    expect(judge(space, learn(space, 32, byPenalty(0.5)), 0).mmcs).toBeLessThan(0.75);
  }, 60_000);
});

test('all features of the toy are represented', () => {
  const { truth_fh, n, m } = toySpace(0, SMALL);
  for (let f = 0; f < n; f++) {
    expect(truth_fh.slice(f * m, f * m + m).reduce((sum, w) => sum + w * w, 0)).toBeGreaterThan(0.5);
  }
});
