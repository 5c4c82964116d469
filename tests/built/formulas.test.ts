// What is set can be set: every class of a formula on the built pages has its rules, every face its file.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keep, rulesOf, usedIn } from '../../src/bake/katex-used.ts';
import { dist, files } from './site.ts';

test('formulas', () => {
  const used = usedIn(files(/\.html$/).map((file) => readFileSync(`${dist}/${file}`, 'utf8')));
  const css = readFileSync('src/styles/katex.css', 'utf8');
  const have = new Set(rulesOf(css).map(({ selector }) => selector));
  const need = rulesOf(readFileSync('node_modules/katex/dist/katex.css', 'utf8'))
    .flatMap((rule) => keep(rule, used.classes))
    .map(({ selector }) => selector);
  expect(need).not.toEqual([]);
  expect(
    need.filter((selector) => !have.has(selector)),
    'run `node src/bake/katex-css.ts` after a build',
  ).toEqual([]);
  for (const view of used.faces) {
    const [family, weight, style] = view.split(' ');
    expect(css).toContain(`font-family:"${family}";font-weight:${weight};font-style:${style}`);
  }
});
