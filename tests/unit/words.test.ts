// Numbers as they are said.

import { expect, test } from 'vitest';
import { grouped } from '../../src/scene/format.ts';

test('grouped: as the tables of all languages say it, without loading them', () => {
  for (const n of [0, 7, 999, 1000, 12_345, 1_234_567, -4321, 0.5, 1234.5678, 2047.9996, 1e15]) {
    expect(grouped(n)).toBe(n.toLocaleString('en'));
  }
});
