// A dictionary, or some of its latents, written as it came: cfg.json and sae_weights.safetensors, the bytes of each number
// unchanged.

import { tensorOf, type OpenedFile } from '../catalogue.ts';
import { pickedIndices } from '../analysis/choice.ts';
import type { Question } from '../protocol.ts';
import type { Dictionary } from './dictionary.ts';
import { width } from './numbers.ts';
import { safetensorsHeader } from './safetensors.ts';
import { read } from './source.ts';
import { product, type Tensor } from './tensor.ts';
import { clip, userError } from './user-error.ts';

/** Bytes of one tensor that are gathered at once. */
const MOST = 2 ** 31;

/** @throws a user error where the file's numbers cannot be copied */
export async function exportDictionary(
  { dictionary, latents }: Extract<Question, { do: 'export' }>,
  opened: readonly OpenedFile[],
): Promise<{ config: string; weights: Blob }> {
  const all = !latents.trim();
  const rows = all
    ? undefined
    : pickedIndices(latents, dictionary.latents, dictionary.latents, 'latents', false);
  const tensors = dictionary.has.map((key) => tensorOf(opened, dictionary.file, key));
  const parts = await Promise.all(tensors.map((tensor) => partOf(tensor, dictionary, rows)));
  const header = safetensorsHeader(parts.map(({ bytes, ...about }) => ({ ...about, size: bytes.length })));
  return {
    config: configOf(dictionary, opened, rows?.length ?? dictionary.latents),
    weights: new Blob([header, ...parts.map(({ bytes }) => bytes)]),
  };
}

async function partOf(tensor: Tensor, dictionary: Dictionary, rows: readonly number[] | undefined) {
  const { raw, name, shape } = tensor;
  const size = product(shape) * (raw ? width[raw.dtype] : 1);
  if (!raw || tensor.fortran || size > MOST) {
    throw userError(
      `“${clip(name)}” is stored in an order that is not copied as it is; save it as safetensors first.`,
    );
  }
  await raw.source.verify?.();
  const bytes = await read(raw.source, raw.at, raw.at + size);
  const axis = axisOf(name, shape, dictionary);
  if (!rows || axis < 0) return { name, shape, dtype: raw.dtype, bytes };
  const kept = shape.map((s, a) => (a === axis ? rows.length : s));
  return { name, shape: kept, dtype: raw.dtype, bytes: taken(bytes, shape, axis, rows, width[raw.dtype]) };
}

/** The axis of the latents; -1 where the tensor has none (b_dec). */
function axisOf(name: string, shape: readonly number[], dictionary: Dictionary): number {
  if (name === 'W_dec') return dictionary.decoderAxis;
  if (name === 'W_enc') return dictionary.encoderAxis;
  if (name === 'b_dec' || name === 'W_skip') return -1;
  return shape.indexOf(dictionary.latents);
}

/** These items along an axis. */
function taken(
  bytes: Uint8Array<ArrayBuffer>,
  shape: readonly number[],
  axis: number,
  rows: readonly number[],
  item: number,
): Uint8Array<ArrayBuffer> {
  const inner = product(shape.slice(axis + 1)) * item;
  const outer = product(shape.slice(0, axis));
  const size = shape[axis] ?? 1;
  const out = new Uint8Array(outer * rows.length * inner);
  for (let o = 0; o < outer; o++) {
    rows.forEach((row, i) => {
      const from = (o * size + row) * inner;
      out.set(bytes.subarray(from, from + inner), (o * rows.length + i) * inner);
    });
  }
  return out;
}

/** The configuration as it came with the number of latents that are left; without one, the least that SAELens needs. */
function configOf(dictionary: Dictionary, opened: readonly OpenedFile[], latents: number): string {
  const came = opened[dictionary.configFile ?? -1]?.opened?.config;
  const plain = { architecture: 'standard', d_in: dictionary.width / dictionary.sources };
  return `${JSON.stringify({ ...(came ?? plain), d_sae: latents }, undefined, 2)}\n`;
}
