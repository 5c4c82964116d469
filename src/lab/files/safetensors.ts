// Safetensors: 8 bytes length of the header, the header (JSON), the numbers, little-endian, C order.
// Format: the README of huggingface/safetensors. No reader for browsers is kept up; this one checks what the format demands:
// no key twice, no byte that no tensor claims.

import { grouped } from '../../scene/format.ts';
import { doubleKey } from './double-key.ts';
import { width, type Dtype } from './numbers.ts';
import { read, type Source } from './source.ts';
import { binaryTensor, product, type Opened, type Tensor } from './tensor.ts';
import { bytes, clip, userError } from './user-error.ts';

const LONGEST = 1 << 26;
const kinds: ReadonlyMap<string, Dtype> = new Map([
  ['F8_E4M3', 'f8e4m3'],
  ['F8_E5M2', 'f8e5m2'],
  ['F16', 'f16'],
  ['BF16', 'bf16'],
  ['F32', 'f32'],
  ['F64', 'f64'],
  ['I8', 'i8'],
  ['U8', 'u8'],
  ['I16', 'i16'],
  ['U16', 'u16'],
  ['I32', 'i32'],
  ['U32', 'u32'],
  ['I64', 'i64'],
  ['U64', 'u64'],
  ['BOOL', 'bool'],
]);

/** Eight bytes of a length that fits, then a brace. */
export const isSafetensors = (head: Uint8Array): boolean =>
  head.length > 8 && head[8] === 0x7b && head[6] === 0 && head[7] === 0;

/** All tensors of a safetensors file. @throws a user error */
export async function safetensors(source: Source): Promise<Opened> {
  if (source.size < 10) throw userError(`“${source.name}” ends inside the header of a .safetensors file.`);
  const first = new DataView((await read(source, 0, 8)).buffer);
  const length = first.getUint32(0, true) + first.getUint32(4, true) * 4294967296;
  if (8 + length > source.size) {
    throw userError(
      `“${source.name}” claims a header of ${bytes(length)}; the file has ${bytes(source.size)}.`,
    );
  }
  if (length > LONGEST) {
    throw userError(
      `“${source.name}” has a header of ${bytes(length)}; the lab reads up to ${bytes(LONGEST)}.`,
    );
  }
  const header = parseHeader(new TextDecoder().decode(await read(source, 8, 8 + length)), source.name);
  const tensors: Tensor[] = [];
  const notes: string[] = [];
  const spans: Span[] = [];
  for (const [name, entry] of header) {
    const { dtype, shape, span } = describe(name, entry);
    if (span.from < 0 || 8 + length + span.to > source.size) {
      throw userError(
        `“${clip(name)}” would end at byte ${grouped(8 + length + span.to)}; the file has ${grouped(source.size)}.`,
      );
    }
    spans.push(span);
    const kind = kinds.get(dtype);
    if (!kind) {
      notes.push(`“${clip(name)}” holds ${clip(dtype)}, which the lab does not read; save it as float32.`);
      continue;
    }
    const size = product(shape) * width[kind];
    if (span.to - span.from !== size) {
      throw userError(
        `“${clip(name)}” is ${dtype} of shape [${shape.slice(0, 9).join(', ')}], ${bytes(size)}; its place has ${bytes(span.to - span.from)}.`,
      );
    }
    const origin = { kind: 'safetensors', key: name } as const;
    tensors.push(binaryTensor(source, 8 + length + span.from, { name, shape, dtype: kind, origin }, true));
  }
  checkSpans(spans, source.size - 8 - length, source.name);
  if (!tensors.length) {
    throw userError(notes[0] ?? `“${source.name}” is a safetensors file without any tensor.`);
  }
  return { format: 'safetensors', tensors, labels: [], notes };
}

/** The bytes of one tensor, counted from the end of the header. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function describe(name: string, entry: unknown): { dtype: string; shape: number[]; span: Span } {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (typeof dtype !== 'string' || !isCounts(shape) || !isCounts(offsets)) {
    throw userError(`The header’s entry “${clip(name)}” lacks a dtype, a shape or its place.`);
  }
  const [from, to, more] = offsets;
  if (from === undefined || to === undefined || more !== undefined || to < from) {
    throw userError(`The header’s entry “${clip(name)}” lacks a dtype, a shape or its place.`);
  }
  return { dtype, shape, span: { from, to, name } };
}

/** The tensors must fill the data without overlap and without a hole. */
function checkSpans(spans: readonly Span[], size: number, file: string): void {
  let at = 0;
  let before = '';
  for (const { from, to, name } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw userError(`“${clip(name)}” and “${clip(before)}” claim the same bytes.`);
    if (from > at) {
      throw userError(
        `“${file}” has ${bytes(from - at)} before “${clip(name)}” that belong to no tensor, which the format forbids; save it again.`,
      );
    }
    at = to;
    before = name;
  }
  if (at < size && spans.length) {
    throw userError(
      `“${file}” has ${bytes(size - at)} after its last tensor that belong to none, which the format forbids; save it again.`,
    );
  }
}

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((v) => Number.isSafeInteger(v) && v >= 0);

function parseHeader(text: string, name: string): [string, unknown][] {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw userError(`The header of “${name}” is not JSON: “${clip(text)}”.`);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    throw userError(`The header of “${name}” is not a table of tensors.`);
  }
  const twice = doubleKey(text);
  if (twice !== undefined) {
    throw userError(
      `The header of “${name}” has “${clip(twice)}” twice, which the format forbids; save it again.`,
    );
  }
  return Object.entries(header).filter(([key]) => key !== '__metadata__');
}

/** The same format, written: f32, in the order given. */
export function writeSafetensors(
  tensors: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly numbers: ArrayLike<number> }>
  >,
): Uint8Array<ArrayBuffer> {
  const list = Object.entries(tensors);
  const header = safetensorsHeader(
    list.map(([name, { shape, numbers }]) => ({ name, dtype: 'f32', shape, size: 4 * numbers.length })),
  );
  const size = list.reduce((all, [, { numbers }]) => all + 4 * numbers.length, header.length);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(header);
  let p = header.length;
  for (const [, { numbers }] of list) {
    for (const value of Array.from(numbers)) {
      view.setFloat32(p, value, true);
      p += 4;
    }
  }
  return out;
}

/** The length and the header for these tensors, their bytes following in this order; `size` in bytes. */
export function safetensorsHeader(
  tensors: readonly {
    readonly name: string;
    readonly dtype: Dtype;
    readonly shape: readonly number[];
    readonly size: number;
  }[],
): Uint8Array<ArrayBuffer> {
  let at = 0;
  const table = new Map(
    tensors.map(({ name, dtype, shape, size }) => {
      const from = at;
      at += size;
      const written = [...kinds].find(([, kind]) => kind === dtype)?.[0] ?? 'F32';
      return [name, { dtype: written, shape, data_offsets: [from, at] }];
    }),
  );
  const text = JSON.stringify(Object.fromEntries(table));
  const header = new TextEncoder().encode(text);
  const padded = Math.ceil(header.length / 8) * 8;
  const out = new Uint8Array(8 + padded).fill(32);
  new DataView(out.buffer).setBigUint64(0, BigInt(padded), true);
  out.set(header, 8);
  return out;
}
