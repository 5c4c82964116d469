// The lab in a browser: files in, pictures out, and not a byte leaves; one GET where the reader said so.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dist, expect, figurePage, open, pages, test } from './support.ts';

const golden = (name: string): string => `tests/golden/lab/${name}`;
const LIVE = '#lab:has(.said[aria-live])'; // what the build printed is replaced
const bring = async (
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
  slot = 0,
): Promise<void> => {
  await page.locator(`${LIVE} [data-file="${slot}"]`).setInputFiles(file);
};
const says = (page: Page) => page.locator('#lab .lab-says');

/** Drops a .npy of pseudo-random f32, made in the page: what crosses from the test takes longer than the lab. */
const drop = (page: Page, n: number, m: number): Promise<void> =>
  page.evaluate(
    ([rows, cols]) => {
      const header = `${`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${cols}), }`.padEnd(117)}\n`;
      const all = new DataView(new ArrayBuffer(128 + 4 * rows * cols));
      [0x93, 78, 85, 77, 80, 89, 1, 0, 118, 0, ...new TextEncoder().encode(header)].forEach((byte, i) =>
        all.setUint8(i, byte),
      );
      for (let i = 0, x = 1; i < rows * cols; i++) {
        x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
        all.setFloat32(128 + 4 * i, x / 2 ** 31 - 1, true);
      }
      const data = new DataTransfer();
      data.items.add(new File([all.buffer], 'large.npy'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [n, m] as const,
  );

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
    await expect(says(page)).toContainText('Features that hear each other form 1 pentagon.');
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
    await expect(says(page)).toContainText(`Features that hear each other form 1 ${geometry}.`);
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
    await expect(page.getByLabel('Python script')).toContainText('safe_open("dictionary.safetensors"');
  },
);

test('every cell of the Gram matrix is read by pointer and by keys', async ({ page }) => {
  await page.goto('lab/');
  await bring(page, golden('v1.npy'));
  const gram = page.locator('[data-gram]');
  await gram.scrollIntoViewIfNeeded();
  const box = (await gram.locator('svg').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.02, box.y + box.height * 0.02);
  await expect(page.locator('.lab-cell')).toContainText('with itself: W·W');
  await gram.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.lab-cell')).toContainText(/features \d+ and \d+: W·W = .*cosine/);
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

test('when its code does not come, the lab says so', async ({ page, complaints }) => {
  complaints.allow(/ERR_FAILED|Failed to load|blocked|NS_ERROR/);
  await page.route(/_astro\/page\./, (route) => route.abort());
  await page.goto('lab/');
  await expect(page.locator('.sheet > .notice[role=status]')).toContainText('could not be loaded');
  await expect(page.locator('#lab-example')).toBeVisible();
});

test(
  '4,096 x 1,024 within 10 s, the page awake throughout; cancelled at any time',
  { tag: '@perf' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('lab/');
    await page.locator(LIVE).waitFor();
    await drop(page, 4096, 1024);
    await page.locator('[data-do=cancel]').click();
    await expect(page.locator('.lab-busy')).toHaveCount(0);
    await page.evaluate(() => {
      const w = window as unknown as { worst: number; from: number };
      w.worst = 0;
      let last = performance.now();
      const beat = (): void => {
        const now = performance.now();
        w.worst = Math.max(w.worst, now - last);
        last = now;
        setTimeout(beat, 0);
      };
      beat();
    });
    await page.waitForTimeout(300);
    const from = Date.now();
    await drop(page, 4096, 1024);
    await expect(says(page)).toContainText('4,096 features of 1,024 numbers each', { timeout: 30_000 });
    const took = Date.now() - from;
    const worst = await page.evaluate(() => (window as unknown as { worst: number }).worst);
    console.log(
      `lab: 4,096 x 1,024 from file to pictures ${took} ms, longest silence of the page ${worst.toFixed(0)} ms`,
    );
    expect(took).toBeLessThan(10_000);
    expect(worst).toBeLessThan(1000);
    const began = Date.now();
    await drop(page, 1024, 128);
    await expect(says(page)).toContainText('1,024 features of 128 numbers each');
    const small = Date.now() - began;
    console.log(`lab: 1,024 x 128 ${small} ms`);
    expect(small).toBeLessThan(1000);
  },
);

test(
  'of a file of 200 MB the chosen part is read, the page awake and its memory small',
  { tag: '@perf' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('lab/');
    const sizes = () =>
      page.evaluate(
        () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
      );
    const before = await sizes();
    const from = Date.now();
    await page.evaluate(async (bytes) => {
      const rows = Math.floor((bytes - 128) / 4096);
      const header = `${`{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, 1024), }`.padEnd(117)}\n`;
      const head = new Uint8Array(128);
      const root = await navigator.storage.getDirectory();
      [0x93, 78, 85, 77, 80, 89, 1, 0, 118, 0, ...new TextEncoder().encode(header)].forEach((byte, i) => {
        head[i] = byte;
      });
      // on the disk, as a reader's file is: a blob in memory would be counted as ours
      const handle = await root.getFileHandle('two-hundred.npy', { create: true });
      const out = await handle.createWritable();
      const row = new Float32Array(1024 * 512);
      await out.write(head);
      for (let r = 0; r < rows; r += 512) {
        for (let i = 0; i < row.length; i++) {
          row[i] = (((r * 1024 + i) * 2654435761) % 4294967296) / 2 ** 31 - 1;
        }
        await out.write(row.subarray(0, Math.min(512, rows - r) * 1024));
      }
      await out.close();
      const data = new DataTransfer();
      data.items.add(await handle.getFile());
      const w = window as unknown as { worst: number };
      w.worst = 0;
      let last = performance.now();
      const beat = (): void => {
        const now = performance.now();
        w.worst = Math.max(w.worst, now - last);
        last = now;
        setTimeout(beat, 0);
      };
      beat();
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    }, 199_999_488);
    await expect(page.locator('.lab-found, .lab-alert .notice').first()).toBeVisible({ timeout: 60_000 });
    await page.locator('[data-set=features]').fill('40000-40127');
    await page.locator('[data-set=features]').dispatchEvent('change'); // which Firefox does not send for a field that a test fills
    await expect(says(page)).toContainText('128 features of 1,024 numbers each', { timeout: 30_000 });
    const worst = await page.evaluate(() => (window as unknown as { worst: number }).worst);
    const grown = (await sizes()) - before;
    console.log(
      `lab: 200 MB from file to pictures of a part ${Date.now() - from} ms, longest silence of the page ${worst.toFixed(0)} ms, heap of the page ${(grown / 1e6).toFixed(0)} MB more`,
    );
    expect(worst).toBeLessThan(1000);
    expect(grown).toBeLessThan(60e6);
  },
);

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
