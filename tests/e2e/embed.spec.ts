// Every figure alone in a stranger's frame: it fits any box, wears what it is asked to, keeps its hands off the host's focus
// and keys, plays with its slide and rests when it is left.

import type { FrameLocator, Page } from '@playwright/test';
import { names } from '../../src/widgets/registry.ts';
import { expect, waitFrames, host, test, type Dream } from './support.ts';

const tagged = (name: string) => ({ tag: name === 'superposition' ? ['@gate'] : [] });
const BOXES = {
  '4:3': [960, 720],
  '16:9': [960, 540],
  '21:9': [1260, 540],
  '16:9 on a beamer': [1920, 1080],
  phone: [320, 568],
} as const;

interface Framed {
  readonly inside: FrameLocator;
  of(kind: string): Promise<Record<string, any>[]>;
  strings(): Promise<string[]>;
  send(message: unknown): Promise<void>;
  dream<T>(read: (e: Dream) => T): Promise<T>;
  close(): Promise<void>;
}

async function framed(
  page: Page,
  baseURL: string,
  name: string,
  [width, height]: readonly [number, number] = [960, 540],
  query = '',
): Promise<Framed> {
  const server = await host({
    '/': `<!doctype html><title>host</title><link rel="icon" href="data:,"><style>body{margin:0;background:rgb(9,99,9)}</style><script>window.said=[];addEventListener('message',e=>said.push(e.data))</script>
    <iframe sandbox="allow-scripts" src="${baseURL}embed/${name}/${query}" width="${width}" height="${height}" style="border:0;display:block" title="${name}"></iframe>`,
  });
  await page.setViewportSize({ width: width + 40, height: height + 40 });
  await page.goto(server.url);
  const said = (): Promise<unknown[]> => page.evaluate(() => (window as unknown as { said: unknown[] }).said);
  const inside = page.frameLocator('iframe');
  const f: Framed = {
    inside,
    of: async (kind) =>
      (await said()).filter(
        (m): m is Record<string, any> => (m as { dream?: unknown } | null)?.dream === kind,
      ),
    strings: async () => (await said()).filter((m): m is string => typeof m === 'string'),
    send: (message) =>
      page.evaluate((m) => {
        window.frames[0].postMessage(m, '*');
      }, message),
    dream: (read) => inside.locator(`dream-${name}`).evaluate(read as never) as never,
    close: server.close,
  };
  await expect.poll(async () => (await f.of('ready')).length, { timeout: 30_000 }).toBe(1);
  return f;
}

/** What sticks out of the frame, and the sizes of what is read, in px of the frame. */
const seen = (
  e: Dream,
): { out: string[]; smallest: number; sideways: boolean; downwards: boolean; wide: number; high: number } => {
  const { innerWidth: wide, innerHeight: high } = e.ownerDocument.defaultView!;
  const main = e.closest('main')!;
  const texts = [...e.querySelectorAll<SVGTextElement>('.pic text')].filter(
    (t) => t.getClientRects().length && t.textContent.trim(),
  );
  const slide = e.querySelector<HTMLElement>('.fig')!.dataset.context === 'slide';
  const sizes = texts.map((t) => {
    const svg = t.ownerSVGElement!.getBoundingClientRect();
    const box = t.ownerSVGElement!.viewBox.baseVal;
    return parseFloat(getComputedStyle(t).fontSize) * (box?.width ? svg.width / box.width : 1);
  });
  const out = texts
    .filter((t) => {
      const b = t.getBoundingClientRect();
      return b.left < -1 || b.right > wide + 1 || (slide && (b.top < -1 || b.bottom > high + 1));
    })
    .map((t) => {
      const b = t.getBoundingClientRect();
      return `${t.textContent} ${[b.left, b.top, b.right, b.bottom].map(Math.round).join()}`;
    });
  return {
    out,
    smallest: Math.min(...sizes),
    sideways: main.scrollWidth > wide || e.ownerDocument.documentElement.scrollWidth > wide,
    downwards: slide && main.scrollHeight > high + 1,
    wide,
    high,
  };
};

test.beforeEach(({ complaints }) => complaints.allow(/^http:\/\/127\.0\.0\.1:|favicon|404/));

for (const name of names) {
  test(`${name} fits every box`, tagged(name), async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    for (const [box, size] of Object.entries(BOXES)) {
      const f = await framed(page, baseURL!, name, size);
      const { out, smallest, sideways, downwards, high } = await f.dream(seen);
      expect.soft(out, `${box}: words outside of the frame`).toEqual([]);
      expect.soft([sideways, downwards], `${box}: it scrolls`).toEqual([false, false]);
      expect
        .soft(smallest, `${box}: the smallest words`)
        .toBeGreaterThanOrEqual(box === 'phone' ? 10 : high * 0.02);
      const heights = (await f.of('height')).map(({ px }) => px as number);
      const tall = await f.inside.locator('.fig').evaluate((e) => (e as HTMLElement).offsetHeight);
      expect
        .soft(
          Math.abs(heights.at(-1) - (box === 'phone' ? tall : size[1])),
          `${box}: the height it tells, ${heights.at(-1)} px`,
        )
        .toBeLessThanOrEqual(1);
      await f.close();
    }
  });

  test(
    `${name} in a frame that changes its size, and in odd ones`,
    tagged(name),
    async ({ page, baseURL }) => {
      const f = await framed(page, baseURL!, name);
      for (const [width, height, tools] of [
        [280, 1340, 1],
        [1260, 540, 0],
        [700, 300, 1],
        [960, 540, 0],
      ]) {
        await page.locator('iframe').evaluate(
          (e, [w, h]) => {
            (e as HTMLElement).style.cssText += `;width:${w}px;height:${h}px`;
          },
          [width, height],
        );
        await expect(f.inside.locator('.tools'), `${width} × ${height}`).toHaveCount(tools);
      }
      await f.close();
      for (const size of [
        [280, 1340],
        [2000, 320],
        [480, 270],
      ] as const) {
        await (await framed(page, baseURL!, name, size, '?chrome=none')).close();
      }
    },
  );

  test(`${name} wears what it is asked to`, tagged(name), async ({ page, baseURL }) => {
    const ground = (f: Framed): Promise<string> =>
      f.inside.locator('body').evaluate((e) => getComputedStyle(e).backgroundColor);
    for (const [query, colour, head, tools] of [
      ['?theme=dark', 'rgb(16, 23, 30)', 0, 0],
      ['?theme=light&chrome=title', 'rgb(246, 248, 248)', 1, 0],
      ['?transparent&chrome=full', 'rgba(0, 0, 0, 0)', 1, 1],
    ] as const) {
      const f = await framed(page, baseURL!, name, [960, 540], query);
      expect.soft(await ground(f), query).toBe(colour);
      expect
        .soft([await f.inside.locator('.frame-top').count(), await f.inside.locator('.tools').count()], query)
        .toEqual([head, tools]);
      await f.close();
    }
    const f = await framed(page, baseURL!, name, [960, 540], '?still');
    expect(
      await f.inside.locator('[tabindex="0"], [data-handle], [role=slider]').count(),
      'a still has nothing to touch',
    ).toBe(0);
    await f.inside.locator('.plate').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Space');
    await f.send('slide:start');
    await expect.poll(async () => (await f.of('key')).some(({ key }) => key === ' ')).toBe(true);
    expect(await f.dream((e) => e.status)).toBe('resting');
    await f.close();
  });

  test(`${name}: messages, keys, focus, its slide`, tagged(name), async ({ page, baseURL }) => {
    const f = await framed(page, baseURL!, name);
    const focus = (): Promise<string> => page.evaluate(() => document.activeElement!.localName);
    expect((await f.of('ready'))[0]).toMatchObject({ name, state: {} });
    expect(await focus(), 'it takes no focus').toBe('body');
    await f.send({ dream: 'get' });
    await expect.poll(async () => (await f.of('state')).length).toBeGreaterThan(0);
    const runs = await f.dream((e) => e.snapshot.end > 1);

    await f.send('slide:start');
    if (runs) {
      await expect.poll(() => f.dream((e) => e.status), { timeout: 20_000 }).toMatch(/running|settled/);
    }
    await f.send('slide:stop');
    await expect.poll(() => f.dream((e) => e.status)).not.toBe('running');
    const left = await f.dream((e) => e.snapshot.step);
    await waitFrames(page, 25);
    expect(await f.dream((e) => e.snapshot.step), 'it rests while its slide is away').toBe(left);
    await f.send('slide:start');
    await f.send({ dream: 'pause' });
    expect(await focus(), 'nor when it plays').toBe('body');

    await f.inside.locator('.plate').click({ position: { x: 4, y: 4 } });
    for (const [key, code] of [
      ['PageDown', 34],
      ['ArrowRight', 39],
      ['n', 78],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(f.strings, key).toContain(`{"method":"triggerKey","args":[${code}]}`);
      expect(
        (await f.of('key')).some((m) => m.key === key),
        key,
      ).toBe(true);
      await f.inside.locator('.plate').click({ position: { x: 4, y: 4 } }); // those leave the slide, so the host has the focus
    }
    await page.keyboard.press('r');
    if (runs) await expect.poll(() => f.dream((e) => e.snapshot.step), { timeout: 20_000 }).toBe(0);
    const dark = (): Promise<string> =>
      f.inside.locator('html').evaluate((e) => getComputedStyle(e).getPropertyValue('--is-dark').trim());
    const before = await dark();
    await page.keyboard.press('d');
    expect(await dark()).not.toBe(before);
    if (runs) {
      await page.keyboard.press('Space');
      await expect.poll(() => f.dream((e) => e.status)).toMatch(/running|settled/);
    }
    expect(
      (await f.of('key')).filter(({ key }) => 'rd '.includes(key as string)),
      'its own keys are not the host’s',
    ).toEqual([]);

    await f.inside.locator('.plate').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await f.of('key')).some(({ key }) => key === 'Escape')).toBe(true);
    await expect
      .poll(() => page.evaluate(() => document.hasFocus() && document.activeElement!.localName))
      .toBe('body');
    await f.close();
  });
}
