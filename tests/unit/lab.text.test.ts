// Kinds of text that researchers have and that were once misread or refused with the wrong words: each with the right value,
// and two more of its kind. The numbers are those that NumPy, pandas or R read there.

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytes, npy, open, read, values } from '../tools/lab-files.ts';

describe('commas in numbers', () => {
  test.each<[string, string, number[] | RegExp]>([
    ['decimals between semicolons', 'n;b;c\n1;1,5;2,5\n2;3,5;4,25\n', [1, 1.5, 2.5, 2, 3.5, 4.25]],
    ['decimals between tabs', '1,5\t2,25\n-0,5\t1e3\n', [1.5, 2.25, -0.5, 1000]],
    ['decimals in quotation marks', '"1,5","2,5"\n"0,25","3,5"\n', [1.5, 2.5, 0.25, 3.5]],
    ['thousands in quotation marks', '"1,234.5",2\n"12,000.25",3\n', [1234.5, 2, 12000.25, 3]],
    ['thousands, two marks', 'a;b\n1,234,567;1\n2,000,000;2\n', [1234567, 1, 2000000, 2]],
    [
      'either',
      '1,234;2,345\n5,678;9,123\n',
      /“1,234” in line 1, column 1: the comma may part thousands or decimals/,
    ],
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
    expect(opened.labels[0].values).toEqual(['##ing', '#', '#tag', 'the']);
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
    expect(opened.tensors[0].columns).toEqual(['x', 'y']);
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
    if (columns) expect(opened.tensors[0].columns).toEqual(columns);
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
    expect((await open('9 2\nred 1 2\nblue 3 4\n', 'a.txt')).notes.join()).toContain(
      'promises 9 rows; it has 2',
    );
  });
  test('names with line ends and marks are kept', async () => {
    const { labels } = await open('w,x\n"two\nlines",1\n"say ""hi""",2\n', 'a.csv');
    expect(labels[0].values).toEqual(['two\nlines', 'say "hi"']);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, big: boolean): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(
      [0xfeff, ...[...text].map((c) => c.charCodeAt(0))].flatMap((c) =>
        big ? [c >> 8, c & 255] : [c & 255, c >> 8],
      ),
    );
  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['UTF-16, little end first', utf16('é,b\n1,2\n', false)],
    ['UTF-16, big end first', utf16('é,b\n1,2\n', true)],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'é,b\r\n1,2\r\n')],
    ['Latin-1', bytes([0xe9], ',b\n1,2\n')],
  ])('%s', async (_, content) => {
    const opened = await open(content, 'a.csv');
    expect(opened.tensors[0].columns).toEqual(['é', 'b']);
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
    [
      'lines with an embedding',
      '{"word":"x","embedding":[1,2]}\n{"word":"y","embedding":[3,4]}\n',
      'a.ndjson',
      [1, 2, 3, 4],
    ],
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
    expect((await open(text, 'vocab.json')).labels[0].values).toEqual(right);
  });
  test.each([
    ['of two words', 'New York\nSan Diego\nLos Gatos\n', ['New York', 'San Diego', 'Los Gatos']],
    ['with numbers in them', 'animal 1\nanimal 2\ncity 3\n', ['animal 1', 'animal 2', 'city 3']],
    ['some of one word', 'city\nanimal 1\nanimal 2\ncity\n', ['city', 'animal 1', 'animal 2', 'city']],
  ])('lines %s are names', async (_, text, right) => {
    expect((await open(text, 'labels.txt')).labels[0].values).toEqual(right);
  });
  test('a list of words in lines, line by line', async () => {
    const { labels } = await open('[PAD]\n"\n##ing\n,\n\nthe\n', 'vocab.txt');
    expect(labels[0].values).toEqual(['[PAD]', '"', '##ing', ',', '', 'the']);
  });
});
