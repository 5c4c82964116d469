// What the first load weighs, without any touch: bytes over the wire, gzipped as a host would. Budgets in kB (1000 bytes).

import type { Page } from '@playwright/test';
import { chapters, embeds, figurePages, placed, reading } from './places.ts';
import { alive, atRest, expect, test, weight } from './support.ts';

interface Load {
  readonly total: number;
  readonly fonts: number;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly count: number;
  readonly list: string[];
}

async function load(page: Page, address: string): Promise<Load> {
  const seen: Promise<{ kind: string; bytes: number; path: string } | undefined>[] = [];
  page.on('response', (reply) => {
    if (!reply.url().startsWith('http')) return;
    seen.push(
      reply.body().then(
        (body) => ({
          kind: reply.request().resourceType(),
          bytes: weight(body, reply.url()),
          path: new URL(reply.url()).pathname,
        }),
        () => undefined,
      ),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((go) => requestIdleCallback(go))));
  await atRest(page);
  const all = (await Promise.all(seen)).filter((r) => !!r);
  const sum = (...kinds: string[]): number =>
    all.filter((r) => !kinds.length || kinds.includes(r.kind)).reduce((s, r) => s + r.bytes, 0) / 1000;
  return {
    total: sum(),
    fonts: sum('font'),
    html: sum('document'),
    css: sum('stylesheet'),
    js: sum('script'),
    count: all.length,
    list: all
      .sort((a, b) => b.bytes - a.bytes)
      .map((r) => `${(r.bytes / 1000).toFixed(1)} ${r.kind} ${r.path}`),
  };
}

type Budget = Partial<Record<keyof Load, number>>;
const page: Budget = { total: 170, fonts: 70, html: 50, css: 14, js: 45, count: 16 };
const own: Record<string, Budget> = {
  '': { ...page, total: 150 },
  'figures/': { fonts: 70, html: 50, css: 14, js: 45, count: 18 }, // a picture of every figure, which come as one scrolls
  'figures/gabors/': { ...page, html: 70 }, // 256 filters stand in the page as numbers
  'lab/': { ...page, js: 54 }, // readers of six kinds of files
  'talks/': { total: 170, fonts: 70, html: 50, count: 20 }, // with the frame in it, a page of its own: what both ask for counts twice
};
/** kB of an embed without and with fonts. The toys keep to 60 and 90; these are drawn from hundreds of weights and answers, which stand in the page. */
const heavy: Record<string, readonly [number, number]> = {
  'embed/gabors/': [82, 110],
  'embed/circuit/': [70, 96],
  'embed/branches/': [66, 94],
  'embed/induction/': [60, 93],
};
const gate = new Set(['', 'foundation/', 'automation/', 'embed/superposition/']);

for (const address of [...reading, ...figurePages, ...embeds]) {
  for (const width of [390, 1440]) {
    test(
      `/${address} at ${width}`,
      { tag: gate.has(address) ? '@gate' : [] },
      async ({ page: tab }, info) => {
        await tab.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        // The landing's figure plays by itself, which is not the first load's business.
        await tab.emulateMedia({ reducedMotion: 'reduce' });
        const got = await load(tab, address || './');
        const frame = address.startsWith('embed');
        const [without, withFonts] = heavy[address] ?? [60, 90];
        const line = `/${address} at ${width}: ${(['total', 'fonts', 'html', 'css', 'js'] as const).map((k) => `${k} ${got[k].toFixed(1)}`).join(', ')} kB in ${got.count} requests`;
        console.log(line);
        info.annotations.push({ type: 'weight', description: line });
        for (const [what, limit] of Object.entries(
          own[address] ?? (frame ? { total: withFonts, count: 16 } : page),
        )) {
          expect.soft(got[what as 'total'], `${what}\n${got.list.join('\n')}`).toBeLessThanOrEqual(limit);
        }
        if (frame) {
          expect
            .soft(got.total - got.fonts, `without fonts\n${got.list.join('\n')}`)
            .toBeLessThanOrEqual(without);
        }
      },
    );
  }
}

// Whoever reads a chapter to its end loads the code and the numbers of every figure in it.
for (const chapter of chapters) {
  test(
    `all figures of /${chapter}, scrolled through`,
    { tag: chapter === 'foundation/' ? '@gate' : [] },
    async ({ page }, info) => {
      const seen: Promise<{ bytes: number; path: string } | undefined>[] = [];
      page.on('response', (reply) => {
        const { pathname } = new URL(reply.url());
        if (/\.(js|json|bin)$/.test(pathname)) {
          seen.push(
            reply.body().then(
              (body) => ({ bytes: weight(body, reply.url()), path: pathname }),
              () => undefined,
            ),
          );
        }
      });
      await page.goto(chapter || './', { waitUntil: 'networkidle' });
      for (const { id } of placed.filter((p) => p.chapter === chapter)) {
        await page.locator(`#${id}`).scrollIntoViewIfNeeded();
        await alive(page, `#${id}`);
      }
      await page.waitForLoadState('networkidle');
      const all = (await Promise.all(seen)).filter((r) => !!r);
      const total = all.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
      info.annotations.push({
        type: 'weight',
        description: `all figures of /${chapter}: ${total.toFixed(1)} kB`,
      });
      console.log(`all figures of /${chapter}: ${total.toFixed(1)} kB of code and data`);
      expect(
        total,
        all
          .sort((a, b) => b.bytes - a.bytes)
          .map((r) => `${(r.bytes / 1000).toFixed(1)} ${r.path}`)
          .join('\n'),
      ).toBeLessThanOrEqual(120);
    },
  );
}
