// The lab in a browser: dictionaries, rows with names, one feature selected everywhere, a session with the keyboard alone.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { golden, LIVE, bring, says, choosing } from './lab-support.ts';
import { expect, test } from './support.ts';

/** A folder as SAELens writes it: 40 latents of 8 numbers, the encoder the decoder's transpose. */
function dictionaryFolder(): { folder: string; names: string } {
  const [n, m] = [40, 8];
  const folder = join(mkdtempSync(join(tmpdir(), 'lab-')), 'sae');
  mkdirSync(folder);
  const W = Float64Array.from({ length: n * m }, (_, i) => Math.sin(1 + i * 7.3));
  const turned = Float64Array.from({ length: n * m }, (_, i) => W[(i % n) * m + Math.floor(i / n)]);
  const tensors = {
    W_dec: { shape: [n, m], numbers: W },
    W_enc: { shape: [m, n], numbers: turned },
    b_enc: { shape: [n], numbers: new Float64Array(n).fill(-1) },
    b_dec: { shape: [m], numbers: new Float64Array(m) },
  };
  writeFileSync(join(folder, 'sae_weights.safetensors'), writeSafetensors(tensors));
  writeFileSync(
    join(folder, 'cfg.json'),
    JSON.stringify({ architecture: 'topk', d_in: m, d_sae: n, k: 4, metadata: { model_name: 'gpt2-small' } }),
  );
  const names = join(folder, '..', 'labels.txt');
  writeFileSync(names, Array.from({ length: n }, (_, i) => (i % 4 ? `animal ${i}` : 'city')).join('\n'));
  return { folder, names };
}

test(
  'a dictionary as SAELens writes it: a folder in, rows with names, one selected everywhere, the folder out',
  { tag: '@gate' },
  async ({ page, browserName }) => {
    const { folder, names } = dictionaryFolder();
    const files = ['cfg.json', 'sae_weights.safetensors'].map((name) => join(folder, name));
    await page.goto('lab/');
    // Firefox takes no folder through its test protocol
    await (browserName === 'firefox' ? bring(page, files) : bring(page, folder, 'folder'));
    await expect(page.locator('.lab-dictionary')).toContainText('A sparse autoencoder: 40 latents');
    await expect(page.locator('.lab-dictionary')).toContainText(
      'architecture topk, k 4 and model gpt2-small',
    );
    await expect(page.locator('#panel-encoder-decoder svg')).toBeVisible();
    await bring(page, names, 'add');
    await choosing(page, 'labels').selectOption({ index: 1 });
    await expect(page.locator('.lab-rows')).toContainText('name or number');
    await page.locator('[data-find=row]').fill('animal 13');
    await page.locator('[data-do="row:13"]').click();
    await expect(page.locator('.lab-selected')).toContainText('“animal 13”, feature 13: length');
    await expect(page.locator('.lab-rows')).toContainText('Nearest among all, with cosines');
    for (const panel of ['view', 'gram', 'shares', 'norms', 'interference', 'pairs', 'encoder-decoder']) {
      await expect(page.locator(`#panel-${panel} svg [stroke*="signal"]`).first(), panel).toBeAttached();
    }
    await page.locator('[data-tick=coloured]').check();
    await choosing(page, 'features').fill('0-9, 13');
    await choosing(page, 'features').dispatchEvent('change'); // which Firefox does not send for a field that a test fills
    await expect(says(page)).toContainText('11 features of 8 numbers each');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save sae_weights.safetensors' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('sae_weights.safetensors');
    await page.reload();
    await bring(page, (await file.path()).toString());
    await expect(page.locator('.lab-dictionary')).toContainText('11 latents');
  },
);

test(
  'with the keyboard alone: a file, a feature, a cell, a panel’s numbers',
  { tag: '@gate' },
  async ({ page }) => {
    await page.goto('lab/');
    await page.locator(LIVE).waitFor();
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        if (await page.evaluate((s) => !!document.activeElement?.matches(s), selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${selector} is not reached by Tab`);
    };
    await tabTo('[data-file=new]');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles(golden('v1.npy'));
    await expect(says(page)).toContainText('12 features of 5 numbers each');
    await tabTo('[data-find=row]');
    await page.keyboard.type('7');
    await tabTo('[data-do="row:7"]');
    await page.keyboard.press('Enter');
    await expect(page.locator('.lab-selected')).toContainText('Feature 7: length');
    await tabTo('[data-gram]');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#panel-gram .lab-cell')).toContainText('cosine');
    await page.keyboard.press('Enter');
    await expect(page.locator('.lab-selected')).toContainText(/Feature \d+: length/);
    await tabTo('[data-do="csv:norms"]');
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^feature,length\r\n0,/);
  },
);

test('a selected feature stands in the address', async ({ page }) => {
  await page.goto('lab/#src=hundred.npy&row=42&centred=1');
  await expect(page.locator('.lab-selected')).toContainText('Feature 42: length');
  await expect(page.locator('[data-tick=centred]')).toBeChecked();
  await page.locator('.lab-results .tb').first().click();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('row=42');
  await expect.poll(() => new URL(page.url()).hash).toContain('row=');
});

test('features with NaN are left out by one press', { tag: '@gate' }, async ({ page }) => {
  await page.goto('lab/');
  await bring(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2\nnan,3\n4,5\n6,7\n') });
  await expect(page.locator('.lab-alert')).toContainText('1 number of “table” is NaN');
  await page.getByRole('button', { name: 'Leave out these features' }).click();
  await expect(says(page)).toContainText('3 features of 2 numbers each');
  await expect(says(page)).toContainText('1 feature was left out');
});

test('when its code does not come, the lab says so', async ({ page, complaints }) => {
  complaints.allow(/ERR_FAILED|Failed to load|blocked|NS_ERROR/);
  await page.route(/_astro\/page\./, (route) => route.abort());
  await page.goto('lab/');
  await expect(page.locator('.sheet > .notice[role=status]')).toContainText('could not be loaded');
  await expect(page.locator('#lab-example')).toBeVisible();
});
