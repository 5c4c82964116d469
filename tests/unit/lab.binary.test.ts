// Kinds of binary files that researchers have and that were once misread or refused with the wrong words: each with the right
// value, and two more of its kind.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { bytes, npy, open, read, safetensors, values } from '../tools/lab-files.ts';
import { zipOf } from '../tools/zip-of.ts';

describe('names are never keys', () => {
  const long = 'model.layers.10.self_attention.out_projection.';
  test.each([
    ['of 40 equal letters', `${long}bias`, `${long}weight`],
    ['of 300 equal letters', `${'x'.repeat(300)}a`, `${'x'.repeat(300)}b`],
    ['of the prototype', '__proto__', 'constructor'],
  ])('arrays %s are two', async (_, one, two) => {
    const file = zipOf([
      [`${one}.npy`, npy(3, 2, 7)],
      [`${two}.npy`, npy(3, 2, 1)],
    ]);
    const opened = await open(file, 'a.npz');
    expect(opened.tensors.map(({ name }) => name)).toEqual([one, two]);
    const lengths = await Promise.all(
      opened.tensors.map(async (tensor) => {
        const { A } = await loadMatrix(tensor, { file: 0, tensor: tensor.name });
        return Math.sqrt(A[0] ** 2 + A[1] ** 2);
      }),
    );
    expect(lengths[0]).toBeCloseTo(9.899, 3);
    expect(lengths[1]).toBeCloseTo(1.414, 3);
  });
  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])('the dtype %s', async (dtype) => {
    const header = `{"a":{"dtype":"${dtype}","shape":[1],"data_offsets":[0,4]}}`;
    await expect(open(safetensors(header, 4), 'a.safetensors')).rejects.toThrow(
      `“a” holds ${dtype}, which the lab does not read`,
    );
  });
  test.each(['constructor', '__proto__', 'toString'])('the head cell %s', async (head) => {
    const opened = await open(`${head},b\n1,2\n3,4\n`, 'a.csv');
    expect(opened.tensors[0].columns).toEqual([head, 'b']);
    expect((await values(opened)).values).toEqual([1, 2, 3, 4]);
  });
  test('the last of two entries of one name, as in NumPy', async () => {
    const file = zipOf([
      ['a.npy', npy(1, 2, 1)],
      ['b.npy', npy(1, 2, 5)],
      ['a.npy', npy(1, 2, 9)],
    ]);
    const opened = await open(file, 'a.npz');
    expect(opened.tensors.map(({ name }) => name)).toEqual(['a', 'b']);
    expect((await values(opened)).values).toEqual([9, 9]);
    expect(opened.notes).toEqual(['One name stands there twice; the last one counts, as in NumPy.']);
  });
});

describe('a flipped byte', () => {
  test.each([true, false])('in an archive (deflated: %s) is a sentence', async (deflated) => {
    const array = writeNpy(
      Float64Array.from({ length: 64 }, (_, i) => Math.sin(i)),
      [8, 8],
    );
    const file = zipOf([['a.npy', array]], deflated);
    for (const at of [200, 260, 300]) {
      const bent = Uint8Array.from(file);
      bent[at] ^= 0x40;
      const opened = await open(bent, 'a.npz').catch((error: Error) => error);
      if (opened instanceof Error) expect(opened.message).toMatch(/damaged|checksum/);
      else await expect(values(opened)).rejects.toThrow(/damaged/);
    }
    expect((await read(file, 'a.npz')).shape).toEqual([8, 8]);
  });
});

describe('binary files', () => {
  const header = (text: string, data = 8): Uint8Array<ArrayBuffer> =>
    bytes([0x93], 'NUMPY', [1, 0, text.length & 255, text.length >> 8], text, new Uint8Array(data));
  test.each([
    "{u'descr': u'<f4', u'fortran_order': False, u'shape': (1L, 2L), }\n",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1L,2L)}\n",
    "{'shape': (1, 2L), 'fortran_order': False, 'descr': u'<f4'}\n",
  ])('a header of Python 2: %s', async (text) => {
    expect((await read(header(text), 'a.npy')).shape).toEqual([1, 2]);
  });
  test.each<[string, [string, Uint8Array<ArrayBuffer>][]]>([
    [
      'csr',
      [
        ['indices.npy', npy(1, 2, 1)],
        ['indptr.npy', npy(1, 2, 1)],
        ['format.npy', npy(1, 1, 1)],
        ['shape.npy', npy(1, 2, 2)],
        ['data.npy', npy(1, 2, 1)],
      ],
    ],
    [
      'coo',
      [
        ['row.npy', npy(1, 2, 1)],
        ['col.npy', npy(1, 2, 1)],
        ['format.npy', npy(1, 1, 1)],
        ['shape.npy', npy(1, 2, 2)],
        ['data.npy', npy(1, 2, 1)],
      ],
    ],
    [
      'dia',
      [
        ['offsets.npy', npy(1, 2, 1)],
        ['format.npy', npy(1, 1, 1)],
        ['shape.npy', npy(1, 2, 2)],
        ['data.npy', npy(1, 2, 1)],
      ],
    ],
  ])('a sparse matrix of SciPy (%s)', async (_, parts) => {
    await expect(open(zipOf(parts), 'a.npz')).rejects.toThrow('is a sparse matrix of SciPy. Save it densely');
  });
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['without a tensor', safetensors('{}'), 'without any tensor'],
    ['with metadata alone', safetensors('{"__metadata__":{"a":"b"}}'), 'without any tensor'],
    ['of FP4 alone', safetensors('{"a":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}}', 1), 'holds F4'],
    [
      'with a hole',
      safetensors(
        '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}',
        3,
      ),
      'belong to no tensor',
    ],
    [
      'with bytes at the end',
      safetensors('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 3),
      'after its last tensor',
    ],
    [
      'with a key twice',
      safetensors(
        '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
        1,
      ),
      'has “a” twice',
    ],
  ])('safetensors %s', async (_, file, says) => {
    await expect(open(file, 'a.safetensors')).rejects.toThrow(says);
  });
  test('FP8 by its definition', async () => {
    const file = safetensors(
      '{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"F8_E5M2","shape":[2],"data_offsets":[4,6]}}',
      6,
    );
    file.set([0x38, 0xb8, 0x7e, 0x01, 0x3c, 0xc0], file.length - 6);
    const opened = await open(file, 'a.safetensors');
    expect((await values(opened)).values).toEqual([1, -1, 448, 2 ** -9]);
    expect((await values(opened, 1)).values).toEqual([1, -2]);
  });
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    [
      'a pointer of Git LFS',
      bytes('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n'),
      'pointer of Git LFS',
    ],
    ['MATLAB 7.3', bytes('MATLAB 7.3 MAT-file, Platform: GLNXA64'), 'h5py'],
    ['MATLAB 5', bytes('MATLAB 5.0 MAT-file, Platform: GLNXA64'), 'loadmat'],
  ])('%s', async (_, file, says) => {
    await expect(open(file, 'weights.safetensors')).rejects.toThrow(says);
  });
});

describe('what is NaN', () => {
  test('can be left out by one choice, and is counted', async () => {
    const { tensors } = await open('1,2\nnan,4\n5,6\n7,nan\n', 'a.csv');
    const about = { file: 0, tensor: 'table' };
    await expect(loadMatrix(tensors[0], about)).rejects.toThrow(
      /2 numbers of “table” are NaN or infinite, in 2 of 4 features/,
    );
    const left = await loadMatrix(tensors[0], { ...about, omit: true });
    expect([left.n, left.at, [...left.A]]).toEqual([2, [0, 2], [1, 2, 5, 6]]);
    expect(left.notes).toEqual(['2 features were left out for a NaN or an infinite number.']);
  });
});

describe('any axis, any slice', () => {
  const cube = { shape: [2, 3, 4], numbers: Float32Array.from({ length: 24 }, (_, i) => i) };
  const one = async (choice: object) => {
    const { tensors } = await open(writeSafetensors({ cube }), 'a.safetensors');
    const { n, m, A } = await loadMatrix(tensors[0], {
      file: 0,
      tensor: 'cube',
      transpose: false,
      ...choice,
    });
    return [n, m, ...A];
  };
  test.each<[string, object, number[]]>([
    ['an item of the first', { slice: '1' }, [3, 4, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]],
    ['an item of the second', { slice: ':, 2' }, [2, 4, 8, 9, 10, 11, 20, 21, 22, 23]],
    ['the last item of the last', { slice: ':, :, -1' }, [2, 3, 3, 7, 11, 15, 19, 23]],
    ['rows along the second', { slice: '0', axis: 1 }, [3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['rows along the last of two', { slice: '0', axis: 2 }, [4, 3, 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]],
    [
      'features that are columns',
      { slice: '0', transpose: true },
      [4, 3, 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11],
    ],
    ['one row', { slice: '1, 2' }, [4, 1, 20, 21, 22, 23]],
  ])('%s', async (_, choice, right) => {
    expect(await one(choice)).toEqual(right);
  });
  test.each(['2', ':, 3', ':, :, -5'])('there is no %s', async (slice) => {
    await expect(one({ slice })).rejects.toThrow('there is no item');
  });
  test('in Fortran order as well', async () => {
    const opened = await openFile(new Blob([readFileSync('tests/golden/lab/dtypes.npz')]), 'dtypes.npz');
    const tensor = opened.tensors.find(({ name }) => name === 'three-axes-F')!;
    const { A } = await loadMatrix(tensor, { file: 0, tensor: tensor.name, slice: ':, 1', transpose: false });
    expect([...A]).toEqual([4, 5, 6, 7, 16, 17, 18, 19]);
  });
});
