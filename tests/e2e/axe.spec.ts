// No page breaks a rule that a machine can check: light, dark, narrow, mid-training; forced colours and reduced motion work.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawn, expect, figurePage, open, tag, test } from './support.ts';

const list = ['', 'foundation/', 'automation/', 'end-goals/', 'embed/superposition/', 'embed/explainer/', 'embed/audit/', 'embed/scaling-cost/', 'embed/gallery/', 'figures/superposition/', 'figures/', 'reading-figures/', 'talks/', 'about/', '404.html'];
const gate = new Set(['foundation/ light', 'automation/ narrow', 'end-goals/ dark', 'embed/superposition/ dark', ' narrow', '404.html light', 'talks/ narrow', 'reading-figures/ dark']);

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join(' ')}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''}`));
}

test.beforeEach(({ complaints }) => complaints.allow(/404/));

for (const address of list) for (const [how, { width, dark }] of Object.entries({ light: { width: 1440, dark: false }, dark: { width: 1440, dark: true }, narrow: { width: 320, dark: false } })) {
  test(`/${address} ${how}`, { tag: gate.has(`${address} ${how}`) ? ['@gate'] : [] }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.goto(address || './');
    for (const figure of await page.locator('[data-dream]').all()) { await figure.scrollIntoViewIfNeeded(); await page.waitForTimeout(500); }
    expect(await violations(page)).toEqual([]);
  });
}

test('mid-training, with panels open', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  await f.call('seek', 20);
  await expect.poll(() => f.step()).toBe(20);
  await f.call('play');
  for (const panel of ['settings', 'embed', 'download']) { await f.tool(panel).click(); await drawn(page); expect(await violations(page), panel).toEqual([]); }
});

test('forced colours: marks and controls keep an outline', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const f = await open(page, figurePage);
  await expect(f.at.locator('svg[data-part=plate]')).toBeVisible();
  const shot = await f.at.locator('.plate').screenshot();
  expect(shot.length).toBeGreaterThan(3000);
  await f.tool('play').focus();
  expect(await f.tool('play').evaluate((e) => getComputedStyle(e).outlineStyle)).not.toBe('none');
});

test('reduced motion: training in tenths, nothing moves unasked', { tag: '@gate' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const f = await open(page, './');
  await page.waitForTimeout(1200);
  expect(await f.status()).toBe('resting');
  await f.tool('play').click();
  await expect.poll(() => f.step()).toBe(0);
  await f.tool('play').click();
  await expect.poll(() => f.step()).toBeGreaterThan(0);
  expect(await f.status()).not.toBe('running');
});

test('touch targets are 44 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const f = await open(page, figurePage);
  const small = await f.at.locator('.tb:visible').evaluateAll((all) => all.map((e) => [e.getAttribute('data-do'), e.getBoundingClientRect().width, e.getBoundingClientRect().height]).filter(([, w, h]) => Number(w) < 43.5 || Number(h) < 43.5));
  expect(small).toEqual([]);
});
