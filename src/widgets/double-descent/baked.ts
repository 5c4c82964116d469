// What every size of data set ends at, five seeds each. Written by src/bake/double-descent.ts.

export const file = 'double-descent-dd487f67.json';

/** Numbers of points at which the networks were trained. */
export const STOPS = [3, 4, 5, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024, 2048];
/** Seeds of each. */
export const SEEDS = [1, 2, 3, 4, 5];

/** Losses at the last step, [seed]. */
export interface Stop {
  readonly points: number;
  readonly train: readonly number[];
  readonly test: readonly number[];
}
export interface Sizes {
  readonly made: object;
  readonly stops: readonly Stop[];
}

/** The file, which is JSON. */
export const decode = (bytes: ArrayBuffer): Sizes => JSON.parse(new TextDecoder().decode(bytes)) as Sizes;
/** There is one file for all params. */
export const key = (): string => '';
