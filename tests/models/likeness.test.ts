// Comparison of two sets of directions: against NumPy, against what is known of hidden permutations and turns, and of chance.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { procrustes, turned } from '../../src/math/procrustes.ts';
import { key, normal } from '../../src/math/random.ts';
import { likeness, type Points } from '../../src/models/likeness.ts';

const golden = JSON.parse(readFileSync('tests/golden/lab/analysis.json', 'utf8')) as {
  W: number[][];
  V: number[][];
  X: number[][];
  mmcs: number;
  mmcsBack: number;
  cka: number;
};
const points = (rows: number[][]): Points => ({
  A: Float64Array.from(rows.flat()),
  n: rows.length,
  m: rows[0].length,
});
const random = (n: number, m: number, seed: number): Points => ({
  n,
  m,
  A: Float64Array.from({ length: n * m }, (_, i) => normal(key(seed, 93), i)),
});
/** A, reflected at three random planes one after the other. */
function mirrored({ A, n, m }: Points): { turned: Points } {
  const B = Float64Array.from(A);
  for (let p = 0; p < 3; p++) {
    const v = Float64Array.from({ length: m }, (_, h) => normal(key(90 + p, 93), h));
    const size = v.reduce((sum, x) => sum + x * x, 0);
    for (let f = 0; f < n; f++) {
      let along = 0;
      for (let h = 0; h < m; h++) along += B[f * m + h] * v[h];
      for (let h = 0; h < m; h++) B[f * m + h] -= (2 * along * v[h]) / size;
    }
  }
  return { turned: { A: B, n, m } };
}
let plain: Kernels;
let wasm: Kernels;
beforeAll(async () => {
  plain = await load();
  wasm = await load(await compileKernels());
});

describe('likeness', () => {
  test('agrees with NumPy, in both sets of kernels', () => {
    for (const k of [plain, wasm]) {
      const seen = likeness(points(golden.W), points(golden.V), k);
      expect(seen.there!.value).toBeCloseTo(golden.mmcs, 6);
      expect(seen.back!.value).toBeCloseTo(golden.mmcsBack, 6);
      expect([seen.procrustes, seen.cka]).toEqual([undefined, undefined]); // 12 rows are not 9 rows
      const aligned = likeness(points(golden.W), points(golden.X), k);
      expect(aligned.cka!.value).toBeCloseTo(golden.cka, 6);
      expect(aligned.there).toBeUndefined(); // 5 numbers are not 7 numbers
      expect(aligned.cka!.value).toBeGreaterThan(aligned.cka!.chance);
    }
  });

  test('finds the same rows in another order, and knows that chance would not', () => {
    const A = random(60, 32, 1);
    const B: Points = {
      ...A,
      A: Float64Array.from(
        { length: 1920 },
        (_, i) => 3 * A.A[((Math.floor(i / 32) * 7) % 60) * 32 + (i % 32)],
      ),
    };
    const { there, matching, dictionary } = likeness(A, B, wasm);
    expect(there!.value).toBeCloseTo(1, 6);
    expect(there!.chance).toBeLessThan(0.7);
    expect(matching).toMatchObject({ kind: 'exact', count: 60 });
    for (let g = 0; g < 60; g++) expect(matching!.partner[(g * 7) % 60]).toBe(g);
    expect(dictionary).toMatchObject({ lost: 0, found: 60, split: 0, dead: 0, stray: 0 });
  });

  test('a turned space has no cosines in common, and the same shape', () => {
    const A = random(40, 8, 2);
    const Q = procrustes(random(40, 8, 3).A, random(40, 8, 4).A, 40, 8).Q;
    const seen = likeness(A, { ...A, A: turned(A.A, Q, 40, 8) }, plain);
    expect(seen.matching!.value).toBeLessThan(0.95);
    expect(seen.procrustes!.value).toBeCloseTo(1, 10);
    expect(seen.procrustes!.chance).toBeLessThan(0.6);
    expect(seen.cka!.value).toBeCloseTo(1, 10);
  });

  test('strangers are no more alike than chance', () => {
    const { there, matching, procrustes: turn, cka } = likeness(random(100, 32, 5), random(100, 32, 6), wasm);
    for (const beside of [there!, matching!, turn!, cka!]) {
      expect(Math.abs(beside.value - beside.chance)).toBeLessThan(0.05);
    }
  });

  test('rows of 300 numbers are turned upon each other as well', () => {
    const A = random(340, 300, 8);
    const { turned: B } = mirrored(A);
    const seen = likeness(A, B, wasm);
    expect(seen.procrustes!.value).toBeCloseTo(1, 5);
    expect(seen.procrustes!.chance).toBeLessThan(0.95);
    const wider = likeness(
      A,
      {
        n: 340,
        m: 2,
        A: Float64Array.from({ length: 680 }, (_, i) => A.A[Math.floor(i / 2) * 300 + (i % 2)]),
      },
      wasm,
    );
    expect(wider.procrustes!.value).toBeCloseTo(Math.sqrt(2 / 300), 1);
  });

  test('a dictionary that splits one feature, loses another, has a dead and a stray row', () => {
    const truth = points([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const found = points([
      [1, 0.2, 0],
      [1, -0.2, 0],
      [0, 1, 0],
      [0, 0, 0],
      [-1, -1, -1],
    ]);
    expect(likeness(truth, found, plain).dictionary).toMatchObject({
      lost: 1,
      found: 1,
      split: 1,
      dead: 1,
      stray: 1,
    });
  });

  test('above 1,024 rows partners are mutual nearest neighbours, and are called so', () => {
    const A = random(1100, 12, 7);
    const seen = likeness(A, A, wasm);
    expect(seen.matching).toMatchObject({ kind: 'mutual', count: 1100 });
    expect([...seen.matching!.partner]).toEqual(Array.from({ length: 1100 }, (_, i) => i));
  });
});
