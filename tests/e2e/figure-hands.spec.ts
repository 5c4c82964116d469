// The figure under mouse, keys and fingers.

import { drawn, expect, figurePage, middle, open, test, type Dream } from './support.ts';

const turn = ([x, y]: [number, number], [a, b]: [number, number]): number => Math.hypot(x - a, y - b);

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
