// What the modules for strangers' pages weigh, in kB gzipped as a host sends them. First loads: tests/e2e/budgets.spec.ts, embed.spec.ts.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { names } from '../../src/widgets/registry.ts';
import { dist } from './site.ts';

const kB = (file: string): number => gzipSync(readFileSync(`${dist}/widgets/${file}`)).length / 1000;
/**
 * The figures with most in them: three panels and a film of stairs, a transformer that reads, seven models, networks on pictures
 * with their convolution kernels of both sets. Every module carries the one reducer of all controls, 2 kB.
 */
const large: Readonly<Record<string, number>> = {
  superposition: 58,
  'phase-diagram': 46,
  circuit: 51,
  families: 48,
  branches: 47,
  gabors: 46,
  induction: 50,
  gallery: 57,
};

test.each(names)('/widgets/%s.js', (name) => {
  expect(kB(`${name}.js`)).toBeLessThanOrEqual(large[name] ?? 45);
});

test('what comes at a click stands beside the modules, once for all figures', () => {
  expect(kB('panels.js')).toBeLessThanOrEqual(5);
  expect(kB('programs.js')).toBeLessThanOrEqual(32); // the texts of eighteen
  expect(kB('film.js')).toBeLessThanOrEqual(90);
});
