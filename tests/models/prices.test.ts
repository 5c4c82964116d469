// The calculator's arithmetic, and that what it borrows is what the other models say.
import { describe, expect, test } from 'vitest';
import { borrowed } from '../../src/bake/scaling-cost.ts';
import { EVALUATIONS } from '../../src/models/vocabulary.ts';
import * as taken from '../../src/widgets/scaling-cost/borrowed.ts';
import { search, seen } from '../../src/models/explain.ts';
import { cost, extreme, GPT2_XL, hours, LLAMA_8B, unitsOf, WAYS } from '../../src/models/prices.ts';
import { scenes } from '../../src/models/scenes.ts';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { GIVEN } from '../../src/widgets/scaling-cost/assumptions.ts';
import { model } from '../../src/widgets/scaling-cost/model.ts';
import type { CostSnapshot } from '../../src/widgets/scaling-cost/snapshot.ts';
import { spec, valuesOf, type CostParams } from '../../src/widgets/scaling-cost/params.ts';

const params = defaults<CostParams>(spec);
const { low, mid, high } = valuesOf(params);

test('GPT-2 XL: 307,200 neurons at one minute are 5,120 hours', () => {
  expect(48 * 4 * 1600).toBe(GPT2_XL.neurons);
  expect(unitsOf(GPT2_XL.parameters, mid)).toBeCloseTo(307_200, 6);
  expect(hours(307_200, { minutes: 1 })).toBe(5120);
  const { here } = settle<CostParams, CostSnapshot>('scaling-cost', model, params);
  expect(here.units[1]).toBe(307_200);
  expect(here.hand[1]).toBe(5120);
});

test('Llama 3.1 8B: 32 layers of 14,336 neurons', () =>
  expect(LLAMA_8B.layers * 14_336).toBe(LLAMA_8B.neurons));

test('family size and evaluations are those in the heads of the other figures’ files', async () => {
  expect({ ...taken }).toEqual(await borrowed());
  expect([GIVEN.family.mid, GIVEN.evaluations.mid]).toEqual([taken.MEMBERS, taken.EVALUATIONS]);
  expect(taken.EVALUATIONS).toBe(EVALUATIONS);
});

test('the budget of the search is what the search spends', () => {
  const { bits } = scenes(200, 1, 62);
  expect(
    search(
      seen(
        { bits },
        Float64Array.from(bits, (b) => b & 1),
      ),
    ).length,
  ).toBe(EVALUATIONS);
  expect(GIVEN.evaluations.mid).toBe(EVALUATIONS);
  expect(GIVEN.evaluations.high).toBe(24 + 2 * ((24 * 23) / 2));
});

describe('ranges', () => {
  test('every assumption has one, inside its scale, with a source or “ours”', () => {
    for (const { low: a, mid: b, high: c, min, max, source } of Object.values(GIVEN)) {
      expect(min <= a && a <= b && b <= c && c <= max).toBe(true);
      expect(source).toMatch(/\(\w+ \d{4}\)|ours|our /);
    }
  });
  test('the cheapest and the dearest of all combinations are the ends', () => {
    for (const way of WAYS) {
      const all = Array.from({ length: 128 }, (_, bits) =>
        cost(
          way,
          1e9,
          Object.fromEntries(
            Object.keys(mid).map((key, i) => [key, (bits & (1 << i) ? high : low)[key as keyof typeof mid]]),
          ) as unknown as typeof mid,
        ),
      );
      expect(cost(way, 1e9, extreme(low, high, 'low'))).toBeCloseTo(Math.min(...all), 6);
      expect(cost(way, 1e9, extreme(low, high, 'high')) / Math.max(...all)).toBeCloseTo(1, 9);
    }
  });
  test('low stays below the middle whatever a link says', () => {
    const odd = valuesOf({ ...params, minutes: 0.1, priceHigh: 0.01 });
    expect(odd.low.minutes).toBe(0.1);
    expect(odd.high.price).toBe(odd.mid.price);
  });
});
