// The toy model against finite differences and against PyTorch's numbers.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/math/hash.ts';
import { key, normal } from '../../src/math/random.ts';
import { geometry, kept, norms, shares, alignTurn } from '../../src/models/geometry.ts';
import { exact, sampled, type Inputs } from '../../src/models/inputs.ts';
import {
  importances,
  loss,
  SCHEDULE,
  start,
  train,
  type Superposition,
} from '../../src/models/superposition.ts';
import { lossWide } from '../../src/models/loss-any-m.ts';

const golden = <T>(name: string): T => JSON.parse(readFileSync(`tests/golden/${name}.json`, 'utf8')) as T;
const off = (value: number, ideal: number): number => Math.abs(value / ideal - 1);

/** Random weights, none of them near zero, biases too. */
function anyModel(n: number, m: number, seed: number): Superposition {
  const net = start(n, m, 'random', seed);
  for (let i = 0; i < net.theta.length; i++) net.theta[i] = 0.6 * normal(key(seed, 9), i);
  return net;
}

function trained(n: number, m: number, active: number, seed: number): Superposition {
  const net = start(n, m, 'random', seed);
  const inputs = exact(n, active, 'train');
  const I_f = importances(n, 0.9);
  for (let step = 0; step < SCHEDULE.exact.steps; step++) train(net, inputs, I_f, SCHEDULE.exact, step);
  return net;
}

describe('the gradient', () => {
  const cases: readonly (readonly [string, number, number, Inputs])[] = [
    ['exact, 5 in 2', 5, 2, exact(5, 0.2, 'train')],
    ['exact, 8 in 2', 8, 2, exact(8, 0.1, 'train')],
    ['exact, 4 in 1', 4, 1, exact(4, 0.3, 'train')],
    ['dense, 5 in 2', 5, 2, exact(5, 1, 'train')],
    ['sampled, 5 in 2', 5, 2, sampled(5, 0.1, 512, 3, 17)],
    ['sampled, 7 in 3', 7, 3, sampled(7, 0.3, 512, 3, 0)],
  ];
  for (const [name, n, m, inputs] of cases) {
    test(`${name}: central differences to 1e-6`, () => {
      const net = anyModel(n, m, 5);
      const I_f = importances(n, 0.8, 2);
      const gradient = new Float64Array(net.theta.length);
      const step = 1e-6;
      loss(net, inputs, I_f, gradient);
      const size = Math.max(...gradient.map(Math.abs));
      for (let i = 0; i < gradient.length; i++) {
        const at = net.theta[i];
        net.theta[i] = at + step;
        const up = loss(net, inputs, I_f);
        net.theta[i] = at - step;
        const down = loss(net, inputs, I_f);
        net.theta[i] = at;
        expect(Math.abs(gradient[i] - (up - down) / (2 * step)) / size, `theta ${i}`).toBeLessThan(1e-6);
      }
    });
  }

  test('on three points, the numbers of PyTorch', () => {
    const {
      X,
      out,
      loss: value,
      gW,
      gb,
    } = golden<{ X: number[][]; out: number[]; loss: number; gW: number[]; gb: number[] }>(
      'tms_finite_golden',
    );
    const n = 6;
    const m = 2;
    const net = start(n, m, 'random', 1);
    for (let h = 0; h < m; h++) {
      for (let f = 0; f < n; f++) net.theta[f * m + h] = 0.5 * Math.sin(0.7 * (h * n + f));
    } // W[2, 6] row-major there
    for (let f = 0; f < n; f++) net.theta[n * m + f] = 0.05 * Math.cos(f);
    const inputs: Inputs = { n, X_sf: Float64Array.from(X.flat()), w_s: new Float64Array(3).fill(1 / 3) };
    const gradient = new Float64Array(18);
    expect(loss(net, inputs, importances(n, 1), gradient)).toBeCloseTo(value, 10);
    expect(value).toBeCloseTo(out.reduce((sum, y, i) => sum + (y - X.flat()[i]) ** 2, 0) / 3, 8);
    for (let h = 0; h < m; h++) {
      for (let f = 0; f < n; f++) expect(gradient[f * m + h]).toBeCloseTo(gW[h * n + f], 9);
    }
    for (let f = 0; f < n; f++) expect(gradient[n * m + f]).toBeCloseTo(gb[f], 9);
  });

  test('the plane’s loss and the wide one agree bit for bit', () => {
    const net = anyModel(6, 2, 4);
    const I_f = importances(6, 0.9);
    const inputs = exact(6, 0.2, 'train');
    const a = new Float64Array(18);
    const b = new Float64Array(18);
    expect(loss(net, inputs, I_f, a)).toBe(lossWide(net, inputs, I_f, b));
    expect(fingerprint(a)).toBe(fingerprint(b));
  });
});

describe('inputs', () => {
  test('weights sum to 1 and give the moments of the data', () => {
    for (const n of [2, 5, 6, 7, 8]) {
      for (const use of ['train', 'show'] as const) {
        for (const active of [1, 0.3, 0.05, 0.01]) {
          const { X_sf, w_s } = exact(n, active, use);
          const mean = new Float64Array(n);
          let total = 0;
          let cross = 0;
          let square = 0;
          w_s.forEach((w, s) => {
            total += w;
            for (let f = 0; f < n; f++) mean[f] += w * X_sf[s * n + f];
            cross += w * X_sf[s * n] * X_sf[s * n + n - 1];
            square += w * X_sf[s * n + 1] ** 2;
          });
          expect(total).toBeCloseTo(1, 12);
          for (const x of mean) expect(off(x, active / 2)).toBeLessThan(1e-10);
          expect(off(cross, active ** 2 / 4)).toBeLessThan(1e-10);
          expect(off(square, active / 3)).toBeLessThan(1e-10);
        }
      }
    }
  });
  test('sampled batches too, within their noise; the same step is the same batch', () => {
    for (const active of [1, 0.5, 0.05]) {
      const n = 5;
      const total = new Float64Array(3);
      for (let step = 0; step < 60; step++) {
        const { X_sf, w_s } = sampled(n, active, 512, 1, step);
        w_s.forEach((w, s) => {
          total[0] += w / 60;
          total[1] += (w * X_sf[s * n + 4]) / 60;
          total[2] += (w * X_sf[s * n] * X_sf[s * n + 3]) / 60;
        });
      }
      expect(total[0]).toBeCloseTo(1, 10);
      expect(off(total[1], active / 2)).toBeLessThan(0.03);
      expect(off(total[2], active ** 2 / 4)).toBeLessThan(0.08);
    }
    expect(fingerprint(sampled(5, 0.1, 512, 4, 9).X_sf)).toBe(fingerprint(sampled(5, 0.1, 512, 4, 9).X_sf));
    expect(fingerprint(sampled(5, 0.1, 512, 4, 9).X_sf)).not.toBe(
      fingerprint(sampled(5, 0.1, 512, 4, 10).X_sf),
    );
  });
  test('few enough points', () => {
    expect([5, 6, 7, 8].map((n) => exact(n, 0.1, 'train').w_s.length)).toEqual([863, 1505, 2810, 4357]);
  });
});

describe('against the optimum (float64, L-BFGS, best of 48)', () => {
  interface Row {
    sparsity: number;
    best: string;
    solutions: Record<string, { loss: number; W: number[][]; b: number[]; norms: number[] }>;
  }
  const NAMES: Record<string, string> = { '2orth': '2 orthogonal', '2pairs': '2 pairs', penta: 'pentagon' };
  const { data } = golden<{ data: Row[] }>('tms_n5_m2');
  for (const { sparsity, best, solutions } of data) {
    test(`absent ${sparsity}: best of eight is ${NAMES[best]}, its loss within ${sparsity ? 3 : 0.5}%`, () => {
      const show = exact(5, 1 - sparsity, 'show');
      const I_f = importances(5, 0.9);
      const ideal = solutions[best].loss;
      const [value, net] = Array.from({ length: 8 }, (_, i) => trained(5, 2, 1 - sparsity, i + 1))
        .map((net) => [loss(net, show, I_f), net] as const)
        .sort((a, b) => a[0] - b[0])[0];
      expect(geometry(net.theta, 5, 2)).toBe(NAMES[best]);
      expect(off(value, ideal)).toBeLessThan(sparsity ? 0.03 : 0.005);
      norms(net.theta, 5, 2).forEach((size, f) =>
        expect(Math.abs(size - solutions[best].norms[f])).toBeLessThan(sparsity ? 0.05 : 0.3),
      );
    });
    test(`absent ${sparsity}: their weights have their loss and their name here`, () => {
      for (const [name, { loss: value, W, b }] of Object.entries(solutions)) {
        const net = start(5, 2, 'random', 1);
        for (let f = 0; f < 5; f++) {
          net.theta[2 * f] = W[0][f];
          net.theta[2 * f + 1] = W[1][f];
          net.theta[10 + f] = b[f];
        }
        expect(off(loss(net, exact(5, 1 - sparsity, 'show'), importances(5, 0.9)), value)).toBeLessThan(1e-4); // W is given to six digits
        expect(geometry(net.theta, 5, 2)).toBe(NAMES[name]);
      }
    });
  }
});

describe('more than five features', () => {
  for (const n of [6, 7, 8]) {
    for (const active of [1, 0.3, 0.1, 0.01]) {
      test(`n = ${n}, active ${active}: the shown loss within 1% of 400 000 samples, the training points’ within 2%`, () => {
        const net = trained(n, 2, active, 2);
        const I_f = importances(n, 0.9);
        const shown = loss(net, exact(n, active, 'show'), I_f);
        let total = 0;
        let square = 0;
        const rounds = 20;
        for (let step = 0; step < rounds; step++) {
          const one = loss(net, sampled(n, active, 20000, 77, step), I_f);
          total += one / rounds;
          square += (one * one) / rounds;
        }
        const noise = Math.sqrt((square - total * total) / (rounds - 1)) / total;
        expect(off(shown, total), `sampling noise ${noise}`).toBeLessThan(0.01 + 2 * noise);
        expect(off(loss(net, exact(n, active, 'train'), I_f), total)).toBeLessThan(0.02 + 2 * noise);
      });
    }
  }
});

describe('names and views', () => {
  const ring = (k: number, size = 1, from = 0.3): number[] =>
    Array.from({ length: k }, (_, i) => [
      size * Math.cos(from + (2 * Math.PI * i) / k),
      size * Math.sin(from + (2 * Math.PI * i) / k),
    ]).flat();
  test('geometry', () => {
    expect(geometry([...ring(5)], 5, 2)).toBe('pentagon');
    expect(geometry([...ring(6), 0.1, 0.2], 7, 2)).toBe('hexagon + 1 left out');
    expect(geometry([...ring(4), 0, 0.3], 5, 2)).toBe('2 pairs');
    expect(geometry(ring(3), 3, 2)).toBe('triangle');
    expect(geometry([1, 0, 0, 1, -1, 0], 3, 2)).toBe('1 pair + 1');
    expect(geometry([1, 0, 0, -1], 2, 2)).toBe('2 orthogonal');
    expect(geometry([1, 0, -1, 0.1], 2, 2)).toBe('1 pair');
    expect(geometry([1, 0, 1, 1], 2, 2)).toBe('2 oblique');
    expect(geometry([1, 0, 0.9, 0.1, 0, 1], 3, 2)).toBe('3 uneven');
    expect([
      geometry([0.9, 0.1], 2, 1),
      geometry([0.9, -0.8], 2, 1),
      geometry([1, 1, -1], 3, 1),
      geometry([0, 0], 2, 1),
    ]).toEqual(['1 alone', '1 pair', '2 against 1', 'none']);
  });
  test('a regular pentagon has shares of two fifths; an orthogonal feature a whole dimension', () => {
    for (const D of shares(ring(5, 1.13), 5, 2)) expect(D).toBeCloseTo(0.4, 12);
    expect(shares([1, 0, 0, 1, 1e-9, 0], 3, 2)).toEqual([1, 1, 0]);
  });
  test('the view is a rotation or a reflection, f1 near 45 degrees, the next clockwise, a pentagon 8.5 degrees off the axes', () => {
    for (const absent of [0.9, 0.95, 0.99]) {
      for (let seed = 1; seed <= 12; seed++) {
        const { theta } = trained(5, 2, 1 - absent, seed);
        if (geometry(theta, 5, 2) !== 'pentagon') continue;
        const [a, b, c, d] = alignTurn(theta, 5, 2);
        expect(
          [a * a + b * b, c * c + d * d, a * c + b * d].map((x) => Math.round(x * 1e9) / 1e9 || 0),
        ).toEqual([1, 1, 0]);
        const angles = kept(theta, 5, 2).map(
          (_, f) =>
            (180 / Math.PI) *
            Math.atan2(c * theta[2 * f] + d * theta[2 * f + 1], a * theta[2 * f] + b * theta[2 * f + 1]),
        );
        expect(Math.abs(angles[0] - 45)).toBeLessThanOrEqual(4.01);
        expect((angles[0] - angles[1] + 360) % 360).toBeLessThan(180);
        for (const angle of angles) {
          expect(Math.min(Math.abs(angle) % 90, 90 - (Math.abs(angle) % 90))).toBeGreaterThan(8.5);
        }
      }
    }
  });
});
