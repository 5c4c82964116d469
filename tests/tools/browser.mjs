// Which browsers this machine has for the tests, and, for Chromium, how to come by one: Playwright's own, else the
// system's, else Playwright's download, else Debian's package where we may install. What cannot be had is said in words.
// `node tests/tools/browser.mjs` prints what was found.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, firefox } from '@playwright/test';
import { ask, node, tools } from './programs.mjs';

const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  Boolean,
);
const places = {
  chromium: {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: windows.flatMap((at) => [
      join(at, 'Google/Chrome/Application/chrome.exe'),
      join(at, 'Chromium/Application/chrome.exe'),
      join(at, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  },
  firefox: {
    linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: windows.map((at) => join(at, 'Mozilla Firefox/firefox.exe')),
  },
};
const system = (name) =>
  [process.env[`${name.toUpperCase()}_PATH`], ...(places[name][process.platform] ?? [])].find(
    (p) => p && existsSync(p),
  );

// A download can be there and yet lack its libraries. On Windows `--version` opens a window, so there we trust the file.
const starts = (path) => process.platform === 'win32' || ask(path, ['--version'], { timeout: 30_000 }).ok;

/** @returns {{ path: string, own: boolean } | undefined} own: Playwright's, found by itself */
export function findChromium() {
  const own = chromium.executablePath();
  if (!process.env.CHROMIUM_PATH && existsSync(own) && starts(own)) return { path: own, own: true };
  const path = system('chromium');
  return path && { path, own: false };
}

/** @returns {{ path: string, bidi: boolean } | undefined} bidi: a stock Firefox, driven through the channel moz-firefox */
export function findFirefox() {
  const own = firefox.executablePath();
  if (!process.env.FIREFOX_PATH && existsSync(own)) return { path: own, bidi: false };
  const path = system('firefox');
  return path && { path, bidi: true };
}

/** WebKitGTK and what it needs to run without a screen. @returns {{ driver: string, browser: string, screen?: string } | { missing: string }} */
export function findWebkit() {
  const driver = ['/usr/bin/WebKitWebDriver'].find(existsSync);
  const browser = ['x86_64', 'aarch64']
    .flatMap((cpu) =>
      ['4.1', '4.0', '6.0'].map((v) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-${v}/MiniBrowser`),
    )
    .find(existsSync);
  const screen = existsSync('/usr/bin/xvfb-run') ? '/usr/bin/xvfb-run' : undefined;
  if (!driver || !browser) return { missing: 'WebKitGTK is not on this machine (Debian: webkit2gtk-driver)' };
  if (!screen && !process.env.DISPLAY) {
    return { missing: 'WebKitGTK is here but there is no screen for it (Debian: xvfb)' };
  }
  return { driver, browser, screen };
}

/** Finds Chromium or installs it. @returns {{ path: string, own: boolean } | { missing: string }} */
export function getChromium(say = console.log) {
  const found = findChromium();
  if (found) return found;
  const tried = ['neither Playwright’s Chromium nor one of the system was found'];
  for (const { name, run } of [
    { name: 'Playwright’s download', run: download },
    { name: 'apt-get install chromium', run: install },
  ]) {
    say(`No browser yet; trying ${name} …`);
    const problem = run();
    const now = findChromium();
    if (now) return now;
    tried.push(`${name}: ${problem || 'ran, but what it brought does not start'}`);
  }
  return { missing: `${tried.join('; ')}. Set CHROMIUM_PATH to a Chromium or Chrome of yours.` };
}

const last = (text) =>
  text
    .trim()
    .split('\n')
    .filter((line) => /err|fail|unable|could not|denied/i.test(line))
    .at(-1)
    ?.trim()
    .slice(0, 160);

function download() {
  const { ok, out, err } = ask(node, [tools.playwright, 'install', 'chromium'], { timeout: 300_000 });
  return ok ? '' : (last(err) ?? last(out) ?? 'failed');
}

function install() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'this is not Debian';
  const root = process.getuid?.() === 0;
  const sudo = !root && ask('sudo', ['-n', 'true']).ok;
  if (!root && !sudo) return 'not allowed (neither root nor sudo without a password)';
  const apt = (...args) =>
    ask(sudo ? 'sudo' : 'apt-get', sudo ? ['-n', 'apt-get', ...args] : args, {
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const first = apt('update', '-qq');
  const second = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return second.ok ? '' : (last(second.err) ?? last(first.err) ?? 'failed');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(
    JSON.stringify(
      { chromium: findChromium() ?? 'none', firefox: findFirefox() ?? 'none', webkit: findWebkit() },
      null,
      1,
    ),
  );
}
