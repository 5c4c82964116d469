// NumPy's .npy: magic, version, length of the header, the header (a Python dictionary), the numbers.
// Format: numpy.lib.format. The npm package for it (npyjs) knows neither big-endian nor Fortran order nor half precision.

import { grouped } from '../scene/format.ts';
import { clip, fault } from './fault.ts';
import type { Dtype } from './numbers.ts';
import { read, type Source } from './source.ts';
import { binary, type Tensor } from './tensor.ts';

const LONGEST = 1 << 20;
const kinds: Readonly<Record<string, Dtype>> = {
  f2: 'f16',
  f4: 'f32',
  f8: 'f64',
  i1: 'i8',
  u1: 'u8',
  i2: 'i16',
  u2: 'u16',
  i4: 'i32',
  u4: 'u32',
  i8: 'i64',
  u8: 'u64',
  b1: 'bool',
  V2: 'bf16', // NumPy has no bfloat16 of its own; arrays of ml_dtypes are written as two plain bytes
};

export const isNpy = (head: Uint8Array): boolean =>
  head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === 'NUMPY';

export async function npy(source: Source, name: string): Promise<Tensor> {
  const ends = (): Error => fault(`“${name}” ends inside the header of a .npy file.`);
  if (source.size < 10) throw ends();
  const first = await read(source, 0, Math.min(12, source.size));
  const view = new DataView(first.buffer);
  if (!isNpy(first)) throw fault(`“${name}” does not begin as a .npy file does.`);
  const version = first[6];
  const start = version === 1 ? 10 : 12;
  if (version < 1 || version > 3) {
    throw fault(`“${name}” is of .npy version ${version}; there are 1, 2 and 3.`);
  }
  if (source.size < start) throw ends();
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST) {
    throw fault(`“${name}” claims a header of ${grouped(length)} bytes; a .npy header has a few hundred.`);
  }
  if (start + length > source.size) throw ends();
  const header = new TextDecoder().decode(await read(source, start, start + length));
  return binary(source, start + length, ...parse(header, name));
}

function parse(
  header: string,
  name: string,
): [{ name: string; shape: number[]; dtype: Dtype; fortran: boolean }, boolean] {
  const descr = /['"]descr['"]\s*:\s*(['"])([^'"]*)\1/.exec(header)?.[2];
  const fortran = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/.exec(header)?.[1];
  if (/['"]descr['"]\s*:\s*\[/.test(header)) {
    throw fault(
      `“${name}” is a structured array; save its columns as a plain one: np.stack([a[k] for k in a.dtype.names], axis=1).`,
    );
  }
  if (descr === undefined || fortran === undefined || shape === undefined) {
    throw fault(`The header of “${name}” is not that of a .npy file: “${clip(header.trim())}”.`);
  }
  if (/O/.test(descr)) {
    throw fault(
      `“${name}” holds Python objects (pickle), which the lab does not run. Save it as a plain array: np.save(file, np.asarray(x, dtype=float)).`,
    );
  }
  const dtype = kinds[descr.slice(1)];
  if (!dtype || !/^[<>|=]/.test(descr)) {
    throw fault(
      `“${name}” holds numbers of the type “${clip(descr)}”, which the lab does not read; save it as float32.`,
    );
  }
  return [
    {
      name,
      dtype,
      fortran: fortran === 'True',
      shape: shape
        .split(',')
        .map((s) => s.replace('L', '').trim())
        .filter(Boolean)
        .map(Number),
    },
    descr[0] !== '>',
  ];
}

/** The same format, written: [rows][cols] of f64 or f32, version 1, little-endian. */
export function writeNpy(
  numbers: Float64Array | Float32Array,
  shape: readonly number[],
): Uint8Array<ArrayBuffer> {
  const wide = numbers.BYTES_PER_ELEMENT;
  const text = `{'descr': '<f${wide}', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  const header = `${text.padEnd(Math.ceil((text.length + 11) / 64) * 64 - 11)}\n`;
  const at = 10 + header.length;
  const out = new Uint8Array(at + numbers.length * wide);
  const view = new DataView(out.buffer);
  out.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  view.setUint16(8, header.length, true);
  out.set(new TextEncoder().encode(header), 10);
  numbers.forEach((v, i) =>
    wide === 8 ? view.setFloat64(at + 8 * i, v, true) : view.setFloat32(at + 4 * i, v, true),
  );
  return out;
}
