// The lab in a browser: files in, pictures out, and not a byte leaves; one GET where the reader said so.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { golden, LIVE, bring, says } from './lab-support.ts';
import { dist, expect, figurePage, open, pages, test } from './support.ts';

test(
  'a toy trained by PyTorch shows the figure’s pentagon, and no request carries anything away',
  { tag: ['@gate', '@every'] },
  async ({ page }) => {
    await page.goto('lab/');
    await expect(page.locator('#lab-example')).toBeVisible();
    const asked: string[] = [];
    page.on('request', (r) =>
      asked.push(
        `${r.method()} ${new URL(r.url()).protocol} ${new URL(r.url()).pathname.replace(/_astro\/.*\.js$/, '_astro/*.js')} ${r.postData() ?? ''}`.trim(),
      ),
    );
    await bring(page, golden('toy.safetensors'));
    await expect(says(page)).toContainText('Features that hear each other form 1 pentagon');
    await expect(says(page)).toContainText('add up to 2.000 of 2');
    await expect(page.locator('#lab-example')).toBeHidden();
    await expect(page.locator('#panel-gram svg')).toBeVisible();
    expect(asked.filter((line) => !/^GET (https?: \/_astro\/\*\.js|blob: \S*)$/.test(line))).toEqual([]);
    expect(new URL(page.url()).hash).toBe('');
  },
);

test('a figure’s own download comes back, and leads to its figure', { tag: '@gate' }, async ({ page }) => {
  const f = await open(page, figurePage);
  const dream = (await f.at.evaluate((e) => (e as unknown as { toJSON(): Promise<object> }).toJSON())) as {
    address: string;
  };
  await page.goto('lab/');
  await bring(page, {
    name: 'superposition.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(dream)),
  });
  await expect(says(page)).toContainText('1 pentagon');
  const link = page.getByRole('link', { name: 'Open this state in the figure “superposition”' });
  const hand = page.getByRole('link', { name: 'Hand these directions to the figure “superposition”' });
  await expect(hand).toHaveAttribute('href', /#superposition\?features=5&hidden=2&step=0&edits=0:move:0:/);
  await expect(link).toHaveAttribute(
    'href',
    `${new URL('figures/superposition/', page.url().replace('lab/', '')).href}#superposition?${dream.address}`,
  );
  await hand.click();
  await expect
    .poll(() =>
      page
        .locator('dream-superposition')
        .first()
        .evaluate((e) => (e as unknown as { snapshot?: { step: number; geometry: string } }).snapshot)
        .then((s) => s && `${s.step} ${s.geometry}`),
    )
    .toBe('0 pentagon');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test(
  'the figure’s script, run by PyTorch: what it trained is dropped here and has the figure’s geometry',
  { tag: '@gate' },
  async ({ page }) => {
    const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
    test.skip(!python, 'no Python with PyTorch here');
    const f = await open(page, `${figurePage}#superposition?seed=3`);
    const geometry = await f.at.evaluate(
      (e) => (e as unknown as { snapshot: { geometry: string } }).snapshot.geometry,
    );
    await f.tool('download').click();
    const [file] = await Promise.all([page.waitForEvent('download'), f.tool('py').click()]);
    const folder = mkdtempSync(join(tmpdir(), 'lab-'));
    await file.saveAs(join(folder, 'run.py'));
    const { status, stderr } = spawnSync(
      python!,
      [join(folder, 'run.py'), '--torch', '--save', join(folder, 'run.npz')],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    await page.goto('lab/');
    await bring(page, join(folder, 'run.npz'));
    await expect(says(page)).toContainText(`Features that hear each other form 1 ${geometry}`);
  },
);

test(
  'an address is asked once, only after the word, without cookies',
  { tag: '@gate' },
  async ({ page, context, complaints }) => {
    complaints.allow(/weights\.example/);
    const heard: { method: string; headers: Record<string, string> }[] = [];
    await context.addCookies([{ name: 'secret', value: '1', url: 'https://weights.example/' }]);
    await page.route('https://weights.example/**', async (route) => {
      heard.push({ method: route.request().method(), headers: await route.request().allHeaders() });
      await route.fulfill({
        body: readFileSync(golden('toy.safetensors')),
        headers: { 'Access-Control-Allow-Origin': '*' },
      });
    });
    await page.goto('lab/#src=https://weights.example/toy.safetensors&tensor=W&features=0-3');
    await expect(page.locator('.lab-asking')).toContainText('GET, to weights.example');
    await expect(page.locator('[data-do=fetch]')).toBeFocused();
    await page.waitForTimeout(500);
    expect(heard).toEqual([]);
    await page.locator('[data-do=fetch]').click();
    await expect(says(page)).toContainText('4 features of 2 numbers each');
    expect(heard.map(({ method }) => method)).toEqual(['GET']);
    expect(heard[0].headers.cookie).toBeUndefined();
    expect(heard[0].headers.referer).toBeUndefined();
    // The view has the file's address; it is looked at the same way by whoever opens it.
    await page.locator('[data-set=dims]').selectText();
    await page.locator('[data-set=dims]').pressSequentially('1');
    await page.locator('[data-set=dims]').press('Enter');
    await expect(says(page)).toContainText('4 features of 1 number each');
    await expect.poll(() => new URL(page.url()).hash).toContain('features=0-3&dims=1');
  },
);

test('a second address waits for a word of its own; the comparison has an address', async ({
  page,
  complaints,
}) => {
  complaints.allow(/(one|two)\.example/);
  const heard: string[] = [];
  await page.route('https://*.example/**', async (route) => {
    heard.push(new URL(route.request().url()).host);
    await route.fulfill({
      body: readFileSync(golden('torch.safetensors')),
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
  });
  await page.goto('lab/#src=https://one.example/a.safetensors&tensor=f64');
  await page.locator('[data-do=fetch]').click();
  await expect(says(page)).toBeVisible();
  await page.locator('[data-src="1"]').fill('https://two.example/b.safetensors');
  await page.locator('[data-slot="1"]').getByRole('button', { name: 'Look there' }).click();
  await expect(page.locator('.lab-asking')).toContainText('GET, to two.example');
  expect(heard).toEqual(['one.example']);
  await page.locator('[data-do=fetch]').click();
  await expect(page.locator('.lab-compare')).toBeVisible();
  await page.locator('[data-set=with]').selectOption('1:bf16');
  await expect
    .poll(() => new URL(page.url()).hash)
    .toContain('second=https%3A%2F%2Ftwo.example%2Fb.safetensors&with=1%3Abf16');
  const compared = await page.locator('.lab-compare table').innerText();
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('[data-do=fetch]').click();
  await expect(page.locator('.lab-asking')).toContainText('two.example');
  await page.locator('[data-do=fetch]').click();
  await expect(page.locator('.lab-compare table')).toBeVisible();
  expect(await page.locator('.lab-compare table').innerText()).toBe(compared);
  expect(heard).toEqual(['one.example', 'two.example', 'one.example', 'two.example']);
});

test('an address that answers nothing usable is said, http is not asked', async ({ page, complaints }) => {
  complaints.allow(/weights\.example|404|ERR_|Failed to load/);
  await page.route('https://weights.example/**', (route) =>
    route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  await page.goto('lab/#src=https://weights.example/lost.npy');
  await page.locator('[data-do=fetch]').click();
  await expect(page.locator('.notice')).toContainText('weights.example answered 404');
  await page.locator('[data-src="0"]').fill('http://weights.example/x.npy');
  await page.getByRole('button', { name: 'Look there' }).click();
  await expect(page.locator('.notice')).toContainText('https addresses only');
});

test(
  'two tensors are compared beside chance; panels go home in four kinds',
  { tag: '@gate' },
  async ({ page }) => {
    await page.goto('lab/#src=dictionary.safetensors&tensor=truth&with=0:decoder');
    await expect(page.locator('.lab-compare')).toContainText('MMCS, first found in second');
    await expect(page.locator('.lab-compare')).toContainText('by the Hungarian method');
    const home = async (label: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: label, exact: true }).click(),
      ]);
      return readFileSync(await file.path());
    };
    expect((await home('Share of a dimension as SVG')).toString()).toMatch(
      /^<svg [^]*Share of a dimension[^]*<\/svg>\n$/,
    );
    expect([...(await home('Share of a dimension as PNG')).subarray(1, 4)]).toEqual([80, 78, 71]);
    expect((await home('Who hears whom as CSV')).toString()).toMatch(
      /^feature,other feature,product,cosine\r\n0,0,/m,
    );
    expect(JSON.parse((await home('Partners in the other as JSON')).toString())).toMatchObject({
      schema: 'lab/1',
      panel: 'partners',
      tensor: 'truth',
      with: '0:decoder',
    });
    expect(Object.keys(JSON.parse((await home('All numbers as JSON')).toString()).panels)).toContain(
      'interference',
    );
    await page.getByRole('button', { name: 'The same in Python' }).click();
    await expect(page.getByLabel('Python script')).toContainText('safetensor("dictionary.safetensors"');
  },
);

test('every cell of the Gram matrix is read by pointer and by keys', async ({ page }) => {
  await page.goto('lab/');
  await bring(page, golden('v1.npy'));
  const gram = page.locator('[data-gram]');
  await gram.scrollIntoViewIfNeeded();
  const box = (await gram.locator('svg').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.02, box.y + box.height * 0.02);
  await expect(page.locator('#panel-gram .lab-cell')).toContainText('with itself: W·W');
  await gram.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#panel-gram .lab-cell')).toContainText(/features \d+ and \d+: W·W = .*cosine/);
  await expect(gram).toHaveAttribute('aria-valuetext', /features \d+ and \d+/);
  await page.locator('[data-turn=yaw]').fill('40');
  await expect(page.locator('.lab-turn')).toContainText('Turn, 40°');
});

test('broken files are one sentence, and the next good one works', { tag: '@gate' }, async ({ page }) => {
  await page.goto('lab/');
  const wrong: [name: string, content: Buffer, says: string][] = [
    ['weights.pt', readFileSync(golden('weights.pt')), 'save_file'],
    ['cut.npz', readFileSync(golden('dtypes.npz')).subarray(0, 5000), 'it is cut off'],
    ['a.csv', Buffer.from('1,2\n3\n'), 'line 2 has 1 cells'],
    ['a.json', Buffer.from('[[1, NaN]]'), 'NaN'],
    ['empty.npy', Buffer.alloc(0), 'is empty'],
  ];
  for (const [name, buffer, sentence] of wrong) {
    await bring(page, { name, mimeType: 'application/octet-stream', buffer });
    await expect(page.locator('.lab-alert .notice')).toContainText(sentence);
    await expect(page.locator('.lab-busy')).toHaveCount(0);
  }
  await bring(page, golden('rows.json'));
  await expect(says(page)).toContainText('12 features of 5 numbers each');
  await expect(page.locator('.lab-alert .notice')).toHaveCount(0);
});

test('rows are pasted, files are dropped, two at once', async ({ page }) => {
  await page.goto('lab/');
  await page.locator(LIVE).waitFor();
  const give = (kind: 'paste' | 'drop', items: [string, string][]): Promise<void> =>
    page.evaluate(
      ([k, list]) => {
        const data = new DataTransfer();
        for (const [name, text] of list) {
          if (name) data.items.add(new File([text], name));
          else data.setData('text/plain', text);
        }
        const event =
          k === 'paste'
            ? new Event('paste', { bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true });
        if (k === 'paste') Object.defineProperty(event, 'clipboardData', { value: data }); // Firefox makes its own, empty
        document.body.dispatchEvent(event);
      },
      [kind, items] as const,
    );
  await give('paste', [['', '1\t0\n0\t1\n-1\t0\n']]);
  await expect(says(page)).toContainText('form 1 pair and 1 alone');
  await give('drop', [
    ['a.csv', '1,0\n0,1\n1,1\n2,3\n'],
    ['b.csv', '0,1\n1,0\n1,1\n3,2\n'],
  ]);
  await expect(page.locator('.lab-compare')).toContainText('Procrustes likeness');
});

test('the lab is one click away from every page', () => {
  for (const page of pages()) {
    const html = readFileSync(`${dist}/${page}index.html`, 'utf8');
    const masthead = /<header class="mast"[^]*?<\/header>/.exec(html)?.[0];
    if (masthead) expect(masthead, page).toMatch(/href="[^"]*\/lab\/"/);
  }
});

test(
  'accessible with pictures, in both illuminations, and not wider than a phone',
  { tag: '@gate' },
  async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: colorScheme === 'light' ? 1440 : 320, height: 800 });
      await page.goto('lab/#src=two-seeds.safetensors&tensor=seed-1&with=0:seed-2');
      await page.reload();
      await expect(page.locator('.lab-compare')).toBeVisible();
      await page.locator('[data-find=row]').fill('3');
      await page.locator('[data-do="row:3"]').first().click();
      await expect(page.locator('.lab-rows')).toContainText('Nearest among all');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`),
      ).toEqual([]);
    }
  },
);

test('the lab alone may ask other addresses', () => {
  for (const page of pages()) {
    const policy = /connect-src ([^;"]*)/.exec(readFileSync(`${dist}/${page}index.html`, 'utf8'))?.[1] ?? '';
    expect(policy.split(' ').includes('https:'), page).toBe(page === 'lab/');
  }
});
