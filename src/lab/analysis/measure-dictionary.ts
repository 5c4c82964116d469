// The tensors of a dictionary as rows of latents, and what they say together.

import { exp } from '../../math/functions.ts';
import { dictionaryMeasures, type DictionaryMeasures } from '../../models/dictionary-measures.ts';
import { rowScan } from '../../models/row-scan.ts';
import { tensorOf, type OpenedFile } from '../catalogue.ts';
import type { Dictionary } from '../files/dictionary.ts';
import { product, type Tensor } from '../files/tensor.ts';
import { userError } from '../files/user-error.ts';
import { layoutOf } from './choice.ts';
import { places, streamInto } from './load-matrix.ts';

/** Numbers of one weight matrix: 2 GB of f64. */
const MOST = 2 ** 28;

/** @throws a user error where a tensor is too large or damaged */
export async function measureDictionary(
  dictionary: Dictionary,
  opened: readonly OpenedFile[],
): Promise<DictionaryMeasures> {
  const { file, latents, width, kind, has, decoderAxis, encoderAxis, sources } = dictionary;
  const tensor = (key: string): Tensor => tensorOf(opened, file, key);
  if (latents * width > MOST) {
    throw userError(
      `The dictionary “${dictionary.name}” has ${latents} latents of ${width} numbers, more than the lab holds at once.`,
    );
  }
  const decoder = await rowsAlong(tensor('W_dec'), decoderAxis);
  const reads =
    has.includes('W_enc') && encoderAxis >= 0 && product(tensor('W_enc').shape) === latents * width;
  const encoder = reads && kind !== 'transcoder' ? await rowsAlong(tensor('W_enc'), encoderAxis) : undefined;
  const vector = async (key: string): Promise<Float64Array | undefined> => {
    if (!has.includes(key) || product(tensor(key).shape) !== latents) return undefined;
    return rowsAlong(tensor(key), tensor(key).shape.indexOf(latents));
  };
  const bias = await vector('b_enc');
  const logThreshold = await vector('log_threshold');
  const threshold = logThreshold ? logThreshold.map((v) => exp(v)) : await vector('threshold');
  return dictionaryMeasures({
    n: latents,
    width,
    sources,
    decoder,
    ...(encoder ? { encoder } : {}),
    ...(bias ? { bias } : {}),
    ...(threshold ? { threshold } : {}),
  });
}

/** All numbers, [size of the axis][the rest], row-major. */
async function rowsAlong(tensor: Tensor, axis: number): Promise<Float64Array> {
  const layout = layoutOf(tensor, { file: 0, tensor: tensor.name, axis, transpose: false });
  const out = new Float64Array(layout.rows * layout.cols);
  const count = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
  const scan = rowScan(
    layout.axes,
    places(layout.rows, count(layout.rows)),
    places(layout.cols, count(layout.cols)),
    out,
    layout.cols,
  );
  await streamInto(
    tensor,
    layout,
    (piece) => scan.add(piece),
    () => undefined,
  );
  return out;
}
