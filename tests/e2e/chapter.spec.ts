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
const gate = new Set([
  'fig-phases',
  'fig-reading',
  'fig-polytopes',
  'fig-codes',
  'fig-dictionary',
  'fig-gallery',
]);
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

/** What the page keeps of a run. */
interface Run {
  readonly took: number;
  readonly said: readonly string[];
}

/** Presses play and waits for the settled run. */
async function played(f: Figure, most: number): Promise<Run> {
  await f.at.evaluate((e) => {
    const run = { from: 0, took: 0, said: [] as string[] };
    Object.assign(window, { run });
    e.addEventListener('dream-milestone', (event) =>
      run.said.push((event as CustomEvent<{ text: string }>).detail.text),
    );
    const once = { once: true, capture: true };
    e.addEventListener(
      'dream-settled',
      () => Object.assign(run, { took: performance.now() - run.from }),
      once,
    );
    e.addEventListener('click', () => Object.assign(run, { from: performance.now() }), once);
  });
  await f.tool('play').click();
  await expect.poll(() => f.status(), { timeout: most + 5000 }).toBe('settled');
  return f.at.evaluate(() => (window as unknown as { run: Run }).run);
}

/** Names of the handles that Tab reaches, from the play button on. */
async function byTab(page: Page, f: Figure, id: string): Promise<Set<string>> {
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
  return reached;
}

/** Whether an arrow moves this slider, which keeps the focus. The first of them may stand at its end. */
async function movesByArrows(page: Page, f: Figure, name: string): Promise<boolean> {
  const handle = f.handle(name);
  await handle.focus();
  const before = await address(f);
  expect(await handle.getAttribute('aria-valuetext'), name).toBeTruthy();
  let moved = false;
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(key);
    await drawn(page);
    moved = (await address(f)) !== before;
    if (moved) break;
  }
  await expect(f.handle(name), `${name} keeps the focus`).toBeFocused();
  return moved;
}

for (const place of figures) {
  const { id, name } = place;
  const most = slow[id] ?? 10_000;
  test(
    `${name}, ${id}: survives a bad link, settles and says so, answers to keys`,
    { tag: gate.has(id) ? '@gate' : [] },
    async ({ page }, info) => {
      test.setTimeout(90_000 + most);
      const f = await at(page, place, `#${id}?nonsense=1&seed=%E0%A4&step=-9e99&__proto__=1`);

      await test.step('a bad link: a notice, a picture, and the others do not hear of it', async () => {
        await expect(f.at.locator('.notice').first()).toBeVisible();
        expect(await f.at.locator('.plate-pic *').count()).toBeGreaterThan(15);
        const other = figures.find((o) => o.chapter === place.chapter && o.id !== id);
        if (!other) return; // alone in its chapter
        await page.locator(`#${other.id}`).scrollIntoViewIfNeeded();
        await expect(page.locator(`#${other.id} .notice`)).toHaveCount(0);
        await f.at.scrollIntoViewIfNeeded();
      });

      await test.step('settles live, and says so', async () => {
        await f.call('seek', 1e9); // the link has set it to its first step
        await f.reaches('resting');
        const before = await address(f);
        const { took, said } = await played(f, most);
        console.log(`  ${id}: ${took.toFixed(0)} ms, ${said.length} milestones`);
        info.annotations.push({ type: 'measured', description: `${id}: ${took.toFixed(0)} ms` });
        expect(took).toBeLessThan(most);
        expect(said.length).toBeGreaterThan(0);
        expect(said.length, `not a stream:\n${said.join('\n')}`).toBeLessThan(13);
        await expect(f.at.locator('[aria-live=polite]')).not.toBeEmpty();
        expect(await address(f), 'settled is where it rested').toBe(before);
      });

      await test.step('by keys', async () => {
        const reached = await byTab(page, f, id);
        expect(reached.size, 'handles reached by Tab').toBeGreaterThan(0);
        let moved = false;
        for (const handle of reached) {
          if (!(await f.handle(handle).count())) continue;
          if ((await f.handle(handle).getAttribute('role')) !== 'slider') continue;
          moved = (await movesByArrows(page, f, handle)) || moved;
        }
        if (moved) return;
        // No sliders: a figure of buttons.
        const before = await address(f);
        await f.handle([...reached][0]).focus();
        await page.keyboard.press('Enter');
        await expect
          .poll(() => address(f), { message: 'a slider that moves, or a button that does something' })
          .not.toBe(before);
      });
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
