// Without JavaScript the plate is the same picture: it is printed by the build from the same marks.

import { mkdirSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from '@playwright/test';
import { inked } from './pictures.ts';
import { chapters, classes, embeds, figurePages } from './places.ts';
import { alive, atRest, drawn, expect, tag, test } from './support.ts';

const every = '[data-dream]';

interface Shot {
  readonly id: string;
  readonly image: PNG;
}

type Theme = 'light' | 'dark';

/** Pictures of the plates of a page, as readers of these settings see them. */
async function plates(
  browser: Browser,
  address: string,
  width: number,
  themes: readonly Theme[],
  javaScriptEnabled: boolean,
): Promise<Shot[]> {
  const context = await browser.newContext({
    viewport: { width, height: width === 960 ? 540 : 900 },
    colorScheme: 'light',
    javaScriptEnabled,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const shots: Shot[] = [];
  for (const figure of await page.locator(every).all()) {
    await figure.scrollIntoViewIfNeeded();
    const id = (await figure.getAttribute('id')) ?? (await figure.evaluate((e) => e.localName));
    if (javaScriptEnabled) {
      await alive(page, (await figure.getAttribute('id')) ? `#${id}` : id);
      await atRest(page);
    }
    await page.mouse.move(0, 0);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      if (javaScriptEnabled) await drawn(page);
      for (const part of await figure.locator('.plate:visible, .track:visible').all()) {
        await part.evaluate(toWholePixel);
        const name = `${id} ${await part.getAttribute('class')} ${theme}`;
        shots.push({ id: name, image: PNG.sync.read(await part.screenshot({ animations: 'disabled' })) });
      }
    }
  }
  await context.close();
  return shots;
}

/** The toolbars above are not there without a script, so the page stands at another fraction of a pixel. */
function toWholePixel(part: Element): void {
  const host = part.closest<HTMLElement>('[data-dream]')!;
  const { top } = part.getBoundingClientRect();
  host.style.position = 'relative';
  host.style.top = `${(parseFloat(host.style.top) || 0) + Math.round(top) - top}px`;
}

function compare(name: string, off: PNG, on: PNG): void {
  expect.soft([off.width, off.height], `${name}: same size`).toEqual([on.width, on.height]);
  if (off.width !== on.width || off.height !== on.height) return;
  const diff = new PNG({ width: on.width, height: on.height });
  const wrong = pixelmatch(off.data, on.data, diff.data, on.width, on.height, { threshold: 0.1 });
  if (wrong > 0) {
    mkdirSync('tests/results/script-off', { recursive: true });
    for (const [kind, image] of Object.entries({ off, on, diff })) {
      writeFileSync(
        `tests/results/script-off/${name.replace(/\W+/g, '-')}-${kind}.png`,
        PNG.sync.write(image),
      );
    }
  }
  expect.soft(wrong / (on.width * on.height), name).toBeLessThanOrEqual(0.001);
}
/** Inks are variables of the sheet: one page of each kind shows that the dark ones are the same with and without script. */
const inDark = new Set([
  'foundation/',
  ...Object.values(classes).flatMap((name) => [`figures/${name}/`, `embed/${name}/`]),
]);
const gate = new Set(['foundation/', 'figures/superposition/', 'figures/explainer/']);

// A frame has no size that its build could know: the embed's still is drawn for 16:9.
for (const address of [...chapters, ...figurePages, ...embeds]) {
  for (const width of address.startsWith('embed') ? [960] : [390, 1440]) {
    test(
      `/${address} at ${width} px`,
      { tag: gate.has(address) ? ['@gate'] : [] },
      async ({ browser, baseURL }) => {
        test.setTimeout(120_000);
        const themes: Theme[] = inDark.has(address) ? ['light', 'dark'] : ['light'];
        const off = await plates(browser, baseURL! + address, width, themes, false);
        const on = await plates(browser, baseURL! + address, width, themes, true);
        expect(off.map((s) => s.id)).toEqual(on.map((s) => s.id));
        off.forEach((shot, i) => {
          compare(`${address}${shot.id}-${width}`, shot.image, on[i].image);
          expect.soft(inked(shot.image), `${shot.id} is drawn`).toBeGreaterThan(0.005);
        });
      },
    );
  }
}

test(
  'without JavaScript a page reads on: words, table, no dead buttons',
  { tag: '@gate' },
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}foundation/`);
    const figure = page.locator(tag).first();
    for (const one of await page.locator(every).all()) {
      await expect(one.locator('figcaption')).toBeVisible();
      await expect(one.locator('details table')).toHaveCount(1);
      expect(
        (await one.locator('.plate .pic[role=img]').first().getAttribute('aria-label'))!.length,
      ).toBeGreaterThan(20);
    }
    await expect(figure.locator('figcaption')).toBeVisible();
    await expect(figure.locator('details table')).toHaveCount(1);
    expect(await figure.locator('button:visible:not([disabled])').count()).toBe(0);
    expect(await page.locator('[role=slider]').count()).toBe(0);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(1500);
    await context.close();
  },
);

test('what sleeps is drawn for paper', { tag: '@gate' }, async ({ page }) => {
  await page.goto('foundation/', { waitUntil: 'networkidle' });
  const ids = await page.locator('[data-dream][asleep]').evaluateAll((all) => all.map((e) => e.id));
  expect(ids.length).toBeGreaterThan(3);
  await page.pdf(); // fires beforeprint
  for (const id of ids) {
    expect(await page.locator(`#${id} .plate-pic.wide *`).count(), id).toBeGreaterThan(40);
  }
  await page.emulateMedia({ media: 'print' });
  // A plate may be drawn anew while its picture is taken: then it is taken again.
  for (const id of ids) {
    await expect(async () => {
      expect(inked(PNG.sync.read(await page.locator(`#${id} .plate`).screenshot())), id).toBeGreaterThan(
        0.005,
      );
    }).toPass({ timeout: 20_000 });
  }
});

test(
  'a figure whose numbers cannot be had shows its still',
  { tag: '@gate' },
  async ({ page, complaints }) => {
    complaints.allow(/Failed to load resource/);
    await page.route(/plates\/.*\.json/, (route) => route.abort());
    await page.goto('foundation/');
    const figure = page.locator('[data-dream][asleep]').first();
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('use').first()).toBeAttached();
    await expect
      .poll(async () => inked(PNG.sync.read(await figure.locator('.plate').screenshot())))
      .toBeGreaterThan(0.005);
  },
);
