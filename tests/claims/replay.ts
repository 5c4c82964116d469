// Every sentence that a widget claims, replayed: a seed's verdict is the one that `node src/bake/claims.ts` has committed to
// content/claims.json. One seed in the gate, three with DREAMS_ALL, all ten with DREAMS_SEEDS=10.

import { describe, expect, test } from 'vitest';
import published from '../../content/claims.json';
import type { Rate } from '../../src/build/claims.ts';
import type { Claim } from '../../src/runtime/widget.ts';
import { kernels } from '../engine.ts';

const rates: Readonly<Record<string, Rate | undefined>> = published;
const count = Number(process.env.DREAMS_SEEDS ?? (process.env.DREAMS_ALL ? 3 : 1));
const SEEDS = Array.from({ length: count }, (_, i) => i + 1);

/** Tests of the claims of one widget. */
export function replay(widget: string, claims: readonly Claim[]): void {
  describe(widget, () => {
    test('claims have ids of their own and whole sentences', () => {
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      for (const { id, sentence, atLeast } of claims) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(atLeast).toBeGreaterThan(0);
        expect(rates[id], `${id} is in content/claims.json`).toBeDefined();
        expect(atLeast).toBeLessThanOrEqual(rates[id]!.of);
      }
    });

    for (const { id, sentence, test: check } of claims) {
      test(`${id}: ${sentence}`, { timeout: 600_000 }, () => {
        const verdicts = SEEDS.map((seed) => ({ seed, ...check(seed, kernels) }));
        const failed = verdicts.filter(({ ok }) => !ok).map(({ seed }) => seed);
        const values = verdicts.map(({ value }) => value.toPrecision(4)).join(' ');
        expect(failed, `seeds that fail, of values ${values}`).toEqual(
          rates[id]?.failed.filter((seed) => seed <= SEEDS.length),
        );
      });
    }
  });
}
