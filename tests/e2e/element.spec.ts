// <dream-superposition> on a stranger's page: one script, hostile styles, scaled parents.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { alive, drawn, expect, figure, host, middle, tag, test, type Dream } from './support.ts';

const hostile = `*{all:unset!important} *,*::before{box-sizing:content-box!important;color:red!important;font:40px fantasy!important;margin:9px!important;fill:lime!important}
  :root{font-size:40px} svg{display:none!important} button{display:none!important} div{transform:rotate(3deg)} dream-superposition{display:block!important;width:800px!important;height:auto}`;

async function stranger(
  page: Page,
  baseURL: string,
  { style = '', body = `<${tag}></${tag}>`, name = 'superposition' } = {},
) {
  const server = await host({
    '/': `<!doctype html><title>stranger</title><style>${style}</style><h1>theirs</h1>${body}<script type="module" src="${baseURL}widgets/${name}.js"></script>`,
  });
  await page.goto(server.url);
  await alive(page);
  return server;
}

test.beforeEach(({ complaints }) => complaints.allow(/^http:\/\/127\.0\.0\.1:|favicon|404/));

test(
  'trains under hostile styles, and looks as at home',
  { tag: ['@gate', '@every'] },
  async ({ page, baseURL }) => {
    const server = await stranger(page, baseURL!, { style: hostile });
    const f = figure(page);
    const rest = await f.print();
    await f.call('play');
    await f.reaches('settled');
    expect(await f.print()).toBe(rest);
    const seen = await f.at.evaluate((e) => {
      const text = e.shadowRoot!.querySelector('.frame-top .ti, .cap')!;
      const plate = e.shadowRoot!.querySelector('.plate svg')!;
      return {
        color: getComputedStyle(text).color,
        font: getComputedStyle(text).fontFamily,
        size: parseFloat(getComputedStyle(e.shadowRoot!.querySelector('.tb')!).fontSize),
        plate: plate.getBoundingClientRect().width,
      };
    });
    expect(seen.color).not.toBe('rgb(255, 0, 0)');
    expect(seen.font).not.toContain('fantasy');
    expect(seen.size).toBeLessThan(20);
    expect(seen.plate).toBeGreaterThan(300);
    await expect(page.locator('h1')).toHaveText('theirs');
    await server.close();
  },
);

test(
  'in a scaled parent a ring stays under the pointer',
  { tag: ['@gate', '@every'] },
  async ({ page, baseURL }) => {
    const server = await stranger(page, baseURL!, {
      body: `<div style="width:1100px;transform:scale(.5) rotate(0deg);transform-origin:0 0"><${tag}></${tag}></div>`,
    });
    const f = figure(page);
    const ring = f.handle('ring-0').locator('circle').first();
    const [x, y] = await middle(ring);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 6; i++) await page.mouse.move(x + 4 * i, y + 5 * i);
    await expect.poll(async () => ((await f.state()).edits as unknown[]).length).toBe(1);
    await drawn(page);
    await expect
      .poll(async () => {
        const [rx, ry] = await middle(f.handle('ring-0').locator('circle').first());
        return Math.hypot(rx - x - 24, ry - y - 30);
      })
      .toBeLessThan(5);
    await page.mouse.up();
    await server.close();
  },
);

test(
  'attributes are the state; two elements are two figures; still is still',
  { tag: '@gate' },
  async ({ page, baseURL }) => {
    const server = await stranger(page, baseURL!, {
      body: `<${tag} id="a" features="3" step="20"></${tag}><${tag} id="b" theme="dark" still></${tag}><${tag} id="c" features="many" absent="NaN"></${tag}>`,
    });
    await alive(page, '#b');
    await alive(page, '#c');
    const [a, b, c] = ['#a', '#b', '#c'].map((s) => figure(page, s));
    await expect.poll(() => a.step()).toBe(20);
    expect((await a.state()).features).toBe(3);
    expect((await b.state()).features).toBe(5);
    expect((await c.state()).features).toBe(5);
    expect(
      await b.at.evaluate(
        (e) => e.shadowRoot!.querySelectorAll('svg [tabindex], button:not([disabled]), [role=slider]').length,
      ),
    ).toBe(0);
    const ground = (s: string): Promise<string> =>
      page.evaluate(
        (q) =>
          getComputedStyle(document.querySelector(q)!.shadowRoot!.firstElementChild!)
            .getPropertyValue('--plate')
            .trim(),
        s,
      );
    expect(await ground('#b')).not.toBe(await ground('#a'));
    await a.at.evaluate((e) => {
      e.setAttribute('features', '4');
    });
    await expect.poll(async () => (await a.state()).features).toBe(4);
    await server.close();
  },
);

test('the whole API', { tag: '@gate' }, async ({ page, baseURL }) => {
  const server = await stranger(page, baseURL!);
  const got = await page.evaluate(async (name) => {
    const e = document.querySelector(name) as unknown as Dream;
    const heard: string[] = [];
    for (const type of ['dream-ready', 'dream-state', 'dream-milestone', 'dream-settled', 'dream-error']) {
      document.addEventListener(type, (event) => {
        heard.push(type);
        if (!event.composed) heard.push(`${type} is not composed`);
      });
    }
    e.play();
    await e.settled();
    await new Promise((go) => {
      requestAnimationFrame(() => requestAnimationFrame(go));
    });
    const [svg, png, json, csv] = [await e.toSVG(), await e.toPNG(1), await e.toJSON(), await e.toCSV()];
    return {
      heard: [...new Set(heard)],
      svg: svg.slice(0, 4),
      png: png.type,
      bytes: png.size,
      schema: json.schema,
      same: json.fingerprint === e.fingerprint,
      csv: csv.length,
      status: e.status,
    };
  }, tag);
  expect(got.heard).toEqual(expect.arrayContaining(['dream-state', 'dream-settled', 'dream-milestone']));
  expect(got.heard.filter((h) => /not composed|error/.test(h))).toEqual([]);
  expect(got).toMatchObject({
    svg: '<svg',
    png: 'image/png',
    schema: 'dream/1',
    same: true,
    status: 'settled',
  });
  expect(got.bytes).toBeGreaterThan(5000);
  await server.close();
});

test(
  'what comes at a click comes from beside the module: panel and program',
  { tag: '@gate' },
  async ({ page, baseURL }) => {
    const server = await stranger(page, baseURL!);
    const f = figure(page);
    await f.tool('download').click();
    const [file] = await Promise.all([page.waitForEvent('download'), f.tool('py').click()]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(
      /^"""A run of the figure `superposition`[^]*\ndef mix/,
    );
    await server.close();
  },
);

test('all.js and a second copy define the same element; twice is once', async ({ page, baseURL }) => {
  const server = await stranger(page, baseURL!, { name: 'all' });
  await page.evaluate((address) => import(address), `${baseURL}widgets/superposition.js?again`);
  expect(await figure(page).print()).toMatch(/^[0-9a-f]{16}$/);
  await server.close();
});

test('on a page that forbids inline styles', async ({ page, baseURL, complaints }) => {
  const server = await host({
    '/': `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${baseURL!.replace(/\/$/, '')}; style-src 'self'; connect-src ${baseURL!.replace(/\/$/, '')}; worker-src blob:; font-src ${baseURL!.replace(/\/$/, '')}; img-src data:"><title>strict</title><${tag}></${tag}><script type="module" src="${baseURL}widgets/superposition.js"></script>`,
  });
  complaints.allow(/favicon|blocked WebAssembly/);
  await page.goto(server.url);
  await alive(page);
  const f = figure(page);
  await f.call('play');
  await f.reaches('settled');
  await server.close();
});
