// Small pictures as data: a PNG without compression, made by hand, so that a still, a download and the live figure carry the
// same bytes. Grey values from 0 (black) to 1 (white); three planes are red, green and blue; NaN is clear (grey only).

import { mark, round, type Mark } from './mark.ts';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
const word = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const letters = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

function together(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function chunk(name: string, body: ArrayLike<number>): Uint8Array {
  const named = together(letters(name), body);
  return together(word(body.length), named, word(crc(named)));
}

/** zlib's container around blocks that are stored as they are. */
function stored(raw: Uint8Array): Uint8Array {
  const blocks: ArrayLike<number>[] = [];
  for (let i = 0; i < raw.length; i += 65535) {
    const part = raw.subarray(i, i + 65535);
    const n = part.length;
    blocks.push([i + n >= raw.length ? 1 : 0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255], part);
  }
  let a = 1;
  let b = 0;
  for (let i = 0; i < raw.length; i++) {
    a = (a + raw[i]) % 65521;
    b = (b + a) % 65521;
  }
  return together([0x78, 0x01], ...blocks, word(((b << 16) | a) >>> 0));
}

/** @param values [planes][high][wide] */
export function png(values: ArrayLike<number>, wide: number, high: number, planes: 1 | 3 = 1): string {
  const size = wide * high;
  let clear = false;
  if (planes === 1) for (let i = 0; i < size && !clear; i++) clear = Number.isNaN(values[i]);
  const raw = new Uint8Array(high * (1 + wide * (planes + Number(clear))));
  for (let y = 0, at = 0; y < high; y++) {
    at++; // no filter
    for (let i = y * wide; i < (y + 1) * wide; i++) {
      for (let p = 0; p < planes; p++) {
        raw[at++] = Math.max(0, Math.min(255, Math.round(values[p * size + i] * 255) || 0));
      }
      if (clear) raw[at++] = Number.isNaN(values[i]) ? 0 : 255;
    }
  }
  const bytes = together(
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk('IHDR', [...word(wide), ...word(high), 8, colourType(planes, clear), 0, 0, 0]),
    chunk('IDAT', stored(raw)),
    chunk('IEND', []),
  );
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return `data:image/png;base64,${btoa(text)}`;
}

/** PNG's number for colours, grey, or grey that may be clear. */
function colourType(planes: 1 | 3, clear: boolean): number {
  if (planes === 3) return 2;
  return clear ? 4 : 0;
}

/** A picture at (x, y), `side` px wide, its pixels square. */
export function pixels(
  values: ArrayLike<number>,
  wide: number,
  high: number,
  x: number,
  y: number,
  side: number,
  key: string,
  planes: 1 | 3 = 1,
): Mark {
  return mark(
    'image',
    {
      href: png(values, wide, high, planes),
      x: round(x),
      y: round(y),
      width: round(side),
      height: round((side * high) / wide),
      'image-rendering': 'pixelated',
      preserveAspectRatio: 'none',
    },
    undefined,
    key,
  );
}

/** Signed numbers as greys: 0 in the middle, the largest at an end. */
export function greys(values: ArrayLike<number>, largest?: number): Float64Array {
  let most = largest ?? 0;
  if (!largest) for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]) || 0);
  return Float64Array.from({ length: values.length }, (_, i) => 0.5 + (0.5 * values[i]) / (most || 1));
}
