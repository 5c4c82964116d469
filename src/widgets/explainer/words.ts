// Units and their scores in words and counts.

import type { Eight } from './baked.ts';
import type { ExplainerParams } from './params.ts';
import type { ExplainerSnapshot } from './snapshot.ts';

/** "Neuron 4" */
export const nameOf = ({ kind, index }: Pick<ExplainerSnapshot, 'kind' | 'index'>): string =>
  `${kind === 'neuron' ? 'Neuron' : 'Feature'} ${index}`;

/** Whether it is the unit that the essay chose because its top is misleading. */
export const isChosen = ({ seed, kind }: ExplainerParams, { index }: ExplainerSnapshot): boolean =>
  seed === 7 && kind === 'neuron' && index === 12;

/** A unit is explained when its score is above this. */
const EXPLAINED = 0.8;
/** How many of the scores count as explained. */
export const countExplained = (scores: readonly number[]): number =>
  scores.filter((score) => score > EXPLAINED).length;

/** One-word scores of a kind in all eight networks; in this one alone where they are not there yet. */
export const pooled = (
  data: Eight | undefined,
  s: ExplainerSnapshot,
  kind: ExplainerSnapshot['kind'],
): readonly number[] => data?.seeds.flatMap((one) => one[kind]) ?? s.all[kind];

/** "1 word", "2 words" */
export const wordCount = (n: number): string => (n === 1 ? '1 word' : `${n} words`);
