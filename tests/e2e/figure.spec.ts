// The figure in a page: it rests trained, trains at a touch, goes back and forth, and every way of touching it works.

import { readFileSync } from 'node:fs';
import { names, represents } from './places.ts';
import {
  alive,
  drawn,
  embedPage,
  expect,
  figure,
  figurePage,
  frames,
  middle,
  open,
  printAt,
  tag,
  test,
  type Dream,
  type Figure,
} from './support.ts';

const golden = 'tests/golden/fingerprints.json';
const turn = ([x, y]: [number, number], [a, b]: [number, number]): number => Math.hypot(x - a, y - b);

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
  await frames(page, 10);
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

test('a ring follows the mouse, and training repairs what it did', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  await f.at.scrollIntoViewIfNeeded();
  const before = await f.at.evaluate((e) => (e as unknown as Dream).snapshot);
  const [x, y] = await middle(f.handle('ring-0').locator('circle').first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(x + 6 * i, y + 8 * i);
  await expect
    .poll(() => f.at.evaluate((e) => (e as unknown as Dream).snapshot.loss))
    .toBeGreaterThan(before.loss);
  await drawn(page);
  const [rx, ry] = await middle(f.handle('ring-0').locator('circle').first());
  expect(Math.hypot(rx - x - 48, ry - y - 64), 'the ring is under the pointer').toBeLessThan(6);
  const state = await f.state();
  expect((state.edits as unknown[]).length).toBe(1);
  await page.mouse.up();
  await f.reaches('settled');
  expect(await f.at.evaluate((e) => (e as unknown as Dream).snapshot.loss)).toBeLessThan(
    before.loss * 1.5 + 1e-6,
  );
  expect(await f.print()).toMatch(/^[0-9a-f]{16}$/);
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

test('the track and the scrub follow the mouse', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  const track = f.handle('track');
  await track.scrollIntoViewIfNeeded();
  const box = (await f.at.locator('svg[data-part=track]').first().boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.5);
  await expect.poll(async () => (await f.state()).absent).toBeLessThan(0.9);
  await expect.poll(() => f.status()).not.toBe('running');
  const scrub = f.handle('scrub');
  await scrub.scrollIntoViewIfNeeded();
  const chart = (await scrub.boundingBox())!;
  await page.mouse.click(chart.x + chart.width * 0.4, chart.y + chart.height * 0.5);
  const { end } = await f.at.evaluate((e) => (e as unknown as Dream).snapshot);
  await expect.poll(() => f.step()).toBeLessThan(end);
  expect(await f.step()).toBeGreaterThan(0);
});

test('keys alone: reach, move, read aloud', { tag: ['@gate', '@every'] }, async ({ page }) => {
  const f = await open(page, figurePage);
  await f.tool('play').focus();
  await page.keyboard.press('Enter');
  await f.reaches('settled');
  await expect(f.at.locator('[aria-live=polite]')).not.toBeEmpty();
  for (const name of ['ring-0', 'track']) {
    const handle = f.handle(name);
    await handle.focus();
    await expect(handle).toBeFocused();
    await expect(handle).toHaveAttribute('role', 'slider');
    const said = await handle.getAttribute('aria-valuetext');
    expect(said).toBeTruthy();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuetext')).not.toBe(said);
    await expect(f.handle(name)).toBeFocused();
  }
});

test('everything that can be dragged can be reached by Tab', async ({ page }) => {
  const f = await open(page, figurePage);
  const wanted = await f.at
    .locator('[data-handle][role=slider]')
    .evaluateAll((all) =>
      all.filter((e) => e.getBoundingClientRect().width > 0).map((e) => e.getAttribute('data-handle')!),
    );
  const reached = new Set<string>();
  await f.at.evaluate((e) => {
    e.setAttribute('tabindex', '-1');
    e.focus();
  });
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('data-handle') ?? '');
    if (name) reached.add(name);
  }
  expect([...reached]).toEqual(expect.arrayContaining(wanted));
  expect(wanted).toEqual(expect.arrayContaining(['ring-0', 'ring-4', 'track']));
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

test.describe('touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });
  test(
    'a ring follows the finger; a swipe on the strip does not trap the page',
    { tag: '@gate' },
    async ({ page }) => {
      const f = await open(page, figurePage);
      const client = await page.context().newCDPSession(page);
      const ring = f.handle('ring-0').locator('circle').first();
      await ring.scrollIntoViewIfNeeded();
      const [x, y] = await middle(ring);
      const vector = await f.at.evaluate((e) => (e as unknown as Dream).snapshot.vectors[0]);
      const touch = (type: string, points: { x: number; y: number }[]): Promise<unknown> =>
        client.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: points });
      await touch('touchStart', [{ x, y }]);
      for (let i = 1; i <= 6; i++) await touch('touchMove', [{ x: x - 5 * i, y: y + 6 * i }]);
      await expect
        .poll(async () =>
          turn(await f.at.evaluate((e) => (e as unknown as Dream).snapshot.vectors[0]), vector),
        )
        .toBeGreaterThan(0.05);
      await touch('touchEnd', []);
      await f.reaches('settled');
      const track = f.handle('track');
      await track.evaluate((e) => e.scrollIntoView({ block: 'center' }));
      await drawn(page);
      const [tx, ty] = await middle(track);
      const from = await page.evaluate(() => scrollY);
      await touch('touchStart', [{ x: tx, y: ty }]);
      for (let i = 1; i <= 10; i++) await touch('touchMove', [{ x: tx, y: ty - 20 * i }]);
      await touch('touchEnd', []);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from + 60);
    },
  );
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
