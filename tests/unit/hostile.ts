// Addresses that wish a figure ill, seeded: the same list for the test in node and for the one in the browser.

import { bits } from '../../src/math/random.ts';
import type { Spec } from '../../src/runtime/params.ts';

const VALUES = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e999',
  '0x10',
  '1,5',
  '',
  ' ',
  '%',
  '%zz',
  '%E0%A4%A',
  '\u0000',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '__proto__',
  'null',
  'undefined',
  '[object Object]',
  '😀',
  '9'.repeat(400),
  'a'.repeat(5000),
  '1:pull:0:NaN:1',
  '1:pull:99:1:1,2',
  '0:0:0:0:0',
  '-1',
  '1e-320',
  '2147483648',
  '9007199254740993',
  '${7*7}',
  '../../x',
  'true',
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'engine',
  '',
  '%',
  'x'.repeat(3000),
  'edits',
  'step',
  'seed',
  '<b>',
];
export const random = (name: string): ((spec: Spec) => string) => {
  const key = [...name].reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7);
  let i = 0;
  const next = (): number => bits(key, i++) >>> 0;
  const pick = <T>(list: readonly T[]): T => list[next() % list.length];
  return (spec) =>
    Array.from({ length: 1 + (next() % 6) }, () => {
      const field = next() % 3 ? pick(Object.keys(spec)) : pick(KEYS);
      return `${field}${pick(['=', '=', '=', '==', '', ':', '=%20'])}${next() % 4 ? pick(VALUES) : String((next() / 2 ** 31 - 1) * 10 ** (next() % 9))}`;
    }).join(pick(['&', '&', '&', '&&', ';', '?', '#']));
};
