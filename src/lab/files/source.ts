// Bytes that are read in pieces, so that a file is never in memory as a whole: a Blob, a part of another source, or a
// compressed part of one.

import { crc32 } from './crc32.ts';
import { bytes, userError } from './user-error.ts';

const PIECE = 1 << 22;
/** Short reads are served from windows of this size: a directory of thousands of entries is read in a few requests. */
const WINDOW = 1 << 16;
const WINDOWS_KEPT = 64;

export interface Source {
  readonly name: string;
  /** bytes there are; of a compressed part, as many as its container claims */
  readonly size: number;
  /** Bytes from ... to, in pieces. @throws a user error where there are fewer */
  stream(from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Compares the container's checksum with all bytes, once. @throws a user error where they differ */
  readonly verify?: () => Promise<void>;
}

/** A Blob as a source. */
export function fromBlob(blob: Blob, name: string): Source {
  const windows = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const bytesOf = async (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await blob.slice(from, to).arrayBuffer());
  const windowAt = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const kept = windows.get(index);
    if (kept) return kept;
    const [oldest] = windows.keys();
    if (windows.size >= WINDOWS_KEPT && oldest !== undefined) windows.delete(oldest);
    const made = bytesOf(index * WINDOW, Math.min(blob.size, (index + 1) * WINDOW));
    windows.set(index, made);
    return made;
  };
  return {
    name,
    size: blob.size,
    async *stream(from, to) {
      if (to > blob.size) {
        throw userError(`“${name}” ends after ${bytes(blob.size)}; ${bytes(to)} were promised.`);
      }
      const short = to - from <= WINDOW;
      for (let at = from; at < to;) {
        const index = Math.floor(at / WINDOW);
        const end = Math.min(to, short ? (index + 1) * WINDOW : at + PIECE);
        if (short) yield (await windowAt(index)).subarray(at - index * WINDOW, end - index * WINDOW);
        else yield await bytesOf(at, end);
        at = end;
      }
    },
  };
}

/** A stored part of another source. */
export function partOf(whole: Source, name: string, start: number, size: number, checksum: number): Source {
  const plain = {
    name,
    size,
    stream(from: number, to: number) {
      if (to > size) throw userError(`“${name}” ends after ${bytes(size)}; ${bytes(to)} were promised.`);
      return whole.stream(start + from, start + to);
    },
  };
  return { ...plain, verify: once(() => verified(plain, checksum)) };
}

/** A deflated part. What comes out is counted as it comes: a claim is never trusted with memory. */
export function deflatedPartOf(
  whole: Source,
  name: string,
  packed: { readonly start: number; readonly size: number },
  size: number,
  checksum: number,
): Source {
  const plain = {
    name,
    size,
    async *stream(from: number, to: number) {
      const compressed = asStream(whole.stream(packed.start, packed.start + packed.size));
      const reader = inflated(compressed, 'deflate-raw').getReader();
      try {
        for (let at = 0; at < to;) {
          const { value, done } = await reader.read().catch(() => {
            throw userError(
              `The compressed data of “${name}” are damaged after ${bytes(at)}; save it again.`,
            );
          });
          if (done) throw userError(`“${name}” unpacks to ${bytes(at)}; ${bytes(to)} were promised.`);
          const piece = value.subarray(Math.max(0, from - at), Math.max(0, Math.min(value.length, to - at)));
          at += value.length;
          if (piece.length) yield piece;
        }
      } finally {
        void reader.cancel().catch(() => undefined);
      }
    },
  };
  return { ...plain, verify: once(() => verified(plain, checksum)) };
}

/** ReadableStream.from, which Chromium lacks. */
const asStream = (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<BufferSource> =>
  new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });

/** The browser's own decompressor behind a stream. */
const inflated = (stream: ReadableStream<BufferSource>, format: CompressionFormat) =>
  stream.pipeThrough(
    new DecompressionStream(format) as ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>,
  );

/** A gzip file unpacked, at most `most` bytes. @throws a user error where it is damaged or larger */
export async function gunzip(blob: Blob, name: string, most: number): Promise<Blob> {
  const reader = inflated(blob.stream() as ReadableStream<BufferSource>, 'gzip').getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; ;) {
    const { value, done } = await reader.read().catch(() => {
      throw userError(`The gzip data of “${name}” are damaged after ${bytes(at)}; pack it again.`);
    });
    if (done) return new Blob(pieces);
    at += value.length;
    if (at > most) {
      void reader.cancel().catch(() => undefined);
      throw userError(
        `“${name}” unpacks to more than ${bytes(most)}; unpack it and save the one tensor you mean.`,
      );
    }
    pieces.push(value);
  }
}

async function verified(source: Source, checksum: number): Promise<void> {
  let sum = 0;
  for await (const piece of source.stream(0, source.size)) sum = crc32(sum, piece);
  if (sum !== checksum) {
    throw userError(
      `“${source.name}” is damaged: its checksum (CRC) is not the one that its archive notes. Save or download it again.`,
    );
  }
}

/** The same promise at every call. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

/** A short piece as a whole. @throws a user error where the source ends before */
export async function read(source: Source, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(to - from);
  let at = 0;
  for await (const piece of source.stream(from, to)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
