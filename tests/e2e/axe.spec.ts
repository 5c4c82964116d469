// No page breaks a rule that a machine can check: light, dark, forced colours, on paper, 320 px, every figure mid-training.

import AxeBuilder from '@axe-core/playwright';
import { PNG } from 'pngjs';
import type { Page } from '@playwright/test';
import { inked } from './pictures.ts';
import { embeds, figurePages, names, reading } from './places.ts';
import { atRest, drawn, expect, figurePage, waitFrames, open, test, type Figure } from './support.ts';

interface Way {
  readonly width: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}
const ways = {
  light: { width: 1440, media: { colorScheme: 'light' } },
  dark: { width: 1440, media: { colorScheme: 'dark' } },
  forced: { width: 1440, media: { forcedColors: 'active' } },
  paper: { width: 1440, media: { media: 'print' } },
  narrow: { width: 320, media: { colorScheme: 'light' } },
} as const satisfies Record<string, Way>;
type How = keyof typeof ways;
const every = Object.keys(ways) as How[];
const plain = { reducedMotion: 'reduce', colorScheme: 'light', forcedColors: null, media: null } as const;

/** What the gate looks at: each kind of page in one or two ways, each way on a page. */
const gate: Readonly<Record<string, readonly How[]>> = {
  '': ['narrow'],
  'foundation/': ['light', 'dark'],
  'automation/': ['narrow'],
  'bridging/': ['forced'],
  'universality/': ['paper'],
  'embed/superposition/': ['dark'],
  'talks/': ['narrow'],
  '404.html': ['light'],
  'figures/explainer/': ['narrow'],
};

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

for (const address of [...reading, '404.html', ...figurePages, ...embeds]) {
  test(`/${address}`, { tag: address in gate ? '@gate' : [] }, async ({ page }) => {
    test.setTimeout(180_000);
    // A frame alone is not printed.
    const all = every.filter((how) => how !== 'paper' || !address.startsWith('embed'));
    await page.emulateMedia(plain);
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.goto(address || './');
    for (const figure of await page.locator('[data-dream]').all()) await figure.scrollIntoViewIfNeeded();
    await atRest(page);
    for (const how of process.env.DREAMS_ALL ? all : (gate[address] ?? all)) {
      const { width, media }: Way = ways[how];
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ ...plain, ...media });
      await drawn(page);
      expect.soft(await violations(page), how).toEqual([]);
    }
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
  const plate = PNG.sync.read(await f.at.locator('.plate').screenshot());
  expect(inked(plate), 'share of the plate that is not its ground').toBeGreaterThan(0.005);
  await f.tool('play').focus();
  expect(await f.tool('play').evaluate((e) => getComputedStyle(e).outlineStyle)).not.toBe('none');
});

test('reduced motion: training in tenths, nothing moves unasked', { tag: '@gate' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // How many frames it takes the figure to begin by itself, where motion is welcome.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const began = await untilItRuns(await open(page, './'));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('about:blank');
  const f = await open(page, './');
  await waitFrames(page, began + 30);
  expect(await f.status()).toBe('resting');
  await f.tool('play').click();
  await expect.poll(() => f.step()).toBe(0);
  await f.tool('play').click();
  await expect.poll(() => f.step()).toBeGreaterThan(0);
  expect(await f.status()).not.toBe('running');
});

/** Frames until the figure runs or has run. */
const untilItRuns = (f: Figure): Promise<number> =>
  f.at.evaluate(
    (e) =>
      new Promise<number>((go) => {
        let count = 0;
        const look = (): void => {
          const { status } = e as unknown as { status: string };
          if (status === 'running' || status === 'settled') {
            go(count);
            return;
          }
          count += 1;
          requestAnimationFrame(look);
        };
        look();
      }),
  );

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
