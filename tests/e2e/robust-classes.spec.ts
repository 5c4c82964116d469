// One figure for each class of model, and what can be taken from under it; every figure under hostile addresses.

import { random } from '../unit/hostile.ts';
import type { Spec } from '../../src/runtime/params.ts';
import { classes, names, represents } from './places.ts';
import { drawn, expect, open, test, withoutWasm } from './support.ts';
import { keepWorkers } from './sabotage.ts';

for (const [kind, name] of Object.entries(classes)) {
  const address = `figures/${name}/`;
  const dream = `dream-${name}`;
  const away = { seed: 8, step: 2 }; // no file knows this state

  test(`${kind}: its worker is killed`, async ({ page }) => {
    await page.addInitScript(keepWorkers);
    const f = await open(page, address, dream);
    await f.set(away);
    await expect.poll(() => f.print(), { timeout: 30_000 }).toBeTruthy();
    const before = await f.print();
    await page.evaluate(() => {
      (window as unknown as { made: Worker[] }).made.at(-1).terminate();
    });
    await f.call('seek', 4);
    await expect(f.at.locator('.notice').first()).toContainText(/started again/, { timeout: 30_000 });
    await expect.poll(() => f.step(), { timeout: 30_000 }).toBe(4);
    await f.call('seek', 2);
    await expect.poll(() => f.print(), { timeout: 30_000 }).toBe(before);
  });

  for (const [what, answer] of [
    ['missing', { status: 404, body: 'gone' }],
    ['corrupt', { status: 200, body: '<!doctype html>{"' }],
  ] as const) {
    test(
      `${kind}: its baked file is ${what}`,
      { tag: kind === 'audit' ? '@gate' : [] },
      async ({ page, complaints }) => {
        complaints.allow(/Failed to load resource/);
        await page.route('**/data/**', (route) => route.fulfill(answer));
        const f = await open(page, address, dream);
        await f.set(away);
        // What the page itself carries is not looked up: then a file of rubbish is never read.
        if (what === 'missing') {
          await expect(f.at.locator('.notice').first()).toContainText(/could not be loaded/, {
            timeout: 30_000,
          });
        }
        await f.call('seek', 3);
        await expect.poll(() => f.step(), { timeout: 30_000 }).toBe(3);
        await expect.poll(() => f.print(), { timeout: 30_000 }).toBeTruthy();
      },
    );
  }

  test(`${kind}: no WebAssembly`, async ({ page }) => {
    await page.addInitScript(withoutWasm);
    const f = await open(page, address, dream);
    await f.set(away);
    await expect.poll(() => f.print(), { timeout: 40_000 }).toBeTruthy();
    expect(await f.step()).toBe(2);
    // A model that does without the kernels has nothing to say.
    const slower = await f.at.locator('.notice', { hasText: /fast kernels cannot run/ }).count();
    expect(slower).toBe(
      /r$/.test(await f.at.evaluate((e) => (e as unknown as { address: string }).address)) ? 1 : 0,
    );
  });

  test(`${kind}: the connection goes, and comes back`, async ({ page, context, complaints }) => {
    complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load|dynamically imported/);
    const f = await open(page, address, dream);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await f.set(away);
    await expect(f.at.locator('.notice').first()).toContainText(/could not be loaded/);
    await expect(f.at.locator('svg[data-part=plate]').first()).toBeVisible();
    await context.setOffline(false);
    await f.call('seek', 3);
    await expect.poll(() => f.step(), { timeout: 30_000 }).toBe(3);
  });

  test(`${kind}: storage is full`, async ({ page }) => {
    await page.addInitScript(() => {
      const full = (): never => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Storage.prototype.setItem = full;
      if ('caches' in window) {
        CacheStorage.prototype.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
      }
    });
    const f = await open(page, address, dream);
    for (const button of await page.locator('header button:visible').all()) await button.click();
    await page.keyboard.press('Escape');
    await f.set(away);
    await expect.poll(() => f.print(), { timeout: 30_000 }).toBeTruthy();
  });
}

for (const name of names) {
  test(`${name}: twenty hostile addresses`, { tag: represents(name) ? '@gate' : [] }, async ({ page }) => {
    const { spec } = (await import(`../../src/widgets/${name}/params.ts`)) as { spec: Spec };
    const hostile = random(name);
    const f = await open(page, `figures/${name}/`, `dream-${name}`);
    let said = 0;
    for (let i = 0; i < 20; i++) {
      await page.evaluate(
        (to) => {
          location.hash = to;
        },
        `${name}?${hostile(spec)}`,
      );
      await drawn(page);
      await drawn(page);
      said += Math.min(1, await f.at.locator('.notice').count());
    }
    expect(said).toBeGreaterThan(5);
    await page.evaluate((to) => {
      location.hash = to;
    }, `${name}?step=2`);
    await expect.poll(() => f.step(), { timeout: 40_000 }).toBe(2);
    await expect.poll(() => f.print(), { timeout: 20_000 }).toBeTruthy();
    await expect(f.at.locator('svg[data-part=plate]').first()).toBeVisible();
  });
}
