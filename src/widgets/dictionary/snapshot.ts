// What is drawn of a dictionary: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';

/** n features, m neurons, D latents. Latents come in drawing order: matched ones first, in the features' order, dead ones last. */
export interface DictionarySnapshot extends Snapshot {
  readonly world: 'toy' | 'clusters';
  readonly n: number;
  readonly m: number;
  readonly D: number;
  /** unit directions of the features, [n][m], 3 decimals */
  readonly truth: readonly (readonly number[])[];
  /** unit directions of the latents, [D][m], 3 decimals */
  readonly found: readonly (readonly number[])[];
  /** fired on the inputs that the dictionary is judged by, [D] */
  readonly live: readonly boolean[];
  /** each feature's best live latent, by its place in `found` (-1: none lives), and the cosine with it, [n] */
  readonly nearest: readonly number[];
  readonly best: readonly number[];
  readonly mmcs: number;
  /** MMCS of random dictionaries as wide as this one, mean of 16 */
  readonly chance: number;
  /** share of the variance that is explained */
  readonly explained: number;
  /** latents active at a time, and features truly active at a time */
  readonly active: number;
  readonly truly: number;
  readonly dead: number;
  /** features with a latent above 0.9, and those with two or more */
  readonly above: number;
  readonly split: number;
  /** clusters: cosine of each cluster's mean with its best live latent, [5]; toy: empty */
  readonly toMeans: readonly number[];
}
