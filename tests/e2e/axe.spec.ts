// No page breaks a rule that a machine can check: light, dark, forced colours, on paper, 320 px, every figure mid-training.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { embeds, figurePages, names, reading } from './places.ts';
import { drawn, expect, figurePage, open, test } from './support.ts';

const ways = {
  light: { width: 1440, colorScheme: 'light' },
  dark: { width: 1440, colorScheme: 'dark' },
  forced: { width: 1440, forcedColors: 'active' },
  paper: { width: 1440, media: 'print' },
  narrow: { width: 320, colorScheme: 'light' },
} as const;
const gate = new Set([
  'foundation/ light',
  'automation/ narrow',
  'end-goals/ dark',
  'bridging/ forced',
  'universality/ paper',
  'embed/superposition/ dark',
  'embed/induction/ light',
  ' narrow',
  '404.html light',
  'talks/ narrow',
  'reading-figures/ dark',
  'figures/explainer/ narrow',
]);
// A frame alone is not printed.
const list = [...reading, '404.html', ...figurePages, ...embeds].flatMap((address) =>
  Object.entries(ways)
    .filter(([how]) => how !== 'paper' || !address.startsWith('embed'))
    .map(([how, given]) => ({ address, how, ...given })),
);

// Legacy mode runs the rules in one go within the page; the other passes every node between page and test, six times as slow here. Frames of our
// own origin are included in both.
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((n) => `${id}: ${n.target.join(' ')}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''}`),
  );
}

test.beforeEach(({ complaints }) => complaints.allow(/404/));

for (const { address, how, width, ...media } of list) {
  test(`/${address} ${how}`, { tag: gate.has(`${address} ${how}`) ? '@gate' : [] }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address || './');
    for (const figure of await page.locator('[data-dream]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
    }
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    await drawn(page);
    expect(await violations(page)).toEqual([]);
  });
}

for (const name of names) {
  test(
    `${name}: mid-training, with panels open`,
    { tag: name === 'audit' ? '@gate' : [] },
    async ({ page }) => {
      test.setTimeout(240_000); // three runs of the rules over some thousand marks
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      await f.call('seek', 1);
      await expect.poll(() => f.step()).toBe(1);
      await f.call('play');
      for (const panel of ['settings', 'embed', 'download']) {
        if (!(await f.tool(panel).count())) continue;
        await f.tool(panel).click();
        await drawn(page);
        expect(await violations(page), panel).toEqual([]);
      }
    },
  );
}

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
  const small = await f.at
    .locator('.tb:visible')
    .evaluateAll((all) =>
      all
        .map((e) => [
          e.getAttribute('data-do'),
          e.getBoundingClientRect().width,
          e.getBoundingClientRect().height,
        ])
        .filter(([, w, h]) => Number(w) < 43.5 || Number(h) < 43.5),
    );
  expect(small).toEqual([]);
});
