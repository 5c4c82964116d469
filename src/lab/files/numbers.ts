// The number formats of tensor files, each to f64. All of them are exact there but whole numbers beyond 2^53.

/** kind and bits; `bf16` is the upper half of an f32; `f8e4m3` and `f8e5m2` are those of Micikevicius et al. 2022 */
export type Dtype =
  | 'f8e4m3'
  | 'f8e5m2'
  | 'f16'
  | 'bf16'
  | 'f32'
  | 'f64'
  | 'i8'
  | 'u8'
  | 'i16'
  | 'u16'
  | 'i32'
  | 'u32'
  | 'i64'
  | 'u64'
  | 'bool';

/** Bytes of one number. */
export const width: Readonly<Record<Dtype, number>> = {
  f8e4m3: 1,
  f8e5m2: 1,
  f16: 2,
  bf16: 2,
  f32: 4,
  f64: 8,
  i8: 1,
  u8: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  i64: 8,
  u64: 8,
  bool: 1,
};

const scratch = new DataView(new ArrayBuffer(4));

/** IEEE 754 half precision: 1 sign, 5 exponent, 10 fraction bits. */
export function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return exponent ? sign * (1 + fraction / 1024) * 2 ** (exponent - 15) : sign * (fraction / 1024) * 2 ** -14;
}

/** 1 sign, 4 exponent (bias 7), 3 fraction bits; no infinities, all ones are NaN. */
function e4m3(bits: number): number {
  const sign = bits & 0x80 ? -1 : 1;
  const exponent = (bits >> 3) & 15;
  const fraction = bits & 7;
  if (exponent === 15 && fraction === 7) return NaN;
  return exponent ? sign * (1 + fraction / 8) * 2 ** (exponent - 7) : sign * (fraction / 8) * 2 ** -6;
}

function brain(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}

type Get = (view: DataView, at: number, little: boolean) => number;
const TWO32 = 4294967296;
const get: Readonly<Record<Dtype, Get>> = {
  f8e4m3: (v, at) => e4m3(v.getUint8(at)),
  f8e5m2: (v, at) => half(v.getUint8(at) << 8),
  f16: (v, at, little) => half(v.getUint16(at, little)),
  bf16: (v, at, little) => brain(v.getUint16(at, little)),
  f32: (v, at, little) => v.getFloat32(at, little),
  f64: (v, at, little) => v.getFloat64(at, little),
  i8: (v, at) => v.getInt8(at),
  u8: (v, at) => v.getUint8(at),
  i16: (v, at, little) => v.getInt16(at, little),
  u16: (v, at, little) => v.getUint16(at, little),
  i32: (v, at, little) => v.getInt32(at, little),
  u32: (v, at, little) => v.getUint32(at, little),
  i64: (v, at, little) =>
    v.getInt32(little ? at + 4 : at, little) * TWO32 + v.getUint32(little ? at : at + 4, little),
  u64: (v, at, little) =>
    v.getUint32(little ? at + 4 : at, little) * TWO32 + v.getUint32(little ? at : at + 4, little),
  bool: (v, at) => (v.getUint8(at) ? 1 : 0),
};

/** Numbers of the bytes. @param raw a whole number of items */
export function decode(raw: Uint8Array, dtype: Dtype, little: boolean): Float64Array {
  if (little && dtype === 'f32') {
    return Float64Array.from(new Float32Array(raw.slice().buffer, 0, raw.byteLength / 4));
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const size = width[dtype];
  const one = get[dtype];
  const out = new Float64Array(raw.byteLength / size);
  for (let i = 0; i < out.length; i++) out[i] = one(view, i * size, little);
  return out;
}
