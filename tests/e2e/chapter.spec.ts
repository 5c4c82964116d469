// The figures of a chapter where they are read, not on pages of their own: each settles in time, answers to keys, says what
// happens, survives a bad link, and leaves the others alone.

import type { Page } from '@playwright/test';
import { placed, type Placed } from './places.ts';
import { drawn, expect, figure, test, type Dream, type Figure } from './support.ts';

/** Most ms from the press to the settled run, another test beside it; what each takes alone is measured in the tests of speed. */
const slow: Readonly<Record<string, number>> = {
  'fig-explainer': 15_000,
  'fig-induction': 20_000,
  'fig-grokking': 15_000,
  'fig-audit': 25_000,
  'fig-families': 25_000,
  'fig-branches': 35_000,
  'fig-circuit': 45_000,
  'fig-gabors': 30_000,
};
const gate = new Set(['fig-phases', 'fig-dictionary', 'fig-explainer', 'fig-gallery']);
const figures = placed.filter(({ id }) => id !== 'hero');

/** The chapter at a figure that lives. */
async function at(
  page: Page,
  { chapter, id }: Pick<Placed, 'chapter' | 'id'>,
  fragment = '',
): Promise<Figure> {
  await page.goto('about:blank');
  await page.goto(`${chapter}${fragment}`);
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      page.evaluate((id) => {
        const e = document.getElementById(id) as Dream | null;
        return !!e && !e.hasAttribute('asleep') && !!e.snapshot;
      }, id),
    )
    .toBe(true);
  await page.locator(`#${id}`).evaluate((e) => (e as unknown as Dream).ready);
  return figure(page, `#${id}`);
}
const address = (f: Figure): Promise<string> =>
  f.at.evaluate((e) => (e as unknown as { address: string }).address);

for (const place of figures) {
  const { id } = place;
  const most = slow[id] ?? 10_000;
  test(`${id} settles live, and says so`, { tag: gate.has(id) ? '@gate' : [] }, async ({ page }, info) => {
    test.setTimeout(60_000 + most);
    const f = await at(page, place);
    const before = await address(f);
    await f.at.evaluate((e) => {
      const w = window as unknown as { from: number; took: number; said: string[] };
      w.said = [];
      e.addEventListener('dream-milestone', (event) =>
        w.said.push((event as CustomEvent<{ text: string }>).detail.text),
      );
      e.addEventListener(
        'dream-settled',
        () => {
          w.took = performance.now() - w.from;
        },
        { once: true },
      );
      e.addEventListener(
        'click',
        () => {
          w.from = performance.now();
        },
        { once: true, capture: true },
      );
    });
    await f.tool('play').click();
    await expect.poll(() => f.status(), { timeout: most + 5000 }).toBe('settled');
    const { took, said } = await page.evaluate(() => {
      const { took, said } = window as unknown as { took: number; said: string[] };
      return { took, said };
    });
    console.log(`  ${id}: ${took.toFixed(0)} ms, ${said.length} milestones`);
    info.annotations.push({ type: 'measured', description: `${id}: ${took.toFixed(0)} ms` });
    expect(took).toBeLessThan(most);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length, `not a stream:\n${said.join('\n')}`).toBeLessThan(13);
    await expect(f.at.locator('[aria-live=polite]')).not.toBeEmpty();
    expect(await address(f), 'settled is where it rested').toBe(before);
  });

  test(
    `${id} by keys`,
    { tag: id === 'fig-reading' || id === 'fig-polytopes' ? ['@gate'] : [] },
    async ({ page }) => {
      const f = await at(page, place);
      await f.tool('play').focus();
      const reached = new Set<string>();
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Shift+Tab');
        const name = await page.evaluate((id) => {
          const e = document.activeElement;
          return e?.closest(`#${id}`) ? (e.getAttribute('data-handle') ?? '') : undefined;
        }, id);
        if (name === undefined) break;
        if (name) reached.add(name);
      }
      expect(reached.size, 'handles reached by Tab').toBeGreaterThan(0);
      let moved = 0;
      for (const name of reached) {
        const handle = f.handle(name);
        if (!(await handle.count()) || (await handle.getAttribute('role')) !== 'slider') continue;
        await handle.focus();
        const before = await address(f);
        const said = await handle.getAttribute('aria-valuetext');
        expect(said, name).toBeTruthy();
        for (const key of ['ArrowLeft', 'ArrowRight']) {
          // the first of them may stand at its end
          await page.keyboard.press(key);
          await drawn(page);
          if ((await address(f)) === before) continue;
          moved += 1;
          break;
        }
        await expect(f.handle(name), `${name} keeps the focus`).toBeFocused();
      }
      if (moved) return;
      // No sliders: a figure of buttons.
      const button = f.handle([...reached][0]);
      const before = await address(f);
      await button.focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => address(f), { message: 'a slider that moves, or a button that does something' })
        .not.toBe(before);
    },
  );

  test(
    `${id} survives a bad link, and the others do not hear of it`,
    { tag: id === 'fig-codes' ? ['@gate'] : [] },
    async ({ page }) => {
      const f = await at(page, place, `#${id}?nonsense=1&seed=%E0%A4&step=-9e99&__proto__=1`);
      await expect(f.at.locator('.notice').first()).toBeVisible();
      expect(await f.at.locator('.plate-pic *').count()).toBeGreaterThan(15); // a picture
      const other = figures.find((o) => o.chapter === place.chapter && o.id !== id);
      if (!other) return; // alone in its chapter
      await page.locator(`#${other.id}`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${other.id} .notice`)).toHaveCount(0);
    },
  );
}

test('a sentence sets its figure from afar', { tag: '@gate' }, async ({ page }) => {
  const f = await at(page, { chapter: 'foundation/', id: 'fig-polytopes' });
  await page.locator('a.action[href="#fig-polytopes?features=12"]').click();
  await expect.poll(async () => (await f.state()).features).toBe(12);
  await expect(f.at.locator('.frame-top .ti')).toContainText('icosahedron');
  // A figure that still sleeps is woken by its link.
  await page.locator('a.action[href="#fig-codes?neurons=64&things=256&together=2"]').click();
  await expect
    .poll(async () => page.locator('#fig-codes').evaluate((e) => (e as unknown as Dream).state?.neurons))
    .toBe(64);
});
