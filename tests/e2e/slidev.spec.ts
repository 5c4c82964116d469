// A real Slidev deck, built from the snippet that the Embed panel gives, with the element from another origin on its second
// slide. Slidev is half a gigabyte, so it is no dependency: it is installed beside, and without a registry the test is skipped.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snippets } from '../../src/runtime/snippets.ts';
import { node } from '../tools/programs.mjs';
import { alive, expect, figure, folderHost, tag, test } from './support.ts';

const PACKAGES = ['@slidev/cli@53.0.0', '@slidev/theme-default@0.25.0'];
const MINUTES = 60_000;

/** The deck in a folder of its own, as the three files of the snippet say. @throws when npm cannot install */
function deck(site: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dreams-slidev-'));
  const { code } = snippets({ name: 'superposition', address: 'step=40', base: site }).slidev;
  const [slide, head, config] = code
    .split(/^(?:<!--|\/\/) \S+.*$/m)
    .slice(1)
    .map((part) => part.trim());
  writeFileSync(join(folder, 'package.json'), '{"name":"deck","private":true,"type":"module"}');
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...PACKAGES],
    { cwd: folder, timeout: 8 * MINUTES, stdio: 'pipe', shell: process.platform === 'win32' },
  );
  writeFileSync(
    join(folder, 'slides.md'),
    `---\ntheme: default\nfonts:\n  provider: none\n---\n\n# One\n\n---\n\n# Two\n\n${slide}\n\n---\n\n# Three\n`,
  );
  writeFileSync(join(folder, 'index.html'), head);
  writeFileSync(join(folder, 'vite.config.ts'), config);
  execFileSync(node, [join(folder, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'build', 'slides.md'], {
    cwd: folder,
    timeout: 8 * MINUTES,
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return folder;
}

test('a Slidev deck: the element of the snippet trains on its slide, and the keys go on turning slides', async ({
  page,
  baseURL,
  complaints,
}) => {
  test.setTimeout(20 * MINUTES);
  complaints.allow(/^http:\/\/127\.0\.0\.1:|^https:\/\/|ERR_NAME_NOT_RESOLVED|ERR_INTERNET/); // the deck's own fonts and icons
  let folder: string;
  try {
    folder = deck(baseURL!);
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr || error);
    test.skip(
      /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|E40[34]|ETIMEDOUT|network/.test(said),
      `Slidev could not be installed: ${said.split('\n')[0]}`,
    );
    throw error;
  }
  const { url, close } = await folderHost(join(folder, 'dist'), 'index.html');
  const at = page.locator(tag);
  const f = figure(page);
  const here = (): string => new URL(page.url()).pathname;
  await page.goto(`${url}1`);
  await expect(page.locator('h1', { hasText: 'One' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect.poll(here).toBe('/2');
  await alive(page);
  expect(await f.step(), 'the state of the snippet').toBe(40);
  const box = (await at.boundingBox())!;
  expect(box.width, 'it fills the slide').toBeGreaterThan(400);

  await f.call('play');
  await f.reaches('settled');
  await at.locator('.plate').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('ArrowRight');
  await expect.poll(here, { message: 'an arrow turns the slide, though the figure was touched' }).toBe('/3');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(here).toBe('/2');

  // A ring takes its arrows for itself, and follows the pointer though Slidev scales its slides.
  const ring = f.handle('ring-0');
  await ring.focus();
  const before = JSON.stringify(await f.state());
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => JSON.stringify(await f.state())).not.toBe(before);
  expect(here()).toBe('/2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect.poll(here, { message: 'after Escape the deck has the keys again' }).toBe('/3');
  await page.keyboard.press('ArrowLeft');

  await alive(page);
  await f.call('reset');
  await f.call('play');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(here).toBe('/1');
  await expect
    .poll(async () => (await at.count()) === 0 || (await f.status()) !== 'running', {
      message: 'it rests when its slide is left',
    })
    .toBe(true);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
