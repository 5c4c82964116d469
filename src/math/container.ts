// Numbers as bytes. Rows of signed numbers as text: each over the largest of its row, in whole steps of 1/127, base64.

/** `rows` rows of equal length, each over its largest size, in steps of 1/127: bytes, base64. */
export function packed(values: ArrayLike<number>, rows: number): string {
  const wide = values.length / rows;
  let text = '';
  for (let r = 0; r < rows; r++) {
    let most = 0;
    for (let i = 0; i < wide; i++) most = Math.max(most, Math.abs(values[r * wide + i]));
    for (let i = 0; i < wide; i++) {
      text += String.fromCharCode((Math.round((127 * values[r * wide + i]) / (most || 1)) + 256) & 255);
    }
  }
  return btoa(text);
}

/** -127 ... 127 */
export function unpacked(text: string): Int8Array {
  const bytes = atob(text);
  return Int8Array.from({ length: bytes.length }, (_, i) => (bytes.charCodeAt(i) << 24) >> 24);
}

/** A file with a head: [length of the head, u32][head, JSON, padded with spaces to a multiple of 4][the rest]. `at`: where the rest begins. */
export function readContainer<T>(bytes: ArrayBuffer): { readonly head: T; readonly at: number } {
  const long = new DataView(bytes).getUint32(0, true);
  return { head: JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, long))) as T, at: 4 + long };
}

/** The same, written. */
export function writeContainer(head: object, rest: readonly ArrayBufferView[]): Uint8Array {
  const text = JSON.stringify(head);
  const long = Math.ceil(new TextEncoder().encode(text).length / 4) * 4;
  const all = new Uint8Array(4 + long + rest.reduce((sum, part) => sum + part.byteLength, 0)).fill(32);
  new DataView(all.buffer).setUint32(0, long, true);
  all.set(new TextEncoder().encode(text), 4);
  let at = 4 + long;
  for (const part of rest) {
    all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return all;
}
