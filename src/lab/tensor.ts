// A tensor of an opened file: what it says of itself, and its numbers as a stream. Nothing is read before it is asked for.

import { bytes, fault } from './fault.ts';
import { decode, width, type Dtype } from './numbers.ts';
import type { Source } from './source.ts';

/** What the reader chooses from. Plain data. */
export interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** stored column by column */
  readonly fortran?: boolean;
  /** names of the columns, where the file has them */
  readonly columns?: readonly string[];
}

export interface Tensor extends Entry {
  /** Numbers from ... to in the order in which they are stored, in pieces. */
  numbers(from: number, to: number): AsyncGenerator<Float64Array>;
}

/** What was read of a file without its numbers. */
export interface Opened {
  readonly format: string;
  readonly tensors: readonly Tensor[];
  /** what was passed over, one sentence each */
  readonly notes: readonly string[];
  /** of a dream file: the figure and its state */
  readonly dream?: { readonly figure: string; readonly address: string };
}

/** A tensor may unpack to this much; its numbers are streamed, never kept. */
const MOST = 1 << 30;

export const product = (shape: readonly number[]): number => shape.reduce((all, size) => all * size, 1);

/** @throws where the shape is none, or needs more bytes than there are from `at` on */
export function binary(
  source: Source,
  at: number,
  about: Entry & { readonly dtype: Dtype },
  little: boolean,
): Tensor {
  const { shape, dtype, name } = about;
  const count = product(shape);
  const size = count * width[dtype];
  const there = source.size - at;
  if (shape.length > 8 || shape.some((s) => !Number.isSafeInteger(s) || s < 0)) {
    throw fault(
      `“${name}” has the shape [${shape.slice(0, 9).join(', ')}], which is none that the lab can use.`,
    );
  }
  if (size > there) {
    throw fault(
      `“${name}” promises ${dtype} numbers of shape [${shape.join(', ')}], ${bytes(size)}; the file has ${bytes(Math.max(0, there))} for them.`,
    );
  }
  if (size > MOST) throw fault(`“${name}” unpacks to ${bytes(size)}; the lab reads up to ${bytes(MOST)}.`);
  return { ...about, numbers: (from, to) => pieces(source, at, dtype, little, from, to) };
}

/** A piece may end inside a number: what is left over is put before the next. */
async function* pieces(
  source: Source,
  at: number,
  dtype: Dtype,
  little: boolean,
  from: number,
  to: number,
): AsyncGenerator<Float64Array> {
  const size = width[dtype];
  let over = new Uint8Array(0);
  for await (const piece of source.stream(at + from * size, at + to * size)) {
    const whole = over.length ? joined(over, piece) : piece;
    const end = whole.length - (whole.length % size);
    over = whole.slice(end);
    yield decode(whole.subarray(0, end), dtype, little);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Numbers that are in memory already. */
export const held = (about: Entry, all: Float64Array): Tensor => ({
  ...about,
  async *numbers(from, to) {
    yield all.subarray(from, to);
  },
});
