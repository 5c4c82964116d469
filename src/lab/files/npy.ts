// NumPy's .npy: magic, version, length of the header, the header (a Python dictionary), the numbers.
// Format: numpy.lib.format. The npm package for it (npyjs) knows neither big-endian nor Fortran order nor half precision.

import { grouped } from '../../scene/format.ts';
import type { Dtype } from './numbers.ts';
import { read, type Source } from './source.ts';
import { binaryTensor, type Origin, type Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

const LONGEST = 1 << 20;
const kinds: ReadonlyMap<string, Dtype> = new Map([
  ['f2', 'f16'],
  ['f4', 'f32'],
  ['f8', 'f64'],
  ['i1', 'i8'],
  ['u1', 'u8'],
  ['i2', 'i16'],
  ['u2', 'u16'],
  ['i4', 'i32'],
  ['u4', 'u32'],
  ['i8', 'i64'],
  ['u8', 'u64'],
  ['b1', 'bool'],
  ['?', 'bool'],
  ['V2', 'bf16'], // NumPy has no bfloat16 of its own; arrays of ml_dtypes are written as two plain bytes
]);

/** Whether the first bytes are those of a .npy file. */
export const isNpy = (head: Uint8Array): boolean =>
  head[0] === 0x93 && String.fromCharCode(...head.subarray(1, 6)) === 'NUMPY';

/** The one tensor of a .npy file. @throws a user error */
export async function npy(source: Source, name: string, origin: Origin = { kind: 'npy' }): Promise<Tensor> {
  const cutOff = (): Error => userError(`“${name}” ends inside the header of a .npy file.`);
  if (source.size < 10) throw cutOff();
  const first = await read(source, 0, Math.min(12, source.size));
  const view = new DataView(first.buffer);
  if (!isNpy(first)) throw userError(`“${name}” does not begin as a .npy file does.`);
  const version = view.getUint8(6);
  const start = version === 1 ? 10 : 12;
  if (version < 1 || version > 3) {
    throw userError(`“${name}” is of .npy version ${version}; there are 1, 2 and 3.`);
  }
  if (source.size < start) throw cutOff();
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST) {
    throw userError(
      `“${name}” claims a header of ${grouped(length)} bytes; a .npy header has a few hundred.`,
    );
  }
  if (start + length > source.size) throw cutOff();
  const header = new TextDecoder().decode(await read(source, start, start + length));
  const { little, ...about } = parseHeader(header, name);
  return binaryTensor(source, start + length, { name, origin, ...about }, little);
}

/** Python 2 wrote u'<f4' and 3L, which NumPy still reads. */
function parseHeader(
  header: string,
  name: string,
): { shape: number[]; dtype: Dtype; fortran: boolean; little: boolean } {
  const descr = /['"]descr['"]\s*:\s*[uU]?(['"])([^'"]*)\1/.exec(header)?.[2];
  const fortran = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/.exec(header)?.[1];
  if (/['"]descr['"]\s*:\s*\[/.test(header)) {
    throw userError(
      `“${name}” is a structured array; save its columns as a plain one: np.stack([a[k] for k in a.dtype.names], axis=1).`,
    );
  }
  if (descr === undefined || fortran === undefined || shape === undefined) {
    throw userError(`The header of “${name}” is not that of a .npy file: “${clip(header.trim())}”.`);
  }
  if (/O/.test(descr)) {
    throw userError(
      `“${name}” holds Python objects (pickle), which the lab does not run. Save it as a plain array: np.save(file, np.asarray(x, dtype=float)).`,
    );
  }
  const dtype = kinds.get(descr.replace(/^[<>|=]/, ''));
  if (!dtype) throw userError(unreadable(name, descr));
  return {
    dtype,
    fortran: fortran === 'True',
    shape: shape
      .split(',')
      .map((s) => s.replace('L', '').trim())
      .filter(Boolean)
      .map(Number),
    little: !descr.startsWith('>'),
  };
}

function unreadable(name: string, descr: string): string {
  const kind = `“${name}” holds values of the type “${clip(descr)}”, which the lab does not read`;
  if (/c\d/.test(descr)) {
    return `${kind}; save the real and the imaginary part: np.stack([a.real, a.imag], -1).`;
  }
  if (/[SUaM]\d|[Mm]8/.test(descr)) return `${kind}; save numbers.`;
  return `${kind}; save it as float32.`;
}

/** The same format, written: f64 or f32 in C order, version 1, little-endian. */
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
