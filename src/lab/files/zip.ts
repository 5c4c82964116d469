// The directory of a ZIP archive (PKWARE APPNOTE 6.3, with ZIP64), for .npz. Parts are stored or deflated; deflate is the
// browser's own DecompressionStream. Why no library: docs/decisions/lab-files.md.

import { grouped } from '../../scene/format.ts';
import { deflatedPartOf, partOf, read, type Source } from './source.ts';
import { clip, userError } from './user-error.ts';

const MOST_PARTS = 10_000;
const MOST_DIRECTORY = 1 << 23;
const TAIL = 65_557;
const UNKNOWN = 0xffffffff;

export interface Part {
  readonly name: string;
  /** @throws a user error where the part cannot be read */
  open(): Promise<Source>;
}

/** An entry as the directory describes it; sizes in bytes, `at` its local header. */
interface DirectoryEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
}

/** All parts in the order of the directory, doubles included. @throws a user error where the directory is damaged */
export async function unzip(file: Source): Promise<Part[]> {
  const { at, size, count } = await findDirectory(file);
  if (count > MOST_PARTS || size > MOST_DIRECTORY) {
    throw userError(
      `“${file.name}” claims ${grouped(count)} parts; the lab opens archives of up to ${grouped(MOST_PARTS)}.`,
    );
  }
  if (!(at + size <= file.size)) {
    throw userError(
      `The directory of “${file.name}” would begin at byte ${grouped(at)}, which the file does not have; it is cut off.`,
    );
  }
  const view = new DataView((await read(file, at, at + size)).buffer);
  const parts: Part[] = [];
  for (let i = 0, p = 0; i < count; i++) {
    if (p + 46 > size || view.getUint32(p, true) !== 0x02014b50) {
      throw userError(`Entry ${i + 1} of ${count} in the directory of “${file.name}” is damaged.`);
    }
    const end =
      p + 46 + view.getUint16(p + 28, true) + view.getUint16(p + 30, true) + view.getUint16(p + 32, true);
    if (end > size) {
      throw userError(`Entry ${i + 1} of ${count} in the directory of “${file.name}” is cut off.`);
    }
    const entry = directoryEntry(view, p);
    parts.push({ name: entry.name, open: () => openPart(file, entry) });
    p = end;
  }
  return parts;
}

/** Where the central directory is: from the record at the end, or from the ZIP64 one that it points to. */
async function findDirectory(file: Source): Promise<{ at: number; size: number; count: number }> {
  const from = Math.max(0, file.size - TAIL);
  const view = new DataView((await read(file, from, file.size)).buffer);
  for (let p = view.byteLength - 22; p >= 0; p--) {
    if (view.getUint32(p, true) !== 0x06054b50) continue;
    if (p >= 20 && view.getUint32(p - 20, true) === 0x07064b50) {
      const there = uint64(view, p - 12);
      if (there + 56 <= file.size) {
        const long = new DataView((await read(file, there, there + 56)).buffer);
        if (long.getUint32(0, true) === 0x06064b50) {
          return { count: uint64(long, 32), size: uint64(long, 40), at: uint64(long, 48) };
        }
      }
    }
    return {
      count: view.getUint16(p + 10, true),
      size: view.getUint32(p + 12, true),
      at: view.getUint32(p + 16, true),
    };
  }
  throw userError(`“${file.name}” begins as an archive and has no directory at its end; it is cut off.`);
}

/** The record at `p`; sizes that do not fit 32 bits stand in the extra field with the number 1. */
function directoryEntry(view: DataView, p: number): DirectoryEntry {
  const nameLength = view.getUint16(p + 28, true);
  const extraEnd = p + 46 + nameLength + view.getUint16(p + 30, true);
  let packed = view.getUint32(p + 20, true);
  let size = view.getUint32(p + 24, true);
  let at = view.getUint32(p + 42, true);
  for (let q = p + 46 + nameLength; q + 4 <= extraEnd;) {
    const stop = Math.min(extraEnd, q + 4 + view.getUint16(q + 2, true));
    if (view.getUint16(q, true) === 1) {
      let r = q + 4;
      const next = (): number => {
        r += 8;
        return r <= stop ? uint64(view, r - 8) : NaN;
      };
      if (size === UNKNOWN) size = next();
      if (packed === UNKNOWN) packed = next();
      if (at === UNKNOWN) at = next();
    }
    q = q + 4 + view.getUint16(q + 2, true);
  }
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, p + 46, nameLength)),
    packed,
    size,
    at,
    method: view.getUint16(p + 10, true),
    encrypted: !!(view.getUint16(p + 8, true) & 1),
    checksum: view.getUint32(p + 16, true),
  };
}

async function openPart(file: Source, entry: DirectoryEntry): Promise<Source> {
  const { packed, size, at, method, encrypted, checksum } = entry;
  const name = clip(entry.name, 120);
  if (encrypted) throw userError(`“${name}” is encrypted; save it without a password.`);
  if (!(at + 30 <= file.size)) {
    throw userError(`“${name}” would begin at byte ${grouped(at)}, which the file does not have.`);
  }
  const local = new DataView((await read(file, at, at + 30)).buffer);
  if (local.getUint32(0, true) !== 0x04034b50) {
    throw userError(`“${name}” is not where the archive’s directory says.`);
  }
  const start = at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (!(start + packed <= file.size)) {
    throw userError(`“${name}” is cut off: the archive ends inside it.`);
  }
  if (method === 0) return partOf(file, name, start, packed, checksum);
  if (method === 8) return deflatedPartOf(file, name, { start, size: packed }, size, checksum);
  throw userError(
    `“${name}” is compressed by method ${method}; the lab knows “stored” and “deflate”, as np.savez and np.savez_compressed write them.`,
  );
}

const uint64 = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296;
