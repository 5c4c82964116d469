// What the channels add on the pictures that the figure asks about: the worker's side, and the bake's.

import { memoizeLru } from '../../math/memoize.ts';
import { CHANNELS, contributions, type Car } from '../../models/car.ts';
import type { Things } from '../../models/parts.ts';
import { CLASSES, group, GROUPS } from './groups.ts';
import { two } from './seen.ts';

const held = memoizeLru(20, (seed: number, g: number, count: number) => group(seed, g, count));
const BARE = 5;
const EDGES = CLASSES.length * CHANNELS;

/** What the channels add, in hundredths, on `count` pictures of each group and of bare bodies; on the groups with the car's maps upside down as well. */
export function measured(net: Car, seed: number, count: number): { adds: number[][]; over: number[][] } {
  const { adds, over } = together(net, [
    ...GROUPS.map((_, g) => held(seed, g, count)),
    held(seed, BARE, count),
  ]);
  return {
    adds: adds.map((C) => Array.from(C, two)),
    over: over
      .slice(0, GROUPS.length)
      .map((C) => Array.from({ length: 2 * count }, (_, i) => two(C[Math.floor(i / 2) * EDGES + (i % 2)]))),
  };
}

/** One pass over several sets, cut apart again. */
function together(net: Car, sets: readonly Things[]): { adds: Float64Array[]; over: Float64Array[] } {
  const count = sets.reduce((sum, s) => sum + s.count, 0);
  const joined = (pick: (s: Things) => ArrayLike<number>): number[] =>
    sets.flatMap((s) => Array.from(pick(s)));
  const all: Things = {
    count,
    pixels: Float32Array.from(joined((s) => s.pixels)),
    classes: Uint8Array.from(joined((s) => s.classes)),
    parts: Uint8Array.from(joined((s) => s.parts)),
  };
  const { adds, over } = contributions(net, all);
  const parts = (C: Float64Array): Float64Array[] => {
    let at = 0;
    return sets.map((s) => C.slice(at * EDGES, (at += s.count) * EDGES));
  };
  return { adds: parts(adds), over: parts(over) };
}
