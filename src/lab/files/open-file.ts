// Any file: by its first bytes what it is, and either its tensors or the sentence that says why not. The name's ending
// decides only where bytes cannot: between lines of numbers and JSON.

import { grouped } from '../../scene/format.ts';
import { json } from './json.ts';
import { encodingOf } from './lines.ts';
import { isNpy, npy } from './npy.ts';
import { isSafetensors, safetensors } from './safetensors.ts';
import { fromBlob, gunzip, read, type Source } from './source.ts';
import { table } from './table.ts';
import type { Opened, Tensor } from './tensor.ts';
import { bytes, clip, isUserError, userError } from './user-error.ts';
import { unzip, type Part } from './zip.ts';

/** Of what is packed as a whole or must be read as a whole. */
const MOST_JSON = 256e6;
const MOST_UNPACKED = 1e9;
const ARRAYS_AT_ONCE = 16;
const MOST_ARRAYS = 10_000;

/** What a PyTorch file's owner can do about it. */
export const TORCH =
  'A PyTorch file is pickle, a program that rebuilds Python objects, and the lab runs no stranger’s programs. Save the weights as safetensors: from safetensors.torch import save_file; save_file({k: v.contiguous() for k, v in model.state_dict().items()}, "weights.safetensors")';

const others: readonly (readonly [starts: string, says: string])[] = [
  ['\x80\x02', TORCH],
  ['\x80\x03', TORCH],
  ['\x80\x04', TORCH],
  ['\x80\x05', TORCH],
  ['\x89HDF', 'This is an HDF5 file. Save the array you mean: np.save("weights.npy", file["name"][:])'],
  [
    'GGUF',
    'This is a GGUF file of quantised weights. Save one tensor of the original model as .npy or safetensors.',
  ],
  ['PAR1', 'This is a Parquet file. Save its numbers: np.save("weights.npy", frame.to_numpy())'],
  [
    'MATLAB 7.3',
    'This is a MATLAB 7.3 file, which is HDF5. Save one matrix: np.save("weights.npy", h5py.File(file)["name"][:].T)',
  ],
  [
    'MATLAB',
    'This is a MATLAB file. Save one matrix: np.save("weights.npy", scipy.io.loadmat(file)["name"])',
  ],
  [
    'version https://git-lfs',
    'This is a pointer of Git LFS, not the file itself. Fetch it (git lfs pull), then choose it again.',
  ],
  ['\x28\xb5\x2f\xfd', 'This file is packed with Zstandard. Unpack it first.'],
  ['BZh', 'This file is packed with bzip2. Unpack it first.'],
  ['\xfd7zXZ', 'This file is packed with xz. Unpack it first.'],
  ['\x89PNG', 'This is a picture.'],
  ['%PDF', 'This is a PDF.'],
];

/** @param name its path where it came with a folder @throws a user error: one sentence, for any file there is */
export async function openFile(blob: Blob, name: string): Promise<Opened> {
  const said = clip(name, 80);
  const source = fromBlob(blob, said);
  if (!blob.size) throw userError(`“${said}” is empty.`);
  const head = await read(source, 0, Math.min(32, blob.size));
  const start = String.fromCharCode(...head);
  if (start.startsWith('\x1f\x8b')) return openGzip(blob, name);
  if (isNpy(head)) {
    const tensor = await npy(source, lastPart(said).replace(/\.npy$/i, ''));
    return { format: 'npy', tensors: [tensor], labels: [], notes: [] };
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return npz(source, said);
  if (isSafetensors(head)) return safetensors(source);
  const other = others.find(([with_]) => start.startsWith(with_));
  if (other) throw userError(other[1]);
  if (/\.(pt|pth|bin|ckpt|pkl)$/i.test(name)) throw userError(TORCH);
  if (/\.safetensors$/i.test(name)) return safetensors(source);
  if (/\.np[yz]$/i.test(name)) throw userError(`“${said}” does not begin as a ${name.slice(-4)} file does.`);
  return openText(blob, source, name, start, false);
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A packed file is what is in it. */
async function openGzip(blob: Blob, name: string): Promise<Opened> {
  const inner = await gunzip(blob, clip(name, 80), MOST_UNPACKED);
  const plain = name.replace(/\.gz$/i, '');
  if (!inner.size) throw userError(`“${clip(name, 80)}” is empty.`);
  const source = fromBlob(inner, clip(plain, 80));
  const head = await read(source, 0, Math.min(32, inner.size));
  const start = String.fromCharCode(...head);
  if (start.startsWith('\x1f\x8b')) throw userError(`“${clip(name, 80)}” is packed twice; unpack it first.`);
  const text = !isNpy(head) && !start.startsWith('PK') && !isSafetensors(head);
  const opened = text ? await openText(inner, source, plain, start, true) : await openFile(inner, plain);
  return { ...opened, format: `${opened.format}, gzip` };
}

async function openText(
  blob: Blob,
  source: Source,
  name: string,
  start: string,
  gzip: boolean,
): Promise<Opened> {
  const encoding = encodingOf(await read(source, 0, Math.min(1 << 16, source.size)));
  const json_ = /\.(json|jsonl|ndjson)$/i.test(name);
  const wide = encoding.startsWith('utf-16');
  const bare = start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const letters = wide ? bare.replaceAll('\0', '') : bare;
  if (json_ || /^\s*[[{]/.test(letters)) {
    if (json_ && blob.size > MOST_JSON) {
      throw userError(
        `“${source.name}” has ${bytes(blob.size)} of JSON; the lab reads up to ${bytes(MOST_JSON)} of it. Save it as .npy.`,
      );
    }
    const text = blob.size > MOST_JSON ? '' : new TextDecoder(encoding).decode(await blob.arrayBuffer());
    try {
      return json(text, source.name);
    } catch (error) {
      if (json_ || !isUserError(error) || !/is not JSON/.test(error.message)) throw error;
      // a table whose first cell begins with a bracket; if it is none either, both are said
      return await table(source, gzip).catch(() => {
        throw error;
      });
    }
  }
  if (/[\0-\x08\x0e-\x1f]/.test(letters)) {
    throw userError(
      `“${source.name}” is none of the formats that the lab reads: .npy, .npz, .safetensors, .json, .csv, .tsv.`,
    );
  }
  return table(source, gzip);
}

async function npz(source: Source, name: string): Promise<Opened> {
  const parts = await unzip(source);
  if (parts.some((part) => /(^|\/)data\.pkl$/.test(part.name))) throw userError(TORCH);
  const notes: string[] = [];
  const arrays = lastOfEachName(parts, notes);
  if (!arrays.length) {
    throw userError(
      `“${name}” is an archive of ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, none of them a .npy.`,
    );
  }
  refuseSparse(name, arrays);
  const tensors: Tensor[] = [];
  for (let from = 0; from < Math.min(arrays.length, MOST_ARRAYS); from += ARRAYS_AT_ONCE) {
    const some = arrays.slice(from, from + ARRAYS_AT_ONCE);
    const opened = await Promise.allSettled(
      some.map(async (part) => {
        const key = part.name.slice(0, -4);
        return npy(await part.open(), key, { kind: 'npz', key });
      }),
    );
    for (const one of opened) {
      if (one.status === 'fulfilled') tensors.push(one.value);
      else notes.push((one.reason as Error).message);
    }
  }
  if (arrays.length > MOST_ARRAYS) {
    notes.push(`Only the first ${grouped(MOST_ARRAYS)} of ${grouped(arrays.length)} arrays are listed.`);
  }
  if (!tensors.length) throw userError(notes[0] ?? `“${name}” holds no array.`);
  return { format: 'npz', tensors, labels: [], notes };
}

/** NumPy takes the last of two entries of one name. */
function lastOfEachName(parts: readonly Part[], notes: string[]): Part[] {
  const last = new Map<string, Part>();
  let doubles = 0;
  for (const part of parts) {
    if (!part.name.endsWith('.npy')) continue;
    if (last.has(part.name)) doubles += 1;
    last.set(part.name, part);
  }
  if (doubles) {
    notes.push(
      `${doubles === 1 ? 'One name stands' : `${doubles} names stand`} there twice; the last one counts, as in NumPy.`,
    );
  }
  return [...last.values()];
}

/** scipy.sparse.save_npz writes index arrays that look like data. */
function refuseSparse(name: string, arrays: readonly Part[]): void {
  const names = new Set(arrays.map((part) => part.name));
  const has = (...wanted: string[]): boolean => wanted.every((one) => names.has(`${one}.npy`));
  const kind = has('indices', 'indptr') || has('row', 'col') || has('offsets');
  if (has('format', 'shape', 'data') && kind) {
    throw userError(
      `“${name}” is a sparse matrix of SciPy. Save it densely: np.save("weights.npy", scipy.sparse.load_npz(file).toarray()).`,
    );
  }
}
