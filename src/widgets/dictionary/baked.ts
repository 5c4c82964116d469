// What every penalty (toy) and every width (clusters) trains to: means over four seeds, written by src/bake/dictionary.ts.

import type { DictionaryParams } from './params.ts';

export const file = 'dictionary-1d4f772a.json';

/** Near-even steps of the logarithm, in numbers that read well. */
export const PENALTIES = [
  0.01, 0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5,
  0.6, 0.8, 1, 1.2, 1.5, 2,
];
export const WIDTHS = [2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 44, 48];
/** widths of the toy's dictionary that are baked: half as many latents as features, as many, twice as many */
export const BAKED_WIDTHS = [10, 20, 40];

/** `stops` ascend in `at`: a penalty in the toy, a width in the clusters. */
export interface Strip {
  readonly world: 'toy' | 'clusters';
  /** of the toy's dictionary */
  readonly width: number;
  readonly seeds: readonly number[];
  /** MMCS of a random dictionary (toy) */
  readonly chance: number;
  readonly stops: readonly {
    readonly at: number;
    readonly mmcs: number;
    readonly explained: number;
    readonly active: number;
    readonly dead: number;
    /** clusters: mean cosine with the clusters' means */
    readonly toMeans: number;
  }[];
}

export interface StripFile {
  readonly made: object;
  readonly strips: readonly Strip[];
}

/** The strip of these params' space and width; undefined where it is not baked. */
export const decode = (bytes: ArrayBuffer, { world, width }: DictionaryParams): Strip | undefined =>
  (JSON.parse(new TextDecoder().decode(bytes)) as StripFile).strips.find(
    (s) => s.world === world && (world === 'clusters' || s.width === width),
  );

/** Params of the same space and width need the same strip. */
export const key = ({ world, width }: DictionaryParams): string =>
  world === 'clusters' ? world : `${world} ${width}`;
