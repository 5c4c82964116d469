// Bad links, a dead worker, a file that does not come: a notice, a working page, no exception.

import {
  alive,
  drawn,
  embedPage,
  expect,
  figure,
  figurePage,
  open,
  tag,
  test,
  type Dream,
} from './support.ts';
import { keepWorkers } from './sabotage.ts';

const bad: Record<string, string> = {
  'an unknown key': 'colour=red&features=4',
  'not a number': 'features=NaN&absent=Infinity&step=12px',
  'out of range': 'features=900&absent=-3&seed=1e99',
  'a hundred thousand characters': `features=4&x=${'y'.repeat(100_000)}`,
  'percent garbage': '%E0%A4%A&%%%=%&features=%zz',
  'names of the language': '__proto__=1&constructor=2&toString=3&hasOwnProperty=4&features=3',
  'a script': 'seed=<img src=x onerror=alert(1)>&mode=javascript:alert(1)',
  'moves that fit nothing': 'edits=5:move:0:NaN:1,x&step=3',
  'a move on a feature that is not there': 'features=2&edits=3:move:7:0.1:0.1&step=9',
};

for (const [what, text] of Object.entries(bad)) {
  test(
    `a link with ${what}`,
    {
      tag: ['unknown key', 'percent garbage', 'names of the language'].some((w) => what.includes(w))
        ? ['@gate']
        : [],
    },
    async ({ page }) => {
      const f = await open(page, `${embedPage}#${text}`);
      await expect(f.at.locator('.notice').first()).toBeVisible();
      await expect(f.at.locator('.notices')).toHaveAttribute('role', 'status');
      await f.call('play');
      await f.reaches('settled');
      expect(
        await page.evaluate(() => ({}).constructor === Object && !('features' in Object.prototype)),
      ).toBe(true);
    },
  );
}

test('hosts’ own fragments and older engines', async ({ page }) => {
  const f = await open(page, `${embedPage}#?secret=Ab12`);
  await drawn(page);
  await expect(f.at.locator('.notice')).toHaveCount(0);
  await page.goto('about:blank');
  const g = await open(page, `${embedPage}#features=4&engine=0`);
  await expect(g.at.locator('.notice')).toContainText(/newer engine/i);
  expect((await g.state()).features).toBe(4);
});

test('a bad fragment on a chapter', { tag: '@gate' }, async ({ page }) => {
  await page.goto('foundation/');
  const id = await page.locator(tag).first().getAttribute('id');
  await page.goto('about:blank');
  await page.goto(`foundation/#${id}?nonsense=1&features=%ff`);
  await expect(figure(page, `#${id}`).at.locator('.notice').first()).toBeVisible();
  for (const hash of ['#%%%', '#?', '#nobody?features=3', `#${'a'.repeat(100_000)}`, '#"><b>']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }
  await drawn(page);
});

test('a worker that is killed is started again', { tag: '@gate' }, async ({ page }) => {
  await page.addInitScript(keepWorkers);
  const f = await open(page, figurePage);
  const rest = await f.print();
  await f.call('seek', 50);
  await expect.poll(() => f.step()).toBe(50);
  const at = await f.print();
  await page.evaluate(() => {
    (window as unknown as { made: Worker[] }).made.at(-1).terminate();
  });
  await f.call('seek', 90);
  await expect(f.at.locator('.notice')).toContainText(/started again/, { timeout: 15_000 });
  await expect.poll(() => f.step()).toBe(90);
  await f.call('seek', 50);
  await expect.poll(() => f.print()).toBe(at);
  await f.call('play');
  await f.reaches('settled');
  expect(await f.print()).toBe(rest);
});

test('a worker that throws is started again', async ({ page }) => {
  await page.addInitScript(keepWorkers);
  const f = await open(page, figurePage);
  await f.call('seek', 50);
  await expect.poll(() => f.step()).toBe(50);
  await page.evaluate(() => {
    (window as unknown as { made: Worker[] }).made
      .at(-1)
      .dispatchEvent(new ErrorEvent('error', { message: 'boom', cancelable: true }));
  });
  await expect(f.at.locator('.notice')).toContainText(/started again/);
  await f.call('seek', 70);
  await expect.poll(() => f.step()).toBe(70);
});

test('no worker to be had: the model runs in the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      Worker: class {
        constructor() {
          throw new DOMException('no', 'SecurityError');
        }
      },
    });
  });
  const f = await open(page, figurePage);
  const rest = await f.at.evaluate((e) => (e as unknown as Dream).snapshot.loss);
  await f.call('play');
  await f.reaches('settled');
  await expect(f.at.locator('.notice')).toContainText(/slower/); // the plain kernels: see engine.spec.ts
  expect(
    Math.abs((await f.at.evaluate((e) => (e as unknown as Dream).snapshot.loss)) / rest - 1),
  ).toBeLessThan(0.002);
});

test('the model’s code does not come', { tag: '@gate' }, async ({ page, complaints }) => {
  complaints.allow(/ERR_FAILED|Failed to load|dynamically imported/);
  const f = await open(page, figurePage);
  await page.waitForLoadState('networkidle');
  await page.route('**/_astro/**', (route) => route.abort());
  await f.tool('play').click();
  await expect(f.at.locator('.notice')).toBeVisible();
  await expect(f.at.locator('svg[data-part=plate]')).toBeVisible();
  await page.unroute('**/_astro/**');
});

test(
  'the figure’s own code does not come: the still stays',
  { tag: '@gate' },
  async ({ page, complaints }) => {
    complaints.allow(/ERR_FAILED|Failed to load|dynamically imported/);
    await page.route('**/_astro/**/*.js', (route) => route.abort());
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(figurePage);
    await expect(page.locator(`${tag} .plate svg`).first()).toBeVisible();
    expect(await page.locator('h1').innerText()).not.toBe('');
  },
);

test('the code of a narrow embed does not come: its still is shown, and a sentence', async ({
  page,
  complaints,
}) => {
  complaints.allow(/ERR_FAILED|Failed to load|dynamically imported/);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/_astro/element.*.js', (route) => route.abort());
  await page.goto('embed/superposition/');
  await expect(page.locator('.notice')).toContainText(/could not be loaded/);
  await expect(page.locator(`${tag} .plate svg:visible`)).toHaveCount(1);
});

test('a narrow embed has its words before its code, and one figure after it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let go = (): void => {};
  const held = new Promise<void>((open) => {
    go = open;
  });
  const figures = page.locator('.fig');
  const words = page.locator('.fig[data-context=inline]');
  await page.route(/_astro\/kit\./, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(embedPage);
  await expect(words.locator('.ti')).toBeVisible();
  await expect(words.locator('.cap')).toBeVisible();
  await expect(words.locator('.plate .pic.narrow')).toBeEmpty();
  await expect(page.locator('.fig[data-context=slide]')).toBeHidden();
  go();
  await alive(page);
  await expect(figures).toHaveCount(1);
  await expect(words.locator('.plate [data-handle=ring-0]')).toBeVisible();
});

test('a baked file does not come', { tag: '@gate' }, async ({ page, complaints }) => {
  complaints.allow(/ERR_FAILED|Failed to load|404/);
  await page.route('**/data/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
  const f = await open(page, figurePage);
  await f.tool('play').click();
  await expect(f.at.locator('.notice')).toContainText(/could not be loaded/);
  await f.reaches('settled');
  await f.set({ features: 4 });
  await expect.poll(() => f.at.evaluate((e) => (e as unknown as Dream).snapshot.vectors.length)).toBe(4);
});

test('state that is set from outside is checked like a link', async ({ page }) => {
  const f = await open(page, figurePage);
  for (const given of [
    { features: 'many' },
    { features: {} },
    { absent: Number.NaN },
    { edits: 'x' },
    { edits: [null, 3] },
    null,
    7,
    'text',
    { nobody: 1 },
    [],
  ]) {
    await f.set(given as object);
  }
  await f.at.evaluate((e) => {
    for (const bad of [Number.NaN, Infinity, -5, 1e12]) {
      (e as unknown as Dream).seek(bad);
      (e as unknown as Dream).advance(bad);
    }
  });
  await f.set({ step: 20 });
  await expect.poll(() => f.step()).toBe(20);
});

test('taken out of the page and put back', async ({ page }) => {
  const f = await open(page, figurePage);
  const rest = await f.print();
  await f.call('play');
  await f.at.evaluate((e) => {
    const main = e.parentElement!;
    e.remove();
    requestAnimationFrame(() => requestAnimationFrame(() => main.append(e)));
  });
  const g = figure(page);
  await expect.poll(() => g.print()).toBe(rest);
  await g.call('play');
  await g.reaches('settled');
});
