// The groups of held-out pictures that the figure asks about: the net's classes and one kind that it never learned to name.

import { things, type Things } from '../../models/parts.ts';

export const GROUPS = ['cars', 'houses', 'wagons', 'near misses', 'cars upside down'] as const;
/** The group after those that have a name: bodies without parts. */
export const BARE = GROUPS.length;
export const CLASSES = ['car', 'house', 'wagon', 'other'] as const;
export const CHANNELS = ['wheels', 'window', 'roof'] as const;
/** An edge leads from a channel to a class: class * 3 + channel. */
export const EDGES = CLASSES.length * CHANNELS.length;
/** pictures of a group at the end of training */
export const EACH = 40;
/** while it trains: five groups and bare bodies fill one batch */
export const FEW = 10;

/** Pictures 0 ... count - 1 of a group; the same ones for every count. */
export const group = (seed: number, g: number, count: number): Things => things(seed, 84 + 2 * g, count, g);
