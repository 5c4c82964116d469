// `npm run check`: formatter, linter, types and what nothing uses. The gate's first step; says all that is wrong, not the first.

import { join } from 'node:path';
import { root, run, tools } from './programs.mjs';

const steps = [
  ['formatter', join(root, 'tests', 'tools', 'format.mjs'), ['--check']],
  ['linter', tools.eslint, ['.', '--max-warnings', '0']],
  ['types', tools.astro, ['check', '--minimumFailingSeverity', 'hint']],
  ['types of indexed access', join(root, 'tests', 'tools', 'indexed.mjs'), []],
  ['what nothing uses', tools.knip, []],
];

const failed = [];
for (const [name, file, args] of steps) {
  console.log(`── ${name}`);
  if (await run(file, args)) failed.push(name);
}
console.log(failed.length ? `not clean: ${failed.join(', ')}` : 'clean');
process.exitCode = failed.length ? 1 : 0;
