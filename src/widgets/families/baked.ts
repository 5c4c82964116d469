// The family in ten seeds, written by src/bake/families.ts.

export const file = 'families-e8abe5ac.json';
export const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface Row { readonly seed: number; readonly accuracy: number; /** median and least of the 56 aligned cosines */ readonly aligned: number; readonly least: number; /** median without turning */ readonly unturned: number; readonly circulant: number; readonly untrained: number; readonly untrainedCirculant: number; /** templates that have a median cosine above 0.7 with the others, turned into place */ readonly members: number }
/** `members`: the median over the seeds, what a description of the family covers */
export interface FamiliesFile { readonly made: object; readonly members: number; readonly rows: readonly Row[] }

export const decode = (bytes: ArrayBuffer): readonly Row[] => (JSON.parse(new TextDecoder().decode(bytes)) as FamiliesFile).rows;
export const key = (): string => '';
