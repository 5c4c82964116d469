// Kinds of files that researchers have and that were once misread or refused with the wrong words: each with the right value,
// and two more of its kind. The numbers are those that NumPy, pandas or R read there.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { product, type Opened } from '../../src/lab/files/tensor.ts';
import { zipOf } from '../tools/zip-of.ts';

type Content = string | Uint8Array<ArrayBuffer>;
const open = (content: Content, name: string): Promise<Opened> => openFile(new Blob([content]), name);

/** Shape and numbers of a file's tensor, in the order of storage. */
async function values(opened: Opened, at = 0): Promise<{ shape: readonly number[]; values: number[] }> {
  const tensor = opened.tensors[at]!;
  const all: number[] = [];
  for await (const piece of tensor.numbers(0, product(tensor.shape))) all.push(...piece);
  return { shape: tensor.shape, values: all };
}
const read = async (content: Content, name: string) => values(await open(content, name));
const bytes = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]));
const npy = (rows: number, cols: number, value: number): Uint8Array<ArrayBuffer> =>
  writeNpy(new Float64Array(rows * cols).fill(value), [rows, cols]);
const safetensors = (header: string, data = 0): Uint8Array<ArrayBuffer> => {
  const text = new TextEncoder().encode(header);
  return bytes([text.length & 255, text.length >> 8, 0, 0, 0, 0, 0, 0], text, new Uint8Array(data));
};

describe('names are never keys', () => {
  const long = 'model.layers.10.self_attention.out_projection.';
  test.each([
    ['of 40 equal letters', `${long}bias`, `${long}weight`],
    ['of 300 equal letters', `${'x'.repeat(300)}a`, `${'x'.repeat(300)}b`],
    ['of the prototype', '__proto__', 'constructor'],
  ])('arrays %s are two', async (_, one, two) => {
    const file = zipOf([[`${one}.npy`, npy(3, 2, 7)], [`${two}.npy`, npy(3, 2, 1)]]);
    const opened = await open(file, 'a.npz');
    expect(opened.tensors.map(({ name }) => name)).toEqual([one, two]);
    const lengths = await Promise.all(
      opened.tensors.map(async (tensor) => {
        const { A } = await loadMatrix(tensor, { file: 0, tensor: tensor.name });
        return Math.sqrt(A[0]! ** 2 + A[1]! ** 2);
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
    expect(opened.tensors[0]!.columns).toEqual([head, 'b']);
    expect((await values(opened)).values).toEqual([1, 2, 3, 4]);
  });
  test('the last of two entries of one name, as in NumPy', async () => {
    const file = zipOf([['a.npy', npy(1, 2, 1)], ['b.npy', npy(1, 2, 5)], ['a.npy', npy(1, 2, 9)]]);
    const opened = await open(file, 'a.npz');
    expect(opened.tensors.map(({ name }) => name)).toEqual(['a', 'b']);
    expect((await values(opened)).values).toEqual([9, 9]);
    expect(opened.notes).toEqual(['One name stands there twice; the last one counts, as in NumPy.']);
  });
});

describe('a flipped byte', () => {
  test.each([true, false])('in an archive (deflated: %s) is a sentence', async (deflated) => {
    const array = writeNpy(Float64Array.from({ length: 64 }, (_, i) => Math.sin(i)), [8, 8]);
    const file = zipOf([['a.npy', array]], deflated);
    for (const at of [200, 260, 300]) {
      const bent = Uint8Array.from(file);
      bent[at]! ^= 0x40;
      const opened = await open(bent, 'a.npz').catch((error: Error) => error);
      if (opened instanceof Error) expect(opened.message).toMatch(/damaged|checksum/);
      else await expect(values(opened)).rejects.toThrow(/damaged/);
    }
    expect((await read(file, 'a.npz')).shape).toEqual([8, 8]);
  });
});

describe('commas in numbers', () => {
  test.each<[string, string, number[] | RegExp]>([
    ['decimals between semicolons', 'n;b;c\n1;1,5;2,5\n2;3,5;4,25\n', [1, 1.5, 2.5, 2, 3.5, 4.25]],
    ['decimals between tabs', '1,5\t2,25\n-0,5\t1e3\n', [1.5, 2.25, -0.5, 1000]],
    ['decimals in quotation marks', '"1,5","2,5"\n"0,25","3,5"\n', [1.5, 2.5, 0.25, 3.5]],
    ['thousands in quotation marks', '"1,234.5",2\n"12,000.25",3\n', [1234.5, 2, 12000.25, 3]],
    ['thousands, two marks', 'a;b\n1,234,567;1\n2,000,000;2\n', [1234567, 1, 2000000, 2]],
    ['either', '1,234;2,345\n5,678;9,123\n', /“1,234” in line 1, column 1: the comma may part thousands or decimals/],
    ['either, in quotation marks', '"1,234",2\n"2,345",3\n', /the comma may part thousands or decimals/],
    ['both', '1,5;1,234,567\n', /cannot part both/],
  ])('%s', async (_, text, right) => {
    if (right instanceof RegExp) await expect(read(text, 'a.csv')).rejects.toThrow(right);
    else expect((await read(text, 'a.csv')).values).toEqual(right);
  });
});

describe('rows that begin with #', () => {
  test('a token', async () => {
    const opened = await open('##ing 0.5 1\n# 2 3\n#tag 4 5\nthe 6 7\n', 'a.txt');
    expect((await values(opened)).values).toEqual([0.5, 1, 2, 3, 4, 5, 6, 7]);
    expect(opened.labels[0]!.values).toEqual(['##ing', '#', '#tag', 'the']);
  });
  test('the error of a spreadsheet', async () => {
    const opened = await open('1,2\n#DIV/0!,3\n4,#REF!\n', 'a.csv');
    expect((await values(opened)).values).toEqual([1, 2, NaN, 3, 4, NaN]);
    expect(opened.notes.join()).toContain('2 errors of a spreadsheet');
  });
  test('comments before the data, and one after it that is counted', async () => {
    const opened = await open('# made by hand\n# x, y\n1,2\n3,4\n# the end\n', 'a.csv');
    expect((await values(opened)).values).toEqual([1, 2, 3, 4]);
    expect(opened.notes).toContain('1 lines that begin with # after the data were passed over.');
    expect(opened.tensors[0]!.columns).toEqual(['x', 'y']);
  });
});

describe('pandas and R', () => {
  const data = [0.5, 1.5, 2.5, 3.5];
  test.each<[string, string, number[], string[] | undefined]>([
    ['to_csv with index', ',a,b\n0,0.5,1.5\n1,2.5,3.5\n', data, ['a', 'b']],
    ['to_csv without index', 'a,b\n0.5,1.5\n2.5,3.5\n', data, ['a', 'b']],
    ['to_csv of an array', ',0,1\n0,0.5,1.5\n1,2.5,3.5\n', data, ['0', '1']],
    ['to_csv of an array without index', '0,1\n0.5,1.5\n2.5,3.5\n', data, ['0', '1']],
    ['to_csv read and written again', 'Unnamed: 0,a,b\n0,0.5,1.5\n1,2.5,3.5\n', data, ['a', 'b']],
    ['to_csv with an index of words', 'word,0,1\nred,0.5,1.5\nblue,2.5,3.5\n', data, ['0', '1']],
    ['write.csv', '"","a","b"\n"1",0.5,1.5\n"2",2.5,3.5\n', data, ['a', 'b']],
    ['write.csv without row names', '"V1","V2"\n0.5,1.5\n2.5,3.5\n', data, ['V1', 'V2']],
    ['write.table', '"a" "b"\n"1" 0.5 1.5\n"2" 2.5 3.5\n', data, undefined],
    ['write.csv with NA', '"","a","b"\n"1",NA,1.5\n"2",2.5,3.5\n', [NaN, 1.5, 2.5, 3.5], ['a', 'b']],
    ['whole numbers without a head', '0,1\n1,0\n1,1\n3,2\n', [0, 1, 1, 0, 1, 1, 3, 2], undefined],
  ])('%s', async (_, text, right, columns) => {
    const opened = await open(text, 'a.csv');
    expect((await values(opened)).values).toEqual(right);
    if (columns) expect(opened.tensors[0]!.columns).toEqual(columns);
  });
  test('an index of words names the rows', async () => {
    const { labels } = await open('word,0,1\nred,0.5,1.5\nblue,2.5,3.5\n', 'a.csv');
    expect(labels).toEqual([{ name: 'word', values: ['red', 'blue'] }]);
  });
  test('what counts and may be an index is said', async () => {
    const { notes } = await open('0,0.5\n1,1.5\n2,2.5\n', 'a.csv');
    expect(notes.join()).toContain('The first column counts 0, 1, 2');
  });
});

describe('cells', () => {
  test.each<[string, string, number[]]>([
    ['hexadecimal ids are words', 'id,x\n0x1f,1\n0x2a,2\n31,3\n', [1, 2, 3]],
    ['octal and binary ids are words', '0o17,1\n0b11,2\n12,3\n', [1, 2, 3]],
    ['0x in a list of numbers', '1,0x10\n2,0x11\n', [1, 2]],
    ['a column empty in the first row', 'a,b\n,1\n2,3\n4,5\n', [NaN, 1, 2, 3, 4, 5]],
    ['a column of words empty in the first row', 'a,b\n,1\nred,3\nblue,5\n', [1, 3, 5]],
    ['a line end in quotation marks', 'w,x\n"two\nlines",1\nb,2\n', [1, 2]],
    ['a quotation mark in a word', 'w,x\n5" nail,1\n6" nail,2\n', [1, 2]],
    ['a token that is a quotation mark', '",0.5\n.,1.5\nthe,2.5\n', [0.5, 1.5, 2.5]],
    ['the same by white space', '" 0.5\n, 1.5\nthe 2.5\n', [0.5, 1.5, 2.5]],
    ['doubled quotation marks', '"a ""b""",1\n"c",2\n', [1, 2]],
    ['a first cell with a bracket', '[CLS],1,2\n[SEP],3,4\n', [1, 2, 3, 4]],
    ['a first cell with a brace', '{x},1\n{y},2\n', [1, 2]],
    ['pipes', 'a|b\n1|2\n3|4\n', [1, 2, 3, 4]],
    ['word2vec with its counts', '3 2\nred 1 2\nblue 3 4\n</s> 5 6\n', [1, 2, 3, 4, 5, 6]],
    ['GloVe', 'the 0.5 1\n, 2 3\n. 4 5\n', [0.5, 1, 2, 3, 4, 5]],
    ['infinities', '1,inf\n-Infinity,2\n', [1, Infinity, -Infinity, 2]],
  ])('%s', async (_, text, right) => {
    expect((await read(text, 'a.csv')).values).toEqual(right);
  });
  test('a wrong count in word2vec is said', async () => {
    expect((await open('9 2\nred 1 2\nblue 3 4\n', 'a.txt')).notes.join()).toContain('promises 9 rows; it has 2');
  });
  test('names with line ends and marks are kept', async () => {
    const { labels } = await open('w,x\n"two\nlines",1\n"say ""hi""",2\n', 'a.csv');
    expect(labels[0]!.values).toEqual(['two\nlines', 'say "hi"']);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, big: boolean): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(
      [0xfeff, ...[...text].map((c) => c.charCodeAt(0))].flatMap((c) => (big ? [c >> 8, c & 255] : [c & 255, c >> 8])),
    );
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['UTF-16, little end first', utf16('é,b\n1,2\n', false)],
    ['UTF-16, big end first', utf16('é,b\n1,2\n', true)],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'é,b\r\n1,2\r\n')],
    ['Latin-1', bytes([0xe9], ',b\n1,2\n')],
  ])('%s', async (_, content) => {
    const opened = await open(content, 'a.csv');
    expect(opened.tensors[0]!.columns).toEqual(['é', 'b']);
    expect((await values(opened)).values).toEqual([1, 2]);
  });
  test('JSON in UTF-16', async () => {
    expect((await read(utf16('[[1,2],[3,4]]', true), 'a.json')).values).toEqual([1, 2, 3, 4]);
  });
  test.each([
    ['a.csv.gz', 'a,b\n1,2\n'],
    ['a.json.gz', '[[1,2]]'],
  ])('%s', async (name, text) => {
    expect((await read(Uint8Array.from(gzipSync(text)), name)).values).toEqual([1, 2]);
  });
  test('a packed .npy', async () => {
    expect((await read(Uint8Array.from(gzipSync(npy(1, 2, 4))), 'a.npy.gz')).values).toEqual([4, 4]);
  });
});

describe('JSON', () => {
  test.each<[string, string, string, number[]]>([
    ['null is missing', '[[1,null],[2,3]]', 'a.json', [1, NaN, 2, 3]],
    ['lines of lists', '[1,2]\n[3,4]\n', 'a.jsonl', [1, 2, 3, 4]],
    ['lines of objects', '{"a":1,"b":2}\n{"a":3,"b":4}\n', 'a.jsonl', [1, 2, 3, 4]],
    ['lines with an embedding', '{"word":"x","embedding":[1,2]}\n{"word":"y","embedding":[3,4]}\n', 'a.ndjson', [1, 2, 3, 4]],
    ['pandas records', '[{"a":1,"w":"x"},{"a":null,"w":"y"}]', 'a.json', [1, NaN]],
    ['a list of embeddings', '[{"embedding":[1,2]},{"embedding":[3,4]}]', 'a.json', [1, 2, 3, 4]],
    ['a key of the prototype', '[{"__proto__":1,"constructor":2}]', 'a.json', [1, 2]],
  ])('%s', async (_, text, name, right) => {
    expect((await read(text, name)).values).toEqual(right);
  });
  test('words beside the numbers name the rows', async () => {
    const { labels } = await open('[{"word":"x","v":[1,2]},{"word":"y","v":[3,4]}]', 'a.json');
    expect(labels).toEqual([{ name: 'word', values: ['x', 'y'] }]);
  });
  test.each([
    ['a list of words', '["red","blue"]', ['red', 'blue']],
    ['a vocabulary', '{"blue":1,"red":0}', ['red', 'blue']],
    ['words by number', '{"0":"red","1":"blue"}', ['red', 'blue']],
  ])('%s', async (_, text, right) => {
    expect((await open(text, 'vocab.json')).labels[0]!.values).toEqual(right);
  });
  test('a list of words in lines, line by line', async () => {
    const { labels } = await open('[PAD]\n"\n##ing\n,\n\nthe\n', 'vocab.txt');
    expect(labels[0]!.values).toEqual(['[PAD]', '"', '##ing', ',', '', 'the']);
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
    ['csr', [['indices.npy', npy(1, 2, 1)], ['indptr.npy', npy(1, 2, 1)], ['format.npy', npy(1, 1, 1)], ['shape.npy', npy(1, 2, 2)], ['data.npy', npy(1, 2, 1)]]],
    ['coo', [['row.npy', npy(1, 2, 1)], ['col.npy', npy(1, 2, 1)], ['format.npy', npy(1, 1, 1)], ['shape.npy', npy(1, 2, 2)], ['data.npy', npy(1, 2, 1)]]],
    ['dia', [['offsets.npy', npy(1, 2, 1)], ['format.npy', npy(1, 1, 1)], ['shape.npy', npy(1, 2, 2)], ['data.npy', npy(1, 2, 1)]]],
  ])('a sparse matrix of SciPy (%s)', async (_, parts) => {
    await expect(open(zipOf(parts), 'a.npz')).rejects.toThrow('is a sparse matrix of SciPy. Save it densely');
  });
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['without a tensor', safetensors('{}'), 'without any tensor'],
    ['with metadata alone', safetensors('{"__metadata__":{"a":"b"}}'), 'without any tensor'],
    ['of FP4 alone', safetensors('{"a":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}}', 1), 'holds F4'],
    ['with a hole', safetensors('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}', 3), 'belong to no tensor'],
    ['with bytes at the end', safetensors('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 3), 'after its last tensor'],
    ['with a key twice', safetensors('{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', 1), 'has “a” twice'],
  ])('safetensors %s', async (_, file, says) => {
    await expect(open(file, 'a.safetensors')).rejects.toThrow(says);
  });
  test('FP8 by its definition', async () => {
    const file = safetensors('{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"F8_E5M2","shape":[2],"data_offsets":[4,6]}}', 6);
    file.set([0x38, 0xb8, 0x7e, 0x01, 0x3c, 0xc0], file.length - 6);
    const opened = await open(file, 'a.safetensors');
    expect((await values(opened)).values).toEqual([1, -1, 448, 2 ** -9]);
    expect((await values(opened, 1)).values).toEqual([1, -2]);
  });
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a pointer of Git LFS', bytes('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n'), 'pointer of Git LFS'],
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
    await expect(loadMatrix(tensors[0]!, about)).rejects.toThrow(/2 numbers of “table” are NaN or infinite, in 2 of 4 features/);
    const left = await loadMatrix(tensors[0]!, { ...about, omit: true });
    expect([left.n, left.at, [...left.A]]).toEqual([2, [0, 2], [1, 2, 5, 6]]);
    expect(left.notes).toEqual(['2 features were left out for a NaN or an infinite number.']);
  });
});

describe('any axis, any slice', () => {
  const cube = { shape: [2, 3, 4], numbers: Float32Array.from({ length: 24 }, (_, i) => i) };
  const one = async (choice: object) => {
    const { tensors } = await open(writeSafetensors({ cube }), 'a.safetensors');
    const { n, m, A } = await loadMatrix(tensors[0]!, { file: 0, tensor: 'cube', transpose: false, ...choice });
    return [n, m, ...A];
  };
  test.each<[string, object, number[]]>([
    ['an item of the first', { slice: '1' }, [3, 4, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]],
    ['an item of the second', { slice: ':, 2' }, [2, 4, 8, 9, 10, 11, 20, 21, 22, 23]],
    ['the last item of the last', { slice: ':, :, -1' }, [2, 3, 3, 7, 11, 15, 19, 23]],
    ['rows along the second', { slice: '0', axis: 1 }, [3, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['rows along the last of two', { slice: '0', axis: 2 }, [4, 3, 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]],
    ['features that are columns', { slice: '0', transpose: true }, [4, 3, 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]],
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
