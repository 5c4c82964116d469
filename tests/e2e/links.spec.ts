// Permalinks copy themselves; a word of the glossary explains itself beside the text.

import { expect, test } from './support.ts';

test('a heading’s permalink is copied and followed', { tag: '@gate' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('foundation/');
  for (const [at, id] of [
    ['h2 > .perma', ''],
    ['.prose p > .perma', ''],
    ['.eq .no', ''],
    ['.note .n', ''],
  ] as const) {
    const link = page.locator(at).first();
    const href = await link.getAttribute('href');
    await link.evaluate((e) => (e as HTMLElement).click());
    await expect(page.locator('.copied')).toHaveText('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText()), id).toBe(
      new URL(href!, page.url()).href,
    );
    expect(new URL(page.url()).hash).toBe(href);
  }
});

test(
  'a term shows its sentence on hover and focus, and goes on Escape',
  { tag: '@gate' },
  async ({ page }) => {
    await page.goto('foundation/');
    const term = page.locator('.prose a.term').first();
    const says = await term.getAttribute('title');
    await term.scrollIntoViewIfNeeded();
    await term.hover();
    await expect(page.locator('.card.preview.open')).toContainText(says!);
    await page.keyboard.press('Escape');
    await expect(page.locator('.card.preview.open')).toHaveCount(0);
  },
);
