// What the lab's work costs, in processor time, so that a busy machine does not count: only with DREAMS_ALL. What a reader
// waits for in a browser is in tests/e2e/lab.spec.ts (@perf).

import { beforeAll, describe, expect, test } from 'vitest';
import { Analyst } from '../../src/lab/answer.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { writeSafetensors } from '../../src/lab/files/safetensors.ts';
import type { Answer, Question } from '../../src/lab/protocol.ts';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { zipOf } from '../tools/zip-of.ts';

let plain: Kernels;
let wasm: Kernels;
beforeAll(async () => {
  plain = await load();
  wasm = await load(await compileKernels());
});

function numbers(count: number, seed: number): Float32Array {
  let x = seed;
  return Float32Array.from({ length: count }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x / 2 ** 31 - 1;
  });
}
const file = (id: number, name: string, bytes: Uint8Array<ArrayBuffer>) => ({
  id,
  name,
  blob: new Blob([bytes]),
});

/** Seconds of the processor that an answer takes. */
async function costOf(analyst: Analyst, question: Question): Promise<{ seconds: number; answer: Answer }> {
  const before = process.cpuUsage();
  let last: Answer | undefined;
  await analyst.answer(question, (answer) => {
    last = answer;
  });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (!last || last.kind === 'failed') throw new Error(last?.says ?? 'no answer');
  return { seconds, answer: last };
}

describe.runIf(process.env.DREAMS_ALL)('processor time', () => {
  const analyst = new Analyst(async (exact) => (exact ? plain : wasm));
  const within = async (what: string, question: Question, limit: number): Promise<Answer> => {
    const { seconds, answer } = await costOf(analyst, question);
    console.log(`lab: ${what} ${seconds.toFixed(2)} s of the processor`);
    expect(seconds, what).toBeLessThan(limit);
    return answer;
  };

  test('4,096 x 1,024: a picture, a change, a pair', async () => {
    const files = [1, 2].map((id) => file(id, `${id}.npy`, writeNpy(numbers(4096 * 1024, id), [4096, 1024])));
    const first = { file: 0, tensor: '1' };
    await within('4,096 x 1,024', { id: 1, do: 'look', files, first, centred: false }, 6);
    await within(
      'half of its features',
      { id: 2, do: 'look', files, first: { ...first, features: '0-2047' }, centred: false },
      2,
    );
    await within('the same again', { id: 3, do: 'look', files, first, centred: false }, 1);
    await within(
      'a pair',
      { id: 4, do: 'look', files, first, second: { file: 1, tensor: '2' }, centred: false },
      25,
    );
  }, 300_000);

  test('512 arrays in an archive', async () => {
    const part = writeNpy(numbers(4096, 3), [64, 64]);
    const parts = Array.from({ length: 512 }, (_, i) => [`layer.${i}.weight.npy`, part] as const);
    for (const deflated of [false, true]) {
      const files = [file(10 + Number(deflated), 'many.npz', zipOf(parts, deflated))];
      await within(`512 arrays, deflated: ${deflated}`, { id: 10, do: 'open', files }, 1.5);
    }
  }, 60_000);

  test('136 MB of CSV, and a change', async () => {
    const row = Array.from(numbers(128, 5), (v) => (v / 3).toFixed(17)).join(',');
    const files = [file(20, 'a.csv', new TextEncoder().encode(`${`${row}\n`.repeat(52_000)}`))];
    await within('136 MB of CSV', { id: 20, do: 'open', files }, 15);
    const first = { file: 0, tensor: 'table' };
    await within('its first picture', { id: 21, do: 'look', files, first, centred: false }, 6);
    await within(
      'a change',
      { id: 22, do: 'look', files, first: { ...first, dims: '0-63' }, centred: false },
      4,
    );
  }, 120_000);

  test('two dictionaries, 16,384 x 768 and 24,576 x 768', async () => {
    const dictionary = (n: number, seed: number) =>
      writeSafetensors({
        W_dec: { shape: [n, 768], numbers: numbers(n * 768, seed) },
        W_enc: { shape: [768, n], numbers: numbers(n * 768, seed + 1) },
        b_enc: { shape: [n], numbers: numbers(n, seed + 2) },
        b_dec: { shape: [768], numbers: numbers(768, seed + 3) },
      });
    const files = [
      file(30, 'a.safetensors', dictionary(16_384, 7)),
      file(31, 'b.safetensors', dictionary(24_576, 8)),
    ];
    const first = { file: 0, tensor: 'W_dec', axis: 0, transpose: false };
    await within('a dictionary of 16,384', { id: 31, do: 'look', files, first, centred: false }, 15);
    const answer = await within(
      'against 24,576',
      { id: 32, do: 'look', files, first, second: { ...first, file: 1 }, centred: false },
      120,
    );
    if (answer.kind === 'found') expect(answer.found.comparison?.rows).toEqual([16_384, 24_576]);
    await within('rows near one', { id: 33, do: 'nearest', files, first, row: 12_345 }, 5);
  }, 600_000);
});
