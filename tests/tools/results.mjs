// What the steps of a run of the tests found: counts, and the lines that end the run's report.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './programs.mjs';

/** Where tests write what they found. */
export const results = join(root, 'tests', 'results');
/** What was not run, or not at once: { what, why }. */
export const skips = [];
/** One line for each failure. */
export const failures = [];

export const count = (passed, failed, skipped = 0) => ({ passed, failed, skipped });

/** One failure, with its line. */
export function fail(line) {
  failures.push(line);
  return count(0, 1);
}

/** A step that could not run here, and why. */
export function skip(what, why) {
  skips.push({ what, why });
  return count(0, 0, 1);
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Vitest's report `name`, after it ended with `code`. */
export function readVitest(name, code) {
  const report = read(`${name}.json`);
  if (!report) return fail(`${name}: vitest gave no report`);
  let broken = 0;
  for (const file of report.testResults) {
    const where = file.name.replaceAll('\\', '/').split('/tests/').at(-1);
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'failed') failures.push(`${where}: ${fullName}`);
      else if (status !== 'passed') skips.push({ what: `${where}: ${fullName}`, why: 'skipped in its file' });
    }
    if (file.status !== 'failed' || file.assertionResults.some((t) => t.status === 'failed')) continue;
    broken += 1;
    failures.push(`${where}: ${(file.message || 'the file failed').split('\n')[0]}`);
  }
  const failed = report.numFailedTests + broken;
  return count(report.numPassedTests, failed || (code ? 1 : 0), report.numPendingTests + report.numTodoTests);
}

/** Playwright's report `name`, after it ended with `code`. */
export function readPlaywright(name, code) {
  const report = read(`${name}.json`);
  if (!report) return fail(`${name}: Playwright gave no report`);
  const sum = count(0, 0);
  for (const suite of report.suites) readSuite(suite, [suite.title], sum);
  for (const error of report.errors ?? []) failures.push(`${name}: ${String(error.message).split('\n')[0]}`);
  if (code && !sum.failed) {
    sum.failed = 1;
    if (!report.errors?.length) failures.push(`${name}: Playwright stopped`);
  }
  return sum;
}

function readSuite(suite, path, sum) {
  for (const inner of suite.suites ?? []) {
    readSuite(inner, inner.title === suite.title ? path : [...path, inner.title], sum);
  }
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      readTest(test, [`[${test.projectName}]`, ...path, spec.title].join(' › '), sum);
    }
  }
}

function readTest({ status, annotations }, what, sum) {
  if (status === 'skipped') {
    sum.skipped += 1;
    const why = annotations.find((a) => a.type === 'skip')?.description ?? 'no reason given';
    skips.push({ what, why });
    return;
  }
  if (status === 'unexpected') {
    sum.failed += 1;
    failures.push(what);
    return;
  }
  sum.passed += 1;
  if (status === 'flaky') skips.push({ what, why: 'passed, but only at the second try' });
}

/** Prints the table of steps, what was left out, what failed, and the last line: `N passed, N failed`. Returns the exit code. */
export function report(title, rows) {
  const print = ([first, ...cells]) =>
    console.log(`${first.padEnd(38)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  console.log(`\n${title}`);
  print(['', 'passed', 'failed', 'skipped', 'seconds']);
  for (const { name, passed, failed, skipped, seconds } of rows) {
    print([name, passed, failed, skipped, seconds.toFixed(0)]);
  }
  if (skips.length) {
    const lines = skips.map(({ what, why }) => `  ${what}: ${why}`);
    console.log(`\nNot run, or not at once:\n${lines.join('\n')}`);
  }
  if (failures.length) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') ? 1 : 0;
}
