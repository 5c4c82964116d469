// What is said to be measured: each claim has its rate over ten seeds as baked, and a mark without a claim stops the build.

import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import baked from '../../content/claims.json';
import { borne, claims, stated, type Rate } from '../../src/build/claims.ts';

test('every claim is baked with the words it has now: `node src/bake/claims.ts [widget ...]`', async () => {
  const all = await claims();
  const rates = baked as Record<string, Rate>;
  expect(Object.keys(rates).sort()).toEqual([...all.keys()].sort());
  for (const [id, { claim, rate }] of all) {
    expect(rate?.sentence, id).toBe(claim.sentence);
    expect(rate!.of, id).toBe(10);
    expect(rate!.of - rate!.failed.length, id).toBeGreaterThanOrEqual(claim.atLeast);
  }
});

test('“measured here” without a test stops the build', async () => {
  await expect(borne('measured')).rejects.toThrow('names no claim');
  await expect(borne('measured', 'nobody-tests-this')).rejects.toThrow(
    'There is no claim “nobody-tests-this”',
  );
  await expect(borne('conjecture', 'share')).rejects.toThrow('its standing is measured');
  expect((await borne('measured', 'share'))!.file).toBe('src/widgets/superposition/claims.ts');
  expect(await borne('published')).toBeUndefined();
  await expect(stated('share')).resolves.toMatchObject({ widget: 'superposition' });
});

test('every widget with claims has its file of tests: tests/claims/<widget>.test.ts', async () => {
  for (const { widget } of (await claims()).values()) {
    expect(existsSync(`tests/claims/${widget}.test.ts`), widget).toBe(true);
  }
});
