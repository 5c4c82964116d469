// `npm run check`: formatter, linter, types and what nothing uses. The gate's first step; says all that is wrong, not the first.
// Two run at a time, the longest first.

import { join } from 'node:path';
import { inPairs, root, run, tools } from './programs.mjs';

const steps = [
  ['linter', tools.eslint, ['.', '--max-warnings', '0']],
  ['types', tools.astro, ['check', '--minimumFailingSeverity', 'hint']],
  ['types of indexed access', join(root, 'tests', 'tools', 'indexed.mjs'), []],
  ['formatter', join(root, 'tests', 'tools', 'format.mjs'), ['--check']],
  ['what nothing uses', tools.knip, []],
];

const codes = await inPairs(steps, async ([name, file, args]) => {
  const began = Date.now();
  let said = '';
  const code = await run(file, args, {}, (output) => {
    said = output;
  });
  console.log(`── ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s\n${said}`);
  return code;
});
const failed = steps.filter((_, i) => codes[i]).map(([name]) => name);
console.log(failed.length ? `not clean: ${failed.join(', ')}` : 'clean');
process.exitCode = failed.length ? 1 : 0;
