// A tensor of an opened file: what it says of itself, and its numbers as a stream. Nothing is read before it is asked for.

import type { TextLayout } from './dialect.ts';
import { decode, width, type Dtype } from './numbers.ts';
import type { Source } from './source.ts';
import { bytes, userError } from './user-error.ts';

/** How a program gets at the tensor: what `The same in Python` prints. Plain data. */
export type Origin =
  | { readonly kind: 'npy' }
  | { readonly kind: 'npz'; readonly key: string }
  | { readonly kind: 'safetensors'; readonly key: string }
  /** keys and indices from the document's root; `count` numbers, where the list is longer */
  | {
      readonly kind: 'json';
      readonly path: readonly (string | number)[];
      readonly from?: number;
      readonly count?: number;
    }
  /** a list of objects: the fields that are numbers, or the one that holds a list of them */
  | {
      readonly kind: 'records';
      readonly lines: boolean;
      readonly fields: readonly string[];
      readonly list: boolean;
    }
  | { readonly kind: 'text'; readonly layout: TextLayout };

/** What the reader chooses from. Plain data. */
export interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly origin: Origin;
  /** stored column by column */
  readonly fortran?: boolean;
  /** names of the columns, where the file has them */
  readonly columns?: readonly string[];
}

/** Where a tensor's bytes are, for who copies them as they are. */
interface RawBytes {
  readonly source: Source;
  readonly at: number;
  readonly dtype: Dtype;
}

export interface Tensor extends Entry {
  /** Numbers from ... to in the order in which they are stored, in pieces. */
  numbers(from: number, to: number): AsyncGenerator<Float64Array>;
  readonly raw?: RawBytes;
}

/** Names for rows: a list in a file of its own, or a column of words beside numbers. */
export interface LabelSet {
  readonly name: string;
  readonly values: readonly string[];
}

/** What was read of a file without its numbers. */
export interface Opened {
  readonly format: string;
  readonly tensors: readonly Tensor[];
  readonly labels: readonly LabelSet[];
  /** what was passed over or read in a special way, one sentence each */
  readonly notes: readonly string[];
  /** of a dream file: the figure and its state */
  readonly dream?: { readonly figure: string; readonly address: string };
  /** of a configuration beside weights: its values */
  readonly config?: Readonly<Record<string, unknown>>;
  /** of an index of shards: which file holds which tensor, as far as it says */
  readonly shards?: readonly (readonly [tensor: string, file: string])[];
}

/** A tensor may unpack to this much (2 GB of f32); its numbers are streamed. */
const MOST = 2 ** 31;

/** Numbers of a tensor of this shape. */
export const product = (shape: readonly number[]): number => shape.reduce((all, size) => all * size, 1);

/**
 * A tensor whose numbers stand in a row from byte `at` on.
 * @throws a user error where the shape is none, or needs more bytes than there are
 */
export function binaryTensor(
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
    throw userError(
      `“${name}” has the shape [${shape.slice(0, 9).join(', ')}], which is none that the lab can use.`,
    );
  }
  if (size > there) {
    throw userError(
      `“${name}” promises ${dtype} numbers of shape [${shape.join(', ')}], ${bytes(size)}; the file has ${bytes(Math.max(0, there))} for them.`,
    );
  }
  if (size > MOST) {
    throw userError(`“${name}” unpacks to ${bytes(size)}; the lab reads up to ${bytes(MOST)}.`);
  }
  return {
    ...about,
    numbers: (from, to) => pieces(source, at, dtype, little, from, to),
    ...(little || width[dtype] === 1 ? { raw: { source, at, dtype } } : {}),
  };
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
  await source.verify?.();
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

/** A tensor whose numbers are in memory already, in C order. */
export const tensorInMemory = (about: Entry, all: Float64Array): Tensor => ({
  ...about,
  async *numbers(from, to) {
    yield all.subarray(from, to);
  },
});
