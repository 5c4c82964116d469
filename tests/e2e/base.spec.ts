// The same site as a project page: another origin, a base path. Built by `npm run test:all` into tests/results/dist-base.

import { existsSync } from 'node:fs';
import { serve } from '../tools/start.mjs';
import { alive, expect, figure, pages, tag, test } from './support.ts';

const folder = 'tests/results/dist-base';

test('every address stands under the base path', async ({ page, complaints }) => {
  test.skip(!existsSync(`${folder}/index.html`), 'only npm run test:all builds the site under a base path');
  complaints.allow(/^http:\/\/127\.0\.0\.1/);
  const { url, close } = await serve(folder, { port: 0, base: '/dreams' });
  const failed: string[] = [];
  page.on('response', (reply) => {
    if (reply.status() >= 400) failed.push(`${page.url()}: ${reply.url()}`);
  });
  for (const address of pages(folder)) {
    await page.goto(url + address);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[href],[src]')]
        .map((e) => e.getAttribute('href') ?? e.getAttribute('src')!)
        .filter((a) => a.startsWith('/') && !a.startsWith('/dreams/')),
    );
    expect(outside, address).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href),
    ).toMatch(/^https:\/\/example\.org\/dreams\//);
  }
  for (const address of ['figures/superposition/', 'embed/superposition/']) {
    await page.goto(url + address);
    await alive(page, tag);
    const f = figure(page);
    await f.call('play');
    await f.reaches('settled');
    await expect(f.at.locator('.notice')).toHaveCount(0);
  }
  expect(failed).toEqual([]);
  await close();
});
