// Safetensors: 8 bytes length of the header, the header (JSON), the numbers, little-endian, C order.
// Format: the README of huggingface/safetensors. No reader for browsers is kept up; this one checks what the format demands.

import { grouped } from '../scene/format.ts';
import { bytes, clip, fault } from './fault.ts';
import { width, type Dtype } from './numbers.ts';
import { read, type Source } from './source.ts';
import { binary, product, type Opened, type Tensor } from './tensor.ts';

const LONGEST = 1 << 24;
const kinds: Readonly<Record<string, Dtype>> = {
  F16: 'f16',
  BF16: 'bf16',
  F32: 'f32',
  F64: 'f64',
  I8: 'i8',
  U8: 'u8',
  I16: 'i16',
  U16: 'u16',
  I32: 'i32',
  U32: 'u32',
  I64: 'i64',
  U64: 'u64',
  BOOL: 'bool',
};

/** Eight bytes of a length that fits, then a brace. */
export const isSafetensors = (head: Uint8Array): boolean =>
  head.length > 8 && head[8] === 0x7b && head[6] === 0 && head[7] === 0;

export async function safetensors(source: Source): Promise<Opened> {
  if (source.size < 10) throw fault(`“${source.name}” ends inside the header of a .safetensors file.`);
  const first = new DataView((await read(source, 0, 8)).buffer);
  const length = first.getUint32(0, true) + first.getUint32(4, true) * 4294967296;
  if (8 + length > source.size) {
    throw fault(`“${source.name}” claims a header of ${bytes(length)}; the file has ${bytes(source.size)}.`);
  }
  if (length > LONGEST) {
    throw fault(`“${source.name}” has a header of ${bytes(length)}; the lab reads up to ${bytes(LONGEST)}.`);
  }
  const header = parse(new TextDecoder().decode(await read(source, 8, 8 + length)), source.name);
  const tensors: Tensor[] = [];
  const notes: string[] = [];
  const spans: [number, number, string][] = [];
  for (const [name, said] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const {
      dtype,
      shape,
      data_offsets: span,
    } = (said ?? {}) as { dtype?: unknown; shape?: unknown; data_offsets?: unknown };
    if (typeof dtype !== 'string' || !numbers(shape) || !numbers(span) || span.length !== 2) {
      throw fault(`The header’s entry “${clip(name)}” lacks a dtype, a shape or its place.`);
    }
    if (!kinds[dtype]) {
      notes.push(`“${clip(name)}” holds ${clip(dtype)}, which the lab does not read; save it as float32.`);
      continue;
    }
    const kind = kinds[dtype];
    const [from, to] = span;
    const size = product(shape) * width[kind];
    if (to - from !== size) {
      throw fault(
        `“${clip(name)}” is ${dtype} of shape [${shape.slice(0, 9).join(', ')}], ${bytes(size)}; its place has ${bytes(to - from)}.`,
      );
    }
    if (from < 0 || 8 + length + to > source.size) {
      throw fault(
        `“${clip(name)}” would end at byte ${grouped(8 + length + to)}; the file has ${grouped(source.size)}.`,
      );
    }
    spans.push([from, to, name]);
    tensors.push(binary(source, 8 + length + from, { name, shape, dtype: kind }, true));
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  spans.forEach(([from, , name], i) => {
    if (i && from < spans[i - 1][1]) {
      throw fault(`“${clip(name)}” and “${clip(spans[i - 1][2])}” claim the same bytes.`);
    }
  });
  return { format: 'safetensors', tensors, notes };
}

const numbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((v) => Number.isSafeInteger(v) && v >= 0);

function parse(text: string, name: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw fault(`The header of “${name}” is not JSON: “${clip(text)}”.`);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw fault(`The header of “${name}” is not a table of tensors.`);
  }
  return header as Record<string, unknown>;
}

/** The same format, written: f32, in the order given. */
export function writeSafetensors(
  tensors: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly numbers: ArrayLike<number> }>
  >,
): Uint8Array<ArrayBuffer> {
  let at = 0;
  const table = Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, numbers: all }]) => [
      name,
      { dtype: 'F32', shape, data_offsets: [at, (at += 4 * all.length)] },
    ]),
  );
  const text = JSON.stringify(table);
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const out = new Uint8Array(8 + header.length + at);
  const view = new DataView(out.buffer);
  view.setUint32(0, header.length, true);
  out.set(header, 8);
  let p = 8 + header.length;
  for (const { numbers: all } of Object.values(tensors)) {
    for (let i = 0; i < all.length; i++, p += 4) view.setFloat32(p, all[i], true);
  }
  return out;
}
