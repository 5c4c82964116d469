// The lab's panels as golden pictures: the toy that PyTorch trained, and a larger set compared with another.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import type { Shown } from '../../src/lab/pictures/panel.ts';
import { panelsOf } from '../../src/lab/pictures/panels.ts';
import { look, type Look } from '../../src/models/look.ts';
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
  const { tensors } = await openFile(
    new Blob([readFileSync('tests/golden/lab/toy.safetensors')]),
    'toy.safetensors',
  );
  toy = await look(await loadMatrix(tensors[0], { file: 0, tensor: 'W' }), k);
  const [n, m] = [40, 8];
  const A = Float64Array.from({ length: n * m }, (_, i) => normal(key(1, 91), i) * (i < 8 * m ? 0.01 : 1));
  const B = A.map((v, i) => v + 0.4 * normal(key(2, 91), i));
  wide = {
    look: await look({ A, n, m, at: Array.from({ length: n }, (_, f) => f), notes: [] }, k),
    comparison: { likeness: likeness({ A, n, m }, { A: B, n, m }, k), notes: [], rows: [n, n] },
    seen: { yaw: 30, pitch: 20 },
    cell: 100,
  };
});

const same = (name: string, picture: Picture): void => {
  compare(`lab-${name}`, picture);
  expect(twins(picture.marks)).toEqual([]);
};

const ids = ['view', 'gram', 'shares', 'norms', 'interference', 'pairs'];
describe('panels of the lab', () => {
  test.each(ids)('%s of a toy', (id) => {
    const shown = { look: toy, seen };
    same(
      `toy-${id}`,
      panelsOf(shown)
        .find((panel) => panel.id === id)!
        .picture(shown, 540),
    );
  });
  test.each([...ids, 'partners'])('%s of forty, narrow', (id) =>
    same(
      `forty-${id}`,
      panelsOf(wide)
        .find((panel) => panel.id === id)!
        .picture(wide, 350),
    ),
  );
  test('those that fit, and no others', () => {
    expect(panelsOf({ look: toy, seen }).map(({ id }) => id)).toEqual(ids);
    expect(panelsOf(wide).map(({ id }) => id)).toEqual([...ids, 'partners']);
  });
});
