// "check": a claim's own test in the reader's browser, from the text and from the list of all claims.

import { readFileSync } from 'node:fs';
import { expect, open, test, type Dream } from './support.ts';

const baked = (id: string): { failed: number[] } =>
  (JSON.parse(readFileSync('content/claims.json', 'utf8')) as Record<string, { failed: number[] }>)[id];

test(
  'a claim is checked over ten seeds, then over ten more',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    await page.goto('about/');
    const item = page.locator('#claim-share');
    await item.getByRole('link', { name: /^Check here/ }).click();
    await expect(item.locator('.tell')).toHaveText(/holds for \d+ of 10 seeds/, { timeout: 60_000 });
    await expect(item.locator('.tell')).toContainText(`for ${10 - baked('share').failed.length} of 10`);
    expect(await item.locator('.seeds > *').allTextContents()).toEqual(
      baked('share').failed.map((seed) => expect.stringContaining(`seed ${seed}:`)),
    );
    await item.getByRole('button', { name: 'Seeds 11 to 20' }).click();
    await expect(item.getByRole('button', { name: 'Seeds 21 to 30' })).toBeVisible({ timeout: 60_000 });
    await expect(item.locator('.tell')).toHaveText(/holds for \d+ of 10 seeds/);
  },
);

test('a failing seed opens in its figure', { tag: '@gate' }, async ({ page }) => {
  await page.goto('about/');
  const item = page.locator('#claim-pentagon-5-2');
  await item.getByRole('link', { name: /^Check here/ }).click();
  await expect(item.locator('.again')).toBeVisible({ timeout: 60_000 });
  const link = item.locator('.seeds a').first();
  const [first] = baked('pentagon-5-2').failed; // one start of ten ends elsewhere
  await expect(link).toContainText(`seed ${first}:`);
  const href = (await link.getAttribute('href'))!;
  const seed = Number(/seed=(\d+)/.exec(href)![1]);
  expect(seed).toBe(first);
  const f = await open(page, href, 'dream-polytopes');
  expect(await f.at.evaluate((e) => (e as unknown as Dream).state.seed)).toBe(seed);
});

test('without a worker the control says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new DOMException('no', 'SecurityError');
        }
      },
    });
  });
  await page.goto('about/');
  const item = page.locator('#claim-share');
  await item.getByRole('link', { name: /^Check here/ }).click();
  await expect(item.locator('.tell')).toHaveText(/does not let the page start a worker/);
});

test('without JavaScript every claim has its rate and its line', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}about/`);
  for (const text of await page.locator('.claims .by').allTextContents()) {
    expect(text).toMatch(/(Held for \d+ of 10 seeds|Not baked yet).*src\/widgets\/[\w-]+\/claims\.ts:\d+/s);
  }
  await context.close();
});
