// Any file: by its first bytes what it is, and either its tensors or the sentence that says why not. The name's ending
// decides only where bytes cannot: between lines of numbers and JSON.

import { grouped } from '../scene/format.ts';
import { bytes, clip, fault } from './fault.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { isNpy, npy } from './npy.ts';
import { isSafetensors, safetensors } from './safetensors.ts';
import { fromBlob, read } from './source.ts';
import type { Opened, Tensor } from './tensor.ts';
import { unzip } from './zip.ts';

export const LARGEST = 200e6;

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
    'MATLAB',
    'This is a MATLAB file. Save one matrix: np.save("weights.npy", scipy.io.loadmat(file)["name"])',
  ],
  ['\x1f\x8b', 'This file is packed with gzip. Unpack it first.'],
  ['\x89PNG', 'This is a picture.'],
  ['%PDF', 'This is a PDF.'],
];

/** @throws a fault: one sentence, for any file there is */
export async function open(blob: Blob, name: string): Promise<Opened> {
  const said = clip(name, 80);
  const source = fromBlob(blob, said);
  if (!blob.size) throw fault(`“${said}” is empty.`);
  if (blob.size > LARGEST) {
    throw fault(
      `“${said}” has ${bytes(blob.size)}; the lab opens files of up to ${bytes(LARGEST)}. Save the one tensor you mean.`,
    );
  }
  const head = await read(source, 0, Math.min(16, blob.size));
  const start = String.fromCharCode(...head);
  if (isNpy(head)) {
    return { format: 'npy', tensors: [await npy(source, said.replace(/\.npy$/i, ''))], notes: [] };
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return npz(blob, said);
  if (isSafetensors(head)) return safetensors(source);
  const other = others.find(([with_]) => start.startsWith(with_));
  if (other) throw fault(other[1]);
  if (/\.(pt|pth|bin|ckpt|pkl)$/i.test(name)) throw fault(TORCH);
  if (/\.safetensors$/i.test(name)) return safetensors(source);
  if (/\.np[yz]$/i.test(name)) throw fault(`“${said}” does not begin as a ${name.slice(-4)} file does.`);
  if (/^\s*[[{]/.test(start.replace(/^\xef\xbb\xbf/, '')) || /\.json$/i.test(name)) {
    return json((await blob.text()).replace(/^\ufeff/, ''), said);
  }
  if (
    /[\0-\x08\x0e-\x1f]/.test(
      start.replace(/^\xff\xfe/, '').replaceAll(start.startsWith('\xff\xfe') ? '\0' : ' ', ''),
    )
  ) {
    throw fault(
      `“${said}” is none of the formats that the lab reads: .npy, .npz, .safetensors, .json, .csv, .tsv.`,
    );
  }
  return csv(source);
}

async function npz(blob: Blob, name: string): Promise<Opened> {
  const parts = await unzip(blob, name);
  const tensors: Tensor[] = [];
  const notes: string[] = [];
  if (parts.some((part) => /(^|\/)data\.pkl$/.test(part.name))) throw fault(TORCH);
  const arrays = parts.filter((part) => part.name.endsWith('.npy'));
  if (!arrays.length) {
    throw fault(
      `“${name}” is an archive of ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, none of them a .npy.`,
    );
  }
  for (const part of arrays.slice(0, 512)) {
    try {
      tensors.push(await npy(await part.open(), clip(part.name.slice(0, -4))));
    } catch (error) {
      notes.push((error as Error).message);
    }
  }
  if (arrays.length > 512) notes.push(`Only the first 512 of ${grouped(arrays.length)} arrays are listed.`);
  if (!tensors.length) throw fault(notes[0]);
  return { format: 'npz', tensors, notes };
}
