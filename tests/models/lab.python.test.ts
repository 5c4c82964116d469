// `The same in Python` runs for every valid file of the tests and says the same as the lab: to 1e-6, of f32 sums to 1e-4.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Choice } from '../../src/lab/analysis/choice.ts';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { pythonScript } from '../../src/lab/export-python.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { likeness } from '../../src/models/likeness.ts';
import { look } from '../../src/models/look.ts';
import { zipOf } from '../tools/zip-of.ts';

const golden = 'tests/golden/lab/';
const python = ['python3', 'python'].find((name) => {
  try {
    execFileSync(name, ['-c', 'import numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
let folder: string;
let plain: Kernels;
beforeAll(async () => {
  plain = await load();
  folder = mkdtempSync(join(tmpdir(), 'lab-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Said {
  readonly n: number;
  readonly m: number;
  readonly shares: number[];
  readonly norms: number[];
  readonly interference: number[];
  readonly 'by chance': number[];
  readonly axes: number[];
  readonly mmcs?: number;
  readonly cka?: number;
  readonly procrustes?: number;
}

const near = (mine: ArrayLike<number>, theirs: readonly number[], what: string): void => {
  expect(mine.length, what).toBe(theirs.length);
  theirs.forEach((v, i) =>
    expect(Math.abs(v - mine[i]), `${what} ${i}`).toBeLessThan(1e-6 * (1 + Math.abs(v))),
  );
};

/** A file and what is chosen of it. */
interface Case {
  readonly what: string;
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly choice: Partial<Choice>;
  readonly second?: Partial<Choice> | undefined;
}

/** The script of a case, written beside its file. */
async function prepare({ name, content, choice, second }: Case, at: number) {
  const path = join(folder, `${at}-${name}`);
  writeFileSync(path, content);
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content);
  const opened = await openFile(new Blob([bytes]), name);
  const side = (of: Partial<Choice>) => {
    const plainOnes = opened.tensors.filter(
      (t) => t.shape.length === 2 && !/[iu]8|big|f8-|f4-|bool/.test(t.name),
    );
    const entry = opened.tensors.find((t) => t.name === of.tensor) ?? plainOnes[0] ?? opened.tensors[0];
    const gzip = opened.format.endsWith(', gzip');
    return { file: path, gzip, entry, choice: { file: 0, ...of, tensor: entry.name } };
  };
  const one = side(choice);
  const two = second && side(second);
  const script = join(folder, `${at}.py`);
  writeFileSync(script, pythonScript(one, two));
  return { script, one, two };
}

/** All scripts in one Python: what each prints, or why it failed. */
function runAll(scripts: readonly string[]): (Said | { readonly failed: string })[] {
  const driver = [
    'import contextlib, io, json, runpy, sys',
    'for path in sys.argv[1:]:',
    '    out = io.StringIO()',
    '    try:',
    '        with contextlib.redirect_stdout(out):',
    '            runpy.run_path(path)',
    '        print(out.getvalue().strip().replace("NaN", "null"))',
    '    except Exception as error:',
    '        print(json.dumps({"failed": repr(error)}))',
  ].join('\n');
  const said = execFileSync(python!, ['-c', driver, ...scripts], { encoding: 'utf8' });
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
}

async function compare(said: Said, { one, two }: Awaited<ReturnType<typeof prepare>>): Promise<void> {
  const matrix = await loadMatrix(one.entry, one.choice);
  const ours = await look(matrix, plain);
  expect([said.n, said.m]).toEqual([ours.n, ours.m]);
  near(ours.norms, said.norms, 'length');
  near(ours.shares, said.shares, 'share');
  near(ours.interference, said.interference, 'interference');
  near(ours.chance.interference, said['by chance'], 'chance');
  if (!ours.view.raw) near(ours.view.shares.slice(0, said.axes.length), said.axes, 'axis');
  if (!two) return;
  const both = likeness(matrix, await loadMatrix(two.entry, two.choice), plain);
  const pairs = [
    [said.mmcs, both.there],
    [said.cka, both.cka],
    [said.procrustes, both.procrustes],
  ] as const;
  for (const [theirs, mine] of pairs) if (mine) expect(theirs).toBeCloseTo(mine.value, 5);
}

describe.skipIf(!python)('the script in Python says the same', () => {
  const files = readdirSync(golden)
    .filter((name) => /\.(npy|npz|safetensors|csv|tsv|txt|json)$/.test(name))
    .filter((name) => !/^(analysis|expected)\.json$/.test(name))
    .map((name): Case => ({ what: name, name, content: readFileSync(golden + name), choice: {} }));
  const npz = readFileSync(`${golden}dtypes.npz`);
  const parts: [string, Partial<Choice>, Partial<Choice> | undefined][] = [
    ['another byte order', { tensor: 'i4-big-F' }, undefined],
    ['bf16', { tensor: 'bf16', transpose: false }, undefined],
    ['an item of three axes', { tensor: 'three-axes-F', slice: '1' }, undefined],
    ['an item of the second axis', { tensor: 'three-axes-F', slice: ':, 1', transpose: false }, undefined],
    [
      'rows along the last axis',
      { tensor: 'three-axes-F', slice: '0', axis: 2, transpose: false },
      undefined,
    ],
    ['rows along the middle axis', { tensor: 'three-axes-F', axis: 1, transpose: false }, undefined],
    ['one row', { tensor: 'vector' }, undefined],
    ['one number', { tensor: 'scalar' }, undefined],
    ['a pair', { tensor: 'i2-little-C' }, { tensor: 'i2-big-F', transpose: false }],
    [
      'chosen features and places',
      { tensor: 'i1-little-C', features: '0-1', dims: '0, 2', transpose: false },
      undefined,
    ],
  ];
  const cube = { shape: [2, 3, 4], numbers: Float32Array.from({ length: 24 }, (_, i) => (i * 7) % 5) };
  const square = zipOf([['a.b/W.1.npy', writeNpy(Float64Array.of(1, 2, 3, 4), [2, 2])]], true);
  const more: [string, Uint8Array | string, Partial<Choice>][] = [
    ['dots.npz', square, {}],
    [`${'long'.repeat(20)}.csv`, '1,2\n3,4\n5,7\n', {}],
    ['packed.npy.gz', gzipSync(writeNpy(Float64Array.of(1, 2, 3, 4), [2, 2])), {}],
    ['packed.csv.gz', gzipSync('a,b\n1,2\n3,4\n'), {}],
    ['mark.csv', '\ufeffa,b\n1,2\n3,4\n', {}],
    ['quoted.csv', '"a, b","c"\n"1","2"\n"3","4.5"\n', {}],
    ['index.csv', ',a,b\n0,1.5,2\n1,3,4\n', {}],
    ['numbered.csv', ',0,1\n0,1.5,2\n1,3,4\n', {}],
    ['words.csv', 'w,x,y\n"two\nlines",1,2\nb,3,4\n', {}],
    ['decimal.csv', 'a;b\n1,5;2\n3;4,25\n', {}],
    ['thousands.csv', '"1,234.5",2\n"2,000.0",3\n', {}],
    ['nail.csv', 'w,x,y\n5" nail,1,2\nb,3,4\n', {}],
    ['latin.csv', Uint8Array.from([0xe9, ...Buffer.from(',b\n1,2\n3,4\n')]), {}],
    ['wide.csv', Buffer.from('\ufeffa,b\n1,2\n3,4\n', 'utf16le'), {}],
    ['row.csv', '1,2,3\n', {}],
    ['column.csv', '1\n2\n3\n', {}],
    ['vectors.txt', '3 2\nred 1 2\nblue 3 4\n</s> 5 6\n', {}],
    ['hash.txt', '##ing 1 2\nthe 3 4\nof 5 7\n', {}],
    ['missing.csv', '1,2\nnan,3\n4,5\n', { omit: true }],
    ['lines.jsonl', '[1,2]\n[3,4]\n[5,7]\n', {}],
    ['records.json', '[{"a":1,"b":2},{"a":3,"b":5}]', {}],
    ['embeddings.jsonl', '{"w":"x","v":[1,2]}\n{"w":"y","v":[3,5]}\n', {}],
    ['dotted.json', '{"a.b":{"c d":[[1,2],[3,5]]}}', {}],
    ['null.json', '[[1,2],[null,3],[4,5]]', { omit: true }],
    ['cube.safetensors', writeSafetensors({ 'x.y': cube }), { slice: ':, 1', transpose: false }],
  ];
  const cases: Case[] = [
    ...files,
    ...parts.map(([what, choice, second]) => ({ what, name: 'dtypes.npz', content: npz, choice, second })),
    ...more.map(([name, content, choice]) => ({ what: name, name, content, choice })),
  ];
  let prepared: Awaited<ReturnType<typeof prepare>>[];
  let said: ReturnType<typeof runAll>;
  beforeAll(async () => {
    prepared = await Promise.all(cases.map(prepare));
    said = runAll(prepared.map(({ script }) => script));
  });
  test.each(cases.map(({ what }, at) => [what, at] as const))('%s', async (_, at) => {
    const one = said[at];
    if ('failed' in one) throw new Error(one.failed);
    await compare(one, prepared[at]);
  });
});
