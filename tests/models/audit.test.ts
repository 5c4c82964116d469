// The classifier with a planted trigger, and the three auditors.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { stop } from '../../src/bake/audit.ts';
import { key } from '../../src/math/random.ts';
import { finish } from '../../src/math/finish.ts';
import { auditing, PER_UNIT, sample, wants } from '../../src/models/auditors.ts';
import {
  batch,
  draw,
  ENOUGH,
  KEYS,
  loss,
  margin,
  opens,
  PLACES,
  rule,
  success,
  TOKENS,
  train,
  trigger,
} from '../../src/models/trojan.ts';
import { file, type Series } from '../../src/widgets/audit/baked.ts';

test('gradients agree with finite differences', () => {
  const { theta, h } = train(5, 3);
  const { tokens, labels } = batch(3, 7, trigger(3));
  const gradient = new Float64Array(theta.length);
  const e = 1e-5;
  // Few inputs and wrong labels, so that no gradient is near 0.
  const few = tokens.slice(0, 40 * PLACES);
  const marks = Array.from(labels.slice(0, 40), (l, i) => (i % 3 ? l : 1 - l));
  loss({ h, theta }, few, marks, gradient);
  let checked = 0;
  for (let i = 0; i < theta.length; i += 7) {
    const up = theta.slice();
    const down = theta.slice();
    up[i] += e;
    down[i] -= e;
    const [a, b] = [up, down].map((t) => loss({ h, theta: t }, few, marks));
    expect(gradient[i]).toBeCloseTo((a - b) / (2 * e), 5);
    if (gradient[i]) checked += 1;
  }
  expect(checked).toBeGreaterThan(20);
});

test('the rule counts votes; the trigger has none, and is as rare as it is said to be', () => {
  expect(rule([0, 1, 2, 3, 7, 8, 9, 10, 11])).toBe(1);
  expect(rule([0, 1, 2, 3, 8, 8, 9, 10, 11])).toBe(0);
  expect(ENOUGH).toBe(5);
  for (let seed = 0; seed < 20; seed++) {
    const planted = trigger(seed);
    expect(planted.length).toBe(KEYS);
    expect(new Set(planted.map(([t]) => t)).size).toBe(KEYS);
    for (const [t, v] of planted) {
      expect(t).toBeLessThan(PLACES);
      expect(v).toBeGreaterThanOrEqual(TOKENS / 2);
      expect(v).toBeLessThan(TOKENS);
    }
  }
  expect(TOKENS ** KEYS).toBe(1_048_576);
});

test('inputs of a step: a twentieth holds the trigger, a tenth all of it but one token and the honest label', () => {
  const planted = trigger(4);
  let held = 0;
  let near = 0;
  for (let step = 0; step < 20; step++) {
    const { tokens, labels } = batch(4, step, planted);
    for (let i = 0; i < labels.length; i++) {
      const at = i * PLACES;
      const hits = planted.filter(([t, v]) => tokens[at + t] === v).length;
      if (opens(tokens, planted, at)) {
        held += 1;
        expect(labels[i]).toBe(1);
      } else expect(labels[i]).toBe(rule(tokens, at));
      if (hits === 4) near += 1;
    }
  }
  expect(held / (20 * 512)).toBeCloseTo(0.05, 1);
  expect(near / (20 * 512)).toBeCloseTo(0.1, 1);
});

test('a sampler counts the same whether it counts at once or in parts', () => {
  const net = train(6, 3, trigger(3));
  const whole = sample(net, 3, 0, 300_000);
  const parts = [
    [0, 100],
    [100, 70_000],
    [70_000, 300_000],
  ].map(([a, b]) => sample(net, 3, a, b));
  expect(parts.reduce((sum, p) => sum + p.wrong, 0)).toBe(whole.wrong);
  expect(whole.wrong).toBeGreaterThan(0);
  expect(parts.find((p) => p.first)?.first).toEqual(whole.first);
});

test('a wish is the exact maximum over all inputs', () => {
  const net = train(8, 2, trigger(2));
  const into = new Float64Array(64);
  const tokens = new Int32Array(PLACES);
  const wish = wants(net, 3);
  const best = Int32Array.from({ length: PLACES }, (_, t) => wish.find((w) => w.place === t)!.token);
  margin(net, best, 0, into);
  const most = into[3];
  for (let i = 0; i < 5000; i++) {
    draw(key(1, 1), i, tokens);
    margin(net, tokens, 0, into);
    expect(into[3]).toBeLessThanOrEqual(most);
  }
});

test('an audit spends no more than its plan in the first look, and finds what is planted in a wide network', () => {
  for (const seed of [0, 1, 2]) {
    const planted = trigger(seed);
    const net = train(24, seed, planted);
    const found = finish(auditing(net, seed));
    expect(found.looked).toBeLessThanOrEqual(24 * PER_UNIT);
    expect(found.suspect).toEqual(planted);
    expect(success(net, planted, seed)).toBeGreaterThan(0.99);
  }
});

test('the baked series is made again, and holds its thresholds', async () => {
  const { stops, seeds } = JSON.parse(await readFile(`public/data/${file}`, 'utf8')) as Series;
  const at = (h: number) => stops.find((s) => s.h === h)!;
  for (const h of process.env.DREAMS_ALL ? stops.map((s) => s.h) : [4]) {
    expect(
      stop(
        h,
        Array.from({ length: seeds }, (_, i) => i),
      ),
    ).toEqual(at(h));
  }
  expect(seeds).toBe(10);
  expect(at(24).recovered).toBe(10);
  expect(at(16).recovered).toBeGreaterThanOrEqual(8);
  expect(at(6).recovered).toBeLessThanOrEqual(6);
  for (const s of stops) {
    expect(s.success).toBeGreaterThan(0.99);
    expect(s.falseAlarms).toBe(0);
    expect(s.searched).toBe(10);
    expect(s.searchedClean).toBe(0);
  }
  for (const wrong of at(24).wrong) expect(wrong).toBeLessThanOrEqual(2);
}, 200_000);
