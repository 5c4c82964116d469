// How often each structure grew, over 24 starts: written by src/bake/gallery.ts.

import type { Name } from '../../models/pieces.ts';

export const file = 'gallery-bc1125c3.json';

export interface Rate {
  readonly name: Name;
  /** from how many starts it grew */
  readonly grew: number;
  /** what grew instead, most often first */
  readonly else: readonly (readonly [shape: string, times: number])[];
}
/** The whole file. */
export interface Rates {
  readonly made: object;
  readonly starts: number;
  readonly rates: readonly Rate[];
}

/** The file's bytes (JSON) as rates. */
export const decode = (bytes: ArrayBuffer): Rates => JSON.parse(new TextDecoder().decode(bytes)) as Rates;
/** All params need the same file. */
export const key = (): string => 'all';
