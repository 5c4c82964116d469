// What scene and text derive from a snapshot. No model's arithmetic here: products of the directions that the snapshot carries.

import type { Strip } from './baked.ts';
import type { DictionarySnapshot } from './snapshot.ts';

/** cos of every feature with every live latent, [n][D]; NaN for the dead. */
export const cosines = ({ truth, found, live }: DictionarySnapshot): number[][] =>
  truth.map((t) => found.map((d, j) => (live[j] ? t.reduce((sum, x, h) => sum + x * d[h], 0) : NaN)));

/** How far recovery lies from chance (0) to perfect (1). */
export const beyondChance = ({ mmcs, chance }: Pick<DictionarySnapshot, 'mmcs' | 'chance'>): number =>
  (mmcs - chance) / (1 - chance);

/** The stop nearest to a setting, by ratio. */
export const nearestStop = (strip: Strip, at: number): Strip['stops'][number] =>
  strip.stops.reduce((best, s) =>
    Math.max(s.at, at) / Math.min(s.at, at) < Math.max(best.at, at) / Math.min(best.at, at) ? s : best,
  );
