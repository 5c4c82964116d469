// The browser tests: a ready dist behind our own server, Chromium, and Firefox where there is one. WebKit has no Playwright
// build for the system's library and is driven by tests/e2e/webkit.mjs.

import { defineConfig, type Project } from '@playwright/test';
import { findChromium, findFirefox } from './tools/browser.mjs';

const port = Number(process.env.TEST_PORT ?? 4399);
const chromium = findChromium();
const firefox = findFirefox();
const projects: Project[] = [];
if (chromium) {
  const launchOptions = chromium.own ? {} : { executablePath: chromium.path };
  projects.push({ name: 'chromium', use: { browserName: 'chromium', launchOptions } });
}
// In the gate Firefox does what must be equal in every browser; with all, every file but these, and what its protocol lacks skips itself by name
// (tests/e2e/support.ts).
const notThere = /(axe|budgets|perf|script-off|offline|paper|zip)\.spec\.ts/; // emulate media, weigh Chromium's requests, see service workers, print
if (firefox) {
  const how = firefox.bidi ? { channel: 'moz-firefox', launchOptions: { executablePath: firefox.path } } : {};
  projects.push({
    name: 'firefox',
    ...(process.env.DREAMS_ALL ? { testIgnore: notThere } : { grep: /@every/ }),
    use: { browserName: 'firefox', ...how },
  });
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: `results/traces-${process.env.REPORT ?? 'playwright'}`,
  projects,
  fullyParallel: false,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `results/${process.env.REPORT ?? 'playwright'}.json` }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
    actionTimeout: 10_000,
  },
  webServer: {
    command: `"${process.execPath}" tests/tools/start.mjs --built`,
    cwd: '..',
    env: { PORT: String(port), BASE: '/' },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
