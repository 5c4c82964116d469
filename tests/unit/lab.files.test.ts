// Files as NumPy and PyTorch write them (tests/golden/lab/make.py) give the numbers that they hold; the rest says why not.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layoutOf, type Choice } from '../../src/lab/analysis/choice.ts';
import { loadMatrix, type Matrix } from '../../src/lab/analysis/load-matrix.ts';
import { half } from '../../src/lab/files/numbers.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { openFile as open, TORCH } from '../../src/lab/files/open-file.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { product, type Tensor } from '../../src/lab/files/tensor.ts';

const choose = (tensor: Tensor, choice: Partial<Choice>): Promise<Matrix> =>
  loadMatrix(tensor, { file: 0, tensor: tensor.name, ...choice });

const folder = 'tests/golden/lab/';
const file = (name: string): Promise<Awaited<ReturnType<typeof open>>> =>
  open(new Blob([readFileSync(folder + name)]), name);
const text = (content: string, name: string): ReturnType<typeof open> => open(new Blob([content]), name);
const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<
  string,
  Record<string, { shape: number[]; values: number[] }>
>;

/** The numbers in C order, whatever the file's. */
async function all(tensor: Tensor): Promise<number[]> {
  const out: number[] = [];
  const { shape } = tensor;
  for await (const piece of tensor.numbers(0, product(shape))) out.push(...piece);
  if (!tensor.fortran) return out;
  const place = (i: number): number => {
    let rest = i;
    let flat = 0;
    shape.forEach((size, axis) => {
      flat += (rest % size) * product(shape.slice(axis + 1));
      rest = Math.floor(rest / size);
    });
    return flat;
  };
  return out.reduce<number[]>((sorted, v, i) => {
    sorted[place(i)] = v;
    return sorted;
  }, []);
}

describe('files with their writers’ numbers', () => {
  for (const [name, tensors] of Object.entries(expected)) {
    test(name, async () => {
      const opened = await file(name);
      expect(opened.notes).toEqual([]);
      for (const [key, { shape, values }] of Object.entries(tensors)) {
        const tensor = opened.tensors.find((t) => t.name === key);
        expect(tensor?.shape, key).toEqual(shape);
        expect(await all(tensor!), key).toEqual(values.map((v) => v));
      }
    });
  }

  test('column names of a CSV, words left out', async () => {
    const { tensors, notes } = await text('name,x,y\nred,1,2\n"blue, dark",3,-4e-1\n', 'a.csv');
    expect(tensors[0]).toMatchObject({ shape: [2, 2], columns: ['x', 'y'] });
    expect(await all(tensors[0])).toEqual([1, 2, 3, -0.4]);
    expect(notes).toEqual(['One column of words (“name”) is no data; it can name the rows.']);
    expect((await text('1;2\r\n3;4\r\n', 'b.csv')).tensors[0].shape).toEqual([2, 2]);
    expect(await all((await text('\ufeff# made by hand\n1,2\r3,4', 'c.csv')).tensors[0])).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test('what is written is read', async () => {
    const numbers = Float64Array.of(1.5, -2, 3e-7, 4);
    expect(await all((await open(new Blob([writeNpy(numbers, [2, 2])]), 'a.npy')).tensors[0])).toEqual([
      ...numbers,
    ]);
    const { tensors } = await open(
      new Blob([
        writeSafetensors({ a: { shape: [2, 2], numbers: [1, 2, 3, 4] }, b: { shape: [1], numbers: [0.5] } }),
      ]),
      'a.safetensors',
    );
    expect(await Promise.all(tensors.map(all))).toEqual([[1, 2, 3, 4], [0.5]]);
  });

  test('half precision against its definition, every bit pattern', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = half(bits);
      const exponent = (bits >> 10) & 31;
      if (exponent === 31) {
        expect(Number.isFinite(value)).toBe(false);
        continue;
      }
      expect(
        Object.is(
          Math.abs(value),
          exponent ? (1024 + (bits & 1023)) * 2 ** (exponent - 25) : (bits & 1023) * 2 ** -24,
        ),
      ).toBe(true);
    }
  });
});

describe('dream files', () => {
  const dream = {
    schema: 'dream/1',
    figure: 'superposition',
    engine: 1,
    address: 'seed=7&engine=1',
    params: { features: 2, hidden: 2 },
    weights: [1, 2, 3, 4, 0, 0],
    snapshot: {
      vectors: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      loss: 0.1,
    },
  };
  test('give their weights and know their figure', async () => {
    const { tensors, dream: of } = await text(JSON.stringify(dream), 'superposition.json');
    expect(of).toEqual({ figure: 'superposition', address: 'seed=7&engine=1' });
    expect(tensors.map((t) => [t.name, t.shape])).toEqual([
      ['W', [2, 2]],
      ['snapshot.vectors', [3, 2]],
    ]);
    expect(await all(tensors[0])).toEqual([1, 2, 3, 4]);
  });
  test('of another kind, or of no figure, are refused', async () => {
    await expect(text(JSON.stringify({ ...dream, schema: 'dream/9' }), 'd.json')).rejects.toThrow(
      'this page reads dream/1',
    );
    await expect(text(JSON.stringify({ ...dream, figure: '../../x' }), 'd.json')).rejects.toThrow(
      'which figure',
    );
  });
});

describe('the sentence for', () => {
  const npy = (header: string, data = 0, version = 1): Blob => {
    const h = new TextEncoder().encode(header);
    const lead = version === 1 ? [h.length & 255, h.length >> 8] : [h.length & 255, h.length >> 8, 0, 0];
    return new Blob([
      Uint8Array.from([0x93, 78, 85, 77, 80, 89, version, 0, ...lead, ...h]),
      new Uint8Array(data),
    ]);
  };
  const head = (descr: string, shape: string): string =>
    `{'descr': ${descr}, 'fortran_order': False, 'shape': (${shape}), }\n`;
  const cases: [what: string, blob: Blob | string, name: string, says: string | RegExp][] = [
    ['nothing', '', 'a.npy', '“a.npy” is empty.'],
    [
      'a shape that lies',
      npy(head("'<f4'", '3, 4'), 40),
      'a.npy',
      'promises f32 numbers of shape [3, 4], 48 bytes; the file has 40 bytes for them',
    ],
    ['a gigabyte claimed', npy(head("'<f8'", '100000, 100000')), 'a.npy', '80 GB; the file has 0 bytes'],
    ['objects', npy(head("'|O'", '3,')), 'a.npy', 'Python objects'],
    ['a structure', npy(head("[('a', '<f4')]", '3,')), 'a.npy', 'structured array'],
    ['complex numbers', npy(head("'<c16'", '3,')), 'a.npy', '“<c16”'],
    ['a later version', npy('x', 0, 9), 'a.npy', 'version 9'],
    ['a header that is none', npy('hello'), 'a.npy', 'is not that of a .npy file: “hello”'],
    [
      'a cut header',
      new Blob([Uint8Array.of(0x93, 78, 85, 77, 80, 89, 1, 0, 200, 0)]),
      'a.npy',
      'ends inside the header',
    ],
    ['a .npy that is not', 'hello', 'a.npy', 'does not begin as a .npy file does'],
    ['HDF5', new Blob([Uint8Array.of(0x89, 72, 68, 70, 13, 10)]), 'a.h5', 'HDF5'],
    ['pickle', new Blob([Uint8Array.of(0x80, 2, 0, 0)]), 'a.pkl', 'save_file'],
    ['bytes', new Blob([Uint8Array.from({ length: 64 }, (_, i) => i)]), 'a', 'none of the formats'],
    ['NaN in JSON', '[[1, NaN]]', 'a.json', 'holds NaN, which JSON does not have'],
    ['half of a JSON', '[[1, 2', 'a.json', 'is not JSON'],
    ['ragged JSON', '[[1, 2], [3]]', 'a.json', 'ragged at [1]: 1 items, where the first has 2'],
    ['words in JSON', '[[1, 2], [3, "x"]]', 'a.json', 'has "x" at [1][1]'],
    ['JSON of no rows', '{"a": 1}', 'a.json', 'holds no rows of numbers. It has “a”'],
    ['JSON whose shape lies', '{"shape": [9, 9], "data": [1]}', 'a.json', 'needs 81 numbers; “data” has 1'],
    ['ragged CSV', 'a,b\n1,2\n3\n', 'a.csv', 'line 3 has 1 cells, the first has 2'],
    ['words in CSV', '1,2\n3,x\n', 'a.csv', 'has “x” in line 2, column 2'],
    ['CSV without numbers', 'a,b\nc,d\n', 'a.csv', 'no number in line 2'],
    ['an open quotation', '1,"2\n', 'a.csv', 'A quotation that begins in line 1'],
    [
      'a safetensors header of a gigabyte',
      new Blob([Uint8Array.of(0, 0, 0, 64, 0, 0, 0, 0, 123, 125)]),
      'a.safetensors',
      'claims a header of 1.1 GB; the file has 10 bytes',
    ],
  ];
  for (const [what, content, name, says] of cases) {
    test(what, async () => {
      await expect(open(typeof content === 'string' ? new Blob([content]) : content, name)).rejects.toThrow(
        says,
      );
    });
  }

  test('PyTorch’s own files, new and old', async () => {
    await expect(file('weights.pt')).rejects.toThrow(TORCH);
    await expect(file('weights-old.pt')).rejects.toThrow(TORCH);
  });
  test('safetensors that lie', async () => {
    const made = (table: object, data = 0): Promise<unknown> => {
      const h = new TextEncoder().encode(JSON.stringify(table));
      return open(
        new Blob([Uint8Array.of(h.length, 0, 0, 0, 0, 0, 0, 0), h, new Uint8Array(data)]),
        'a.safetensors',
      );
    };
    await expect(made({ a: { dtype: 'F32', shape: [2, 2], data_offsets: [0, 12] } }, 16)).rejects.toThrow(
      '16 bytes; its place has 12 bytes',
    );
    await expect(made({ a: { dtype: 'F32', shape: [4], data_offsets: [0, 16] } }, 8)).rejects.toThrow(
      'would end at byte',
    );
    await expect(
      made(
        {
          a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
          b: { dtype: 'F32', shape: [2], data_offsets: [4, 12] },
        },
        12,
      ),
    ).rejects.toThrow('claim the same bytes');
    await expect(made({ a: 1 })).rejects.toThrow('lacks a dtype');
    await expect(made([])).rejects.toThrow();
  });
  test('an archive that lies', async () => {
    const whole = readFileSync(`${folder}dtypes-deflated.npz`);
    await expect(open(new Blob([whole.subarray(0, 3000)]), 'a.npz')).rejects.toThrow('cut off');
    const bent = Uint8Array.from(whole);
    bent.fill(0xff, 60, 90); // inside the first compressed part
    const { notes } = await open(new Blob([bent]), 'a.npz');
    expect(notes.join()).toMatch(/“f2-little-C”|damaged/);
  });
});

describe('choosing', () => {
  const square = async (): Promise<Tensor> => (await text('[[1,2,3],[4,5,6]]', 'a.json')).tensors[0];
  test('features lie along the longer side unless told', async () => {
    const t = await square();
    expect(layoutOf(t, { file: 0, tensor: 'rows' }).transpose).toBe(true);
    expect([...(await choose(t, { tensor: 'rows' })).A]).toEqual([1, 4, 2, 5, 3, 6]);
    expect([...(await choose(t, { tensor: 'rows', transpose: false })).A]).toEqual([1, 2, 3, 4, 5, 6]);
  });
  test('features and places by number', async () => {
    expect(await choose(await square(), { tensor: 'rows', features: '0, 2', dims: '1' })).toMatchObject({
      n: 2,
      m: 1,
      at: [0, 2],
      A: Float64Array.of(4, 6),
    });
    await expect(choose(await square(), { tensor: 'rows', features: '0-9' })).rejects.toThrow(
      'numbered from 0; there is no 9',
    );
    await expect(choose(await square(), { tensor: 'rows', features: 'all' })).rejects.toThrow(
      '“all” is not a choice of features',
    );
  });
  test('an item of three axes, in either order', async () => {
    const { tensors } = await file('dtypes.npz');
    const cube = tensors.find((t) => t.name === 'three-axes-F')!;
    expect([...(await choose(cube, { transpose: false, slice: '1' })).A]).toEqual(
      Array.from({ length: 12 }, (_, i) => 12 + i),
    );
    expect([...(await choose(cube, { transpose: false })).A]).toEqual(
      Array.from({ length: 24 }, (_, i) => i),
    );
    await expect(choose(cube, { slice: '2' })).rejects.toThrow('there is no item 2');
  });
  test('NaN is said, with its place', async () => {
    const [t] = (await text('1,2\n3,nan\n5,6\n', 'a.csv')).tensors;
    await expect(choose(t, { tensor: 'table' })).rejects.toThrow(
      '1 number of “table” is NaN or infinite, in 1 of 3 features, the first of them feature 1.',
    );
    expect((await choose(t, { tensor: 'table', features: '0,2' })).n).toBe(2);
  });
  test('what is too large is cut, and said', async () => {
    const tall = (await open(new Blob([writeNpy(new Float32Array(5000 * 2).fill(1), [5000, 2])]), 'a.npy'))
      .tensors[0];
    expect(await choose(tall, { tensor: 'a' })).toMatchObject({
      n: 4096,
      m: 2,
      notes: [
        '4,096 of 5,000 features, evenly spaced, stand in the panels of pairs; lengths are of all. Choose others by their numbers.',
      ],
    });
  });
});
