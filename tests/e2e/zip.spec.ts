// The site from a memory stick: unpacked into a folder of a folder, served by another program than ours.

import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { serve } from '../tools/start.mjs';
import { zip } from '../tools/zip.mjs';
import { alive, dist, expect, figure, pages, tag, test } from './support.ts';

const stick = resolve('tests/results/stick');

/** Python's server where there is Python, else our own. */
async function served(): Promise<{ url: string; close(): unknown }> {
  if (!spawnSync('python3', ['--version']).stdout) return serve(stick, { port: 0 });
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((go) => {
    free.once('listening', go);
  });
  const { port } = free.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  await new Promise((go) => {
    free.close(go);
  });
  const server = spawn(
    'python3',
    ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', stick],
    { stdio: 'ignore' },
  );
  await expect(async () => {
    expect((await fetch(url)).ok).toBe(true);
  }).toPass({ timeout: 20_000 });
  return { url, close: () => server.kill() };
}

test('from a memory stick', { tag: '@gate' }, async ({ page, complaints }) => {
  const files = unzipSync(zip(dist));
  rmSync(stick, { recursive: true, force: true });
  for (const [name, body] of Object.entries(files)) {
    const file = `${stick}/talks/${name}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
  for (const address of pages()) {
    expect(Buffer.from(files[`dreams/${address}index.html`]).toString(), address).not.toMatch(
      /\s(href|src|asleep)="\//,
    );
  }
  const { url, close } = await served();
  const site = `${url}talks/dreams/`;
  const lost: string[] = [];
  complaints.allow(new RegExp(`^${url}|Transition was skipped`));
  page.on('response', (reply) => {
    if (reply.status() >= 400) lost.push(reply.url());
  });
  try {
    await page.goto(site);
    await alive(page);
    await page.locator('a[href$="foundation/"]').first().click();
    await expect(page).toHaveURL(`${site}foundation/`);
    await page.locator(tag).first().scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (name) =>
        typeof (document.querySelector(name) as unknown as { play?: unknown } | null)?.play === 'function',
      tag,
    );
    await alive(page);
    const f = figure(page, tag);
    await f.call('play');
    await f.reaches('settled');
    await page.locator('#fig-phases').scrollIntoViewIfNeeded(); // its numbers are a file, its code a chunk
    await alive(page, '#fig-phases');
    await page.goto(`${site}search/?q=pentagon`);
    await page.locator('.results a').first().click();
    await expect(page).toHaveURL(`${site}foundation/#make-a-pentagon`);
    await page.goto(`${site}embed/superposition/`);
    await alive(page);
    expect(lost).toEqual([]);
  } finally {
    close();
  }
});
