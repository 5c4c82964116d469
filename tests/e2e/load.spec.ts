// The first load: nothing runs before somebody is there, what is below a phone's screen is laid out afterwards, and the
// remembered illumination is there before the first paint.

import { atRest, expect, figurePage, hold, tag, test } from './support.ts';

const lives = (): boolean => !!customElements.get('dream-superposition');

test(
  'a figure waits for a reader, and lives at the first sign of one',
  { tag: '@gate' },
  async ({ page }) => {
    await page.goto(figurePage, { waitUntil: 'networkidle' });
    expect(await page.evaluate(lives)).toBe(false);
    await expect(page.locator(`${tag} .plate svg`).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await page.waitForFunction(lives, undefined, { timeout: 2000 });
    await expect(page.locator(`${tag} [data-do=play]`)).toBeEnabled();
  },
);

test('a figure lives without a sign after some seconds, and at once when a link sets it', async ({
  page,
}) => {
  await page.goto(figurePage);
  await page.waitForFunction(lives, undefined, { timeout: 9000 });
  await page.goto('about:blank');
  await page.goto(`${figurePage}#superposition?step=40`);
  await page.waitForFunction(lives, undefined, { timeout: 3000 });
});

test('a figure whose still does not fit the screen waits for nobody', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto(figurePage);
  await page.waitForFunction(lives, undefined, { timeout: 2000 });
});

test('where a figure waits, its still is nearly as large', { tag: '@gate' }, async ({ page }) => {
  for (const width of [375, 393, 412, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(figurePage);
    expect(await page.evaluate(lives), `${width} px`).toBe(false);
    const high = (): Promise<number> =>
      page.locator(`${tag} .plate`).evaluate((e) => e.getBoundingClientRect().height);
    const before = await high();
    await page.keyboard.press('Shift');
    await page.waitForFunction(lives);
    await expect(page.locator(`${tag} [data-do=play]`)).toBeEnabled();
    expect(Math.abs((await high()) / before - 1), `${width} px`).toBeLessThan(0.07);
  }
});

for (const held of [0, 40, 120, 300]) {
  test(
    `the first touch of a figure can be its Train button, held for ${held} ms`,
    { tag: held ? [] : ['@gate'] },
    async ({ browser, baseURL, browserName }) => {
      test.skip(browserName === 'firefox', 'Firefox’s protocol has no touch');
      const context = await browser.newContext({
        viewport: { width: 390, height: 1600 },
        hasTouch: true,
        isMobile: true,
      });
      const page = await context.newPage();
      await page.goto(baseURL + figurePage, { waitUntil: 'networkidle' });
      const at = (await page.locator(`${tag} .tb.play`).boundingBox())!;
      const touch = await context.newCDPSession(page);
      expect(await page.evaluate(lives)).toBe(false);
      await page.evaluate(() => {
        document.addEventListener('dream-state', (e) => {
          const seen = window as unknown as { seen: string[] };
          (seen.seen ??= []).push((e.target as unknown as { status: string }).status);
        });
      });
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: at.x + at.width / 2, y: at.y + at.height / 2 }],
      });
      await hold(page, held);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await expect
        .poll(() => page.locator(tag).evaluate((e) => (e as unknown as { status?: string }).status))
        .toBe('settled');
      expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).not.toContain(
        'paused',
      );
      await context.close();
    },
  );
}

test.describe('what is below the screen of a phone', () => {
  const hidden = (): number =>
    [...document.querySelectorAll('.prose>*')].filter(
      (e) => getComputedStyle(e).contentVisibility !== 'visible',
    ).length;
  for (const [width, at, some] of [
    [390, 'foundation/', true],
    [390, 'foundation/#a-third-neuron', false],
    [1440, 'foundation/', false],
  ] as const) {
    test(`/${at} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(at, { waitUntil: 'load' });
      if (some) expect(await page.evaluate(hidden)).toBeGreaterThan(20);
      else await expect.poll(() => page.evaluate(hidden)).toBe(0);
      if (at.includes('#')) {
        expect(
          Math.abs(
            await page.locator(at.slice(at.indexOf('#'))).evaluate((e) => e.getBoundingClientRect().top),
          ),
        ).toBeLessThan(200);
      }
      if (!some) return;
      await page.mouse.wheel(0, 40);
      await expect.poll(() => page.evaluate(hidden)).toBe(0);
    });
  }

  test('a link within the page leads to where its place will stay', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('foundation/', { waitUntil: 'load' });
    const id = await page.evaluate(() => {
      const h = [...document.querySelectorAll<HTMLElement>('.prose>h2[id]')].at(-1);
      const a = Object.assign(document.createElement('a'), { href: `#${h.id}`, textContent: 'there' });
      document.querySelector('.prose>p')!.prepend(a);
      return h.id;
    });
    await page.getByText('there', { exact: true }).first().click();
    const top = (): Promise<number> =>
      page.locator(`#${id}`).evaluate((e) => Math.round(e.getBoundingClientRect().top));
    const first = await top();
    await expect.poll(() => page.evaluate(hidden), 'all of the page is laid out').toBe(0);
    await atRest(page);
    expect(Math.abs((await top()) - first)).toBeLessThan(4);
    expect(first).toBeLessThan(200);
  });
});

test(
  'a remembered illumination is set before the first paint',
  { tag: '@gate' },
  async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'Firefox’s protocol has no media emulation');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('foundation/');
    await page.evaluate(() => localStorage.setItem('illumination', 'dark'));
    await page.addInitScript(() => {
      const w = window as unknown as { dressed: number };
      new MutationObserver((_, watch) => {
        if (document.documentElement?.dataset.theme) {
          w.dressed = performance.now();
          watch.disconnect();
        }
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
    for (const address of ['foundation/', 'foundation/', './', 'glossary/', 'lab/']) {
      await page.goto(address, { waitUntil: 'load' });
      const [dressed, painted] = await page.evaluate(async () => {
        let paint: PerformanceEntry | undefined;
        while (!(paint = performance.getEntriesByName('first-paint')[0])) {
          await new Promise((go) => {
            setTimeout(go, 20);
          });
        }
        return [(window as unknown as { dressed?: number }).dressed ?? Infinity, paint.startTime];
      });
      expect(dressed, address).toBeLessThan(painted);
    }
  },
);
