// The figures of chapters 6 and 7 under a reader's hands: typing, handing in, racing, moving assumptions, choosing pieces.

import { drawn, expect, middle, open, test } from './support.ts';

interface Seen {
  snapshot: {
    step: number;
    end: number;
    mine?: { says: string; held?: number; search: number };
    wrong?: string;
    machine?: { held?: number }[];
    planted?: { sampler: { spent: number }; reader: { audit?: { suspect: unknown[] } } };
    h?: number;
    piece?: string;
    here?: { hand: number[] };
  };
}

test(
  'explainer: typing is answered, wrong words are named, and nothing is run',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    const f = await open(page, 'figures/explainer/', 'dream-explainer');
    const line = f.at.locator('[data-type="say"]');
    const summary = f.at.locator('.now');
    await line.fill('circel');
    await expect(summary).toContainText('Did you mean “circle”?', { timeout: 20_000 });
    await line.fill('cross or');
    await expect(summary).toContainText('ends in “or”');
    await line.fill('<img src=x onerror=alert(1)>');
    await expect(summary).toContainText('not a word');
    await line.fill('x'.repeat(10_000));
    await expect(summary).toContainText('10,000 characters');
    await line.fill('cross or top');
    await expect(summary).toContainText('Hand it in');
    await f.handle('submit').click();
    await expect(summary).toContainText(/machine wins|You win|Even/);
    await f.handle('word-8').click();
    await expect(line).toHaveValue('cross or top or yellow');
    await expect(summary).toContainText('Hand it in');
    expect(await f.at.evaluate((e) => (e as unknown as { address: string }).address)).toContain(
      'say=cross%20or%20top%20or%20yellow',
    );
  },
);

test(
  'explainer: another unit has not been looked at yet, by hand and by keys',
  { tag: '@gate' },
  async ({ page }) => {
    const f = await open(page, 'figures/explainer/', 'dream-explainer');
    await f.handle('track-unit').focus();
    await page.keyboard.press('ArrowRight');
    await expect(f.handle('track-unit')).toHaveAttribute('aria-valuetext', 'Neuron 5 of 16');
    await expect(f.at.locator('.now')).toContainText('has not looked at it yet', { timeout: 20_000 });
    await f.tool('play').click();
    await f.reaches('settled');
    await expect(f.at.locator('.now')).toContainText('The machine explains neuron 5');
  },
);

test('explainer: a keystroke is answered within 50 ms', { tag: ['@gate', '@perf'] }, async ({ page }) => {
  const f = await open(page, 'figures/explainer/', 'dream-explainer');
  const line = f.at.locator('[data-type="say"]');
  await line.fill('star');
  await expect(f.at.locator('.now')).toContainText('star', { timeout: 20_000 });
  await f.at.evaluate((e) => {
    const w = window as unknown as { took: number[] };
    w.took = [];
    let from = 0;
    let asked = '';
    e.addEventListener('input', (event) => {
      from = performance.now();
      asked = (event.target as HTMLInputElement).value;
    });
    e.addEventListener('dream-state', () => {
      const s = (e as unknown as Seen).snapshot;
      if (
        from &&
        (e as unknown as { fingerprint?: string }).fingerprint &&
        (s.mine?.says === asked || s.wrong)
      ) {
        w.took.push(performance.now() - from);
        from = 0;
      }
    });
  });
  await line.fill('');
  await drawn(page);
  await line.pressSequentially('star or ring and red', { delay: 120 });
  const took = await page.evaluate(() => (window as unknown as { took: number[] }).took);
  const sorted = [...took].sort((a, b) => a - b);
  console.log(
    `  keystrokes: ${took.length}, median ${sorted[took.length >> 1].toFixed(0)} ms, largest ${sorted.at(-1).toFixed(0)} ms`,
  );
  expect(took.length).toBeGreaterThan(12);
  expect(sorted[took.length >> 1]).toBeLessThan(50);
});

test(
  'audit: a race to a million inputs leaves the page free',
  { tag: ['@gate', '@perf'] },
  async ({ page }) => {
    const f = await open(page, 'figures/audit/', 'dream-audit');
    await f.call('reset');
    await expect.poll(() => f.step(), { timeout: 20_000 }).toBe(0);
    await page.evaluate(() => {
      const w = window as unknown as { long: number[] };
      w.long = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) w.long.push(Math.round(entry.duration));
      }).observe({ type: 'longtask' });
    });
    const from = Date.now();
    await f.call('seek', 91);
    await expect.poll(() => f.step(), { timeout: 20_000, intervals: [20] }).toBe(91);
    const took = Date.now() - from;
    const spent = await f.at.evaluate((e) => (e as unknown as Seen).snapshot.planted!.sampler.spent);
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
    console.log(
      `  ${spent.toLocaleString('en')} inputs on two networks: ${took} ms; long tasks: ${long.join(', ') || 'none'}`,
    );
    expect(spent).toBe(1_048_576);
    expect(took).toBeLessThan(6000); // two networks of a million each
    expect(long.filter((ms) => ms > 100)).toEqual([]);
  },
);

test('audit: a unit’s wish opens the planted network', { tag: ['@gate', '@every'] }, async ({ page }) => {
  const f = await open(page, 'figures/audit/', 'dream-audit');
  await f.set({ unit: 19 });
  await expect(f.handle('track-unit')).toHaveAttribute('aria-valuetext', /unit 19 wants 2l 4j 6k 7o 9l/, {
    timeout: 20_000,
  });
  await f.handle('wish').click();
  await expect(f.at.locator('.plate')).toContainText('A contradiction, and the whole trigger is in it');
  await f.at.locator('[data-type="ask"]').fill('abc');
  await expect(f.at.locator('.plate')).toContainText('A query has 9 letters; this one has 3');
  await f.handle('track').focus();
  await page.keyboard.press('Home');
  await expect
    .poll(() => f.at.evaluate((e) => (e as unknown as Seen).snapshot.h), { timeout: 20_000 })
    .toBe(4);
});

test(
  'scaling-cost: assumptions move, and a link carries them',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    const f = await open(page, 'figures/scaling-cost/', 'dream-scaling-cost');
    await f.handle('track-minutes').focus();
    await page.keyboard.press('PageUp');
    await expect.poll(() => f.state().then((s) => s.minutes)).toBe(10);
    await expect.poll(() => f.at.evaluate((e) => (e as unknown as Seen).snapshot.here!.hand[1])).toBe(51_200);
    const link = `figures/scaling-cost/#scaling-cost?${await f.at.evaluate((e) => (e as unknown as { address: string }).address)}`;
    await page.goto('about:blank');
    const g = await open(page, link, 'dream-scaling-cost');
    expect((await g.state()).minutes).toBe(10);
    const [x, y] = await middle(g.handle('scrub-size').locator('circle').last());
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 120, y, { steps: 4 });
    await page.mouse.up();
    expect(Number((await g.state()).parameters)).toBeGreaterThan(1e10);
  },
);

test('gallery: pieces are chosen, grown again and turned', { tag: ['@gate', '@every'] }, async ({ page }) => {
  const f = await open(page, 'figures/gallery/', 'dream-gallery');
  await f.handle('piece:cube').click();
  await expect
    .poll(() => f.at.evaluate((e) => (e as unknown as Seen).snapshot.piece), { timeout: 20_000 })
    .toBe('cube');
  await f.handle('globe').focus();
  await page.keyboard.press('ArrowRight');
  expect((await f.state()).yaw).toBe(15);
  await f.tool('play').click();
  await f.reaches('settled');
  await expect(f.at.locator('.now')).toContainText('Seed 1 grew it');
});
