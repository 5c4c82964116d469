// The lab's analyses: against NumPy and SciPy (tests/golden/lab/make.py), against geometry.ts, against closed forms.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { principalAxes } from '../../src/math/principal-axes.ts';
import { linkage } from '../../src/math/linkage.ts';
import { key, normal } from '../../src/math/random.ts';
import { census } from '../../src/models/census.ts';
import { below, interferenceByChance, nearestByChance, within } from '../../src/models/chance.ts';
import { settle } from '../../src/models/dimensionality.ts';
import { shares } from '../../src/models/geometry.ts';
import { groups } from '../../src/models/groups.ts';

const golden = JSON.parse(readFileSync('tests/golden/lab/analysis.json', 'utf8')) as Record<
  string,
  number[]
> & { W: number[][]; V: number[][] };
const W = golden.W.flat();
const random = (n: number, m: number, seed = 1): Float64Array =>
  Float64Array.from({ length: n * m }, (_, i) => normal(key(seed, 94), i));
const close = (a: ArrayLike<number>, b: ArrayLike<number>, within_: number): void => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i] - b[i]), `item ${i}`).toBeLessThan(within_);
};
let plain: Kernels;
let wasm: Kernels;
beforeAll(async () => {
  plain = await load();
  wasm = await load(await compileKernels());
});

describe('census', () => {
  test('agrees with NumPy, f64 to rounding and f32 to six digits', () => {
    for (const [k, off] of [
      [plain, 3e-7],
      [wasm, 2e-6],
    ] as const) {
      const seen = census(W, 12, 5, k);
      close(seen.norms, golden.norms, 1e-12);
      close(seen.shares, golden.shares, off);
      close(seen.interference, golden.interference, off * 30);
    }
  });
  test('agrees with geometry.ts, across the seams of the blocks', () => {
    const A = random(600, 20);
    const seen = census(A, 600, 20, wasm);
    close(seen.shares, shares(A, 600, 20), 1e-6);
    for (let f = 0; f < 600; f += 37) {
      expect(Math.abs(seen.cosines[f])).toBe(
        Math.max(...Array.from({ length: 600 }, (_, g) => (g === f ? 0 : Math.abs(seen.C[f * 600 + g])))),
      );
    }
  });
  test('what has no direction counts for nothing', () => {
    const { shares: D, interference, nearest } = census([1, 0, 0, 0, 0, 2], 3, 2, plain);
    expect([...D]).toEqual([1, 0, 1]);
    expect([...interference]).toEqual([0, 0, 0]);
    expect([...nearest]).toEqual([2, -1, 0]);
    expect([...census([0, 0], 1, 2, plain).shares]).toEqual([0]);
  });
});

describe('chance', () => {
  test('the law of a cosine: flat in three dimensions, an arc sine in two', () => {
    for (const t of [0.1, 0.5, 0.9]) {
      expect(within(t, 3)).toBeCloseTo(t, 12);
      expect(within(t, 2)).toBeCloseTo((2 * Math.asin(t)) / Math.PI, 12);
      expect(below(-t, 7)).toBeCloseTo(1 - below(t, 7), 12);
    }
    expect([within(0.5, 1), within(1, 1), below(0, 4)]).toEqual([0, 1, 0.5]);
  });
  test('is what random directions show', () => {
    for (const m of [2, 8, 64]) {
      const n = 400;
      const A = random(n, m, m);
      const seen = census(A, n, m, wasm);
      const expectation = interferenceByChance(seen.norms, m);
      expect(seen.interference.reduce((a, b) => a + b) / expectation.reduce((a, b) => a + b)).toBeCloseTo(
        1,
        1,
      );
      const sorted = [...seen.cosines].map(Math.abs).sort((a, b) => a - b);
      expect(Math.abs(sorted[n / 2] - nearestByChance(n, m))).toBeLessThan(0.02);
    }
  });
});

describe('views and order', () => {
  test('leading axes agree with NumPy', () => {
    const { axes, shares: along } = principalAxes(W, 12, 5, 3);
    const squares = golden.singular.map((s) => s * s);
    const all = squares.reduce((a, b) => a + b);
    close(
      along,
      squares.slice(0, 3).map((s) => s / all),
      1e-10,
    );
    const points = Array.from({ length: 36 }, (_, i) =>
      Math.abs(
        Array.from({ length: 5 }, (_, h) => W[Math.floor(i / 3) * 5 + h] * axes[(i % 3) * 5 + h]).reduce(
          (a, b) => a + b,
        ),
      ),
    );
    close(points, (golden.leading as unknown as number[][]).flat(), 1e-6);
  });
  test('fewer dimensions than axes, nothing at all', () => {
    expect([...principalAxes([3, -4], 2, 1, 3).shares]).toEqual([1, 0, 0]);
    expect([...principalAxes([0, 0, 0, 0], 2, 2, 2).shares]).toEqual([0, 0]);
  });
  test('average linkage agrees with SciPy and keeps the near together', () => {
    const { C } = census(W, 12, 5, plain);
    const { heights, order } = linkage(
      Float64Array.from(C, (c) => 1 - Math.abs(c)),
      12,
    );
    close(heights, golden.heights, 1e-6);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    const blocks = Float64Array.from({ length: 36 }, (_, i) =>
      Math.floor(i / 6) % 2 === (i % 6) % 2 ? 0.1 : 1,
    );
    expect([...linkage(blocks, 6).order]).toEqual([0, 2, 4, 1, 3, 5]);
    expect([...linkage(new Float64Array(1), 1).order]).toEqual([0]);
  });
});

describe('groups', () => {
  test('a pentagon, whatever its size; an antipodal pair beside a lone one', () => {
    const pentagon = Array.from({ length: 5 }, (_, i) => [
      Math.cos((2 * Math.PI * i) / 5) * 3,
      Math.sin((2 * Math.PI * i) / 5) * 3,
    ]).flat();
    expect(groups(pentagon, census(pentagon, 5, 2, plain)).counts).toEqual([['pentagon', 1]]);
    const pair = [1, 0, 0, -1, 0, 0, 0, 0, 1];
    expect(groups(pair, census(pair, 3, 3, plain)).names).toEqual(['1 pair', '1 alone']);
  });
  test('a trained toy of 100 in 10 falls apart into pairs and a pentagon', () => {
    const A = settle(4, 1).theta.subarray(0, 1000);
    const found = groups(A, census(A, 100, 10, plain));
    expect(found.counts).toEqual([
      ['1 pair', 8],
      ['pentagon', 1],
    ]);
  });
});
