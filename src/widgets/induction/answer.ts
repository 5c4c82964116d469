// What the weights of some step answer to what the reader looks at: the same for the worker and for the page that has them.

import { round4 } from '../../math/rounding.ts';
import { without, type Cut, type Scores } from '../../models/heads.ts';
import { complete, CUTS, read, samples, show, type Reading, type Shown } from '../../models/transcript.ts';
import { tokensOf } from './alphabet.ts';
import { AHEAD, type InductionParams } from './params.ts';

/** The part of a snapshot that follows from the weights and the reader's choices. */
export interface Answer {
  /** the sequence, where each place looks and what is guessed */
  readonly reading: Reading;
  /** tokens by which the network goes on after the reader's own text */
  readonly ahead: readonly number[];
  /** none in a network of one layer */
  readonly table?: Shown | undefined;
  /** what had to be done to the reader's text */
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

/** What these weights answer to the params' text, sample, table and head that is taken out. */
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
