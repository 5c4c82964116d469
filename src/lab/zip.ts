// The directory of a ZIP archive (PKWARE APPNOTE 6.3, with ZIP64), for .npz. Parts are stored or deflated; deflate is the
// browser's own DecompressionStream. A library was left out: none of them streams one part of a Blob with a bound.

import { grouped } from '../scene/format.ts';
import { clip, fault } from './fault.ts';
import { fromBlob, fromDeflated, read, type Source } from './source.ts';

const MOST_PARTS = 10_000;
const MOST_DIRECTORY = 1 << 23;
const TAIL = 65_557;

export interface Part {
  readonly name: string;
  open(): Promise<Source>;
}

export async function unzip(blob: Blob, name: string): Promise<Part[]> {
  const file = fromBlob(blob, name);
  const { at, size, count } = await end(file);
  if (count > MOST_PARTS || size > MOST_DIRECTORY) {
    throw fault(
      `“${name}” claims ${grouped(count)} parts; the lab opens archives of up to ${grouped(MOST_PARTS)}.`,
    );
  }
  if (at + size > file.size) {
    throw fault(
      `The directory of “${name}” would begin at byte ${grouped(at)}, which the file does not have; it is cut off.`,
    );
  }
  const view = new DataView((await read(file, at, at + size)).buffer);
  const parts: Part[] = [];
  for (let i = 0, p = 0; i < count; i++) {
    if (p + 46 > size || view.getUint32(p, true) !== 0x02014b50) {
      throw fault(`Entry ${i + 1} of ${count} in the directory of “${name}” is damaged.`);
    }
    const [long, extra, comment] = [28, 30, 32].map((o) => view.getUint16(p + o, true));
    if (p + 46 + long + extra + comment > size) {
      throw fault(`Entry ${i + 1} of ${count} in the directory of “${name}” is cut off.`);
    }
    const sizes = wide(view, p, p + 46 + long, extra);
    const part = new TextDecoder().decode(new Uint8Array(view.buffer, p + 46, long));
    const method = view.getUint16(p + 10, true);
    const sealed = !!(view.getUint16(p + 8, true) & 1);
    parts.push({ name: part, open: () => open(blob, file, part, { ...sizes, method, sealed }) });
    p += 46 + long + extra + comment;
  }
  return parts;
}

/** Where the central directory is: from the record at the end, or from the ZIP64 one that it points to. */
async function end(file: Source): Promise<{ at: number; size: number; count: number }> {
  const from = Math.max(0, file.size - TAIL);
  const view = new DataView((await read(file, from, file.size)).buffer);
  for (let p = view.byteLength - 22; p >= 0; p--) {
    if (view.getUint32(p, true) !== 0x06054b50) continue;
    if (p >= 20 && view.getUint32(p - 20, true) === 0x07064b50) {
      const there = big(view, p - 12);
      if (there + 56 <= file.size) {
        const long = new DataView((await read(file, there, there + 56)).buffer);
        if (long.getUint32(0, true) === 0x06064b50) {
          return { count: big(long, 32), size: big(long, 40), at: big(long, 48) };
        }
      }
    }
    return {
      count: view.getUint16(p + 10, true),
      size: view.getUint32(p + 12, true),
      at: view.getUint32(p + 16, true),
    };
  }
  throw fault(`“${file.name}” begins as an archive and has no directory at its end; it is cut off.`);
}

interface Sizes {
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Sizes and place of an entry; those that do not fit 32 bits stand in the extra field with the number 1. */
function wide(view: DataView, p: number, extra: number, long: number): Sizes {
  let [packed, size, at] = [20, 24, 42].map((o) => view.getUint32(p + o, true));
  for (let q = extra; q + 4 <= extra + long;) {
    const field = view.getUint16(q, true);
    const stop = q + 4 + view.getUint16(q + 2, true);
    let r = q + 4;
    const next = (): number => {
      r += 8;
      return r <= Math.min(stop, extra + long) ? big(view, r - 8) : NaN;
    };
    if (field === 1) {
      if (size === 0xffffffff) size = next();
      if (packed === 0xffffffff) packed = next();
      if (at === 0xffffffff) at = next();
    }
    q = stop;
  }
  return { packed, size, at };
}

async function open(
  blob: Blob,
  file: Source,
  name: string,
  { packed, size, at, method, sealed }: Sizes & { method: number; sealed: boolean },
): Promise<Source> {
  const part = clip(name);
  if (sealed) throw fault(`“${part}” is encrypted.`);
  if (!(at + 30 <= file.size)) {
    throw fault(`“${part}” would begin at byte ${grouped(at)}, which the file does not have.`);
  }
  const local = new DataView((await read(file, at, at + 30)).buffer);
  if (local.getUint32(0, true) !== 0x04034b50) {
    throw fault(`“${part}” is not where the archive’s directory says.`);
  }
  const from = at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (!(from + packed <= file.size)) throw fault(`“${part}” is cut off: the archive ends inside it.`);
  if (method === 0) return fromBlob(blob, part, from, from + packed);
  if (method === 8) return fromDeflated(blob.slice(from, from + packed), part, size);
  throw fault(
    `“${part}” is compressed by method ${method}; the lab knows “stored” and “deflate”, as np.savez and np.savez_compressed write them.`,
  );
}

const big = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296;
