// What the lab says of a matrix, of a toy that PyTorch trained among them; what its worker answers; its addresses.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { askable, FRONT, readPlace, writePlace } from '../../src/lab/address.ts';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { Analyst } from '../../src/lab/answer.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import { handoffAddress } from '../../src/lab/handoff.ts';
import { panelsOf } from '../../src/lab/pictures/panels.ts';
import type { Answer, Question } from '../../src/lab/protocol.ts';
import { arrangement, summary } from '../../src/lab/sentences.ts';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { key, normal } from '../../src/math/random.ts';
import { likeness } from '../../src/models/likeness.ts';
import { look, type Look } from '../../src/models/look.ts';
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

async function seen(name: string, tensor: string): Promise<Look> {
  const { tensors } = await openFile(new Blob([readFileSync(folder + name)]), name);
  return look(
    await loadMatrix(
      tensors.find((t) => t.name === tensor)!,
      { file: 0, tensor },
    ),
    plain,
  );
}
const random = (n: number, m: number, seed = 1): Float64Array =>
  Float64Array.from({ length: n * m }, (_, i) => normal(key(seed, 92), i));

describe('a look', () => {
  test('at the toy that PyTorch trained: the pentagon of the figure', async () => {
    const toy = await seen('toy.safetensors', 'W');
    expect([toy.n, toy.m, arrangement(toy.groups)]).toEqual([5, 2, '1 pentagon']);
    for (const share of toy.shares) expect(share).toBeCloseTo(2 / 5, 1);
    expect(summary(toy).join(' ')).toMatch(
      /5 features of 2 numbers each\. .*superposition\. .*add up to 2\.000 of 2 \(random directions: 1\.\d+\); 5 stand at ⅖, as in a pentagon \(by chance at most \d\)\. Features that hear each other form 1 pentagon \(the most in 99 random sets: \d pentagons?\)\./,
    );
  });

  test('is handed to the figure that trains such: its run begins at these directions and ends as a pentagon', async () => {
    const toy = await seen('toy.safetensors', 'W');
    const [, state] = handoffAddress(toy)!.split('?');
    const { state: params, notices } = decode<SuperpositionParams>(spec, state);
    expect(notices).toEqual([]);
    const run = begin(model, params, wasm);
    const { points } = toy.view;
    seek(run, 0);
    const begun: SuperpositionSnapshot = runLook(run);
    begun.vectors.forEach(([x, y], f) => {
      expect(x).toBeCloseTo(points[3 * f], 3);
      expect(y).toBeCloseTo(points[3 * f + 1], 3);
    });
    seek(run, model.end(params));
    const ended: SuperpositionSnapshot = runLook(run);
    expect(ended.geometry).toBe('pentagon');
    const large = random(9, 2);
    expect(
      handoffAddress(
        await look({ A: large, n: 9, m: 2, at: [...large.keys()].slice(0, 9), notes: [] }, plain),
      ),
    ).toBeUndefined();
  });

  test('draws every panel of every kind of matrix without a number that is none', async () => {
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
        alike ??= likeness({ A, n, m }, { A: random(n, m, 2), n, m }, plain);
        const shown = {
          look: await look({ A, n, m, at, notes: [] }, plain),
          seen: { yaw: 30, pitch: -20 },
          comparison: { likeness: alike, notes: [], rows: [n, n] as const },
          selected: n - 1,
        };
        for (const panel of panelsOf(shown)) {
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
    const { tensors, dream, format } = await openFile(new Blob([file]), `${name}.json`);
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
      expect((await loadMatrix(tensor, { file: 0, tensor: tensor.name, features: '0' })).n).toBe(1);
    }
  });
});

describe('the worker', () => {
  const analyst = new Analyst(async (exact) => (exact ? plain : wasm));
  const ask = async (question: Question): Promise<Answer> => {
    let last: Answer | undefined;
    await analyst.answer(question, (a) => {
      last = a;
    });
    return last!;
  };
  const file = (name: string, id = 1) => ({ blob: new Blob([readFileSync(folder + name)]), name, id });
  const W = { file: 0, tensor: 'W' };
  test('lists, looks and compares', async () => {
    const files = [file('toy.safetensors')];
    expect(await ask({ id: 1, do: 'open', files })).toMatchObject({
      kind: 'opened',
      catalogue: {
        files: [
          {
            format: 'safetensors',
            tensors: [
              { name: 'W', shape: [5, 2], dtype: 'f32' },
              { name: 'b', shape: [5] },
            ],
          },
        ],
      },
    });
    const found = await ask({ id: 2, do: 'look', files, first: W, second: W, centred: false });
    expect(found).toMatchObject({
      id: 2,
      kind: 'found',
      found: { look: { n: 5 }, comparison: { rows: [5, 5] } },
    });
    expect(structuredClone(found)).toEqual(found);
    if (found.kind === 'found') expect(found.found.comparison!.likeness.procrustes!.value).toBeCloseTo(1, 6);
  });
  test('finds the nearest rows', async () => {
    const answer = await ask({ id: 3, do: 'nearest', files: [file('toy.safetensors')], first: W, row: 2 });
    if (answer.kind !== 'nearest') throw new Error(answer.kind);
    const { look: toy } = { look: await seen('toy.safetensors', 'W') };
    expect(answer.nearest.rows.length).toBe(4);
    expect(answer.nearest.rows[0]).toMatchObject({ row: toy.nearest[2] });
    expect(answer.nearest.rows[0].cosine).toBeCloseTo(toy.cosines[2], 6);
  });
  test('opens a file once, however often it is asked about it', async () => {
    const one = file('toy.safetensors', 77);
    let reads = 0;
    const blob = one.blob;
    const counted = { ...one, blob: Object.assign(blob, { slice: counting(blob, () => (reads += 1)) }) };
    await ask({ id: 4, do: 'open', files: [counted] });
    const opening = reads;
    await ask({ id: 5, do: 'look', files: [counted], first: W, centred: false });
    await ask({ id: 6, do: 'look', files: [counted], first: W, centred: false });
    await ask({ id: 7, do: 'open', files: [counted] });
    expect(opening).toBeGreaterThan(0);
    expect(reads).toBe(opening); // all of it lies in the window that was read first
  });
  test('says what is wrong', async () => {
    expect(await ask({ id: 8, do: 'open', files: [file('weights.pt', 2)] })).toMatchObject({
      kind: 'failed',
      says: expect.stringContaining('safetensors'),
    });
    const files = [file('toy.safetensors')];
    expect(
      await ask({ id: 9, do: 'look', files, first: { ...W, features: '9' }, centred: false }),
    ).toMatchObject({ kind: 'failed', says: expect.stringContaining('there is no 9') });
    expect(
      await ask({ id: 10, do: 'look', files, first: { file: 3, tensor: '__proto__' }, centred: false }),
    ).toMatchObject({ kind: 'failed', says: expect.stringContaining('There is no tensor') });
  });
  test('a newer question ends an older one', async () => {
    const files = [file('toy.safetensors')];
    const heard: number[] = [];
    const tell = (a: Answer): void => {
      if (a.kind !== 'progress') heard.push(a.id);
    };
    const older = analyst.answer(
      { id: 11, do: 'look', files, first: { ...W, features: '0-3' }, centred: false },
      tell,
    );
    const newer = analyst.answer(
      { id: 12, do: 'look', files, first: { ...W, features: '0-2' }, centred: false },
      tell,
    );
    await Promise.all([older, newer]);
    expect(heard).toEqual([12]);
  });
});

/** `slice` that says when it is called. */
const counting =
  (blob: Blob, told: () => void) =>
  (from?: number, to?: number): Blob => {
    told();
    return Blob.prototype.slice.call(blob, from, to);
  };

describe('the address', () => {
  test('comes back as it was', () => {
    const place = {
      src: 'https://example.org/a b.npy?x=1&y=2',
      choice: {
        tensor: 'model.W',
        transpose: true,
        slice: '2, :, :',
        axis: 1,
        features: '0-3, 7',
        dims: '1',
        omit: true,
      },
      second: 'https://example.org/b.npz',
      with: '1:V',
      other: { transpose: false, slice: ':, 4', axis: 2, features: '1', dims: '0-9' },
      seen: { yaw: -30, pitch: 15 },
      row: 123,
      centred: true,
      coloured: true,
    };
    expect(readPlace(writePlace(place))).toEqual(place);
    expect(writePlace({ choice: {}, other: {}, seen: FRONT })).toBe('');
    expect(readPlace('tensor=W&item=3').choice).toEqual({ tensor: 'W', slice: '3' }); // as it was before slices
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

test('a file of the largest size opens without being held', async () => {
  const numbers = new Float32Array(8 << 20); // 32 MB
  const { tensors } = await openFile(
    new Blob([writeSafetensors({ a: { shape: [8192, 1024], numbers } })]),
    'a.safetensors',
  );
  const before = process.memoryUsage().arrayBuffers;
  const chosen = await loadMatrix(tensors[0], { file: 0, tensor: 'a', features: '0-7' });
  expect(chosen.n).toBe(8);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200e6);
});
