// Closed forms of the phase diagrams against quadrature and the oracle; trained cells against the closed forms.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { key, uniform } from '../../src/math/random.ts';
import { bestPair, bestSplit, boundary, fateOfThree, fateOfTwo } from '../../src/models/phase-theory.ts';
import { exact } from '../../src/models/inputs.ts';
import { half, ignored, naiveBoundary, naivePair, pair } from '../../src/models/phase.ts';
import { importances, SCHEDULE, start, train } from '../../src/models/superposition.ts';
import { trainCell } from '../../src/models/sweep.ts';
import { kernels } from '../engine.ts';
import { absences, lasts } from '../../src/widgets/phase-diagram/grid.ts';

interface Golden {
  readonly two: {
    readonly naive: string[];
    readonly symmetric: string[];
    readonly full: string[];
    readonly loss: number[][];
  };
  readonly three: { readonly naive: string[]; readonly symmetric: string[]; readonly trained: string[] };
  readonly pairs: { p: number; s: number; b: number; L: number; V: number; r_low: number }[];
}
const golden = JSON.parse(readFileSync('tests/golden/phases.json', 'utf8')) as Golden;
const P = Array.from({ length: 20 }, (_, i) => 10 ** (-2 + (2 * i) / 19));
const R = Array.from({ length: 20 }, (_, i) => 10 ** (-1 + (2 * i) / 19));
const relu = (x: number): number => Math.max(0, x);

test('G is the expected loss: 40 random models against a 1500 x 1500 midpoint grid, to 1e-6', () => {
  const k = key(3, 9);
  const N = 1500;
  const at = Array.from({ length: N }, (_, i) => (i + 0.5) / N);
  for (let i = 0; i < 40; i++) {
    const [A, B, b, p] = [
      0.1 + 1.3 * uniform(k, 4 * i),
      0.1 + 1.2 * uniform(k, 4 * i + 1),
      -0.6 + 1.8 * uniform(k, 4 * i + 2),
      uniform(k, 4 * i + 3),
    ];
    const q = 1 - p;
    let own = 0;
    let other = 0;
    let both = 0;
    for (const x of at) {
      own += (relu(A * x + b) - x) ** 2 / N;
      other += relu(b - B * x) ** 2 / N;
      for (const y of at) both += (relu(A * x - B * y + b) - x) ** 2;
    }
    expect(
      Math.abs(half(A, B, b, p) - (q * q * relu(b) ** 2 + p * q * (own + other) + (p * p * both) / N / N)),
    ).toBeLessThan(1e-6);
  }
});

test('the symmetric form is G at A = B = s', () => {
  for (const p of P) {
    for (const [s, b] of [
      [1, 0],
      [0.9, 0.1],
      [1.02, 0.02],
      [0.5, 0.5],
    ]) {
      expect(pair(s, b, p)).toBeCloseTo(half(s, s, b, p), 12);
    }
  }
});

test('the naive boundary is an identity: (1 + r) p²/6 = r V at r = 2p/(4 - 5p), meeting r = 1 at p = 4/7', () => {
  for (const p of P.filter((p) => p < 0.79)) {
    const r = naiveBoundary(p);
    expect(Math.abs(((1 + r) * naivePair(p)) / (r * ignored(p)) - 1)).toBeLessThan(1e-13);
    expect(naivePair(p)).toBeCloseTo(pair(1, 0, p), 15);
    if (p < 4 / 7) expect(boundary(p, 'naive')).toBeCloseTo(r, 12);
  }
  expect(naiveBoundary(4 / 7)).toBeCloseTo(1, 14);
  expect(naiveBoundary(1e-6) / 1e-6).toBeCloseTo(0.5, 5);
});

test.each(golden.pairs)('the best symmetric pair at p = $p', ({ p, s, b, L, V, r_low }) => {
  const best = bestPair(p);
  expect(ignored(p)).toBeCloseTo(V, 10);
  expect(Math.abs(best.s - s)).toBeLessThan(1e-4);
  expect(Math.abs(best.b - b)).toBeLessThan(1e-4);
  expect(Math.abs(best.loss / L - 1)).toBeLessThan(1e-7);
  expect(Math.abs(boundary(p, 'symmetric') - r_low)).toBeLessThan(1e-4);
});

test.each(['naive', 'symmetric', 'full'] as const)(
  'theory %s gives the oracle’s fate in all 400 cells',
  (theory) => {
    P.forEach((p, i) => {
      expect(R.map((r) => fateOfTwo(p, r, theory)).join('')).toBe(golden.two[theory][i]);
      if (theory !== 'full') {
        expect(R.map((r) => fateOfThree(p, r, theory)).join('')).toBe(golden.three[theory][i]);
      }
      if (theory === 'full') {
        R.forEach((r, j) =>
          expect(
            Math.abs(
              Math.min(bestSplit(p, r).value, Math.min(r, 1) * ignored(p)) / golden.two.loss[i][j] - 1,
            ),
          ).toBeLessThan(1e-4),
        );
      }
    });
  },
);

test('sparse limit: the full boundary lies below the symmetric one, that below the naive one', () => {
  for (const p of [0.01, 0.1, 0.5]) {
    const [a, b, c] = (['full', 'symmetric', 'naive'] as const).map((theory) => boundary(p, theory));
    expect(a).toBeLessThan(b);
    expect(b).toBeLessThan(c);
  }
});

const fixed = { 2: ['first', 'second', 'pair'], 3: ['first', 'pair', 'orthogonal'] } as const;
test.each([2, 3] as const)(
  'a swept cell is the toy model itself, within 0.002 of every weight: n = %i',
  (n) => {
    for (let i = 0; i < 6; i++) {
      const absent = absences[3 * i];
      const last = lasts[(7 * i) % 20];
      const cell = trainCell(
        kernels,
        n,
        absent,
        last,
        fixed[n].map((kind) => ({ start: kind, seed: 1 })),
      );
      const model = start(n, n - 1, cell.won.start, cell.won.seed);
      const inputs = exact(n, 1 - absent, 'train');
      for (let t = 0; t < SCHEDULE.exact.steps; t++) {
        train(model, inputs, importances(n, 1, last), SCHEDULE.exact, t);
      }
      cell.theta.forEach((w, j) => expect(Math.abs(w - model.theta[j])).toBeLessThan(0.002));
    }
  },
);

test('a trained cell costs what the full closed form says: half of them within 0.3 %, none 25 % above, none below', () => {
  const gaps: number[] = [];
  for (let c = 0; c < 20; c += 3) {
    for (let k = 0; k < 20; k += 3) {
      const { loss: trained } = trainCell(
        kernels,
        2,
        absences[c],
        lasts[k],
        fixed[2].map((kind) => ({ start: kind, seed: 1 })),
      );
      const p = 1 - absences[c];
      const r = lasts[k];
      gaps.push(trained / Math.min(bestSplit(p, r).value, Math.min(r, 1) * ignored(p)) - 1);
    }
  }
  gaps.sort((a, b) => a - b);
  expect(gaps[gaps.length >> 1]).toBeLessThan(0.003);
  expect(gaps.at(-1)).toBeLessThan(0.25);
  expect(gaps[0]).toBeGreaterThan(-0.002);
});
