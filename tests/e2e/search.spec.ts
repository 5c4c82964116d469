// The search finds the right section first, by keyboard, in the dialog and on its own page; a lost reader is shown the way.

import { expect, test } from './support.ts';

/** What is asked, and where the first result must lead. */
const wanted: readonly (readonly [query: string, first: RegExp])[] = [
  ['pentagon', /\/foundation\/#make-a-pentagon$/],
  ['interference', /\/foundation\/#the-price-is-interference$/],
  ['induction head', /\/bridging\/#/],
  ['trojan', /\/end-goals\/#what-it-will-hold$/],
];

for (const [query, first] of wanted) {
  test(`“${query}”`, { tag: '@gate' }, async ({ page }) => {
    await page.goto(`search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.results a').first()).toHaveAttribute('href', first);
    await expect(page.locator('.results mark').first()).toBeVisible();
  });
}

test(
  '“/” opens the search, arrows choose, Enter goes, Escape gives back',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    await page.goto('about/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('pentagon');
    await expect(dialog.locator('.results li').first()).toBeVisible();
    await expect(dialog.getByRole('status')).toContainText('for “pentagon”');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.locator('.results a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('/');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('pentagon');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/foundation\/#make-a-pentagon/);
  },
);

test('a word that is nowhere is said so', async ({ page }) => {
  await page.goto('search/?q=zyzzyva');
  await expect(page.locator('.finder-page .tell')).toContainText('Nothing here speaks of');
});

test('an index that does not come is said so', async ({ page, complaints }) => {
  complaints.allow(/ERR_FAILED|Failed to load|dynamically imported/);
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/?q=pentagon');
  await expect(page.locator('.finder-page .tell')).toContainText('could not be loaded');
});

test('a slip in an address is put right', { tag: '@gate' }, async ({ page, complaints }) => {
  complaints.allow(/404/);
  await page.goto('fundation/');
  await expect(page.locator('[data-lost] li:visible').first()).toHaveText('Foundation');
  await page.goto('figures/superpositon/');
  await expect(page.locator('[data-lost] a[data-name=superposition]')).toBeVisible();
  await page.goto('xq/');
  await expect(page.locator('[data-lost]')).toBeHidden();
});
