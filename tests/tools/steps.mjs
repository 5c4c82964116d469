// The steps of `npm test`: each returns what passed, failed and was skipped.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox, findWebkit, getChromium } from './browser.mjs';
import { ask, node, root, run, tools } from './programs.mjs';
import { count, fail, failures, readPlaywright, readVitest, results, skip, skips } from './results.mjs';

/** With `npm run test:all` everything, else one representative per kind of check. */
export const all = process.argv.includes('--all');
/** A site of this run, or of an earlier one where the build is not among the named steps. */
export const built = { site: false };
const site = () => built.site || existsSync(join(root, 'dist', 'index.html'));

/** Optional dependencies that the lock file lacks: `npm ci` would fail on another system. */
export function lock() {
  const { ok, out, err } = ask(node, ['tests/tools/lockcheck.mjs']);
  if (ok && !out.trim()) return count(1, 0);
  console.log(out + err);
  return fail('lock file: optional platform packages are missing');
}

/** Formatter, linter, types and what nothing uses. @param say takes the output, where another step runs beside this one */
export const check = async (say) =>
  (await run('tests/tools/check.mjs', [], {}, say)) ? fail('check: see `npm run check`') : count(1, 0);

export const units = () => vitest('units', all ? { DREAMS_ALL: '1' } : {});
export const pages = () =>
  built.site ? vitest('built', { BUILT: '1' }) : fail('built pages: not checked, the build failed');

async function vitest(name, env) {
  const reporters = [
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(results, `${name}.json`)}`,
  ];
  const code = await run(tools.vitest, ['run', '-c', 'tests/vitest.config.ts', ...reporters], env);
  return readVitest(name, code);
}

/** @param say takes the output, where another step runs beside this one */
export async function build(say) {
  const clean = { SITE: undefined, BASE: undefined };
  built.site = !(await run(tools.astro, ['build'], clean, say));
  if (!built.site) return fail('build: astro build');
  if (!all) return count(1, 0);
  // The same site as a project page: another origin, a base path.
  const moved = { SITE: 'https://example.org', BASE: '/dreams' };
  if (await run(tools.astro, ['build', '--outDir', 'tests/results/dist-base'], moved, say)) {
    failures.push('build: under a base path');
    return count(1, 1);
  }
  return count(2, 0);
}

const chosen = all ? ['--grep-invert', '@perf'] : ['--grep', '(?=.*@gate)(?!.*@perf)'];

export async function chromium() {
  if (!built.site) return fail('Chromium: not run, there is no site');
  const found = getChromium();
  if ('missing' in found) return fail(`Chromium: none could be had: ${found.missing}`);
  return playwright('chromium', ['--project=chromium', ...chosen]);
}

export async function firefox() {
  if (!built.site) return fail('Firefox: not run, there is no site');
  if (!findFirefox()) return skip('Firefox', 'not on this machine (Debian: firefox-esr, or FIREFOX_PATH)');
  if (all) {
    skips.push({
      what: 'Firefox: axe, budgets, perf, script-off, offline, paper and zip',
      why: 'they emulate media, weigh requests, see service workers or print, which only Chromium’s protocol can',
    });
  }
  return playwright('firefox', ['--project=firefox', ...chosen]);
}

/** Speed is measured with nothing else running. */
export async function speed() {
  if (!built.site || 'missing' in getChromium(() => {})) {
    return fail('speed: not run, there is no site or no browser');
  }
  return playwright('speed', ['--workers=1', '--grep', all ? '@perf' : '(?=.*@gate)(?=.*@perf)']);
}

async function playwright(name, args) {
  const env = { REPORT: name, ...(all ? { DREAMS_ALL: '1' } : {}) };
  const code = await run(tools.playwright, ['test', '-c', 'tests/playwright.config.ts', ...args], env);
  return readPlaywright(name, code);
}

/** What is known to be wrong with our dependencies; not in the gate, where a stranger's news of today would turn yesterday's commit red. */
export function audit() {
  if (!all) return count(0, 0);
  const { ok, out, err } = ask('npm', ['audit', '--audit-level=high', '--json'], {
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  let said = {};
  try {
    said = JSON.parse(out);
  } catch {
    said.message = err.trim().split('\n')[0];
  }
  const found = said.metadata?.vulnerabilities;
  if (!found) return skip('npm audit', `the registry did not answer (${said.message})`);
  return ok ? count(1, 0) : fail(`npm audit: ${found.critical} critical and ${found.high} high weaknesses`);
}

/** The engine's fingerprints in every browser that is here: `ok`, `FAILED` and `skipped` lines. */
export function engines() {
  const { out, err } = ask(node, ['tests/bench/browser.ts'], { timeout: 240_000 });
  const lines = out.split('\n').filter((line) => /^(ok|FAILED|skipped) /.test(line));
  const of = (word) => lines.filter((line) => line.startsWith(word));
  console.log(lines.join('\n'));
  for (const line of of('FAILED')) failures.push(`engine: ${line.slice(7)}`);
  for (const line of of('skipped')) skips.push({ what: 'engine’s fingerprints', why: line.slice(8) });
  if (!lines.length) return fail(`engine in browsers: ${err.trim().split('\n').at(-1) ?? 'no answer'}`);
  return count(of('ok').length, of('FAILED').length, of('skipped').length);
}

export async function webkit() {
  const found = findWebkit();
  if ('missing' in found) return skip('WebKit', found.missing);
  if (!built.site) return fail('WebKit: not run, the build failed');
  const program = found.screen ?? node;
  const args = [...(found.screen ? ['-a', node] : []), 'tests/e2e/webkit.mjs'];
  const { out, err } = ask(program, args, { timeout: 240_000 });
  const lines = out.split('\n').filter((line) => /^(ok|FAILED) /.test(line));
  const bad = lines.filter((line) => line.startsWith('FAILED'));
  console.log(lines.join('\n'));
  for (const line of bad) failures.push(`WebKit: ${line.slice(7)}`);
  if (!/^done/m.test(out)) {
    failures.push(`WebKit: the list did not finish: ${err.trim().split('\n').at(-1) ?? ''}`);
    return count(lines.length - bad.length, bad.length + 1);
  }
  return count(lines.length - bad.length, bad.length);
}

/** Contract, model, claims and pictures of one figure: the files that read it, and in shared files its own tests. */
export const figureUnits = (name) => vitest('units', { DREAMS_FIGURE: name });

/** The browser's tests that carry the figure's name, over the site as it was built last. */
export async function figureBrowser(name) {
  if (!site()) return skip('Chromium', 'there is no dist: npm run build');
  const found = getChromium();
  if ('missing' in found) return skip('Chromium', found.missing);
  const files = ['figure.spec.ts', 'chapter.spec.ts', 'embed.spec.ts', 'robust.spec.ts'];
  const named = `(?<![\\w-])${name}(?![\\w-])(?!.*@perf)`;
  return playwright('chromium', [...files, '--project=chromium', '--pass-with-no-tests', '--grep', named]);
}
