// The cache of settled snapshots gives what a run gives, and a change of the model's code gives another key.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { hashCode, settle } from '../../src/build/settled-cache.ts';
import { defaults } from '../../src/runtime/params.ts';
import { settle as train } from '../../src/runtime/still.ts';
import { model } from '../../src/widgets/codes/model.ts';
import { spec, type CodesParams } from '../../src/widgets/codes/params.ts';
import { kernels } from '../engine.ts';

const params = { ...defaults<CodesParams>(spec), step: 1 };
const counted = { ...model, create: vi.fn(model.create) };
const folder = mkdtempSync(join(tmpdir(), 'dreams-cache-'));

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
  rmSync(folder, { recursive: true, force: true });
});

test('what is kept equals what a run gives, and is not run again', async () => {
  const once = settle('codes', model, params, kernels);
  expect(once).toEqual(train('codes', model, params, kernels));
  // A new process has nothing in memory: what it answers comes from the disk.
  vi.resetModules();
  const later = await import('../../src/build/settled-cache.ts');
  expect(later.settle('codes', counted, params, kernels)).toEqual(once);
  expect(counted.create).not.toHaveBeenCalled();
});

test('with the cache off a run is a run', async () => {
  vi.stubEnv('DREAMS_CACHE', 'off');
  vi.resetModules();
  const { settle: uncached } = await import('../../src/build/settled-cache.ts');
  uncached('codes', counted, params, kernels);
  expect(counted.create).toHaveBeenCalledOnce();
});

test('other params and other kernels are other runs', () => {
  const one = settle('codes', model, params, kernels);
  expect(settle('codes', model, { ...params, seed: 2 }, kernels)).not.toEqual(one);
});

test('the key changes with the code of model, run and kernels, and not with a comment', () => {
  const files = {
    'src/widgets/one/model.ts': "import { half } from '../../models/half.ts'; export const model = { half };",
    'src/models/half.ts': 'export const half = (x: number) => x / 2;',
    'src/runtime/still.ts': 'export const settle = () => 1; export const frame = () => 1;',
    'src/math/kernels/as/gemm.ts': 'export function gemm(): void {}',
  };
  const write = (name: string, text: string): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const before = hashCode('one', folder);
  const after = (name: keyof typeof files, change: (text: string) => string): string => {
    write(name, change(files[name]));
    expect(readFileSync(join(folder, name), 'utf8')).not.toBe(files[name]);
    const hash = hashCode('one', folder);
    write(name, files[name]);
    return hash;
  };
  expect(after('src/models/half.ts', (text) => `// half\n${text}`)).toBe(before);
  expect(after('src/models/half.ts', (text) => text.replace('/ 2', '/ 3'))).not.toBe(before);
  expect(after('src/runtime/still.ts', (text) => text.replace('=> 1', '=> 2'))).not.toBe(before);
  expect(after('src/math/kernels/as/gemm.ts', (text) => text.replace('{}', '{ return; }'))).not.toBe(before);
});
