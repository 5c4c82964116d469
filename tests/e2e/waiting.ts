// Ways of waiting: for a condition, never for a time that is long enough on the machine of whoever wrote the test.

import { expect, type Frame, type Page } from '@playwright/test';

/**
 * Waits until `count` frames have been painted. For what must not happen: a run that goes on, or a message that is obeyed,
 * shows within a frame or two.
 */
export const waitFrames = (page: Page | Frame, count: number): Promise<void> =>
  page.evaluate(
    (left) =>
      new Promise<void>((go) => {
        const next = (): void => {
          left -= 1;
          if (left < 0) go();
          else requestAnimationFrame(next);
        };
        next();
      }),
    count,
  );

/** A figure is drawn at most once a frame: two frames later it is drawn. */
export const drawn = (page: Page | Frame): Promise<void> => waitFrames(page, 2);

/** Waits until nothing is fetched any more and the page has not changed for ten frames: what was under way has arrived. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    (still) =>
      new Promise<void>((go) => {
        let left = still;
        const again = (): void => {
          left = still;
        };
        const changes = new MutationObserver(again);
        changes.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        const fetched = new PerformanceObserver(again);
        fetched.observe({ type: 'resource' });
        const next = (): void => {
          left -= 1;
          if (left > 0) {
            requestAnimationFrame(next);
            return;
          }
          changes.disconnect();
          fetched.disconnect();
          go();
        };
        next();
      }),
    10,
  );
}

/**
 * Time as a part of the input: how long a finger stays down, how fast a hand moves, how often a host sends. The only fixed
 * time in these tests; what is waited for has a condition.
 */
export const hold = (page: Page, ms: number): Promise<void> => page.waitForTimeout(ms);

/** What a framed figure tells of itself. */
interface Told {
  readonly dream: 'state';
  readonly state: Record<string, unknown> & { readonly step?: number };
  readonly fingerprint?: string;
}

/**
 * Asks the framed figure for its state and waits for the answer: messages come in order, so all that was sent before has been
 * read. Asked twice, for the first answer may have been on its way. The host keeps what it is told in `window.said`.
 */
export async function answered(page: Page): Promise<Told> {
  const told = (): Promise<Told[]> =>
    page.evaluate(() =>
      (window as unknown as { said: unknown[] }).said.filter(
        (m): m is Told => (m as Told | null)?.dream === 'state',
      ),
    );
  let answers = await told();
  for (const _ of ['first', 'second']) {
    const before = answers.length;
    await page.evaluate(() => {
      document.querySelector('iframe')!.contentWindow!.postMessage({ dream: 'get' }, '*');
    });
    await expect.poll(async () => (answers = await told()).length).toBeGreaterThan(before);
  }
  return answers.at(-1);
}
