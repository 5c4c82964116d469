// The energy levels of learning, against their closed forms and PyTorch's (tests/golden/levels.json: 12 seeds).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gauss } from '../../src/math/quadrature.ts';
import { geometry } from '../../src/models/geometry.ts';
import {
  bestPair,
  create,
  history,
  levels,
  pairLoss,
  plateaus,
  SLOW,
  train,
} from '../../src/models/levels.ts';

const golden = JSON.parse(readFileSync('tests/golden/levels.json', 'utf8')) as {
  levels: Record<string, number>;
  plateaus: [number, number, string, string][][];
};
const runs = Array.from({ length: 12 }, (_, i) => history(i + 1));

test('the loss of an opposite pair is its integral', () => {
  const { nodes, weights } = gauss(48);
  for (const [s, b, p] of [
    [1.02, 0.018, 0.3],
    [0.94, 0.098, 0.5],
    [1, 0, 0.2],
  ]) {
    const relu = (x: number): number => Math.max(0, x);
    const q = 1 - p;
    let total = q * q * b * b; // both absent: the output is the bias
    nodes.forEach((x, i) => {
      total += p * q * weights[i] * (relu(s * x + b) - x) ** 2; // it alone
      total += q * p * weights[i] * relu(b - s * x) ** 2; // the other alone
      nodes.forEach((y, j) => {
        total += p * p * weights[i] * weights[j] * (relu(s * (x - y) + b) - x) ** 2;
      });
    });
    expect(Math.abs(pairLoss(s, b, p) - total)).toBeLessThan(2e-4 * Math.max(1, p));
  }
  for (const [p, L] of [
    [0.05, 0.00041592],
    [0.1, 0.00165974],
    [0.3, 0.01465518],
    [0.5, 0.03814122],
  ]) {
    expect(bestPair(p)).toBeCloseTo(L, 7);
  }
});

test('levels are PyTorch’s', () => {
  const want = Object.values(golden.levels).sort((a, b) => b - a);
  levels()
    .sort((a, b) => b.loss - a.loss)
    .forEach(({ loss }, i) => expect(Math.abs(loss / want[i] - 1)).toBeLessThan(0.002));
});

test('every run ends as the pentagon', () => {
  for (const losses of runs) expect(Math.abs(losses[SLOW.steps] / 0.0392675 - 1)).toBeLessThan(0.005);
  const net = create(3);
  for (let step = 0; step < SLOW.steps; step++) train(net);
  expect(geometry(net.theta, 5, 2)).toBe('pentagon');
});

test('every plateau rests at a level, within four percent', () => {
  const found = runs.map((losses) => plateaus(losses));
  for (const list of found) {
    expect(list.length).toBeGreaterThanOrEqual(1);
    expect(list.length).toBeLessThanOrEqual(4);
    for (const { off, level } of list) {
      expect(Math.abs(off)).toBeLessThan(0.04);
      expect(level.name).not.toBe('the pentagon');
    }
    list.slice(1).forEach(({ level, from }, i) => {
      expect(level.loss).toBeLessThan(list[i].level.loss);
      expect(from).toBeGreaterThan(list[i].to);
    });
  }
  // One seed rests on every step of the stairs.
  expect(found[1].map(({ level }) => level.name)).toEqual([
    'two at right angles',
    'a pair and one',
    'two pairs',
  ]);
});
