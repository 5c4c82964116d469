// Random codes: the exact median of the largest cross-talk, the reader's reach, and what each code lets a linear reader have.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beta, logGamma } from '../../src/math/beta.ts';
import {
  colourOfUnseen,
  combinations,
  cosine,
  draw,
  howMany,
  medianWorst,
  readsAll,
  scoresComposed,
  scoresOneHot,
  scoresSuperposed,
  superposed,
  tail,
  valueOf,
  writeComposed,
  writeOneHot,
  writeSuperposed,
} from '../../src/models/codes.ts';

interface Golden {
  readonly maxcos: { d: number; N: number; mean: number; sd: number; median_exact: number; rms: number }[];
  readonly decode: { d: number; k: number; N: number; acc: number }[];
}
const golden = JSON.parse(readFileSync('tests/golden/codes.json', 'utf8')) as Golden;
const whole = !!process.env.DREAMS_ALL;

test('ln Gamma at whole and half numbers', () => {
  for (let n = 1, f = 1; n < 20; f *= n, n++) expect(logGamma(n)).toBeCloseTo(Math.log(f), 10);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

test('the incomplete beta function against closed forms', () => {
  for (const x of [0.01, 0.2, 0.5, 0.77, 0.99]) {
    expect(beta(x, 1, 1)).toBeCloseTo(x, 13);
    expect(beta(x, 2, 0.5)).toBeCloseTo(1 - Math.sqrt(1 - x) * (1 + x / 2), 12);
    expect(beta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    for (const [a, b] of [
      [3.5, 0.5],
      [127.5, 0.5],
      [2, 7],
    ]) {
      expect(beta(x, a, b) + beta(1 - x, b, a)).toBeCloseTo(1, 12);
    }
  }
});

test('the tail is the share of pairs: d = 16, 20 000 pairs', () => {
  const V = superposed(16, 400, 3);
  let above = 0;
  let pairs = 0;
  for (let j = 0; j < 200; j++) {
    for (let g = 200; g < 300; g++) {
      pairs += 1;
      if (Math.abs(cosine(V, 16, j, g)) > 0.4) above += 1;
    }
  }
  expect(Math.abs(above / pairs - tail(0.4, 16))).toBeLessThan(0.01);
});

test.each(golden.maxcos)('median of the largest |cos|, d = $d, N = $N', ({ d, N, median_exact }) => {
  expect(Math.abs(medianWorst(d, N) - median_exact)).toBeLessThan(1e-4);
});

const cells = golden.maxcos.filter(({ N }) => whole || N <= 512);
test.each(cells)(
  'measured: d = $d, N = $N, ten seeds within 0.05 of the median; rms = 1/sqrt(d)',
  ({ d, N }) => {
    let mean = 0;
    let square = 0;
    const seeds = !whole && N > 256 ? 3 : 10;
    for (let seed = 1; seed <= seeds; seed++) {
      const V = superposed(d, N, seed);
      let worst = 0;
      let sum = 0;
      for (let j = 1; j < N; j++) {
        for (let g = 0; g < j; g++) {
          const c = cosine(V, d, j, g);
          sum += c * c;
          worst = Math.max(worst, Math.abs(c));
        }
      }
      mean += worst / seeds;
      square += sum / ((N * (N - 1)) / 2) / seeds;
    }
    expect(Math.abs(mean - medianWorst(d, N))).toBeLessThan(0.05);
    expect(Math.abs(Math.sqrt(square * d) - 1)).toBeLessThan(0.03);
  },
);

test('how many directions keep the largest |cos| below 0.2, 0.3, 0.5', () => {
  const table: [number, number[]][] = [
    [64, [3.6, 9.6, 249]],
    [128, [7.8, 50, 2.9e4]],
    [256, [33, 1.2e3, 3.5e8]],
    [512, [527, 5.9e5, 4.1e16]],
  ];
  for (const [d, expected] of table) {
    [0.2, 0.3, 0.5].forEach((c, i) =>
      expect(Math.abs(howMany(d, c) - expected[i])).toBeLessThan(Math.max(0.6, 0.05 * expected[i])),
    );
  } // the table took N²/2 pairs
  for (const d of [16, 64]) expect(medianWorst(d, Math.round(howMany(d, 0.5)))).toBeCloseTo(0.5, 1);
});

const reads = golden.decode.filter(({ d, N }) => whole || d * N <= 64 * 512);
test.each(reads)('P(all k right), d = $d, N = $N, k = $k', ({ d, N, k, acc }) => {
  const V = superposed(d, N, 7);
  const trials = 200;
  let right = 0;
  for (let t = 0; t < trials; t++) {
    const on = draw(N, k, 7, t);
    if (readsAll(scoresSuperposed(V, d, N, on), on)) right += 1;
  }
  expect(Math.abs(right / trials - acc)).toBeLessThan(0.15); // four deviations of two samples of 200
});

test('one-hot: everything with a name is read, any number at once; nothing else is', () => {
  for (const k of [1, 3, 8]) {
    for (let t = 0; t < 20; t++) {
      const on = draw(40, k, 5, t);
      expect(readsAll(scoresOneHot(16, 40, on), on)).toBe(on.every((j) => j < 16));
    }
  }
});

test('composed: one at a time always; two that differ in colour and shape never, two that share one always', () => {
  expect(combinations(8)).toBe(16);
  expect(combinations(16)).toBe(256);
  for (let a = 0; a < 16; a++) {
    expect(readsAll(scoresComposed(8, 16, [a]), [a])).toBe(true);
    for (let b = 0; b < a; b++) {
      const share = valueOf(a, 0) === valueOf(b, 0) || valueOf(a, 1) === valueOf(b, 1);
      expect(readsAll(scoresComposed(8, 16, [a, b]), [a, b])).toBe(share);
    }
  }
});

test('the colour of things never shown: composed always, the others by chance', () => {
  for (let seed = 1; seed <= 5; seed++) {
    for (const [d, N] of [
      [8, 16],
      [16, 64],
      [16, 256],
    ]) {
      expect(colourOfUnseen(d, N, writeComposed(d))).toBe(1);
    }
    for (const [d, N] of [
      [8, 16],
      [16, 64],
      [64, 64],
    ]) {
      expect(colourOfUnseen(d, N, writeOneHot(d))).toBeCloseTo(0.25, 12);
    }
    expect(
      Math.abs(colourOfUnseen(16, 256, writeSuperposed(superposed(16, 256, seed), 16)) - 0.25),
    ).toBeLessThan(0.16);
  }
});
