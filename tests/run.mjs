// `npm test`: the gate, one representative per kind of check. `npm run test:all`: everything, or only the steps named
// (`npm run test:all -- Firefox speed`). Steps run one after the other; what cannot run is named with its reason; the last line
// is plain: `N passed, N failed`.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox, findWebkit, getChromium } from './tools/browser.mjs';
import { ask, node, oldNode, root, run, tools } from './tools/programs.mjs';

const all = process.argv.includes('--all');
const results = join(root, 'tests', 'results');
const built = { site: false };
const skips = []; // { what, why }
const failures = []; // one line each

const count = (passed, failed, skipped = 0) => ({ passed, failed, skipped });
const fail = (line) => {
  failures.push(line);
  return count(0, 1);
};
const read = (name) => {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return undefined;
  }
};

/** Optional dependencies that the lock file lacks: `npm ci` would fail on another system. */
function lock() {
  const { ok, out, err } = ask(node, ['tests/tools/lockcheck.mjs']);
  if (ok && !out.trim()) return count(1, 0);
  console.log(out + err);
  return fail('lock file: optional platform packages are missing');
}

const types = async () =>
  (await run(tools.astro, ['check', '--minimumFailingSeverity', 'error']))
    ? fail('types: astro check')
    : count(1, 0);

const units = () => vitest('units', all ? { DREAMS_ALL: '1' } : {});
const pages = () =>
  built.site ? vitest('built', { BUILT: '1' }) : fail('built pages: not checked, the build failed');

async function vitest(name, env) {
  const code = await run(
    tools.vitest,
    [
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${join(results, `${name}.json`)}`,
    ],
    env,
  );
  const report = read(`${name}.json`);
  if (!report) return fail(`${name}: vitest gave no report`);
  for (const file of report.testResults) {
    const where = file.name.replaceAll('\\', '/').split('/tests/').at(-1);
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'failed') failures.push(`${where}: ${fullName}`);
      else if (status !== 'passed') skips.push({ what: `${where}: ${fullName}`, why: 'skipped in its file' });
    }
    if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) {
      failures.push(`${where}: ${(file.message || 'the file failed').split('\n')[0]}`);
    }
  }
  const broken = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return count(report.numPassedTests, failed || (code ? 1 : 0), report.numPendingTests + report.numTodoTests);
}

async function build() {
  const clean = { SITE: undefined, BASE: undefined };
  if (await run(tools.astro, ['build'], clean)) return fail('build: astro build');
  built.site = true;
  if (!all) return count(1, 0);
  // The same site as a project page: another origin, a base path.
  if (
    await run(tools.astro, ['build', '--outDir', 'tests/results/dist-base'], {
      SITE: 'https://example.org',
      BASE: '/dreams',
    })
  ) {
    failures.push('build: under a base path');
    return count(1, 1);
  }
  return count(2, 0);
}

const chosen = all ? ['--grep-invert', '@perf'] : ['--grep', '(?=.*@gate)(?!.*@perf)'];

async function chromium() {
  if (!built.site) return fail('Chromium: not run, there is no site');
  const found = getChromium();
  if ('missing' in found) return fail(`Chromium: none could be had: ${found.missing}`);
  return playwright('chromium', ['--project=chromium', ...chosen]);
}

async function firefox() {
  if (!built.site) return fail('Firefox: not run, there is no site');
  if (!findFirefox()) {
    skips.push({ what: 'Firefox', why: 'not on this machine (Debian: firefox-esr, or FIREFOX_PATH)' });
    return count(0, 0, 1);
  }
  if (all) {
    skips.push({
      what: 'Firefox: axe, budgets, perf, script-off, offline, paper and zip',
      why: 'they emulate media, weigh requests, see service workers or print, which only Chromium’s protocol can',
    });
  }
  return playwright('firefox', ['--project=firefox', ...chosen]);
}

/** Speed is measured with nothing else running. */
async function speed() {
  if (!built.site || 'missing' in getChromium(() => {})) {
    return fail('speed: not run, there is no site or no browser');
  }
  return playwright('speed', ['--workers=1', '--grep', all ? '@perf' : '(?=.*@gate)(?=.*@perf)']);
}

async function playwright(name, args) {
  const code = await run(tools.playwright, ['test', '-c', 'tests/playwright.config.ts', ...args], {
    REPORT: name,
    ...(all ? { DREAMS_ALL: '1' } : {}),
  });
  const report = read(`${name}.json`);
  if (!report) return fail(`${name}: Playwright gave no report`);
  const sum = count(0, 0);
  const visit = (suite, path) => {
    for (const inner of suite.suites ?? []) {
      visit(inner, inner.title === suite.title ? path : [...path, inner.title]);
    }
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const what = [`[${test.projectName}]`, ...path, spec.title].join(' › ');
        if (test.status === 'skipped') {
          sum.skipped += 1;
          skips.push({
            what,
            why: test.annotations.find((a) => a.type === 'skip')?.description ?? 'no reason given',
          });
        } else if (test.status === 'unexpected') {
          sum.failed += 1;
          failures.push(what);
        } else {
          sum.passed += 1;
          if (test.status === 'flaky') skips.push({ what, why: 'passed, but only at the second try' });
        }
      }
    }
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  for (const error of report.errors ?? []) failures.push(`${name}: ${String(error.message).split('\n')[0]}`);
  if (code && !sum.failed) {
    sum.failed = 1;
    if (!report.errors?.length) failures.push(`${name}: Playwright stopped`);
  }
  return sum;
}

/** What is known to be wrong with our dependencies; not in the gate, where a stranger's news of today would turn yesterday's commit red. */
function audit() {
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
  if (!found) {
    skips.push({ what: 'npm audit', why: `the registry did not answer (${said.message})` });
    return count(0, 0, 1);
  }
  return ok ? count(1, 0) : fail(`npm audit: ${found.critical} critical and ${found.high} high weaknesses`);
}

/** The engine's fingerprints in every browser that is here: `ok`, `FAILED` and `skipped` lines. */
function engines() {
  const { out, err } = ask(node, ['tests/bench/browser.ts'], { timeout: 240_000 });
  const lines = out.split('\n').filter((line) => /^(ok|FAILED|skipped) /.test(line));
  const of = (word) => lines.filter((line) => line.startsWith(word));
  console.log(lines.join('\n'));
  for (const line of of('FAILED')) failures.push(`engine: ${line.slice(7)}`);
  for (const line of of('skipped')) skips.push({ what: 'engine’s fingerprints', why: line.slice(8) });
  if (!lines.length) return fail(`engine in browsers: ${err.trim().split('\n').at(-1) ?? 'no answer'}`);
  return count(of('ok').length, of('FAILED').length, of('skipped').length);
}

async function webkit() {
  const found = findWebkit();
  if ('missing' in found) {
    skips.push({ what: 'WebKit', why: found.missing });
    return count(0, 0, 1);
  }
  if (!built.site) return fail('WebKit: not run, the build failed');
  const program = found.screen ?? node;
  const { out, err } = ask(program, [...(found.screen ? ['-a', node] : []), 'tests/e2e/webkit.mjs'], {
    timeout: 240_000,
  });
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

const steps = [
  ['lock file', lock],
  ['dependencies', audit],
  ['types', types],
  ['units', units],
  ['build', build],
  ['built pages', pages],
  ['Chromium', chromium],
  ['Firefox', firefox],
  ['speed', speed],
  ['engine in browsers', engines],
  ['WebKit', webkit],
];

async function main() {
  const wrong = oldNode();
  if (wrong) {
    console.log(`${wrong}\n0 passed, 1 failed`);
    return 1;
  }
  const named = process.argv.slice(2).filter((word) => word !== '--all');
  const wanted = steps.filter(([name]) => !named.length || named.includes(name));
  if (wanted.length < (named.length || 1)) {
    console.log(`steps: ${steps.map(([name]) => name).join(', ')}\n0 passed, 1 failed`);
    return 1;
  }
  if (named.length) built.site = existsSync(join(root, 'dist', 'index.html'));
  else rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const table = [];
  const began = Date.now();
  for (const [name, step] of wanted) {
    console.log(`\n── ${name}`);
    const from = Date.now();
    const sum = await step();
    table.push({ name, ...sum, seconds: ((Date.now() - from) / 1000).toFixed(0) });
  }
  const total = (key) => table.reduce((sum, row) => sum + row[key], 0);
  const row = (cells) =>
    console.log(
      `${String(cells[0]).padEnd(38)}${cells
        .slice(1)
        .map((c) => String(c).padStart(9))
        .join('')}`,
    );
  console.log(`\n${all ? 'Everything' : 'The gate'}, ${((Date.now() - began) / 60_000).toFixed(1)} min`);
  row(['', 'passed', 'failed', 'skipped', 'seconds']);
  for (const { name, passed, failed, skipped, seconds } of table) {
    row([name, passed, failed, skipped, seconds]);
  }
  if (skips.length) {
    console.log(
      `\nNot run, or not at once:\n${skips.map(({ what, why }) => `  ${what}: ${why}`).join('\n')}`,
    );
  }
  if (failures.length) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') ? 1 : 0;
}
process.exitCode = await main();
