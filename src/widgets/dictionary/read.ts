// What scene and text read off a snapshot. No model's arithmetic here: products of the directions that the snapshot carries.

import type { DictionarySnapshot } from './model.ts';
import type { Strip } from './baked.ts';

/** cos of every feature with every live latent, [n][D]; NaN for the dead. */
export const cosines = ({ truth, found, live }: DictionarySnapshot): number[][] =>
  truth.map((t) => found.map((d, j) => (live[j] ? t.reduce((sum, x, h) => sum + x * d[h], 0) : NaN)));

/** How far recovery lies from chance (0) to perfect (1). */
export const beyond = ({ mmcs, chance }: Pick<DictionarySnapshot, 'mmcs' | 'chance'>): number =>
  (mmcs - chance) / (1 - chance);

/** The stop nearest to a setting, by ratio. */
export const nearest = (strip: Strip, at: number): Strip['stops'][number] =>
  strip.stops.reduce((best, s) =>
    Math.max(s.at, at) / Math.min(s.at, at) < Math.max(best.at, at) / Math.min(best.at, at) ? s : best,
  );

export const two = (value: number): string => value.toFixed(2);
export const three = (value: number): string => value.toFixed(3);
export const count = (k: number, one: string, many = `${one}s`): string => `${k} ${k === 1 ? one : many}`;
