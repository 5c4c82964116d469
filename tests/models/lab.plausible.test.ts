// Plausible files, made by tests/golden/lab/plausible.py as researchers' programs write them, read equal to NumPy or Python:
// 500 with DREAMS_ALL, 70 in the gate.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openFile } from '../../src/lab/files/open-file.ts';
import { product, type Tensor } from '../../src/lab/files/tensor.ts';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
const count = process.env.DREAMS_ALL ? 500 : 70;

interface Expected {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly labels?: readonly string[] | null;
}

/** The numbers in C order, whatever the file's. */
async function inOrder(tensor: Tensor): Promise<number[]> {
  const all: number[] = [];
  for await (const piece of tensor.numbers(0, product(tensor.shape))) all.push(...piece);
  const [rows = 1, cols = 1] = tensor.shape;
  if (!tensor.fortran || tensor.shape.length < 2) return all;
  return Array.from({ length: rows * cols }, (_, i) => all[(i % cols) * rows + Math.floor(i / cols)]);
}

describe.skipIf(!python)('plausible files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plausible-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  test(`${count} of them`, async () => {
    execFileSync(python!, ['tests/golden/lab/plausible.py', folder, String(count)]);
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
      string,
      Expected[]
    >;
    const wrong: string[] = [];
    for (const [file, tensors] of Object.entries(expected)) {
      const blob = new Blob([readFileSync(join(folder, file))]);
      try {
        const opened = await openFile(blob, file);
        for (const [i, right] of tensors.entries()) {
          const tensor =
            right.name === undefined ? opened.tensors[i] : opened.tensors.find((t) => t.name === right.name)!;
          expect(tensor?.shape, right.name).toEqual(right.shape);
          expect(await inOrder(tensor), right.name).toEqual(right.values);
          if (right.labels) expect(opened.labels[0]?.values).toEqual(right.labels);
        }
      } catch (error) {
        wrong.push(`${file}: ${String(error).slice(0, 300)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(expected).length).toBe(count);
  }, 120_000);
});
