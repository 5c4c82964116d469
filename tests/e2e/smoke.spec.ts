// Every page: it comes, it complains of nothing, it asks nobody else, it says what it is, it fits every screen.

import { readFileSync } from 'node:fs';
import { dist, expect, pages, test } from './support.ts';

const widths = [1440, 768, 390, 320];
const gate = new Set(['', 'foundation/', 'figures/superposition/', 'embed/superposition/', 'about/']);
const bare = (address: string): boolean => address.startsWith('embed/') || address.startsWith('download/');

for (const address of pages()) {
  test(`/${address}`, { tag: gate.has(address) ? ['@gate'] : [] }, async ({ page }) => {
    const reply = await page.goto(address || './');
    expect(reply!.status()).toBe(200);
    expect((await page.title()).length).toBeGreaterThan(8);
    const head = await page.evaluate(() => ({
      description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '', canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
      lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
      twice: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
    }));
    expect(head.description.length).toBeGreaterThan(30);
    expect(head.description.length).toBeLessThan(320);
    expect(new URL(head.canonical).pathname).toBe(`/${address.replace(/^embed\//, 'figures/')}`);
    expect(head.lang).toBe('en');
    expect(head.h1).toBe(1);
    expect(head.twice).toEqual([]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(120);
      const { scroll, inner, wide } = await page.evaluate(() => {
        const inner = document.documentElement.clientWidth;
        const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > inner + 1 && getComputedStyle(e).position !== 'absolute').slice(0, 3).map((e) => `${e.localName}.${e.getAttribute('class') ?? ''}`);
        return { scroll: document.documentElement.scrollWidth, inner, wide };
      });
      expect(scroll, `sideways overflow at ${width}: ${wide.join(', ')}`).toBeLessThanOrEqual(inner);
    }
  });
}

test('an address that is not there', { tag: '@gate' }, async ({ page, complaints }) => {
  complaints.allow(/404/);
  const reply = await page.goto('no/such/page/');
  expect(reply!.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await page.locator('a[href]').count()).toBeGreaterThan(0);
});

test('titles and descriptions are each page’s own', { tag: '@gate' }, () => {
  const seen = new Map<string, string>();
  for (const address of pages().filter((a) => !bare(a))) {
    const text = readFileSync(`${dist}/${address}index.html`, 'utf8');
    for (const find of [/<title>([^<]*)</, /<meta name="description" content="([^"]*)"/]) {
      const said = find.exec(text)?.[1] ?? '';
      expect(said, `/${address}`).not.toBe('');
      expect(seen.get(said), `/${address} repeats: ${said}`).toBeUndefined();
      seen.set(said, address);
    }
  }
});

test('every link inside the site leads somewhere, fragments too', { tag: '@gate' }, () => {
  const ids = new Map<string, Set<string>>(), broken: string[] = [];
  const html = (address: string): string => readFileSync(`${dist}/${address}index.html`, 'utf8');
  const all = pages();
  for (const address of all) ids.set(address, new Set([...html(address).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])));
  for (const address of all) {
    for (const [, href] of html(address).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
      const to = new URL(href.replaceAll('&amp;', '&'), `http://here/${address}`);
      if (to.host !== 'here') continue;
      const path = decodeURIComponent(to.pathname.slice(1)), target = ids.get(path), id = to.hash.slice(1).split('?')[0];
      if (!target) { try { readFileSync(`${dist}/${path}`); } catch { broken.push(`/${address}: ${href}`); } }
      else if (id && !id.includes('=') && !target.has(id)) broken.push(`/${address}: ${href}`);
    }
  }
  expect(broken).toEqual([]);
});
