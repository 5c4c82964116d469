// The embed in a stranger's frame: sandboxed, of another origin, driven by messages.

import type { Page } from '@playwright/test';
import { answered, embedPage, expect, waitFrames, hold, host, test, type Dream } from './support.ts';

type Said = Record<string, any> | string;

/** A page of another origin with the embed in a frame; `said` is all that the frame told it. */
async function frame(page: Page, baseURL: string, { sandbox = 'allow-scripts', fragment = '' } = {}) {
  const server = await host({
    '/': `<!doctype html><title>host</title><script>window.said=[];addEventListener('message',e=>{if(e.source===document.querySelector('iframe').contentWindow)said.push(e.data)})</script>
      <button id="mine">mine</button><iframe ${sandbox && `sandbox="${sandbox}"`} src="${baseURL}${embedPage}${fragment}" width="960" height="540" style="border:0" title="superposition"></iframe>`,
  });
  await page.goto(server.url);
  const said = (): Promise<Said[]> => page.evaluate(() => (window as unknown as { said: Said[] }).said);
  const of = async (kind: string): Promise<Record<string, any>[]> =>
    (await said()).filter((m): m is Record<string, any> => typeof m === 'object' && m?.dream === kind);
  const send = (message: unknown): Promise<void> =>
    page.evaluate((m) => {
      document.querySelector('iframe')!.contentWindow!.postMessage(m, '*');
    }, message);
  await expect.poll(async () => (await of('ready')).length, { timeout: 15_000 }).toBe(1);
  const inside = page.frameLocator('iframe').locator('dream-superposition');
  const dream = <T>(read: (e: Dream) => T): Promise<T> => inside.evaluate(read as never);
  return {
    server,
    said,
    of,
    send,
    last: async () => (await of('state')).at(-1),
    inside,
    answered: () => answered(page),
    status: () => dream((e) => e.status),
    step: () => dream((e) => e.snapshot.step),
  };
}

test.beforeEach(({ complaints }) => complaints.allow(/^http:\/\/127\.0\.0\.1:|favicon|404/));

test(
  'a sandboxed frame of another origin trains',
  { tag: ['@gate', '@every'] },
  async ({ page, baseURL }) => {
    const f = await frame(page, baseURL!);
    const [{ name, state }] = await f.of('ready');
    expect(name).toBe('superposition');
    expect(state.features).toBe(5);
    await f.send({ dream: 'play' });
    await expect.poll(async () => (await f.of('milestone')).length, { timeout: 20_000 }).toBeGreaterThan(0);
    await f.send({ dream: 'get' });
    await expect.poll(async () => (await f.last())?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect((await f.of('height')).every(({ px }) => Number.isFinite(px) && px > 0)).toBe(true);
    await f.server.close();
  },
);

test('messages: seek, advance, set, reset, pause, get', { tag: '@gate' }, async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!);
  const step = async (): Promise<number | undefined> => {
    await f.send({ dream: 'get' });
    return (await f.last())?.state.step;
  };
  await f.send({ dream: 'seek', step: 50 });
  await expect.poll(step).toBe(50);
  await f.send({ dream: 'advance', by: 10 });
  await expect.poll(step).toBe(60);
  await expect
    .poll(async () => {
      await f.send({ dream: 'get' });
      return (await f.last()).fingerprint;
    })
    .toMatch(/^[0-9a-f]{16}$/);
  const sixty = (await f.last()).fingerprint;
  await f.send({ dream: 'reset' });
  await expect.poll(step).toBe(0);
  await f.send({ dream: 'seek', step: 60 });
  await expect.poll(step).toBe(60);
  await expect
    .poll(async () => {
      await f.send({ dream: 'get' });
      return (await f.last()).fingerprint;
    })
    .toBe(sixty);
  await f.send({ dream: 'set', state: { features: 4, absent: 0.9 } });
  await expect
    .poll(async () => {
      await f.send({ dream: 'get' });
      return (await f.last()).state.features;
    })
    .toBe(4);
  await f.send({ dream: 'reset' });
  await f.send({ dream: 'play' });
  await expect.poll(f.step).toBeGreaterThan(0);
  await f.send({ dream: 'pause' });
  await expect.poll(f.status).not.toBe('running');
  await f.answered();
  const here = await f.step();
  await waitFrames(page, 20);
  expect(await f.step()).toBe(here);
  await f.server.close();
});

test('hostile messages change nothing', { tag: '@gate' }, async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!);
  await f.send({ dream: 'get' });
  await expect.poll(async () => (await f.last())?.fingerprint).toBeTruthy();
  const before = await f.last();
  for (const message of [
    null,
    7,
    'play',
    'slide:nonsense',
    '{"dream":"play"}',
    [],
    {},
    { dream: null },
    { dream: ['play'] },
    { dream: 'eval', code: 'alert(1)' },
    { dream: 'seek', step: '9' },
    { dream: 'seek', step: Number.NaN },
    { dream: 'advance', by: Infinity },
    { dream: 'advance' },
    { dream: 'set' },
    { dream: 'set', state: 'features=3' },
    { dream: 'set', state: { nobody: '<img src=x onerror=alert(1)>' } },
    { dream: 'constructor' },
    { dream: '__proto__' },
    { dream: 'x'.repeat(1e6) },
  ]) {
    await f.send(message);
  }
  const after = await f.answered();
  expect(after.fingerprint).toBe(before.fingerprint);
  expect(after.state).toEqual(before.state);
  await f.server.close();
});

test('a frame of the frame’s own cannot speak for the host', async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!);
  await page.evaluate(async () => {
    const other = document.createElement('iframe');
    other.srcdoc = `<script>parent.frames[0].postMessage({dream:'seek',step:3},'*')</script>`;
    await new Promise((go) => {
      other.onload = go;
      document.body.append(other);
    });
  });
  expect((await f.answered()).state.step).toBe(undefined);
  await f.server.close();
});

test('reveal’s strings play and pause', async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!);
  await f.send('slide:start');
  await expect.poll(async () => (await f.of('state')).length, { timeout: 10_000 }).toBeGreaterThan(1);
  await f.send('slide:stop');
  await f.server.close();
});

test(
  'keys: the figure’s own act, the others go to the host, Escape gives the keyboard back',
  { tag: '@gate' },
  async ({ page, baseURL }) => {
    const f = await frame(page, baseURL!);
    expect(
      await page.evaluate(() => document.activeElement?.localName),
      'a frame takes no focus by itself',
    ).toBe('body');
    await f.inside.locator('.plate').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('r');
    await expect
      .poll(async () => {
        await f.send({ dream: 'get' });
        return (await f.last())?.state.step;
      })
      .toBe(0);
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await f.of('key')).some(({ key }) => key === 'PageDown')).toBe(true);
    expect((await f.said()).filter((m) => typeof m === 'string')).toContain(
      '{"method":"triggerKey","args":[34]}',
    );
    await page.keyboard.press('r');
    expect((await f.of('key')).some(({ key }) => key === 'r')).toBe(false);
    await f.inside.locator('.plate').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await f.of('key')).some(({ key }) => key === 'Escape')).toBe(true);
    await expect
      .poll(() => page.evaluate(() => document.hasFocus() && document.activeElement?.localName !== 'iframe'))
      .toBe(true);
    await f.server.close();
  },
);

test('state messages come at most four times a second', async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!);
  const before = (await f.of('state')).length;
  const from = Date.now();
  await f.send({ dream: 'reset' });
  for (let i = 0; i < 40; i++) {
    await f.send({ dream: 'advance', by: 1 });
    await hold(page, 25);
  }
  expect((await f.of('state')).length - before).toBeLessThanOrEqual(2 + (Date.now() - from) / 250);
  await f.server.close();
});

test('the fragment is the state, in the frame as well', async ({ page, baseURL }) => {
  const f = await frame(page, baseURL!, { fragment: '#features=3&step=12' });
  const [{ state }] = await f.of('ready');
  expect(state.features).toBe(3);
  await f.server.close();
});
