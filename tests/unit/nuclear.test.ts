// The sum of singular values: against Jacobi's method, against closed forms, and where there is little or nothing to sum.

import { expect, test } from 'vitest';
import { nuclearNorm } from '../../src/math/nuclear-norm.ts';
import { key, normal } from '../../src/math/random.ts';
import { svd } from '../../src/math/svd.ts';

const random = (m: number, keep = m): Float64Array =>
  Float64Array.from({ length: m * m }, (_, i) => (Math.floor(i / m) < keep ? normal(key(m, 94), i) : 0));
const sum = (values: Float64Array): number => values.reduce((all, v) => all + v, 0);

test('is what Jacobi’s method finds, at every rank', () => {
  for (const [m, rank] of [
    [1, 1],
    [2, 2],
    [3, 2],
    [7, 7],
    [24, 24],
    [24, 3],
    [65, 64],
    [120, 120],
  ]) {
    const A = random(m, rank);
    expect(nuclearNorm(A, m), `${m}, rank ${rank}`).toBeCloseTo(sum(svd(A, m, m).s), 9);
  }
});

test('of a diagonal its sizes, of nothing nothing, of one product its length', () => {
  const diagonal = Float64Array.from({ length: 400 }, (_, i) => (i % 21 ? 0 : i / 21 - 9.5));
  expect(nuclearNorm(diagonal, 20)).toBeCloseTo(100, 12);
  expect(nuclearNorm(new Float64Array(81), 9)).toBe(0);
  expect(
    nuclearNorm(
      Float64Array.from({ length: 10_000 }, (_, i) => (Math.floor(i / 100) + 1) * ((i % 100) + 1)),
      100,
    ),
  ).toBeCloseTo(338_350, 6);
});
