// What a feature is called.

import type { Look } from '../../models/look.ts';

/** A feature's name, else its number in the file. */
export const nameOf = ({ names, at }: Pick<Look, 'names' | 'at'>, f: number): string | number =>
  names?.[f] ?? at[f] ?? f;
