// Figures away from home: the file on a disk, the talk kit in reveal.js, hostile messages by the thousand in a
// frame. The servers are of another origin.

import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync as unzip } from 'fflate';
import type { Page } from '@playwright/test';
import {
  alive,
  answered,
  dist,
  expect,
  figure,
  folderHost,
  host,
  open,
  embedPage,
  tag,
  test,
} from './support.ts';

test.beforeEach(({ complaints }) => complaints.allow(/^http:\/\/127\.0\.0\.1:|favicon|404/));
const figures = existsSync(join(dist, 'download'))
  ? readdirSync(join(dist, 'download')).map((name) => name.replace('.html', ''))
  : [];

for (const name of figures) {
  test(
    `the offline file of ${name} runs from a disk and asks for nothing`,
    { tag: name === 'superposition' ? ['@gate', '@every'] : [] },
    async ({ page, context, browserName }) => {
      const asked: string[] = [];
      page.on('request', (r) => {
        if (!/^(data|blob):/.test(r.url())) asked.push(r.url());
      });
      if (browserName === 'firefox') await page.route(/^https?:/, (r) => r.abort());
      else await context.setOffline(true); // Firefox's protocol has no switch for the connection: whatever asks for it fails
      await page.goto(pathToFileURL(resolve(dist, 'download', `${name}.html`)).href);
      await alive(page, `dream-${name}`);
      const f = figure(page, `dream-${name}`);
      await f.tool('source').click();
      await expect(page.locator('.listing').first()).toContainText(/export/);
      if (await f.at.evaluate((e) => (e as unknown as { snapshot: { end: number } }).snapshot.end > 1)) {
        await f.call('reset');
        await expect.poll(() => f.step(), { timeout: 30_000 }).toBe(0);
        await f.call('seek', 1);
        await expect.poll(() => f.step()).toBe(1);
      }
      expect(asked.filter((url) => !/\/download\/[\w-]+\.html/.test(url))).toEqual([]);
    },
  );
}

test('the file’s state stands behind its #', { tag: '@gate' }, async ({ page }) => {
  await page.goto(`${pathToFileURL(resolve(dist, 'download/superposition.html')).href}#features=3&step=20`);
  await alive(page);
  await expect.poll(() => figure(page).step()).toBe(20);
  expect((await figure(page).state()).features).toBe(3);
});

/** The talk kit, unpacked and served. */
async function kit(): Promise<{ url: string; folder: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dreams-kit-'));
  for (const [name, bytes] of Object.entries(
    unzip(new Uint8Array(readFileSync(join(dist, 'talk-kit.zip')))),
  )) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(folder, name), bytes);
  }
  const inside = join(folder, 'talk-kit');
  return { folder: inside, ...(await folderHost(inside)) };
}
const slide = (page: Page): Promise<number> =>
  page.evaluate(
    () => (window as unknown as { Reveal: { getIndices(): { h: number } } }).Reveal.getIndices().h,
  );
const inside = (page: Page) => page.frameLocator('.present iframe').locator(tag);
const status = (page: Page): Promise<string> =>
  inside(page).evaluate((e) => (e as unknown as { status: string }).status);

test(
  'a reveal.js deck: plays on its slide, rests when left, gives the keys back',
  { tag: '@gate' },
  async ({ page }) => {
    const k = await kit();
    await page.goto(`${k.url}deck.html`);
    await page.waitForFunction(() =>
      (window as unknown as { Reveal?: { isReady(): boolean } }).Reveal?.isReady(),
    );
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => status(page), { timeout: 30_000 }).toMatch(/running|settled/);
    const { x, y } = (await page.locator('.present iframe').boundingBox())!; // a click on what lies in a scaled frame is more than Firefox's protocol can aim
    await page.mouse.click(x + 8, y + 8);
    await page.keyboard.press('r');
    await expect
      .poll(() =>
        inside(page).evaluate((e) => (e as unknown as { snapshot: { step: number } }).snapshot.step),
      )
      .toBe(0);
    expect(await slide(page)).toBe(1);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page), 'an arrow from within the frame turns the slide').toBe(2);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slide(page), 'and the deck has the keys again').toBe(1);
    await k.close();
  },
);

test('the deck on paper shows the still', { tag: '@gate' }, async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium prints from a test');
  const k = await kit();
  await page.goto(`${k.url}deck.html?view=print`);
  await page.waitForSelector('.pdf-page .paper');
  await expect
    .poll(() =>
      page
        .locator('.pdf-page .paper')
        .first()
        .evaluate(
          (e) =>
            (e as HTMLImageElement).complete &&
            (e as HTMLImageElement).naturalWidth > 1000 &&
            getComputedStyle(e).display !== 'none',
        ),
    )
    .toBe(true);
  expect(
    await page
      .locator('.pdf-page iframe')
      .first()
      .evaluate((e) => getComputedStyle(e).display),
  ).toBe('none');
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
  await k.close();
});

/** Numbers without Math.random: the same thousand each time. */
function hostile(count: number): unknown[] {
  let x = 20230524;
  const next = (below: number): number => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return Math.floor((x / 2 ** 32) * below);
  };
  const verbs = [
    'eval',
    'constructor',
    '__proto__',
    'toString',
    'Play',
    'play ',
    '',
    'seek',
    'advance',
    'set',
    'setState',
    'innerHTML',
    'navigate',
    'slide:start',
  ];
  const values: unknown[] = [
    null,
    undefined,
    NaN,
    Infinity,
    -Infinity,
    '7',
    '1e9',
    [],
    [9],
    {},
    true,
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '\u0000',
    'x'.repeat(5000),
    { valueOf: 3 },
    new Date(0),
    new Map([[1, 2]]),
    new Uint8Array(4),
    10n,
  ];
  const value = (): unknown => values[next(values.length)];
  return Array.from({ length: count }, () => {
    const kind = next(6);
    if (kind === 0) return value();
    if (kind === 1) return `{"method":"${verbs[next(verbs.length)]}","args":[${next(99)}]}`;
    if (kind === 2) return { dream: value(), step: value(), by: value(), state: value() };
    if (kind === 3) return { dream: verbs[next(verbs.length)], step: value(), by: value(), state: [value()] };
    if (kind === 4) {
      return { dream: 'set', state: { [`key${next(9)}`]: value(), ['on' + 'load']: 'alert(1)' } };
    }
    return { [verbs[next(verbs.length)]]: value(), nested: { dream: 'play' } };
  });
}

test(
  'a thousand hostile messages: no exception, no markup, the same state',
  { tag: '@gate' },
  async ({ page, baseURL }) => {
    const server = await host({
      '/': `<!doctype html><title>host</title><script>window.said=[];addEventListener('message',e=>said.push(e.data))</script><iframe sandbox="allow-scripts" src="${baseURL}${embedPage}#step=30" width="960" height="540" title="t"></iframe>`,
    });
    await page.goto(server.url);
    const at = page.frameLocator('iframe').locator(tag);
    await at.waitFor();
    const look = () =>
      at.evaluate(
        (e: any) =>
          e.ready.then(() =>
            JSON.stringify([
              e.state,
              e.fingerprint,
              e.status,
              e.ownerDocument.querySelectorAll('img, script, iframe').length,
            ]),
          ) as Promise<string>,
      );
    await expect.poll(look).toContain('"step":30');
    await expect.poll(async () => JSON.parse(await look())[1]).toMatch(/^[0-9a-f]{16}$/);
    const before = await look();
    // Made in the page: half of them are values that no protocol carries.
    const sent = await page.evaluate(
      `{ let sent = 0; for (const m of (${hostile.toString()})(1000)) { try { frames[0].postMessage(m, '*'); sent++; } catch { } } sent; }`,
    );
    expect(sent).toBe(1000);
    // Messages come in order: what answers the last of them has read all.
    await answered(page);
    expect(await look()).toBe(before);
    await server.close();
  },
);

test('the Embed panel carries the state to every place', async ({ page }) => {
  const f = await open(page, 'figures/superposition/#superposition?features=4&seed=7');
  await f.tool('embed').click();
  await expect(f.at.locator('.panel code').first()).toBeVisible();
  const codes = await f.at.locator('.panel code').allTextContents();
  expect(codes.length).toBeGreaterThanOrEqual(10);
  for (const code of codes) expect(code, code).toMatch(/features(=|=")4.*seed(=|=")7|features=4&amp;seed=7/s);
});

for (const width of [390, 768, 1024]) {
  test(
    `at ${width} px a frame that follows the messages is as tall as its figure`,
    { tag: width === 390 ? '@gate' : [] },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('talks/');
      const stage = page.locator('.stage');
      await stage.scrollIntoViewIfNeeded();
      const fig = page.frameLocator('.stage').locator('.fig');
      await expect
        .poll(async () => (await stage.boundingBox())!.height - (await fig.boundingBox())!.height)
        .toBeLessThan(1.5);
      const tall = (await stage.boundingBox())!.height;
      expect(tall).toBeGreaterThan(400);
      expect(tall - (await fig.boundingBox())!.height, 'nothing of it is cut').toBeGreaterThan(-0.5);
      await page.frameLocator('.stage').locator('[data-do=settings]').click(); // a panel makes it taller
      await expect.poll(async () => (await stage.boundingBox())!.height).toBeGreaterThan(tall + 40);
    },
  );
}
