// What the weights of some step answer to what the reader looks at: the same for the worker and for the page that has them.

import { round4 } from '../../math/rounding.ts';
import { without, type Cut, type Scores } from '../../models/heads.ts';
import { complete, CUTS, read, samples, show, type Reading, type Shown } from '../../models/transcript.ts';
import { tokensOf } from './alphabet.ts';
import { AHEAD, type InductionParams } from './params.ts';

export interface Answer {
  readonly reading: Reading;
  readonly ahead: readonly number[];
  readonly table?: Shown | undefined;
  readonly notice?: string | undefined;
}

/** Scores as a snapshot carries them. */
export const tidy = (s: Scores): Scores => ({
  repeated: round4(s.repeated),
  first: round4(s.first),
  context: round4(s.context),
  previous: round4(s.previous),
  prefix: round4(s.prefix),
});

/** The head that is taken out of a network of so many layers. */
export const cutOf = (
  { knock, by }: Pick<InductionParams, 'knock' | 'by'>,
  layers: number,
): Cut | undefined => {
  const cut = knock === 'none' ? undefined : CUTS[`${knock} ${by}`];
  return cut && cut.layer < layers ? cut : undefined;
};

export function answer(
  weights: Float32Array | Float64Array,
  layers: number,
  params: InductionParams,
): Answer {
  const { text, sample, table } = params;
  const left = without(weights, cutOf(params, layers));
  const { tokens, notice } = text
    ? tokensOf(text)
    : { tokens: samples[sample === 'long' ? 1 : 0], notice: undefined };
  return {
    reading: read(left, layers, tokens),
    ahead: text ? complete(left, layers, tokens, AHEAD) : [],
    table: layers === 2 ? show(weights, table) : undefined,
    ...(notice ? { notice } : {}),
  };
}
