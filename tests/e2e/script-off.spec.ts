// Without JavaScript the plate is the same picture: it is printed by the build from the same marks.

import { mkdirSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from '@playwright/test';
import { alive, expect, tag, test } from './support.ts';

/** A picture of the plate, the page as a reader of these settings sees it. */
async function plate(browser: Browser, address: string, width: number, dark: boolean, javaScriptEnabled: boolean): Promise<PNG> {
  const context = await browser.newContext({ viewport: { width, height: width === 960 ? 540 : 900 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  const figure = page.locator(tag).first();
  await figure.scrollIntoViewIfNeeded();
  if (javaScriptEnabled) { await alive(page); await page.waitForTimeout(300); }
  await page.mouse.move(0, 0);
  const shot = await figure.locator('.plate').first().screenshot({ animations: 'disabled' });
  await context.close();
  return PNG.sync.read(shot);
}

// A frame has no size that its build could know: the embed's still is drawn for 16:9.
for (const address of ['figures/superposition/', 'foundation/', 'embed/superposition/']) {
  for (const width of address.startsWith('embed') ? [960] : [390, 1440]) for (const dark of [false, true]) {
    const gate = address.startsWith('figures') || (address.startsWith('foundation') && !dark);
    test(`/${address} at ${width} px, ${dark ? 'dark' : 'light'}`, { tag: gate ? ['@gate'] : [] }, async ({ browser, baseURL }) => {
      const [off, on] = [await plate(browser, baseURL + address, width, dark, false), await plate(browser, baseURL + address, width, dark, true)];
      expect([off.width, off.height], 'same size').toEqual([on.width, on.height]);
      const diff = new PNG({ width: on.width, height: on.height });
      const wrong = pixelmatch(off.data, on.data, diff.data, on.width, on.height, { threshold: 0.1 });
      if (wrong > 0) {
        mkdirSync('tests/results/script-off', { recursive: true });
        const name = `tests/results/script-off/${address.replaceAll('/', '-')}${width}-${dark ? 'dark' : 'light'}`;
        for (const [kind, image] of Object.entries({ off, on, diff })) writeFileSync(`${name}-${kind}.png`, PNG.sync.write(image));
      }
      expect(wrong / (on.width * on.height)).toBeLessThanOrEqual(0.001);
    });
  }
}

test('without JavaScript a page reads on: words, table, no dead buttons', { tag: '@gate' }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}foundation/`);
  const figure = page.locator(tag).first();
  await expect(figure.locator('figcaption')).toBeVisible();
  await expect(figure.locator('details table')).toHaveCount(1);
  expect(await figure.locator('button:visible:not([disabled])').count()).toBe(0);
  expect(await page.locator('[role=slider]').count()).toBe(0);
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(1500);
  await context.close();
});
