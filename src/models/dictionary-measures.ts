// What the weights of a dictionary (a sparse autoencoder, a transcoder, a crosscoder) say of its latents without any data.
// W_dec_fh is [n][w], W_enc as rows of the same latents [n][w].
//
//   cosine_f = W_enc_f . W_dec_f / (|W_enc_f| |W_dec_f|)      low: the latent reads another direction than it writes
//   on_f     = b_enc_f > threshold_f                         the latent is active for the input 0
//
// Both are proxies: whether a latent is dead or dense is a fact about data.

import { lengths } from './census.ts';
import { cosineQuantile } from './chance.ts';

export interface DictionaryMeasures {
  /** |W_dec_f|, [n] */
  readonly norms: Float64Array;
  /** cosine_f, [n]; missing where the encoder is, or where it reads another space */
  readonly cosines?: Float64Array;
  /** 99% of the cosines of random directions lie below this */
  readonly chance: number;
  /** latents whose cosine is not above it: what the weights alone suggest of dead ones */
  readonly unaligned?: number;
  /** latents with b_enc above their threshold: what the weights alone suggest of dense ones */
  readonly onAtZero?: number;
  /** latents without a direction */
  readonly zero: number;
  /** of two sources: |second part of W_dec_f| over the sum of both, [n] */
  readonly relative?: Float64Array;
}

export interface DictionaryWeights {
  readonly n: number;
  /** numbers of each row, all sources together */
  readonly width: number;
  readonly sources: number;
  readonly decoder: Float64Array;
  readonly encoder?: Float64Array;
  readonly bias?: Float64Array;
  readonly threshold?: Float64Array;
}

/** All measures that the weights allow. */
export function dictionaryMeasures(weights: DictionaryWeights): DictionaryMeasures {
  const { n, width, decoder, encoder, bias, threshold, sources } = weights;
  const norms = lengths(decoder, n, width);
  const chance = cosineQuantile(0.99, width);
  const cosines = encoder && rowCosines(encoder, decoder, n, width, norms);
  return {
    norms,
    chance,
    zero: norms.filter((v) => v === 0).length,
    ...(cosines ? { cosines, unaligned: cosines.filter((c) => !(c > chance)).length } : {}),
    ...(bias ? { onAtZero: bias.filter((b, f) => b > (threshold?.[f] ?? 0)).length } : {}),
    ...(sources === 2 ? { relative: relativeNorms(decoder, n, width) } : {}),
  };
}

function rowCosines(
  A: Float64Array,
  B: Float64Array,
  n: number,
  width: number,
  norms: Float64Array,
): Float64Array {
  const own = lengths(A, n, width);
  return Float64Array.from({ length: n }, (_, f) => {
    let sum = 0;
    for (let i = f * width; i < (f + 1) * width; i++) sum += A[i] * B[i];
    return own[f] && norms[f] ? sum / (own[f] * norms[f]) : 0;
  });
}

function relativeNorms(decoder: Float64Array, n: number, width: number): Float64Array {
  const half = lengths(decoder, 2 * n, width / 2);
  return Float64Array.from({ length: n }, (_, f) => {
    const both = half[2 * f] + half[2 * f + 1];
    return both ? half[2 * f + 1] / both : 0.5;
  });
}
