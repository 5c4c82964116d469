// Nothing is left behind: not by play and reset, for every figure, nor by figures that come and go. Cycles are counted and each
// waits for its status, so that a busy machine runs as many as a quiet one. A file of its own, so that it runs beside the others.

import type { CDPSession, Page } from '@playwright/test';
import { names } from './places.ts';
import { drawn, expect, figurePage, open, test, type Dream } from './support.ts';

const HISTORY = 120; // acts: the history of undo, which holds a hundred, is full
const CYCLES = 20;
/** Cycles before the first look: until then the heap grows by what the browser learns of the code. */
const WARM = 40;
/** Of the heap, for each cycle: what a tenth of the heap in 120 cycles is. */
const GROWTH = 0.1 / 120;

interface Held {
  readonly heap: number;
  readonly listeners: number;
  readonly workers: number;
}

/** What the page holds after two collections: the first frees what the second finds. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  await drawn(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((m) => m.name === name)!.value;
  return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), workers: page.workers().length };
}

async function measured(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** Play until the run moves, reset until it stands at its start, `count` times. */
const playAndReset = async (e: Dream, count: number): Promise<void> => {
  const until = (ok: () => boolean): Promise<void> =>
    new Promise((go, fail) => {
      const began = performance.now();
      const look = (): void => {
        if (ok()) go();
        else if (performance.now() - began > 20_000) {
          fail(new Error(`${e.status} at step ${e.snapshot.step}`));
        } else requestAnimationFrame(look);
      };
      look();
    });
  const started = (): boolean => e.snapshot.step > 0 || e.status === 'settled';
  for (let i = 0; i < count; i++) {
    e.reset();
    await until(() => e.snapshot.step === 0 && e.status !== 'running' && !!e.fingerprint);
    e.play();
    await until(started);
  }
  e.reset();
  await until(() => e.snapshot.step === 0 && e.status !== 'running' && !!e.fingerprint);
};

for (const name of names) {
  test(
    `${name}: cycles of play and reset leave no worker and no heap`,
    { tag: name === 'superposition' ? '@gate' : [] },
    async ({ page }) => {
      test.setTimeout(120_000);
      const f = await open(page, `figures/${name}/`, `dream-${name}`);
      const session = await measured(page);
      const cycles = (count: number): Promise<void> => f.at.evaluate(playAndReset as never, count);
      await f.at.evaluate((e, count) => {
        for (let i = 0; i < count; i++) {
          (e as unknown as Dream).seek(1);
          (e as unknown as Dream).reset();
        }
      }, HISTORY);
      await cycles(WARM);
      const heaps = [(await held(page, session)).heap];
      for (const _ of [1, 2]) {
        await cycles(CYCLES);
        heaps.push((await held(page, session)).heap);
      }
      const [start, half, end] = heaps;
      const slopes = [half - start, end - half].map((grown) => grown / CYCLES);
      console.log(
        `  ${name}: ${(start / 1e6).toFixed(2)} MB, then ${slopes.map((s) => (s / 1e3).toFixed(2)).join(' and ')} kB a cycle`,
      );
      // What leaks grows in both halves; what only fills a cache, or waits for the collector, in one.
      expect(Math.min(...slopes), 'bytes a cycle').toBeLessThan(GROWTH * start);
      expect(page.workers().length).toBeLessThanOrEqual(1);
      await f.at.evaluate((e) => {
        e.remove();
      });
      await expect.poll(() => page.workers().length).toBe(0);
    },
  );
}

test('create, train, destroy: later cycles leave the same workers and listeners, and no more heap', async ({
  page,
}) => {
  test.setTimeout(process.env.DREAMS_ALL ? 480_000 : 180_000);
  await open(page, figurePage);
  const session = await measured(page);
  async function cycles(count: number): Promise<Held> {
    await page.evaluate(async (n) => {
      const frame = (): Promise<number> => new Promise((go) => requestAnimationFrame(go));
      for (let i = 0; i < n; i++) {
        const e = document.createElement('dream-superposition') as unknown as Dream;
        document.querySelector('main')!.append(e);
        await e.ready;
        e.seek(3);
        while (e.snapshot.step !== 3 || !e.fingerprint) await frame();
        e.remove();
        await frame();
      }
    }, count);
    return held(page, session);
  }
  const first = await cycles(50);
  const last = await cycles(process.env.DREAMS_ALL ? 450 : 250);
  expect(last.workers).toBe(first.workers);
  expect(last.listeners - first.listeners).toBeLessThanOrEqual(2);
  expect(last.heap - first.heap).toBeLessThan(2e6);
});
