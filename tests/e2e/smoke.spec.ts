// Every page: it comes, it complains of nothing, it asks nobody else, it fits every screen. What it says of itself: tests/built.

import { drawn, expect, pages, test } from './support.ts';

const widths = [1440, 768, 390, 320];
const gate = new Set(['', 'foundation/', 'figures/superposition/', 'embed/superposition/', 'about/']);

for (const address of pages()) {
  test(`/${address}`, { tag: gate.has(address) ? ['@gate'] : [] }, async ({ page }) => {
    const reply = await page.goto(address || './');
    expect(reply!.status()).toBe(200);
    expect(await page.locator('h1').count()).toBe(1);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await drawn(page);
      const { scroll, inner, wide } = await page.evaluate(() => {
        const inner = document.documentElement.clientWidth;
        const wide = [...document.querySelectorAll('body *')]
          .filter(
            (e) => e.getBoundingClientRect().right > inner + 1 && getComputedStyle(e).position !== 'absolute',
          )
          .slice(0, 3)
          .map((e) => `${e.localName}.${e.getAttribute('class') ?? ''}`);
        return { scroll: document.documentElement.scrollWidth, inner, wide };
      });
      expect(scroll, `sideways overflow at ${width}: ${wide.join(', ')}`).toBeLessThanOrEqual(inner);
    }
  });
}

test('an address that is not there', { tag: '@gate' }, async ({ page, complaints }) => {
  complaints.allow(/404/);
  const reply = await page.goto('no/such/page/');
  expect(reply!.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await page.locator('a[href]').count()).toBeGreaterThan(0);
});
