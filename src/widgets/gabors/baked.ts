// What the filters are matched with, and the distributions over seeds, written by src/bake/gabors.ts.

import type { GaborsParams } from './params.ts';

export const file = 'gabors-9e51f242.json';
/** the partners' own seed, and the seeds of the distributions */
export const PARTNER = 77;
export const SEEDS = [1, 2, 3, 4, 5, 6];

export interface Partner {
  readonly world: GaborsParams['world'];
  readonly method: GaborsParams['partner'];
  readonly filters: string;
  readonly R2: number;
}
/** Medians over pairs of seeds: absolute cosine of matched filters, linear CKA of what they answer on held-out patches; R2 over filters of all seeds. */
export interface Row {
  readonly world: GaborsParams['world'];
  readonly one: string;
  readonly other: string;
  readonly cosine: number;
  readonly cka: number;
  readonly R2: number;
}
export interface GaborsFile {
  readonly made: object;
  readonly partners: readonly Partner[];
  readonly chance: readonly number[];
  readonly rows: readonly Row[];
}
/** What the file holds for these params. */
export interface BakedGabors {
  readonly partner: Partner;
  /** matched cosines of two random sets, falling */
  readonly chance: readonly number[];
  readonly rows: readonly Row[];
}

/** The partner that these params ask for, beside chance and all rows; undefined where it is not baked. */
export function decode(
  bytes: ArrayBuffer,
  { world, partner }: Pick<GaborsParams, 'world' | 'partner'>,
): BakedGabors | undefined {
  const { partners, chance, rows } = JSON.parse(new TextDecoder().decode(bytes)) as GaborsFile;
  const found = partners.find((p) => p.world === world && p.method === partner);
  return found && { partner: found, chance, rows };
}
/** Params with the same pictures and partner need the same data. */
export const key = ({ world, partner }: Pick<GaborsParams, 'world' | 'partner'>): string =>
  `${world} ${partner}`;
