// What the lab says of a matrix: of a toy that PyTorch trained, of the exported script that says the same, and how long it takes.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { askable, FRONT, readPlace, writePlace } from '../../src/lab/address.ts';
import { choose, type Choice } from '../../src/lab/choose.ts';
import { handed } from '../../src/lab/hand.ts';
import { look, type Look } from '../../src/lab/look.ts';
import { open } from '../../src/lab/open.ts';
import { panels } from '../../src/lab/panels.ts';
import { python } from '../../src/lab/python.ts';
import { writeSafetensors } from '../../src/lab/safetensors.ts';
import { answer, type Answer } from '../../src/lab/work.ts';
import { arrangement, summary } from '../../src/lab/words.ts';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load, type Kernels } from '../../src/math/kernels/kernels.ts';
import { key, normal } from '../../src/math/random.ts';
import { likeness } from '../../src/models/likeness.ts';
import { toDreamFile } from '../../src/runtime/download.ts';
import { decode, defaults, encode } from '../../src/runtime/params.ts';
import { look as runLook, open as begin, seek } from '../../src/runtime/run.ts';
import { print } from '../../src/scene/print.ts';
import type { FigureView, Model } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';
import { kernels } from '../engine.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import type { SuperpositionSnapshot } from '../../src/widgets/superposition/snapshot.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';

const folder = 'tests/golden/lab/';
let plain: Kernels;
let wasm: Kernels;
beforeAll(async () => {
  plain = await load();
  wasm = await load(await compileKernels());
});

async function seen(name: string, choice: Choice): Promise<Look> {
  const { tensors } = await open(new Blob([readFileSync(folder + name)]), name);
  return look(
    await choose(
      tensors.find((t) => t.name === choice.tensor)!,
      choice,
    ),
    plain,
  );
}
const random = (n: number, m: number, seed = 1): Float64Array =>
  Float64Array.from({ length: n * m }, (_, i) => normal(key(seed, 92), i));

describe('a look', () => {
  test('at the toy that PyTorch trained: the pentagon of the figure', async () => {
    const toy = await seen('toy.safetensors', { tensor: 'W' });
    expect([toy.n, toy.m, arrangement(toy.groups)]).toEqual([5, 2, '1 pentagon']);
    for (const share of toy.shares) expect(share).toBeCloseTo(2 / 5, 1);
    expect(summary(toy).join(' ')).toMatch(
      /5 features of 2 numbers each\. .*superposition\. .*add up to 2\.000 of 2; .*⅖, as in a pentagon\. Features that hear each other form 1 pentagon\./,
    );
  });

  test('is handed to the figure that trains such: its run begins at these directions and ends as a pentagon', async () => {
    const toy = await seen('toy.safetensors', { tensor: 'W' });
    const [, state] = handed(toy)!.split('?');
    const { state: params, notices } = decode<SuperpositionParams>(spec, state);
    expect(notices).toEqual([]);
    const run = begin(model, params, wasm);
    const { points } = toy.view;
    seek(run, 0);
    (runLook(run) as SuperpositionSnapshot).vectors.forEach(([x, y], f) => {
      expect(x).toBeCloseTo(points[3 * f], 3);
      expect(y).toBeCloseTo(points[3 * f + 1], 3);
    });
    seek(run, model.end(params));
    expect((runLook(run) as SuperpositionSnapshot).geometry).toBe('pentagon');
    const large = random(9, 2);
    expect(
      handed(look({ A: large, n: 9, m: 2, at: [...large.keys()].slice(0, 9), notes: [] }, plain)),
    ).toBeUndefined();
  });

  test('draws every panel of every kind of matrix without a number that is none', () => {
    for (const [n, m] of [
      [1, 1],
      [2, 1],
      [3, 2],
      [7, 3],
      [30, 12],
      [80, 5],
      [5, 60],
    ]) {
      const at = Array.from({ length: n }, (_, f) => f);
      let alike: ReturnType<typeof likeness> | undefined;
      for (const A of [
        random(n, m),
        new Float64Array(n * m),
        random(n, m).map((v, i) => (i < m ? 0 : v * 1e-20)),
      ]) {
        const shown = {
          look: look({ A, n, m, at, notes: [] }, plain),
          seen: { yaw: 30, pitch: -20 },
          likeness: (alike ??= likeness({ A, n, m }, { A: random(n, m, 2), n, m }, plain)),
        };
        for (const panel of panels.filter((p) => p.fits?.(shown) ?? true)) {
          const { marks, label } = panel.picture(shown, 540);
          expect(`${print(marks)} ${label} ${panel.says(shown)}`, `${panel.id}, ${n} x ${m}`).not.toMatch(
            /NaN|Infinity|undefined/,
          );
          expect(panel.rows(shown).every((row) => row.length === panel.rows(shown)[0].length)).toBe(true);
        }
        expect(summary(shown.look).join(' ')).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  test('is quick: 1,024 x 128 within 1 s, 4,096 x 1,024 within 10 s', () => {
    const timed = (n: number, m: number): number => {
      const A = random(n, m);
      const at = Array.from({ length: n }, (_, f) => f);
      const from = performance.now();
      look({ A, n, m, at, notes: [] }, wasm);
      return performance.now() - from;
    };
    const small = timed(1024, 128);
    const large = timed(4096, 1024);
    console.log(`look: 1,024 x 128 ${small.toFixed(0)} ms, 4,096 x 1,024 ${large.toFixed(0)} ms`);
    expect(small).toBeLessThan(1000);
    expect(large).toBeLessThan(10_000);
  }, 60_000);
});

describe.each(names)('a dream file of %s', async (name) => {
  const { view } = (await import(`../../src/widgets/${name}/widget.ts`)) as {
    view: FigureView<any, any, any>;
  };
  const { model: trained } = (await import(`../../src/widgets/${name}/model.ts`)) as {
    model: Model<any, any, any>;
  };
  test('is read, and leads back to the state of its figure', async () => {
    const params = defaults<any>(view.spec);
    const run = begin(trained, params, kernels);
    const address = encode(view.spec, params);
    const snapshot = runLook(run);
    const file = JSON.stringify(
      toDreamFile(view, params, snapshot, trained.weights(run.model), address, String(view.engine)),
    );
    const { tensors, dream, format } = await open(new Blob([file]), `${name}.json`);
    expect(format).toBe('dream file');
    expect(dream).toEqual({ figure: name, address });
    if (view.tensors) {
      const shapes = view.tensors(params);
      expect(Object.values(shapes).reduce((all, shape) => all + shape.reduce((a, b) => a * b), 0)).toBe(
        trained.weights(run.model).length,
      );
      expect(
        Object.fromEntries(tensors.filter((t) => t.name in shapes).map((t) => [t.name, t.shape])),
      ).toEqual(shapes);
    }
    for (const tensor of tensors.slice(0, 3)) {
      expect((await choose(tensor, { tensor: tensor.name, features: '0' })).n).toBe(1);
    }
  });
});

describe('the worker', () => {
  const ask = async (question: Parameters<typeof answer>[0]): Promise<Answer> => {
    let last: Answer | undefined;
    await answer(
      question,
      async (exact) => (exact ? plain : wasm),
      (a) => {
        last = a;
      },
    );
    return last!;
  };
  const file = (name: string): { blob: Blob; name: string } => ({
    blob: new Blob([readFileSync(folder + name)]),
    name,
  });
  test('lists, looks and compares', async () => {
    expect(await ask({ id: 1, do: 'open', file: file('toy.safetensors') })).toMatchObject({
      kind: 'opened',
      catalogue: {
        format: 'safetensors',
        tensors: [
          { name: 'W', shape: [5, 2], dtype: 'f32' },
          { name: 'b', shape: [5] },
        ],
      },
    });
    const found = await ask({
      id: 2,
      do: 'look',
      file: file('toy.safetensors'),
      choice: { tensor: 'W' },
      other: { file: file('toy.safetensors'), choice: { tensor: 'W' } },
    });
    expect(found).toMatchObject({ id: 2, kind: 'found', found: { look: { n: 5 }, other: { n: 5 } } });
    expect(structuredClone(found)).toEqual(found);
    if (found.kind === 'found') expect(found.found.likeness!.procrustes!.value).toBeCloseTo(1, 6);
  });
  test('says what is wrong', async () => {
    expect(await ask({ id: 3, do: 'open', file: file('weights.pt') })).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('safetensors'),
    });
    expect(
      await ask({ id: 4, do: 'look', file: file('toy.safetensors'), choice: { tensor: 'W', features: '9' } }),
    ).toMatchObject({ kind: 'failed', says: expect.stringContaining('there is no 9') });
  });
});

describe('the address', () => {
  test('comes back as it was', () => {
    const place = {
      src: 'https://example.org/a b.npy?x=1&y=2',
      choice: { tensor: 'model.W', transpose: true, item: 2, features: '0-3, 7', dims: '1' },
      second: 'https://example.org/b.npz',
      with: '1:V',
      turnOther: false,
      seen: { yaw: -30, pitch: 15 },
    };
    expect(readPlace(writePlace(place))).toEqual(place);
    expect(writePlace({ choice: {}, seen: FRONT })).toBe('');
  });
  test('takes any garbage', () => {
    for (const text of [
      '%',
      'src=',
      'yaw=NaN&pitch=1e9&item=-1',
      'features=<script>',
      '?'.repeat(9000),
      '\0',
    ]) {
      expect(readPlace(text).seen).toEqual(FRONT);
    }
  });
  test('asks https only, and nobody with a password', () => {
    const base = 'https://site.org/dreams/lab/';
    expect(askable('http://example.org/x.npy', base)).toMatch('https addresses only');
    expect(askable('javascript:alert(1)', base)).toMatch('https addresses only');
    expect(askable('https://me:secret@example.org/x.npy', base)).toMatch('password');
    expect(askable('https://', base)).toMatch('not an address');
    expect(askable('hundred.npy', base)).toMatchObject({ own: true });
    expect(askable('../embed/x', base)).toMatchObject({ own: false });
  });
});

describe('the script in Python says the same', () => {
  const numpy = ((): string | undefined => {
    for (const name of ['python3', 'python']) {
      try {
        execFileSync(name, ['-c', 'import numpy'], { stdio: 'ignore' });
        return name;
      } catch {
        /* the next */
      }
    }
    return undefined;
  })();
  const has = (module: string): boolean => {
    try {
      execFileSync(numpy!, ['-c', `import ${module}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  interface Said {
    n: number;
    m: number;
    shares: number[];
    norms: number[];
    interference: number[];
    'by chance': number[];
    axes: number[];
    mmcs?: number;
    cka?: number;
    procrustes?: number;
  }

  const cases: [file: string, choice: Choice, second?: Choice][] = [
    ['v1.npy', { tensor: 'v1' }],
    ['dtypes.npz', { tensor: 'f4-big-F' }],
    ['dtypes-deflated.npz', { tensor: 'bf16', transpose: false }],
    ['dtypes.npz', { tensor: 'three-axes-F', item: 1 }],
    ['dtypes.npz', { tensor: 'f2-little-C' }, { tensor: 'f2-big-F', transpose: false }],
    ['savetxt.csv', { tensor: 'table', features: '0-3, 7', dims: '1-4' }],
    ['savetxt.tsv', { tensor: 'table' }],
    ['savetxt.txt', { tensor: 'table' }],
    ['rows.json', { tensor: 'rows', transpose: true }],
    ['table.json', { tensor: 'model.W' }],
    ['shaped.json', { tensor: 'data' }],
    ['dream.json', { tensor: 'W' }],
    ['toy.safetensors', { tensor: 'W' }],
    ['torch.safetensors', { tensor: 'f64' }, { tensor: 'f32' }],
    ['torch.safetensors', { tensor: 'bf16' }],
  ];
  for (const [file, choice, second] of cases) {
    test(`${file}, ${choice.tensor}`, async (context) => {
      if (!numpy) return context.skip('no Python with NumPy here');
      if (/safetensors/.test(file) && !has('safetensors')) {
        return context.skip('no safetensors for Python here');
      }
      const { tensors, format } = await open(new Blob([readFileSync(folder + file)]), file);
      const of = (c: Choice) => ({
        file: resolve(folder + file),
        format,
        entry: tensors.find((t) => t.name === c.tensor)!,
        choice: c,
      });
      const place = mkdtempSync(join(tmpdir(), 'lab-'));
      try {
        writeFileSync(join(place, 'lab.py'), python(of(choice), second && of(second)));
        const said = JSON.parse(
          execFileSync(numpy, [join(place, 'lab.py')], { encoding: 'utf8' }).replaceAll('NaN', 'null'),
        ) as Said;
        const { tensor } = choice;
        const matrix = await choose(
          tensors.find((t) => t.name === tensor)!,
          choice,
        );
        const ours = look(matrix, plain);
        expect([said.n, said.m]).toEqual([ours.n, ours.m]);
        for (const [theirs, mine] of [
          [said.shares, ours.shares],
          [said.norms, ours.norms],
          [said.interference, ours.interference],
          [said['by chance'], ours.chance.interference],
        ] as const) {
          theirs.forEach((v, f) =>
            expect(Math.abs(v - mine[f]), `${f}`).toBeLessThan(2e-6 * (1 + Math.abs(v))),
          );
        }
        if (!ours.view.raw) said.axes.forEach((v, a) => expect(v).toBeCloseTo(ours.view.shares[a], 8));
        if (second) {
          const other = await choose(
            tensors.find((t) => t.name === second.tensor)!,
            second,
          );
          const both = likeness(matrix, other, plain);
          for (const [theirs, mine] of [
            [said.mmcs, both.there],
            [said.cka, both.cka],
            [said.procrustes, both.procrustes],
          ] as const) {
            if (mine) expect(theirs).toBeCloseTo(mine.value, 6);
          }
        }
      } finally {
        rmSync(place, { recursive: true });
      }
    });
  }
});

test('a file of the largest size opens without being held', async () => {
  const numbers = new Float32Array(8 << 20); // 32 MB
  const { tensors } = await open(
    new Blob([writeSafetensors({ a: { shape: [8192, 1024], numbers } })]),
    'a.safetensors',
  );
  const before = process.memoryUsage().arrayBuffers;
  const chosen = await choose(tensors[0], { tensor: 'a', features: '0-7' });
  expect(chosen.n).toBe(8);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200e6);
});
