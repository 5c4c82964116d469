// Every sentence that a widget claims, over ten seeds; the gate takes the first three, and lets as many of them fail as the
// sentence allows of ten. A sentence that fails here is wrong in the essay.

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/runtime/widget.ts';
import { kernels } from '../engine.ts';

const OF = 10;
const SEEDS = Array.from({ length: process.env.DREAMS_ALL ? OF : 3 }, (_, i) => i + 1);
const widgets = readdirSync('src/widgets').filter((name) => existsSync(`src/widgets/${name}/claims.ts`));

for (const widget of widgets) {
  const { claims } = (await import(`../../src/widgets/${widget}/claims.ts`)) as { claims: readonly Claim[] };
  describe(widget, () => {
    test('claims have ids of their own and whole sentences', () => {
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      for (const { sentence, atLeast } of claims) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(atLeast).toBeGreaterThan(0);
        expect(atLeast).toBeLessThanOrEqual(OF);
      }
    });
    for (const { id, sentence, atLeast, test: check } of claims) {
      test(`${id}: ${sentence}`, () => {
        const found = SEEDS.map((seed) => check(seed, kernels));
        const held = found.filter(({ ok }) => ok).length;
        expect(
          held,
          `held for ${held} of ${SEEDS.length} seeds: ${found.map(({ value }) => value.toPrecision(4)).join(' ')}`,
        ).toBeGreaterThanOrEqual(atLeast - (OF - SEEDS.length));
      }, 600_000);
    }
  });
}
