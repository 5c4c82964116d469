// Assignment, singular values and Procrustes: against every permutation, against NumPy and SciPy (tests/golden/linear.py),
// and against what they are by definition.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assign, assignMost } from '../../src/math/hungarian.ts';
import { procrustes, turned } from '../../src/math/procrustes.ts';
import { key, normal, uniform } from '../../src/math/random.ts';
import { identity, svd } from '../../src/math/svd.ts';

const golden = JSON.parse(readFileSync('tests/golden/linear.json', 'utf8')) as {
  svd: { A: number[][]; s: number[] }[];
  assign: { cost: number[][]; sum: number }[];
  procrustes: { A: number[][]; B: number[][]; Q: number[][]; overlap: number };
};
const random = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => normal(key(seed, 90), i));
const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i])));
const total = (cost: ArrayLike<number>, cols: number, to: Int32Array): number =>
  to.reduce((sum, j, i) => (j < 0 ? sum : sum + cost[i * cols + j]), 0);

describe('assignment', () => {
  test('is the best of all permutations', () => {
    const all = (n: number): number[][] =>
      n === 0
        ? [[]]
        : all(n - 1).flatMap((p) =>
            Array.from({ length: n }, (_, i) => [...p.slice(0, i), n - 1, ...p.slice(i)]),
          );
    const six = all(6);
    for (let seed = 0; seed < 40; seed++) {
      const cost = random(36, seed);
      const best = Math.min(...six.map((p) => p.reduce((sum, j, i) => sum + cost[i * 6 + j], 0)));
      expect(total(cost, 6, assign(cost, 6, 6))).toBeCloseTo(best, 12);
      expect(
        total(
          cost,
          6,
          assignMost(
            cost.map((c) => -c),
            6,
            6,
          ),
        ),
      ).toBeCloseTo(best, 12);
    }
  });
  test('agrees with SciPy, square or not', () => {
    for (const { cost, sum } of golden.assign) {
      const to = assign(cost.flat(), cost.length, cost[0].length);
      const given = [...to].filter((j) => j >= 0);
      expect(total(cost.flat(), cost[0].length, to)).toBeCloseTo(sum, 12);
      expect(new Set(given).size).toBe(Math.min(cost.length, cost[0].length));
    }
  });
  test('finds a hidden permutation of 300, keeps to the lower column in a tie, says what it cannot do', () => {
    const n = 300;
    const hidden = Array.from({ length: n }, (_, i) => (i * 7) % n);
    const k = key(3, 91);
    const cost = Float64Array.from({ length: n * n }, (_, i) =>
      hidden[Math.floor(i / n)] === i % n ? 0 : 1 + uniform(k, i),
    );
    expect([...assign(cost, n, n)]).toEqual(hidden);
    expect([...assign([1, 1, 1, 1], 2, 2)].sort()).toEqual([0, 1]);
    expect([...assign([], 0, 0)]).toEqual([]);
    expect(() => assign([NaN], 1, 1)).toThrow('finite');
  });
});

describe('singular values', () => {
  test('agree with NumPy', () => {
    for (const { A, s } of golden.svd) {
      expect(worst(svd(A.flat(), A.length, A[0].length).s, s)).toBeLessThan(1e-13);
    }
  });
  test('make the matrix again, from vectors that are orthonormal', () => {
    for (const [rows, cols] of [
      [12, 5],
      [5, 12],
      [8, 8],
      [1, 3],
      [64, 64],
    ]) {
      const A = random(rows * cols, rows + cols);
      const { s, Ut, Vt } = svd(A, rows, cols);
      const k = s.length;
      const again = A.map((_, i) => {
        let sum = 0;
        for (let c = 0; c < k; c++) {
          sum += Ut[c * rows + Math.floor(i / cols)] * s[c] * Vt[c * cols + (i % cols)];
        }
        return sum;
      });
      expect(worst(again, A)).toBeLessThan(1e-12);
      expect([...s].every((v, i) => i === 0 || v <= s[i - 1])).toBe(true);
      const square = Float64Array.from({ length: k * k }, (_, i) => {
        let sum = 0;
        for (let c = 0; c < cols; c++) sum += Vt[Math.floor(i / k) * cols + c] * Vt[(i % k) * cols + c];
        return sum;
      });
      expect(worst(square, identity(k))).toBeLessThan(1e-12);
    }
  });
  test('of nothing are nothing', () => {
    expect([...svd(new Float64Array(6), 3, 2).s]).toEqual([0, 0]);
  });
});

describe('Procrustes', () => {
  test('agrees with SciPy', () => {
    const { A, B, Q, overlap } = golden.procrustes;
    const found = procrustes(A.flat(), B.flat(), 9, 4);
    expect(worst(found.Q, Q.flat())).toBeLessThan(1e-12);
    expect(found.overlap).toBeCloseTo(overlap, 11);
  });
  test('undoes a turn and a mirror, whatever the scale', () => {
    const m = 6;
    const n = 20;
    const A = random(n * m, 5);
    const turn = procrustes(random(n * m, 6), random(n * m, 7), n, m).Q;
    const B = turned(A, turn, n, m).map((x) => 2.5 * x);
    const found = procrustes(A, B, n, m);
    expect(found.likeness).toBeCloseTo(1, 12);
    expect(worst(found.Q, turn)).toBeLessThan(1e-12);
    const mirror = identity(m);
    mirror[0] = -1;
    expect(worst(procrustes(A, turned(A, mirror, n, m), n, m).Q, mirror)).toBeLessThan(1e-12);
  });
  test('is orthogonal where the points span too little', () => {
    const A = Float64Array.from({ length: 15 }, (_, i) => (i % 3 === 2 ? 0 : random(15, 8)[i]));
    const { Q } = procrustes(A, A, 5, 3);
    const square = Float64Array.from({ length: 9 }, (_, i) => {
      let sum = 0;
      for (let c = 0; c < 3; c++) sum += Q[Math.floor(i / 3) * 3 + c] * Q[(i % 3) * 3 + c];
      return sum;
    });
    expect(worst(square, identity(3))).toBeLessThan(1e-12);
    expect(procrustes(new Float64Array(4), new Float64Array(4), 2, 2).likeness).toBe(0);
  });
});
