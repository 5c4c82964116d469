// The engine in real browsers. `node tests/bench/browser.ts` compares the fingerprints of Chromium, Firefox and WebKitGTK with
// the committed table and says which browser was not there; the bench uses `inChromium`.

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { chromium, firefox, type BrowserType } from '@playwright/test';
import { build } from 'esbuild';
import { kernelsForEsbuild } from '../../src/build/kernels.ts';
import { compilePeak } from '../../src/math/kernels/build.ts';
import { findChromium, findFirefox, findWebkit } from '../tools/browser.mjs';

type Task = 'prints' | 'bench';
type Answer = Record<string, unknown> & { error?: string };

/** A page whose `ask(task)` promises the worker's answer. */
async function page(): Promise<{ url: string; close(): void }> {
  const peak = `export default ${JSON.stringify(Buffer.from(await compilePeak()).toString('base64'))};`;
  const out = await build({
    entryPoints: ['tests/bench/page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2022',
    plugins: [
      kernelsForEsbuild,
      {
        name: 'peak',
        setup(b) {
          b.onResolve({ filter: /^virtual:peak$/ }, () => ({ path: 'peak', namespace: 'peak' }));
          b.onLoad({ filter: /.*/, namespace: 'peak' }, () => ({ contents: peak }));
        },
      },
    ],
  });
  const html = `<!doctype html><title>engine</title><script>var ask = (task) => new Promise((done) => { const w = new Worker('worker.js'); w.onmessage = ({ data }) => done(data); w.onerror = (e) => done({ error: e.message }); w.postMessage(task); });</script>`;
  const server = createServer((request, reply) => {
    const script = request.url === '/worker.js';
    reply
      .writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' })
      .end(script ? out.outputFiles[0].text : html);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function inPlaywright(type: BrowserType, options: object, url: string, task: Task): Promise<Answer> {
  const browser = await type.launch(options);
  try {
    const tab = await browser.newPage();
    await tab.goto(url);
    return await tab.evaluate<Answer, Task>(
      (what) => (globalThis as unknown as { ask(task: string): Promise<Answer> }).ask(what),
      task,
    );
  } finally {
    await browser.close();
  }
}

/** undefined: no Chromium here. */
export async function inChromium(task: Task): Promise<Answer | undefined> {
  const found = findChromium();
  if (!found) return undefined;
  const site = await page();
  try {
    return await inPlaywright(chromium, found.own ? {} : { executablePath: found.path }, site.url, task);
  } finally {
    site.close();
  }
}

async function inFirefox(url: string, task: Task): Promise<Answer | undefined> {
  const found = findFirefox();
  return (
    found &&
    inPlaywright(firefox, found.bidi ? { executablePath: found.path, channel: 'moz-firefox' } : {}, url, task)
  );
}

async function inWebkit(url: string, task: Task): Promise<Answer | undefined> {
  const found = findWebkit();
  if ('missing' in found) return undefined;
  const port = 21_000 + (process.pid % 20_000);
  const options = { binary: found.browser, args: ['--automation'] };
  const driver = found.screen
    ? spawn(found.screen, ['-a', found.driver, `--port=${port}`], { stdio: 'ignore', detached: true })
    : spawn(found.driver, [`--port=${port}`], { stdio: 'ignore', detached: true });
  const call = async (method: string, path: string, body?: object): Promise<never> => {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await reply.json()) as { value: never };
    if (!reply.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  try {
    for (let i = 0; i < 30; i++) {
      if (
        await fetch(`http://127.0.0.1:${port}/status`).then(
          () => true,
          () => false,
        )
      ) {
        break;
      }
      await new Promise((go) => {
        setTimeout(go, 200);
      });
    }
    const { sessionId } = (await call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    await call('POST', `/session/${sessionId}/timeouts`, { script: 120_000, pageLoad: 30_000 });
    await call('POST', `/session/${sessionId}/url`, { url });
    const answer = await call('POST', `/session/${sessionId}/execute/async`, {
      script: `const done = arguments[arguments.length - 1]; ask('${task}').then(done);`,
      args: [],
    });
    await call('DELETE', `/session/${sessionId}`).catch(() => undefined);
    return answer;
  } finally {
    try {
      process.kill(-driver.pid!);
    } catch {
      /* gone already */
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const site = await page();
  const golden = JSON.parse(await readFile('tests/golden/engine-fingerprints.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const chrome = await inChromium('prints');
  for (const [name, answer] of [
    ['Chromium', chrome],
    ['Firefox', await inFirefox(site.url, 'prints')],
    ['WebKitGTK', await inWebkit(site.url, 'prints')],
  ] as const) {
    if (!answer) {
      console.log(`skipped ${name}: not on this machine`);
      continue;
    }
    const wrong = answer.error
      ? [answer.error]
      : Object.entries(golden).flatMap(([engine, prints]) =>
          Object.entries(prints)
            .filter(([run, print]) => (answer[engine] as Record<string, string>)?.[run] !== print)
            .map(([run]) => `engine ${engine}, ${run}`),
        );
    if (wrong.length) process.exitCode = 1;
    console.log(
      wrong.length
        ? `FAILED ${name}: ${wrong.join('; ')}`
        : `ok ${name}: ${answer.kind}, ${Object.values(golden).reduce((sum, p) => sum + Object.keys(p).length, 0)} fingerprints, compiled and started in ${(answer.start as number).toFixed(1)} ms`,
    );
  }
  site.close();
}
