// Nothing is said beyond chance: random rows are called random, at every size; the nulls agree with simulation.

import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { principalAxes } from '../../src/math/principal-axes.ts';
import { procrustes } from '../../src/math/procrustes.ts';
import { key, normal } from '../../src/math/random.ts';
import { svd } from '../../src/math/svd.ts';
import { binomial99, sharesAt } from '../../src/models/arrangement-null.ts';
import { bestMoments } from '../../src/models/chance.ts';
import { likeness } from '../../src/models/likeness.ts';
import { look } from '../../src/models/look.ts';
import { summary, verdict } from '../../src/lab/sentences.ts';

let plain: Kernels;
beforeAll(async () => {
  plain = await load();
});
const random = (n: number, m: number, seed: number): Float64Array =>
  Float64Array.from({ length: n * m }, (_, i) => normal(key(seed, 98), i));
const lookAt = (A: Float64Array, n: number, m: number) =>
  look({ A, n, m, at: Array.from({ length: n }, (_, f) => f), notes: [] }, plain);

describe('random rows', () => {
  // 600 x 400 gather near 1 / (1 + 599 / 400) = 0.40, which is a pentagon's share
  test.each([
    [600, 400],
    [400, 200],
    [300, 100],
    [60, 20],
    [12, 5],
    [8, 30],
  ])('%i of %i numbers: nothing is claimed', async (n, m) => {
    const says = summary(await lookAt(random(n, m, n + m), n, m)).join(' ');
    expect(says).not.toMatch(/superposition|stand at/);
    expect(says).toMatch(/\(random directions: /);
  });
  test('of 40 seeds, fractions are named in few', async () => {
    let named = 0;
    for (let seed = 0; seed < 40; seed++) {
      if (/stand at/.test(summary(await lookAt(random(24, 6, seed), 24, 6)).join(' '))) named += 1;
    }
    expect(named).toBeLessThan(6); // six fractions, each with 1% by chance
  });
  test('their shares are those that the null expects', async () => {
    const { shares, chance } = await lookAt(random(300, 40, 3), 300, 40);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(chance.shares.sum, -1);
    sharesAt(shares).forEach((hits, i) => expect(hits).toBeLessThanOrEqual(chance.shares.most[i]));
  });
  test('their interference lies in the range of the null', async () => {
    let inside = 0;
    for (let seed = 0; seed < 50; seed++) {
      const { kept, chance } = await lookAt(random(20, 8, 100 + seed), 20, 8);
      inside += Number(kept.ratio >= chance.ratio[0] && kept.ratio <= chance.ratio[1]);
    }
    expect(inside).toBeGreaterThan(46);
  });
  test('two of them match as the closed form says, and the verdict calls it chance', () => {
    const sets = [1, 2].map((seed) => ({ A: random(200, 24, 200 + seed), n: 200, m: 24 }));
    const alike = likeness(sets[0], sets[1], plain);
    expect(alike.there!.value).toBeCloseTo(alike.there!.chance, 1);
    expect(verdict(alike)[0]).toContain('no better than chance');
  });
});

test('the largest of many cosines: mean and spread against simulation', () => {
  const [count, m, draws] = [50, 6, 400];
  const found = Array.from({ length: draws }, (_, d) => {
    const u = random(1, m, 1000 + d);
    const others = random(count, m, 5000 + d);
    const size = (A: Float64Array, at: number): number =>
      Math.sqrt(A.subarray(at * m, (at + 1) * m).reduce((sum, v) => sum + v * v, 0));
    let most = -1;
    for (let g = 0; g < count; g++) {
      let dot = 0;
      for (let i = 0; i < m; i++) dot += u[i] * others[g * m + i];
      most = Math.max(most, dot / (size(u, 0) * size(others, g)));
    }
    return most;
  });
  const mean = found.reduce((a, b) => a + b) / draws;
  const spread = Math.sqrt(found.reduce((sum, v) => sum + (v - mean) ** 2, 0) / draws);
  const moments = bestMoments(count, m);
  expect(moments.mean).toBeCloseTo(mean, 1);
  expect(Math.abs(moments.mean - mean)).toBeLessThan((4 * spread) / Math.sqrt(draws));
  expect(moments.spread).toBeCloseTo(spread, 1);
});

test('99% of a binomial', () => {
  expect(binomial99(10, 0.5)).toBe(9);
  expect(binomial99(100, 0)).toBe(0);
  expect(binomial99(1000, 0.5)).toBeGreaterThan(530);
  expect(binomial99(1000, 0.5)).toBeLessThan(545);
});

describe('numbers', () => {
  test.each([
    [60, 20],
    [2000, 64],
    [10, 40],
  ])('leading axes of %i x %i are those of the SVD, as vectors', (n, m) => {
    const A = random(n, m, 7);
    const { axes, shares } = principalAxes(A, n, m, 3);
    const { s, Vt } = svd(A, n, m);
    const all = s.reduce((sum, v) => sum + v * v, 0);
    for (let a = 0; a < 3; a++) {
      const own = axes.subarray(a * m, (a + 1) * m);
      const right = Vt.subarray(a * m, (a + 1) * m);
      const sign = own.reduce((sum, v, i) => sum + v * right[i], 0) < 0 ? -1 : 1;
      own.forEach((v, i) => expect(Math.abs(v - sign * right[i])).toBeLessThan(1e-6));
      expect(shares[a]).toBeCloseTo(s[a] ** 2 / all, 10);
    }
  });
  test('axes of what has no leading ones: unit, at right angles', () => {
    const I = Float64Array.from({ length: 64 }, (_, i) => Number(i % 9 === 0));
    const { axes } = principalAxes(I, 8, 8, 3);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let i = 0; i < 8; i++) dot += axes[a * 8 + i] * axes[b * 8 + i];
        expect(dot).toBeCloseTo(Number(a === b), 10);
      }
    }
  });
  test.each([1, 1e-12, 1e-90, 1e-160, 1e90])(
    'likeness of a set with itself, scaled by %f, is 1 and never more',
    (scale) => {
      const A = random(40, 12, 9);
      const set = { A: A.map((v) => v * scale), n: 40, m: 12 };
      const { procrustes: turn, cka, there } = likeness({ A, n: 40, m: 12 }, set, plain);
      for (const beside of [turn!, cka!, there!]) {
        expect(beside.value).toBeLessThanOrEqual(1);
        expect(beside.value).toBeCloseTo(1, 6);
      }
      if (scale === 1) expect(procrustes(A, set.A, 40, 12).likeness).toBeCloseTo(1, 12);
    },
  );
  test('MMCS of a matrix with its own reversal is 1, however short some rows are', () => {
    const [n, m] = [6, 5];
    const A = random(n, m, 11).map((v, i) => (i < 2 * m ? v * 1e-9 : v));
    const B = Float64Array.from({ length: n * m }, (_, i) => A[(n - 1 - Math.floor(i / m)) * m + (i % m)]);
    const { there, dictionary } = likeness({ A, n, m }, { A: B, n, m }, plain);
    expect(there!.value).toBeCloseTo(1, 6);
    expect(dictionary).toMatchObject({ dead: 0 });
  });
  test('rows shorter than a millionth are said and counted', async () => {
    const A = random(6, 5, 11).map((v, i) => (i < 10 ? v * 1e-9 : v));
    expect(summary(await lookAt(A, 6, 5)).join(' ')).toContain('2 features are shorter than a millionth');
  });
});
