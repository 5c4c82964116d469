// The baked strips: what is in the file, that today's model still gives it, and that twice as many other starts find nothing better.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finish } from '../../src/math/finish.ts';
import { importances } from '../../src/models/superposition.ts';
import { ABSENT, bestStart, strip } from '../../src/models/strip.ts';
import { defaults } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { decode, encode, file, readHeader } from '../../src/widgets/superposition/baked.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { kernels } from '../engine.ts';

const path = `public/data/${file}`;
const plain = defaults<SuperpositionParams>(spec);
const bytes = (): ArrayBuffer => {
  const b = readFileSync(path);
  return b.buffer.slice(b.byteOffset, b.byteOffset + b.length);
};
test('26 stops, even in log(1 - S), 0 and 0.99 exactly', () => {
  expect(ABSENT).toHaveLength(26);
  expect([ABSENT[0], ABSENT[25]]).toEqual([0, 0.99]);
  ABSENT.forEach((S, k) => {
    expect(S).toBeCloseTo(1 - 100 ** (-k / 25), 4);
    expect(S).toBe(Number(S.toFixed(4)));
  });
});

test('the file is there, small, and covers the default importances only', () => {
  expect(existsSync(path)).toBe(true);
  expect(bytes().byteLength).toBeLessThan(8192);
  for (let features = 2; features <= 8; features++) {
    for (const hidden of [1, 2]) {
      const { n, stops } = decode(bytes(), { ...plain, features, hidden })!;
      expect(n).toBe(features);
      expect(stops.map(({ absent }) => absent)).toEqual(ABSENT);
      for (const { shares, loss, kept, geometry } of stops) {
        expect(shares).toHaveLength(features);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1);
        expect(loss > 0 && kept >= 1 && kept <= features && geometry.length > 0).toBe(true);
      }
    }
  }
  expect(decode(bytes(), { ...plain, decay: 0.8 })).toBeUndefined();
  expect(decode(bytes(), { ...plain, last: 1 })).toBeUndefined();
  expect(readHeader(bytes()).agree).toHaveLength(26);
});

test('encode and decode are inverse', () => {
  const header = { ...readHeader(bytes()), hidden: [2], features: [3], geometries: ['a', 'b'] };
  const stops = ABSENT.map((absent, k) => ({
    absent,
    loss: Math.fround(0.1 / (k + 1)),
    geometry: k % 2 ? 'a' : 'b',
    kept: k % 4,
    shares: [0, 1, Math.round((65535 * k) / 26) / 65535],
  }));
  expect(decode(encode(header, [stops]), { ...plain, features: 3 })).toEqual({ n: 3, stops });
});

test('the worker’s survey gives the baked strip again (3 features)', () => {
  const { stops } = decode(bytes(), { ...plain, features: 3 })!;
  const now = finish(strip(3, 2, importances(3, 0.9)));
  now.forEach((stop, k) => {
    expect(stop.loss).toBeCloseTo(stops[k].loss, 6);
    expect([stop.geometry, stop.kept]).toEqual([stops[k].geometry, stops[k].kept]);
    stop.shares.forEach((share, f) => expect(share).toBeCloseTo(stops[k].shares[f], 4));
  });
}, 30_000);

test('the figure’s own seed: its single run ends as the strip says, at every stop', () => {
  const wrong = decode(bytes(), plain)!.stops.flatMap(({ absent, geometry, loss, shares }) => {
    const run = open(model, { ...plain, absent }, kernels);
    seek(run, 300);
    const now = look(run);
    const drops = shares.some((share, f) => share > 0.3 !== now.kept[f]);
    return now.geometry !== geometry || drops || now.loss > 1.01 * loss
      ? [`${absent}: ${now.geometry} ${now.loss}, not ${geometry} ${loss}`]
      : [];
  });
  expect(wrong).toEqual([]);
}, 30_000);

test('equal importances: shares keep their places from stop to stop', () => {
  const now = finish(strip(3, 2, importances(3, 1), 2));
  for (let k = 1; k < now.length; k++) {
    const order = (shares: readonly number[], by: readonly number[]): number[] =>
      by
        .map((_, f) => f)
        .sort((a, b) => by[b] - by[a])
        .map((f) => shares[f]);
    const ranked = order(now[k].shares, now[k - 1].shares);
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
  }
}, 30_000);

describe('16 other starts find nothing better by more than 0.5%', () => {
  const sizes = process.env.DREAMS_ALL ? [2, 3, 4, 5, 6, 7, 8] : [2, 4, 5];
  for (const n of sizes) {
    for (const m of [1, 2]) {
      test(`${n} features, ${m} neurons`, () => {
        const { stops } = decode(bytes(), { ...plain, features: n, hidden: m })!;
        const better = stops.flatMap(({ absent, loss }, k) => {
          if (!process.env.DREAMS_ALL && k % 5) return [];
          const { value } = finish(bestStart(n, m, importances(n, 0.9), absent, 16, 1001));
          return value < 0.995 * loss && loss > 1e-7 // two features in two neurons lose nothing: what is left is how far training went
            ? [`${absent}: ${value} < ${loss}`]
            : [];
        });
        expect(better).toEqual([]);
      }, 1_200_000);
    }
  }
});
