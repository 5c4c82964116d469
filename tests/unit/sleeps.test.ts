// Browser tests wait for conditions: the one fixed time is `hold` of tests/e2e/waiting.ts, which is a part of the input.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The one that may, and the lab's, which still do. */
const excepted = /^(waiting\.ts|lab\b.*)$/;

test('no browser test sleeps', () => {
  const sleeping = readdirSync('tests/e2e')
    .filter((name) => !excepted.test(name))
    .filter((name) => readFileSync(`tests/e2e/${name}`, 'utf8').includes('waitForTimeout'));
  expect(sleeping).toEqual([]);
});
