// What scene and text derive from a snapshot.

import type { Scores } from '../../models/heads.ts';
import { sign } from './alphabet.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';

/** The sequence that is read, and how it goes on. */
type Sequence = Pick<InductionSnapshot, 'reading' | 'ahead'>;

/** Where a place looks, [0, 1] for each place up to its own; of a layer that is not there: nothing. */
export const looksOf = ({ reading }: Sequence, layer: number, place: number): number[] =>
  reading.attention[layer]
    ? Array.from(
        { length: place + 1 },
        (_, j) => reading.attention[layer][(place * (place + 1)) / 2 + j] / 255,
      )
    : [];

/** The place that looks; the last one where the sequence is shorter. */
export const placeOf = (
  { token, text }: Pick<InductionParams, 'token' | 'text'>,
  { reading }: Sequence,
): number => Math.max(0, Math.min(token ?? (text ? Infinity : 12), reading.tokens.length - 1));

/** The index of the largest value; of equal ones the first. */
export const most = (values: readonly number[]): number =>
  values.reduce((best, v, i) => (v > values[best] ? i : best), 0);

/** What the network said before it saw place i: its guess, how sure, and whether it was right (undefined: nobody knows yet). */
export function guessed(
  { reading }: Pick<Sequence, 'reading'>,
  i: number,
): { sign: string; sure: number; right?: boolean | undefined } | undefined {
  if (i < 1 || i > reading.tokens.length) return undefined;
  const token = reading.guess[i - 1];
  const real = reading.tokens[i];
  return {
    sign: sign(token),
    sure: reading.sure[i - 1] / 255,
    right: i < reading.tokens.length ? token === real : undefined,
  };
}

/** Right guesses among the places whose token stood in the sequence before, and how many such places there are. */
export function hits({ reading: { tokens, guess } }: Sequence): { right: number; of: number } {
  let right = 0;
  let of = 0;
  for (let i = 1; i < tokens.length; i++) {
    const last = tokens.lastIndexOf(tokens[i - 1], i - 2);
    if (last < 0 || tokens[last + 1] !== tokens[i]) continue;
    of += 1;
    if (guess[i - 1] === tokens[i]) right += 1;
  }
  return { right, of };
}

/** Scores of the step that is shown: of what is left, where a head is taken out. */
export const shownScores = (s: InductionSnapshot): Scores => s.without ?? s.scores;
