// The engine in a real browser: both sets of kernels, links from one to the other, two figures on the same cores.
import type { Page } from '@playwright/test';
import { expect, figure, figurePage, open, test, withoutWasm, type Dream } from './support.ts';

const loss = (page: Page): Promise<number> =>
  page
    .locator('dream-superposition')
    .first()
    .evaluate((e) => (e as unknown as Dream).snapshot.loss);
const address = (page: Page): Promise<string> =>
  page
    .locator('dream-superposition')
    .first()
    .evaluate((e) => (e as unknown as { address: string }).address);

test(
  'without WebAssembly the plain kernels run: said, within tolerance, engine=…r; their link opens on the compiled set with a calm note',
  { tag: '@gate' },
  async ({ page, browser, baseURL }) => {
    await page.addInitScript(withoutWasm);
    const f = await open(page, figurePage);
    const shown = await loss(page);
    await f.call('play');
    await f.reaches('settled');
    await expect(f.at.locator('.notice')).toContainText(/fast kernels cannot run.*slower/);
    expect(Math.abs((await loss(page)) / shown - 1)).toBeLessThan(0.002);
    const link = await address(page);
    const plain = await f.print();
    expect(link).toMatch(/engine=\d+r$/);

    const other = await browser.newPage(baseURL ? { baseURL } : {});
    const g = await open(other, `${figurePage}#superposition?${link}`);
    await expect(g.at.locator('.notice')).toContainText(/not the one that made the link/);
    await g.call('play');
    await g.reaches('settled');
    expect(await address(other)).toMatch(/engine=\d+$/);
    expect(await g.print()).not.toBe(plain);
    expect(Math.abs((await loss(other)) / shown - 1)).toBeLessThan(0.002);
    await other.close();
  },
);

test(
  'the source panel says which files ran and which one checks them',
  { tag: '@gate' },
  async ({ page }) => {
    const f = await open(page, figurePage);
    await f.tool('source').click();
    const panel = f.at.locator('.listings');
    await expect(panel.locator('p').nth(0)).toHaveText('Ran here: src/models/superposition.fast.ts');
    await expect(panel.locator('p').nth(1)).toHaveText('Ran here: src/math/kernels/as/toy.ts');
    await expect(panel.locator('p').nth(2)).toHaveText(
      /^Checks it: src\/models\/superposition\.ts, equal within .* held by tests\/models\/fast\.test\.ts$/,
    );
    await expect(panel.locator('.listing')).toHaveCount(3);
  },
);

test('two figures train at once and both arrive', async ({ page }) => {
  await open(page, figurePage);
  await page.evaluate(() => {
    document
      .querySelector('main')!
      .append(Object.assign(document.createElement('dream-superposition'), { id: 'second' }));
  });
  const [a, b] = [figure(page, '#superposition'), figure(page, '#second')];
  await page.waitForFunction(
    () => (document.querySelector('#second') as unknown as Dream).snapshot !== undefined,
  );
  await Promise.all([a.call('reset'), b.set({ features: 7, step: 0 })]);
  await Promise.all([a.call('play'), b.call('play')]);
  await expect.poll(() => a.step(), { timeout: 20_000 }).toBeGreaterThan(0);
  await b.at.scrollIntoViewIfNeeded(); // off the screen, the first may rest
  await b.reaches('settled');
});
