// A minute of play and reset, for every figure: nothing is left behind. A file of its own, so that it runs beside the others.

import { names, represents } from './places.ts';
import { expect, open, test } from './support.ts';

for (const name of names) {
  test(
    `${name}: a minute of play and reset leaves no worker and no heap`,
    { tag: represents(name) ? '@gate' : [] },
    async ({ page }) => {
      test.setTimeout(150_000);
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      async function cycle(seconds: number): Promise<number> {
        for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
          await f.call('play');
          await page.waitForTimeout(400);
          await f.call('reset');
          await page.waitForTimeout(100);
        }
        await page.waitForTimeout(1000); // an answer that is under way is nothing left behind
        await session.send('HeapProfiler.collectGarbage');
        return (await session.send('Performance.getMetrics')).metrics.find(
          (m) => m.name === 'JSHeapUsedSize',
        )!.value;
      }
      for (let i = 0; i < 120; i++) {
        await f.call('play');
        await f.call('reset');
      } // the history of undo is full: it holds a hundred acts
      const first = await cycle(10);
      const last = await cycle(60);
      console.log(
        `  ${name}: heap of the page ${(first / 1e6).toFixed(2)} MB after 10 s, ${(last / 1e6).toFixed(2)} MB after 70 s; ${page.workers().length} worker`,
      );
      expect(last / first).toBeLessThan(1.1);
      expect(page.workers().length).toBeLessThanOrEqual(1);
      await f.at.evaluate((e) => {
        e.remove();
      });
      await expect.poll(() => page.workers().length).toBe(0);
    },
  );
}
