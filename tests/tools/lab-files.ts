// Files for the tests of the lab's readers, and what is read of them.

import { openFile } from '../../src/lab/files/open-file.ts';
import { writeNpy } from '../../src/lab/files/npy.ts';
import { product, type Opened } from '../../src/lab/files/tensor.ts';

type Content = string | Uint8Array<ArrayBuffer>;
export const open = (content: Content, name: string): Promise<Opened> => openFile(new Blob([content]), name);

/** Shape and numbers of a file's tensor, in the order of storage. */
export async function values(
  opened: Opened,
  at = 0,
): Promise<{ shape: readonly number[]; values: number[] }> {
  const tensor = opened.tensors[at];
  const all: number[] = [];
  for await (const piece of tensor.numbers(0, product(tensor.shape))) all.push(...piece);
  return { shape: tensor.shape, values: all };
}
export const read = async (content: Content, name: string) => values(await open(content, name));
export const bytes = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  );
export const npy = (rows: number, cols: number, value: number): Uint8Array<ArrayBuffer> =>
  writeNpy(new Float64Array(rows * cols).fill(value), [rows, cols]);
export const safetensors = (header: string, data = 0): Uint8Array<ArrayBuffer> => {
  const text = new TextEncoder().encode(header);
  return bytes([text.length & 255, text.length >> 8, 0, 0, 0, 0, 0, 0], text, new Uint8Array(data));
};
