// Bytes that are read in pieces, so that a file is never in memory as a whole: a Blob, a part of one, or a compressed part.

import { bytes, fault } from './fault.ts';

const PIECE = 1 << 22;

export interface Source {
  readonly name: string;
  /** bytes there are; of a compressed part, as many as its container claims */
  readonly size: number;
  /** Bytes from ... to, in pieces. @throws a fault where there are fewer */
  stream(from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

export function fromBlob(blob: Blob, name: string, from = 0, to = blob.size): Source {
  return {
    name,
    size: to - from,
    async *stream(a, b) {
      if (b > to - from) throw fault(`“${name}” ends after ${bytes(to - from)}; ${bytes(b)} were promised.`);
      for (let at = a; at < b; at += PIECE) {
        yield new Uint8Array(await blob.slice(from + at, from + Math.min(b, at + PIECE)).arrayBuffer());
      }
    },
  };
}

/** A deflated part. What comes out is counted as it comes: a claim is never trusted with memory. */
export function fromDeflated(blob: Blob, name: string, size: number): Source {
  return {
    name,
    size,
    async *stream(a, b) {
      const reader = (blob.stream() as ReadableStream<BufferSource>)
        .pipeThrough(
          new DecompressionStream('deflate-raw') as ReadableWritablePair<
            Uint8Array<ArrayBuffer>,
            BufferSource
          >,
        )
        .getReader();
      try {
        for (let at = 0; at < b;) {
          const { value, done } = await reader.read().catch(() => {
            throw fault(`The compressed data of “${name}” are damaged after ${bytes(at)}.`);
          });
          if (done) throw fault(`“${name}” unpacks to ${bytes(at)}; ${bytes(b)} were promised.`);
          const piece = value.subarray(Math.max(0, a - at), Math.max(0, Math.min(value.length, b - at)));
          at += value.length;
          if (piece.length) yield piece;
        }
      } finally {
        void reader.cancel().catch(() => undefined);
      }
    },
  };
}

/** A short piece as a whole. */
export async function read(source: Source, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(to - from);
  let at = 0;
  for await (const piece of source.stream(from, to)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
