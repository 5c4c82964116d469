// Rows of signed numbers as text: each over the largest of its row, in whole steps of 1/127, base64.

export function packed(values: ArrayLike<number>, rows: number): string {
  const wide = values.length / rows;
  let text = '';
  for (let r = 0; r < rows; r++) {
    let most = 0;
    for (let i = 0; i < wide; i++) most = Math.max(most, Math.abs(values[r * wide + i]));
    for (let i = 0; i < wide; i++) text += String.fromCharCode((Math.round((127 * values[r * wide + i]) / (most || 1)) + 256) & 255);
  }
  return btoa(text);
}

/** -127 ... 127 */
export function unpacked(text: string): Int8Array {
  const bytes = atob(text);
  return Int8Array.from({ length: bytes.length }, (_, i) => (bytes.charCodeAt(i) << 24) >> 24);
}
