// The core list in WebKitGTK, over WebDriver without any dependency: load, train, fingerprint, drag, keys, link,
// embed, element, offline file.
// Prints `ok …` or `FAILED …` a line and `done` at the end. Run under a screen: xvfb-run -a node tests/e2e/webkit.mjs

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findWebkit } from '../tools/browser.mjs';
import { serve } from '../tools/start.mjs';

const { driver: program, browser } = findWebkit();
const site = await serve('dist', { port: 0 });
const port = 20_000 + (process.pid % 20_000);
const driver = spawn(program, [`--port=${port}`], { stdio: 'ignore' });
const wait = (ms) =>
  new Promise((go) => {
    setTimeout(go, ms);
  });

async function call(method, path, body) {
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = await reply.json();
  if (!reply.ok) throw new Error(value?.message ?? JSON.stringify(value));
  return value;
}

async function begin() {
  for (let i = 0; ; i++) {
    try {
      const options = { binary: browser, args: ['--automation'] };
      return (
        await call('POST', '/session', {
          capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
        })
      ).sessionId;
    } catch (error) {
      if (i > 20) throw error;
      await wait(300);
    }
  }
}
const session = await begin();
const go = (url) => call('POST', `/session/${session}/url`, { url });
await call('POST', `/session/${session}/timeouts`, { script: 30_000, pageLoad: 30_000 });

/** Runs an async function body in the page; `f` is the figure, `until` polls. */
async function inPage(body) {
  const prelude = `
    const until = async (ok, what) => { for (let i = 0; i < 400; i++) { try { if (await ok()) return; } catch {} await new Promise((r) => setTimeout(r, 50)); } throw new Error('never: ' + what); };
    const alive = async (name = 'superposition') => { let e; await until(() => (e = document.querySelector('dream-' + name)) && !!e.ready, 'the element'); e.scrollIntoView(); await e.ready; await until(() => e.snapshot, 'the snapshot'); return e; };`;
  const script = `const done = arguments[arguments.length - 1]; ${prelude} (async () => { ${body} })().then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`;
  const { value, error } = await call('POST', `/session/${session}/execute/async`, { script, args: [] });
  if (error) throw new Error(error);
  return value;
}

/** Gives a file to an input. A page that the script takes over replaces what was printed: a node that went away is looked up again. */
async function send(selector, path) {
  for (let i = 0; ; i++) {
    await inPage(`await until(() => document.querySelector('${selector}'), '${selector}')`);
    try {
      const [input] = Object.values(
        await call('POST', `/session/${session}/element`, { using: 'css selector', value: selector }),
      );
      await call('POST', `/session/${session}/element/${input}/value`, { text: path });
      return;
    } catch (error) {
      if (i > 10) throw error;
      await wait(200);
    }
  }
}

let rest;
let at120;
const same = (a, b, what) => {
  if (a !== b || !a) throw new Error(`${what}: ${a} is not ${b}`);
};
const list = {
  async 'a figure page loads, resting, without complaint'() {
    await go(`${site.url}figures/superposition/`);
    const got = await inPage(
      `const f = await alive(); return [f.status, f.fingerprint, !!document.querySelector('svg[data-part=plate]')];`,
    );
    if (got[0] !== 'resting' || !got[2]) throw new Error(String(got));
    rest = got[1];
  },
  async 'trains to the same fingerprint'() {
    const print = await inPage(
      `const f = await alive(); f.play(); await until(() => f.status === 'settled', 'settled'); return f.fingerprint;`,
    );
    same(print, rest, 'after training');
  },
  async 'seeks back and forth'() {
    const [a, b] = await inPage(
      `const f = await alive(), to = async (n) => { f.seek(n); await until(() => f.snapshot.step === n, n); return f.fingerprint; }; const a = await to(120); await to(7); return [a, await to(120)];`,
    );
    same(a, b, 'step 120');
    at120 = a;
  },
  async 'the fingerprints are node’s'() {
    const golden = 'tests/golden/fingerprints.json';
    if (!existsSync(golden)) return;
    for (const { figure, state, fingerprint } of JSON.parse(readFileSync(golden, 'utf8'))) {
      await go('about:blank');
      await go(`${site.url}embed/${figure}/#${state}`);
      await inPage(
        `const f = await alive('${figure}'); await until(() => f.fingerprint === '${fingerprint}', '${figure}#${state}: ${fingerprint}');`,
      );
    }
  },
  async 'an embed’s link is its state'() {
    await go('about:blank');
    await go(`${site.url}embed/superposition/#step=120`);
    const [print, address] = await inPage(
      `const f = await alive(); await until(() => f.snapshot.step === 120, 'step 120'); f.seek(130); await until(() => /step=130/.test(location.hash), 'the address'); f.seek(120); await until(() => f.snapshot.step === 120, 'back'); return [f.fingerprint, location.hash];`,
    );
    same(print, at120, `step 120 (${address})`);
  },
  async 'a ring that is dragged under a scaled parent follows the pointer'() {
    await go('about:blank');
    await go(`${site.url}figures/superposition/`);
    const [x, y] =
      await inPage(`const f = await alive(); f.style.cssText = 'transform:scale(.5);transform-origin:0 0'; f.scrollIntoView(); await new Promise((r) => setTimeout(r, 300));
      const b = f.querySelector('[data-handle=ring-0] circle').getBoundingClientRect(); return [Math.round(b.left + b.width / 2), Math.round(b.top + b.height / 2)];`);
    const move = (dx, dy) => ({
      type: 'pointerMove',
      duration: 30,
      x: x + dx,
      y: y + dy,
      origin: 'viewport',
    });
    await call('POST', `/session/${session}/actions`, {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            move(0, 0),
            { type: 'pointerDown', button: 0 },
            move(8, 10),
            move(16, 20),
            move(24, 30),
            { type: 'pause', duration: 300 },
          ],
        },
      ],
    });
    const off = await inPage(
      `const f = await alive(); await until(() => f.state.edits.length === 1, 'an edit'); await new Promise((r) => setTimeout(r, 300)); const b = f.querySelector('[data-handle=ring-0] circle').getBoundingClientRect(); return Math.hypot(b.left + b.width / 2 - ${x} - 24, b.top + b.height / 2 - ${y} - 30);`,
    );
    await call('DELETE', `/session/${session}/actions`);
    if (off > 5) throw new Error(`${off.toFixed(1)} px off`);
  },
  async 'keys alone: a ring moves by arrows, the tools by Enter'() {
    await go('about:blank');
    await go(`${site.url}figures/superposition/`);
    const press = (value) =>
      call('POST', `/session/${session}/actions`, {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ],
          },
        ],
      });
    await inPage(`const f = await alive(); f.querySelector('[data-handle=ring-0]').focus();`);
    await press('\uE014'); // arrow right
    await inPage(
      `const f = await alive(); await until(() => f.state.edits.length === 1 && f.status !== 'running', 'an edit'); f.querySelector('[data-do=play]').focus();`,
    );
    await press('\uE007'); // Enter
    await inPage(
      `const f = await alive(); await until(() => f.status === 'running' || f.status === 'settled', 'a run'); await until(() => f.status === 'settled', 'settled');`,
    );
    await call('DELETE', `/session/${session}/actions`);
  },
  async 'the offline file trains from the disk'() {
    await go(pathToFileURL(resolve('dist/download/superposition.html')).href);
    const print = await inPage(
      `const f = await alive(); f.play(); await until(() => f.status === 'settled', 'settled'); return f.fingerprint;`,
    );
    same(print, rest, 'from the disk');
  },
  async 'the element trains on a page of another origin'() {
    const host = createServer((_, reply) => {
      reply.writeHead(200, { 'Content-Type': 'text/html' });
      reply.end(
        `<style>*{all:unset!important}</style><dream-superposition></dream-superposition><script type="module" src="${site.url}widgets/superposition.js"></script>`,
      );
    });
    await new Promise((go2) => {
      host.listen(0, '127.0.0.1', go2);
    });
    await go(`http://127.0.0.1:${host.address().port}/`);
    const print = await inPage(
      `const f = await alive(); f.play(); await until(() => f.status === 'settled', 'settled'); return f.fingerprint;`,
    );
    host.close();
    same(print, rest, 'abroad');
  },
  async 'a sandboxed frame of another origin trains'() {
    const host = createServer((_, reply) => {
      reply.writeHead(200, { 'Content-Type': 'text/html' });
      reply.end(
        `<script>window.said=[];addEventListener('message',e=>said.push(e.data))</script><iframe sandbox="allow-scripts" width="960" height="540" src="${site.url}embed/superposition/"></iframe>`,
      );
    });
    await new Promise((go2) => {
      host.listen(0, '127.0.0.1', go2);
    });
    await go(`http://127.0.0.1:${host.address().port}/`);
    const print =
      await inPage(`const w = document.querySelector('iframe').contentWindow; await until(() => said.some((m) => m.dream === 'ready'), 'ready');
      w.postMessage({ dream: 'seek', step: 120 }, '*'); await until(() => { w.postMessage({ dream: 'get' }, '*'); return said.some((m) => m.dream === 'state' && m.state.step === 120 && m.fingerprint); }, 'step 120'); return said.filter((m) => m.dream === 'state' && m.state.step === 120).at(-1).fingerprint;`);
    host.close();
    same(print, at120, 'in the frame');
  },
  async 'the lab reads a file and shows its pentagon'() {
    await go(`${site.url}lab/`);
    await send(
      '#lab:has(.said[aria-live]) input[data-file="0"]',
      resolve('tests/golden/lab/toy.safetensors'),
    );
    await inPage(
      `await until(() => /1 pentagon/.test(document.querySelector('#lab .lab-says')?.textContent), 'the pentagon')`,
    );
  },
};

const only = process.argv[2] ?? ''; // a part of the names, for one who looks into one of them
for (const [what, check] of Object.entries(list)) {
  if (!what.includes(only) && !what.startsWith('a figure page')) continue;
  try {
    await check();
    console.log(`ok ${what}`);
  } catch (error) {
    console.log(`FAILED ${what}: ${String(error.message ?? error).slice(0, 300)}`);
  }
}
console.log('done');
await call('DELETE', `/session/${session}`).catch(() => undefined);
driver.kill();
await site.close();
