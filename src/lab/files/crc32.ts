// CRC-32 as in ZIP and gzip (ISO 3309, polynomial 0xEDB88320), over pieces.

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** The checksum after one more piece; begin with 0. */
export function crc32(before: number, piece: Uint8Array): number {
  let c = ~before;
  for (const byte of piece) c = (c >>> 8) ^ (table[(c ^ byte) & 255] ?? 0);
  return ~c >>> 0;
}
