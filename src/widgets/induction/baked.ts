// The run of the default seed, whole: curves, what the two samples' heads look at and the composition table at 41 steps, each
// step's fingerprint, and the last weights to the bit. Written by src/bake/induction.ts.

import type { Transcript } from '../../models/transcript.ts';
import type { InductionParams } from './params.ts';

export const file = 'induction-db808da6.bin';

/** The head of the file. */
export interface Head extends Omit<Transcript, 'weights' | 'frames'> {
  readonly made: object;
  readonly weights: number;
}

/** The record of a file; undefined: of another seed. [length of the head, u32][head, JSON, padded with spaces to a multiple of 4][weights, f32][frames] */
export function decode(bytes: ArrayBuffer, { seed }: InductionParams): Transcript | undefined {
  const long = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, long))) as Head;
  if (head.seed !== seed) return undefined;
  const { made: _, weights, ...rest } = head;
  return {
    ...rest,
    weights: new Float32Array(bytes, 4 + long, weights),
    frames: new Uint8Array(bytes, 4 + long + 4 * weights),
  };
}

/** Params with the same key are in the same file. */
export const key = ({ seed }: InductionParams): string => String(seed);

/** What the page carries before the file is there: the curves. */
export const pageSubset = ({ seed, two, one, cut }: Transcript): Transcript => ({ seed, two, one, cut });
