// The lab's panels as golden pictures: the toy that PyTorch trained, and a larger set compared with another.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { choose } from '../../src/lab/choose.ts';
import { look, type Look } from '../../src/lab/look.ts';
import { open } from '../../src/lab/open.ts';
import { panels, type Shown } from '../../src/lab/panels.ts';
import { load } from '../../src/math/kernels/load.ts';
import { key, normal } from '../../src/math/random.ts';
import { likeness } from '../../src/models/likeness.ts';
import type { Picture } from '../../src/scene/mark.ts';
import { compare, twins } from './compare.ts';

const seen = { yaw: 0, pitch: 0 };
let toy: Look;
let wide: Shown;
beforeAll(async () => {
  const k = await load();
  const { tensors } = await open(
    new Blob([readFileSync('tests/golden/lab/toy.safetensors')]),
    'toy.safetensors',
  );
  toy = look(await choose(tensors[0], { tensor: 'W' }), k);
  const [n, m] = [40, 8];
  const A = Float64Array.from({ length: n * m }, (_, i) => normal(key(1, 91), i) * (i < 8 * m ? 0.01 : 1));
  const B = A.map((v, i) => v + 0.4 * normal(key(2, 91), i));
  wide = {
    look: look({ A, n, m, at: Array.from({ length: n }, (_, f) => f), notes: [] }, k),
    likeness: likeness({ A, n, m }, { A: B, n, m }, k),
    seen: { yaw: 30, pitch: 20 },
    cell: 100,
  };
});

const same = (name: string, picture: Picture): void => {
  compare(`lab-${name}`, picture);
  expect(twins(picture.marks)).toEqual([]);
};

describe('panels of the lab', () => {
  for (const panel of panels) {
    if (panel.id !== 'partners') {
      test(`${panel.id} of a toy`, () => same(`toy-${panel.id}`, panel.picture({ look: toy, seen }, 540)));
    }
    test(`${panel.id} of forty, narrow`, () => same(`forty-${panel.id}`, panel.picture(wide, 350)));
  }
});
