// A ZIP archive of these parts, doubles allowed, for tests of readers.

import { deflateRawSync, crc32 } from 'node:zlib';

/** @param deflated compressed, as np.savez_compressed writes them; else stored */
export function zipOf(
  parts: readonly (readonly [name: string, content: Uint8Array])[],
  deflated = false,
): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const label = new TextEncoder().encode(name);
    const packed = deflated ? deflateRawSync(content) : content;
    const fields = (view: DataView, p: number): void => {
      view.setUint16(p, deflated ? 8 : 0, true);
      view.setUint32(p + 6, crc32(content), true);
      view.setUint32(p + 10, packed.length, true);
      view.setUint32(p + 14, content.length, true);
      view.setUint16(p + 18, label.length, true);
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    fields(local, 8);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    fields(entry, 10);
    entry.setUint32(42, at, true);
    locals.push(new Uint8Array(local.buffer), label, packed);
    entries.push(new Uint8Array(entry.buffer), label);
    at += 30 + label.length + packed.length;
  }
  const size = entries.reduce((all, { length }) => all + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return Uint8Array.from(Buffer.concat([...locals, ...entries, new Uint8Array(end.buffer)]));
}
