// What a state's weights are recognised by: 64 bits over their bytes, equal wherever the arithmetic was equal.

import { mix } from './random.ts';

/** 16 hex digits over the little-endian bytes and the length. -0 counts as 0, and every NaN as one. */
export function fingerprint(weights: Float64Array | Float32Array): string {
  const wide = weights.BYTES_PER_ELEMENT;
  const view = new DataView(new ArrayBuffer(8));
  let a = mix(weights.length);
  let b = mix(~weights.length);
  for (const value of weights) {
    const clean = value === 0 ? 0 : value;
    if (wide === 8) view.setFloat64(0, clean, true);
    else view.setFloat32(0, clean, true);
    if (Number.isNaN(value)) view.setBigUint64(0, 0x7ff800007ff80000n); // NaN's payload is the engine's choice
    for (let at = 0; at < wide; at += 4) {
      const word = view.getUint32(at, true);
      a = mix((Math.imul(a, 0x01000193) ^ word) | 0);
      b = mix((Math.imul(b, 0x85ebca6b) + word) | 0);
    }
  }
  return hex(a) + hex(b);
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');
