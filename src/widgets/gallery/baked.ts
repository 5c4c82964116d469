// How often each structure grew, over 24 starts: written by src/bake/gallery.ts.

import type { Name } from '../../models/pieces.ts';

export const file = 'gallery-bc1125c3.json';

export interface Rate {
  readonly name: Name;
  /** starts of which it grew */ readonly grew: number;
  /** what grew instead, most often first */ readonly else: readonly (readonly [
    shape: string,
    times: number,
  ])[];
}
export interface Rates {
  readonly made: object;
  readonly starts: number;
  readonly rates: readonly Rate[];
}

export const decode = (bytes: ArrayBuffer): Rates => JSON.parse(new TextDecoder().decode(bytes)) as Rates;
export const key = (): string => 'all';
