// What scene and text derive from a snapshot and its partner.

import { pairs, type Pair } from '../../math/filter-matching.ts';
import type { BakedGabors } from './baked.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** The filters with those of the partner, best pair first; empty before both are there. */
export const matchedPairs = (s: GaborsSnapshot, baked?: BakedGabors): readonly Pair[] =>
  pairs(s.filters, baked?.partner.filters);

const DIRECTIONS = 8;

/** How many of eight directions have a filter. */
export const directionsFilled = ({ turn }: Pick<GaborsSnapshot, 'turn'>): number =>
  new Set(turn.map((t) => Math.floor((t / Math.PI) * DIRECTIONS + 0.5) % DIRECTIONS)).size;
