// The figure in a page: it rests trained, trains at a touch, goes back and forth, and its tools work.

import { readFileSync } from 'node:fs';
import { names, represents } from './places.ts';
import {
  alive,
  embedPage,
  expect,
  figure,
  figurePage,
  waitFrames,
  open,
  printAt,
  tag,
  test,
  type Dream,
  type Figure,
} from './support.ts';

const golden = 'tests/golden/fingerprints.json';

/** Waits, from within the page, for a run past `step` whose button says Pause, and clicks it: a run is over within a second, and a
 *  busy machine takes as long to carry a question or a click to the browser. */
const pause = (f: Figure, step: number, click: boolean): Promise<void> =>
  f.at.evaluate(
    (e, [from, press]) =>
      new Promise<void>((go) => {
        const look = (): void => {
          const { status, snapshot } = e as unknown as Dream;
          const button = e.querySelector<HTMLElement>('[data-do="play"]')!;
          if (status !== 'running' || snapshot.step < from || button.getAttribute('aria-label') !== 'Pause') {
            requestAnimationFrame(look);
            return;
          }
          if (press) button.click();
          go();
        };
        look();
      }),
    [step, click] as const,
  );

test('rests trained, and trains, pauses, steps, resets', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  expect(await f.status()).toBe('resting');
  const rest = await f.print();
  const { step: end } = await f.at.evaluate((e) => (e as unknown as Dream).snapshot);
  expect(rest).toMatch(/^[0-9a-f]{16}$/);
  const pausable = pause(f, 0, false);
  await f.tool('play').click();
  await pausable;
  await f.reaches('settled');
  expect(await f.print()).toBe(rest);
  await f.tool('reset').click();
  await expect.poll(() => f.step()).toBe(0);
  await f.tool('step').click();
  await expect.poll(() => f.step()).toBe(1);
  const paused = pause(f, 4, true);
  await f.tool('play').click();
  await paused;
  await f.reaches('paused');
  const here = await f.step();
  expect(here).toBeLessThan(end);
  await waitFrames(page, 10);
  expect(await f.step()).toBe(here);
});

test(
  'the same state is the same fingerprint: reload, replay, back and forth',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    let f = await open(page, figurePage);
    const rest = await f.print();
    const at = await printAt(f, 120);
    expect(at).not.toBe(rest);
    await printAt(f, 7);
    expect(await printAt(f, 120)).toBe(at);
    await f.call('reset');
    await expect.poll(() => f.step()).toBe(0);
    await f.call('advance', 120);
    await expect.poll(() => f.step()).toBe(120);
    expect(await f.print()).toBe(at);
    await f.call('play');
    await f.reaches('settled');
    expect(await f.print()).toBe(rest);
    await page.reload();
    await alive(page);
    f = figure(page);
    expect(await f.print()).toBe(rest);
    expect(await printAt(f, 120)).toBe(at);
  },
);

for (const name of names) {
  test(
    `${name}: the fingerprints that node computed`,
    { tag: represents(name) ? ['@gate', '@every'] : '@every' },
    async ({ page }) => {
      const all = JSON.parse(readFileSync(golden, 'utf8')) as {
        figure: string;
        state: string;
        fingerprint: string;
      }[];
      for (const { state, fingerprint } of all.filter(({ figure: of }) => of === name)) {
        await page.goto('about:blank');
        await page.goto(`embed/${name}/#${state}`);
        await alive(page, `dream-${name}`);
        const f = figure(page, `dream-${name}`);
        await expect
          .poll(() => f.print(), { message: `${name}#${state}`, timeout: 30_000 })
          .toBe(fingerprint);
      }
    },
  );
}

test('the address of the embed follows the state, and brings it back', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, `${embedPage}#features=4&absent=0.9&step=50`);
  await expect.poll(() => f.step()).toBe(50);
  expect((await f.state()).features).toBe(4);
  const print = await f.print();
  await expect.poll(() => page.url()).toMatch(/#features=4&absent=0\.9&step=50&engine=\d+$/);
  await f.call('advance', 10);
  await expect.poll(() => page.url()).toMatch(/step=60/);
  await page.goto(page.url().replace('step=60', 'step=50'));
  await page.reload();
  await alive(page);
  await expect.poll(() => figure(page).print()).toBe(print);
});

test('a chapter’s fragment sets one figure', { tag: '@gate' }, async ({ page }) => {
  await page.goto('foundation/');
  const id = await page.locator(tag).first().getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`foundation/#${id}?absent=0.8&step=33`);
  const f = figure(page, `#${id}`);
  await expect
    .poll(() => f.at.evaluate((e) => (e as unknown as Dream).snapshot?.step), { timeout: 15_000 })
    .toBe(33);
  expect((await f.state()).absent).toBe(0.8);
  await expect(f.at).toBeInViewport();
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${id}?absent=0.9`);
  await expect.poll(async () => (await f.state()).absent).toBe(0.9);
});

test('undo takes back what the reader did, one act at a time', async ({ page }) => {
  const f = await open(page, figurePage);
  await f.set({ features: 3 });
  await expect.poll(() => f.at.evaluate((e) => (e as unknown as Dream).snapshot.vectors.length)).toBe(3);
  await f.set({ features: 4 });
  await expect.poll(() => f.at.evaluate((e) => (e as unknown as Dream).snapshot.vectors.length)).toBe(4);
  await f.tool('undo').click();
  await expect.poll(async () => (await f.state()).features).toBe(3);
  await f.tool('undo').click();
  await expect.poll(async () => (await f.state()).features).toBe(5);
  await expect(f.tool('undo')).toHaveAttribute('aria-disabled', 'true');
});

test('a link carries the reader’s moves', async ({ page }) => {
  const f = await open(page, `${embedPage}#edits=40:move:0:0.2:-0.3&step=90`);
  await expect.poll(() => f.step()).toBe(90);
  const print = await f.print();
  expect(print).not.toBe(undefined);
  await printAt(f, 10);
  expect(await printAt(f, 90)).toBe(print);
  await page.goto('about:blank');
  const g = await open(page, `${embedPage}#step=90`);
  await expect.poll(() => g.step()).toBe(90);
  expect(await g.print()).not.toBe(print);
});

test('a second run leaves the first as a ghost', async ({ page }) => {
  const f = await open(page, figurePage);
  const { seed } = await f.state();
  await f.tool('compare').click();
  await f.reaches('settled');
  expect((await f.state()).ghost).toBe(seed);
  expect(
    await f.at.evaluate((e) => (e as unknown as { snapshot: { ghost?: object } }).snapshot.ghost),
  ).toBeTruthy();
  await expect(f.tool('compare')).toHaveAttribute('aria-pressed', 'true');
  await f.tool('compare').click();
  await expect.poll(async () => (await f.state()).ghost).toBe(0);
});

test('settings: seed', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  const before = await f.print();
  await f.tool('settings').click();
  const seed = f.at.locator('[data-set=seed]');
  await seed.selectText();
  await seed.pressSequentially('12'); // what is filled in is no change to Firefox
  await seed.press('Enter');
  await seed.blur();
  await expect.poll(async () => (await f.state()).seed).toBe(12);
  await expect.poll(() => f.print()).not.toBe(before);
});

test(
  'the embed panel gives a frame, an element and a picture with this state',
  { tag: '@gate' },
  async ({ page }) => {
    const f = await open(page, figurePage);
    await f.set({ features: 4 });
    await f.tool('embed').click();
    const panel = f.at.locator('.panel');
    await expect(panel).toContainText('/embed/superposition/#features=4');
    await expect(panel).toContainText('<dream-superposition features="4"');
    await expect(panel).toContainText('/still/superposition.svg');
    await f.tool('source').click();
    await expect(f.at.locator('.panel')).toContainText('src/models/superposition.ts');
  },
);

test('a link to this state brings this state', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium’s protocol lets a test read the clipboard');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const f = await open(page, figurePage);
  await f.set({ absent: 0.9, step: 44 });
  await expect.poll(() => f.step()).toBe(44);
  const print = await f.print();
  await f.tool('link').click();
  const link = await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/#superposition\?absent=0\.9&step=44&engine=\d/)
    .then(() => page.evaluate(() => navigator.clipboard.readText()));
  const here = new URL(link);
  await page.goto('about:blank');
  await page.goto(here.pathname + here.hash);
  await alive(page);
  await expect.poll(() => figure(page).print()).toBe(print);
});

test('the theme switch is remembered', { tag: '@gate' }, async ({ page }) => {
  await page.goto('about/');
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground();
  await page.locator('[data-theme-switch]').click();
  await expect.poll(ground).not.toBe(before);
  const after = await ground();
  await page.reload();
  expect(await ground()).toBe(after);
});
