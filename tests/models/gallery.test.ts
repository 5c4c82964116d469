// The models of the gallery: gradients, and how often each structure grows.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rate } from '../../src/bake/gallery.ts';
import {
  begin as days,
  circle,
  loss as daysLoss,
  P,
  STEPS,
  train as trainDays,
} from '../../src/models/days.ts';
import { begin as encoder, codes, corners, loss as encoderLoss } from '../../src/models/encoder.ts';
import { grow, points, verdict } from '../../src/models/gallery-runs.ts';
import { NAMES } from '../../src/models/pieces.ts';
import { create, schedule, train } from '../../src/models/polytopes.ts';
import { shape } from '../../src/models/shapes.ts';
import { file, type Rates } from '../../src/widgets/gallery/baked.ts';
import { kernels } from '../engine.ts';

const differences = (
  theta: Float64Array,
  gradient: Float64Array,
  loss: (theta: Float64Array) => number,
  every: number,
): void => {
  const h = 1e-5;
  for (let i = 0; i < theta.length; i += every) {
    const up = theta.slice();
    const down = theta.slice();
    up[i] += h;
    down[i] -= h;
    expect(gradient[i]).toBeCloseTo((loss(up) - loss(down)) / (2 * h), 7);
  }
};

test('gradients agree with finite differences', () => {
  const d = days(3);
  const g = new Float64Array(d.theta.length);
  daysLoss(d.theta, g);
  differences(d.theta, g, (theta) => daysLoss(theta).loss, 13);
  const e = encoder(8, 3, 4);
  const q = new Float64Array(e.theta.length);
  encoderLoss(e, q);
  differences(e.theta, q, (theta) => encoderLoss({ ...e, theta }), 1);
});

test('days: every sum is right, and the week lies on a circle', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const grown = grow('days', seed, kernels);
    const net = (grown as { net: ReturnType<typeof days> }).net;
    const { points: at, uneven } = circle(net.theta);
    expect(daysLoss(net.theta).right).toBeCloseTo(1, 12);
    expect(uneven).toBeLessThan(0.1);
    expect(at.length).toBe(P);
  }
});

test('months too: modulo twelve every sum is right and a circle carries them', () => {
  for (let seed = 1; seed <= (process.env.DREAMS_ALL ? 4 : 1); seed++) {
    const net = days(seed, 12);
    for (let step = 0; step < STEPS; step++) trainDays(net);
    expect(daysLoss(net.theta).right).toBeCloseTo(1, 12);
    expect(circle(net.theta).uneven).toBeLessThan(0.12);
  }
});

test.each([
  [4, 2, '2 pairs'],
  [4, 3, '1 pair and 2 alone'],
  [5, 3, '2 pairs and 1 alone'],
  [12, 6, '6 pairs'],
] as const)(
  '%i rare features in %i neurons: %s, in four of four',
  (n, m, name) => {
    for (let seed = 1; seed <= 4; seed++) {
      const net = create(n, m, seed);
      const { steps } = schedule(n);
      for (let step = 0; step < steps; step++) train(net, step);
      expect(shape(net.theta, n, m)).toBe(name);
    }
  },
  30_000,
);

test('a cube has its eight codes at eight corners', () => {
  const grown = grow('cube', 1, kernels);
  if (grown.grows !== 'cube') throw new Error('not a cube');
  expect(corners(grown.net)).toBe(8);
  for (const x of codes(grown.net).flat()) expect(Math.abs(x)).toBeGreaterThan(0.1);
  expect(new Set(points(grown).corner).size).toBe(8);
});

test('what grows, grows as often as it is said to', async () => {
  const { rates, starts } = JSON.parse(await readFile(`public/data/${file}`, 'utf8')) as Rates;
  const of = (name: string): number => rates.find((r) => r.name === name)!.grew / starts;
  expect(rates.map((r) => r.name)).toEqual(NAMES);
  for (const name of [
    'pentagon',
    'octahedron',
    'antiprism',
    'icosahedron',
    'tegum',
    'days',
    'cube',
    'gabors',
    'curves',
  ]) {
    expect(of(name), name).toBeGreaterThan(0.75);
  }
  expect(of('tetrahedron')).toBe(0);
  expect(of('sampled-hexagon')).toBeLessThan(0.25);
  for (const name of process.env.DREAMS_ALL ? NAMES : (['pentagon', 'days', 'tetrahedron'] as const)) {
    expect(rate(name, kernels)).toEqual(rates.find((r) => r.name === name));
  }
  expect(verdict('octahedron', grow('octahedron', 1, kernels)).shape).toBe('octahedron');
}, 900_000);
