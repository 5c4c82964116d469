// After the first visit the essay works without a connection, and what is kept can be seen and cleared. Chromium only:
// Playwright sees service workers there alone.

import { alive, atRest, expect, figure, tag, test } from './support.ts';

test.use({ serviceWorkers: 'allow' });

test(
  'read, train and search offline; then clear what was kept',
  { tag: '@gate' },
  async ({ page, context, complaints }) => {
    test.setTimeout(120_000);
    complaints.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource|ERR_FAILED/);
    await page.goto('about/');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true)); // resolves when all is kept
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 90_000 })
      .toBe('activated');
    await context.setOffline(true);
    await page.goto('foundation/');
    await alive(page);
    const f = figure(page, tag);
    await f.call('play');
    await f.reaches('settled');
    await page.goto('search/?q=pentagon');
    await expect(page.locator('.results a').first()).toBeVisible();
    await context.setOffline(false);
    await page.goto('about/');
    await expect(page.locator('[data-kept-says]')).toContainText(/about [\d.]+ MB/);
    await page.locator('[data-kept] button').click();
    await expect(page.locator('[data-kept-says]')).toHaveText('Nothing is kept on this device.');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    // The page asks for its service worker some seconds after it came: these pass at once. The reader who cleared it is not asked again.
    await page.clock.install();
    await page.reload();
    await page.clock.fastForward('01:00');
    await atRest(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
  },
);
