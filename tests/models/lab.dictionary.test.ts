// Dictionaries as SAELens writes them, in both generations of its configuration, and the bare tensors; files as one catalogue;
// comparisons that count every row.

import { beforeAll, describe, expect, test } from 'vitest';
import { compareSides } from '../../src/lab/analysis/compare.ts';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { Analyst } from '../../src/lab/answer.ts';
import { bestEntry, secondEntry } from '../../src/lab/choosing.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { product } from '../../src/lab/files/tensor.ts';
import type { Answer, Catalogue, Found, NumberedFile, Question } from '../../src/lab/protocol.ts';
import { dictionaryInWords, verdict } from '../../src/lab/sentences.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { key, normal } from '../../src/math/random.ts';

let plain: Kernels;
let analyst: Analyst;
beforeAll(async () => {
  plain = await load();
  analyst = new Analyst(async () => plain);
});
const random = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => normal(key(seed, 99), i));
let ids = 0;
const file = (name: string, content: Uint8Array<ArrayBuffer> | string): NumberedFile => {
  ids += 1;
  return { id: ids, name, blob: new Blob([content]) };
};
type Unnumbered<Q> = Q extends Question ? Omit<Q, 'id'> : never;
async function ask(question: Unnumbered<Question>): Promise<Answer> {
  let last: Answer | undefined;
  ids += 1;
  await analyst.answer({ ...question, id: ids }, (answer) => {
    last = answer;
  });
  return last!;
}
async function catalogueOf(files: NumberedFile[]): Promise<Catalogue> {
  const answer = await ask({ do: 'open', files });
  if (answer.kind !== 'opened') throw new Error(JSON.stringify(answer));
  return answer.catalogue;
}
async function find(
  question: Omit<Extract<Question, { do: 'look' }>, 'id' | 'do' | 'centred'>,
): Promise<Found> {
  const answer = await ask({ do: 'look', centred: false, ...question });
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return answer.found;
}

const [n, m] = [12, 5];
const decoder = random(n * m, 1);
/** [m][n]: reads what it writes, but for latent 3, which reads the opposite, and 4, which reads nothing of it */
const encoder = Float64Array.from({ length: m * n }, (_, i) => {
  const [h, f] = [Math.floor(i / n), i % n];
  if (f === 3) return -2 * decoder[f * m + h];
  return f === 4 ? 0 : 2 * decoder[f * m + h];
});
const bias = Float64Array.from({ length: n }, (_, f) => (f === 7 ? 1 : -1));
const tensors = {
  W_dec: { shape: [n, m], numbers: decoder },
  W_enc: { shape: [m, n], numbers: encoder },
  b_enc: { shape: [n], numbers: bias },
  b_dec: { shape: [m], numbers: new Float64Array(m) },
};
const v6 = {
  architecture: 'jumprelu',
  d_in: m,
  d_sae: n,
  k: 3,
  metadata: { model_name: 'gpt2-small', hook_name: 'blocks.8.hook_resid_pre' },
};
const v3 = {
  architecture: 'standard',
  d_in: m,
  d_sae: n,
  activation_fn_str: 'relu',
  model_name: 'gpt2-small',
  hook_layer: 8,
};

describe('a dictionary', () => {
  test.each<[string, object, string[]]>([
    [
      'of version 6',
      v6,
      ['architecture jumprelu', 'k 3', 'model gpt2-small', 'hook blocks.8.hook_resid_pre'],
    ],
    ['of version 3 to 5', v3, ['architecture standard', 'activation relu', 'model gpt2-small', 'layer 8']],
  ])('%s, in any order of its files', async (_, config, says) => {
    const weights = file('sae/sae_weights.safetensors', writeSafetensors(tensors));
    const settings = file('sae/cfg.json', JSON.stringify(config));
    for (const files of [
      [weights, settings],
      [settings, weights],
    ]) {
      const catalogue = await catalogueOf(files);
      expect(catalogue.dictionaries).toMatchObject([
        { name: 'sae', kind: 'autoencoder', latents: n, width: m, sources: 1, config: says },
      ]);
      expect(bestEntry(catalogue)).toMatchObject({ tensor: 'W_dec', axis: 0 });
      const { dictionary, look } = await find({ files, first: bestEntry(catalogue)! });
      expect(look.n).toBe(n);
      expect(dictionary!.cosines![0]).toBeCloseTo(1, 6);
      expect(dictionary!.cosines![3]).toBeCloseTo(-1, 6);
      expect(dictionary!.cosines![4]).toBe(0);
      expect(dictionary!.unaligned).toBe(2);
      expect(dictionary!.onAtZero).toBe(1);
      expect(dictionary!.norms[0]).toBeCloseTo(look.norms[0], 12);
      expect(dictionaryInWords(dictionary!).join(' ')).toMatch(
        /Proxy for dead latents: 2 .*by chance.*Proxy for dense latents: 1/,
      );
    }
  });
  test('of bare tensors, without an encoder, with b_dec as a row', async () => {
    const { W_dec } = tensors;
    const files = [
      file(
        'w.safetensors',
        writeSafetensors({ W_dec, b_dec: { shape: [1, m], numbers: new Float64Array(m) } }),
      ),
    ];
    const catalogue = await catalogueOf(files);
    expect(catalogue.dictionaries).toMatchObject([
      { kind: 'autoencoder', latents: n, has: ['W_dec', 'b_dec'] },
    ]);
    const { dictionary } = await find({ files, first: bestEntry(catalogue)! });
    expect(dictionary!.cosines).toBeUndefined();
  });
  test('with thresholds: active for zero only above them', async () => {
    const threshold = { shape: [n], numbers: new Float64Array(n).fill(2) };
    const files = [file('w.safetensors', writeSafetensors({ ...tensors, threshold }))];
    const { dictionary } = await find({
      files,
      first: { file: 0, tensor: 'W_dec', axis: 0, transpose: false },
    });
    expect(dictionary!.onAtZero).toBe(0);
  });
  test('that is a transcoder: reads another width than it writes', async () => {
    const W_enc = { shape: [7, n], numbers: random(7 * n, 3) };
    const files = [file('w.safetensors', writeSafetensors({ ...tensors, W_enc }))];
    const catalogue = await catalogueOf(files);
    expect(catalogue.dictionaries).toMatchObject([{ kind: 'transcoder', latents: n, width: m }]);
    expect((await find({ files, first: bestEntry(catalogue)! })).dictionary!.cosines).toBeUndefined();
  });
  test('that is a crosscoder: two sources, and how much of each latent is in which', async () => {
    const both = Float64Array.from({ length: n * 2 * m }, (_, i) => (i % (2 * m) < m ? 3 : 1));
    const files = [
      file(
        'w.safetensors',
        writeSafetensors({ W_dec: { shape: [n, 2, m], numbers: both }, b_enc: tensors.b_enc }),
      ),
    ];
    const catalogue = await catalogueOf(files);
    expect(catalogue.dictionaries).toMatchObject([
      { kind: 'crosscoder', latents: n, width: 2 * m, sources: 2 },
    ]);
    const { dictionary, look } = await find({ files, first: bestEntry(catalogue)! });
    expect([look.n, look.m]).toEqual([n, 2 * m]);
    for (const share of dictionary!.relative!) expect(share).toBeCloseTo(0.25, 6);
  });
  test('goes home as it came: the same bytes, or the latents that were chosen', async () => {
    const files = [
      file('sae/sae_weights.safetensors', writeSafetensors(tensors)),
      file('sae/cfg.json', JSON.stringify(v6)),
    ];
    const { dictionaries } = await catalogueOf(files);
    const out = async (latents: string) => {
      const answer = await ask({ do: 'export', files, dictionary: dictionaries[0], latents });
      if (answer.kind !== 'exported') throw new Error(JSON.stringify(answer));
      return {
        config: JSON.parse(answer.config) as Record<string, unknown>,
        opened: await openFile(answer.weights, 'sae_weights.safetensors'),
      };
    };
    const whole = await out('');
    expect(whole.config).toEqual(v6);
    const some = await out('3, 7-8');
    expect(some.config).toEqual({ ...v6, d_sae: 3 });
    const values = async (name: string): Promise<number[]> => {
      const tensor = some.opened.tensors.find((t) => t.name === name)!;
      const all: number[] = [];
      for await (const piece of tensor.numbers(0, product(tensor.shape))) all.push(...piece);
      return all;
    };
    const rows = [3, 7, 8];
    expect(await values('W_dec')).toEqual(
      rows.flatMap((f) => [...decoder.slice(f * m, (f + 1) * m)].map(Math.fround)),
    );
    expect(await values('W_enc')).toEqual(
      Array.from({ length: m }, (_, h) => rows.map((f) => Math.fround(encoder[h * n + f]))).flat(),
    );
    expect(await values('b_enc')).toEqual(rows.map((f) => bias[f]));
    expect((await values('b_dec')).length).toBe(m);
  });
});

describe('many files are one catalogue', () => {
  test('shards by their index, and what is missing', async () => {
    const shard = (name: string, seed: number) =>
      writeSafetensors({ [name]: { shape: [6, 4], numbers: random(24, seed) } });
    const index = JSON.stringify({
      metadata: {},
      weight_map: { a: 'model-1.safetensors', b: 'model-2.safetensors', c: 'model-3.safetensors' },
    });
    const files = [
      file('model.safetensors.index.json', index),
      file('model-1.safetensors', shard('a', 1)),
      file('model-2.safetensors', shard('b', 2)),
    ];
    const catalogue = await catalogueOf(files);
    expect(catalogue.notes).toEqual([
      '“model.safetensors.index.json” names 3 tensors in 3 files; 1 of them is not here: model-3.safetensors.',
    ]);
    const first = bestEntry(catalogue)!;
    expect(secondEntry(catalogue, first, 1)).toBeUndefined(); // shards are one model, not two sides
    const found = await find({ files, first: { file: 1, tensor: 'a' }, second: { file: 2, tensor: 'b' } });
    expect(found.comparison!.rows).toEqual([6, 6]);
  });
  test('a file that cannot be read takes nothing from the others', async () => {
    const catalogue = await catalogueOf([
      file('a.npy', writeNpy(random(24, 1), [6, 4])),
      file('b.pt', '\x80\x02'),
    ]);
    expect(catalogue.files.map(({ problem }) => !!problem)).toEqual([false, true]);
  });
  test('words in another file name the rows', async () => {
    const files = [
      file('vectors.npy', writeNpy(random(24, 1), [6, 4])),
      file('vocab.txt', 'a\nb\nc\nd\ne\nf\n'),
    ];
    const catalogue = await catalogueOf(files);
    const first = bestEntry(catalogue)!;
    expect(first.labels).toBe('1:vocab.txt');
    expect((await find({ files, first })).look.names).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
  test('thousands of tensors', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [
        `layers.${i}.weight`,
        { shape: [2, 2], numbers: [1, 2, 3, i] },
      ]),
    );
    const catalogue = await catalogueOf([file('a.safetensors', writeSafetensors(many))]);
    expect(catalogue.files[0].tensors.length).toBe(3000);
  });
});

describe('all rows count', () => {
  test('50 rows are found in 5,000 where they stand at 4,500', async () => {
    const large = random(5000 * 8, 21);
    const small = large.slice(4500 * 8, 4550 * 8);
    const files = [
      file('small.npy', writeNpy(small, [50, 8])),
      file('large.npy', writeNpy(large, [5000, 8])),
    ];
    const { comparison } = await find({
      files,
      first: { file: 0, tensor: 'small' },
      second: { file: 1, tensor: 'large' },
    });
    expect(comparison!.rows).toEqual([50, 5000]);
    expect(comparison!.likeness.there!.value).toBeCloseTo(1, 6);
    expect(verdict(comparison!.likeness)[0]).toContain('beyond chance');
    const back = await find({
      files,
      first: { file: 1, tensor: 'large' },
      second: { file: 0, tensor: 'small' },
    });
    expect(back.comparison!.likeness.back!.value).toBeCloseTo(1, 6);
    expect(back.look.allNorms!.length).toBe(5000);
    expect(back.look.notes[0]).toContain('4,096 of 5,000 features, evenly spaced');
  });
  test('above the limit some rows of the first, evenly spaced, and it is said', async () => {
    const large = random(5000 * 4, 24);
    const one = await openFile(new Blob([writeNpy(large, [5000, 4])]), 'a.npy');
    const tensor = one.tensors[0];
    const choice = { file: 0, tensor: 'a' };
    const matrix = await loadMatrix(tensor, choice);
    const side = { tensor, choice, matrix };
    const quiet = async (): Promise<void> => undefined;
    const limit = 5000 * 4 * 100;
    const { rows, likeness, notes } = await compareSides(side, side, plain, quiet, () => undefined, limit);
    expect(rows).toEqual([100, 5000]);
    expect(notes[0]).toContain('100 of the 5,000 rows of the first, evenly spaced');
    expect(likeness.there!.value).toBeCloseTo(1, 6);
    expect([likeness.back, likeness.dictionary!.stray]).toEqual([undefined, undefined]);
  });
  test('rows with NaN are left out of it on both sides', async () => {
    const large = random(5000 * 4, 22);
    large[4 * 10] = NaN;
    const files = [
      file('large.npy', writeNpy(large, [5000, 4])),
      file('b.npy', writeNpy(random(40, 23), [10, 4])),
    ];
    const first = { file: 0, tensor: 'large', omit: true };
    const { comparison, look } = await find({ files, first, second: { file: 1, tensor: 'b' } });
    expect(comparison!.rows).toEqual([4999, 10]);
    expect(look.allNorms!.filter(Number.isNaN).length).toBe(1);
  });
});
