// The figures of chapters 2 to 4 in a browser: each settles in time without blocking the page (measured with nothing else
// running), and where last weights are baked another seed answers without training.

import { expect, open, test, type Dream } from './support.ts';

for (const name of ['families', 'branches', 'circuit', 'gabors', 'same-shape']) {
  test(
    `${name} settles within twenty seconds, and the page stays free`,
    { tag: '@perf' },
    async ({ page }, info) => {
      test.setTimeout(120_000);
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      await page.evaluate(() => {
        const w = window as unknown as { long: number[] };
        w.long = [];
        new PerformanceObserver((list) => {
          for (const e of list.getEntries()) w.long.push(Math.round(e.duration));
        }).observe({ type: 'longtask' });
      });
      await f.at.evaluate((e) => {
        const w = window as unknown as { from: number; took: number };
        e.addEventListener(
          'dream-settled',
          () => {
            w.took = performance.now() - w.from;
          },
          { once: true },
        );
        w.from = performance.now();
        (e as unknown as Dream).play();
      });
      await expect.poll(() => f.status(), { timeout: 90_000 }).toBe('settled');
      const { took, long } = await page.evaluate(() => {
        const { took, long } = window as unknown as { took: number; long: number[] };
        return { took, long };
      });
      const said = `${name}: ${(took / 1000).toFixed(1)} s; long tasks ${long.join(', ') || 'none'}`;
      console.log(`  ${said}`);
      info.annotations.push({ type: 'measured', description: said });
      expect(took).toBeLessThan(20_000);
      expect(Math.max(0, ...long)).toBeLessThan(200);
    },
  );
}

test(
  'another seed of branches, families and circuit is there at once',
  { tag: '@gate' },
  async ({ page }) => {
    for (const [name, seed, state] of [
      ['branches', 8, { net: 'undivided' }],
      ['families', 1, {}],
      ['circuit', 0, {}],
    ] as const) {
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      const before = await f.print();
      await f.at.evaluate(
        (e, s) => {
          (window as unknown as { from: number }).from = performance.now();
          (e as unknown as Dream).state = s;
        },
        { seed, ...state },
      );
      await expect.poll(() => f.print(), { timeout: 5000 }).not.toBe(before);
      expect(await f.status(), name).toBe('resting');
      expect(
        await page.evaluate(() => performance.now() - (window as unknown as { from: number }).from),
        name,
      ).toBeLessThan(2000);
    }
  },
);
