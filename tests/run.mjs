// `npm test`: the gate, one representative per kind of check. `npm run test:all`: everything, or only the steps named
// (`npm run test:all -- Firefox speed`). `npm test -- superposition`: the tests of one figure. What cannot run is named with its
// reason; the last line is plain: `N passed, N failed`.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { oldNode, root } from './tools/programs.mjs';
import { report, results } from './tools/results.mjs';
import * as step from './tools/steps.mjs';

// Steps of a row run beside each other: each of them keeps one core busy, those that stand alone keep two.
const plan = [
  [['lock file', step.lock]],
  [['dependencies', step.audit]],
  [
    ['check', step.check],
    ['build', step.build],
  ],
  [['units', step.units]],
  [['built pages', step.pages]],
  [['Chromium', step.chromium]],
  [['Firefox', step.firefox]],
  [['speed', step.speed]],
  [['engine in browsers', step.engines]],
  [['WebKit', step.webkit]],
];
const known = plan.flat().map(([name]) => name);

const figureSteps = (name) => [
  [['units', () => step.figureUnits(name)]],
  [['Chromium', () => step.figureBrowser(name)]],
];

/** Runs a row of steps; returns a row of the table for each. */
async function runRow(row) {
  const together = row.length > 1;
  const timed = async ([name, run], i) => {
    const from = Date.now();
    let said;
    // Of steps that run together the first speaks at once, the others when they have ended.
    const sum = await (together && i > 0 ? run((output) => (said = output)) : run());
    return { name, said, ...sum, seconds: (Date.now() - from) / 1000 };
  };
  console.log(`\n── ${row.map(([name]) => name).join(', ')}`);
  const rows = await Promise.all(row.map(timed));
  for (const { name, said } of rows) if (said) console.log(`\n── ${name}\n${said}`);
  return rows;
}

/** The rows that the words of the command name: a figure's, some steps, or all. */
function wanted(words) {
  const [figure] = words;
  if (words.length === 1 && existsSync(join(root, 'src', 'widgets', figure, 'widget.ts'))) {
    return { rows: figureSteps(figure), title: figure };
  }
  if (words.some((word) => !known.includes(word))) return undefined;
  const rows = plan
    .map((row) => row.filter(([name]) => !words.length || words.includes(name)))
    .filter((row) => row.length);
  return { rows, title: step.all ? 'Everything' : 'The gate' };
}

async function main() {
  const wrong = oldNode();
  if (wrong) {
    console.log(`${wrong}\n0 passed, 1 failed`);
    return 1;
  }
  const words = process.argv.slice(2).filter((word) => word !== '--all');
  const asked = wanted(words);
  if (!asked) {
    console.log(`a figure, or steps of: ${known.join(', ')}\n0 passed, 1 failed`);
    return 1;
  }
  if (words.length) step.built.site = existsSync(join(root, 'dist', 'index.html'));
  else rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const table = [];
  const began = Date.now();
  for (const row of asked.rows) table.push(...(await runRow(row)));
  return report(`${asked.title}, ${((Date.now() - began) / 60_000).toFixed(1)} min`, table);
}
process.exitCode = await main();
