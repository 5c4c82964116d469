// What the channels add on the pictures that the figure asks about: the worker's side, and the bake's.

import { memoizeLru } from '../../math/memoize.ts';
import { round2 } from '../../math/rounding.ts';
import { contributions, type Car } from '../../models/car.ts';
import type { Things } from '../../models/parts.ts';
import { BARE, EDGES, group, GROUPS } from './groups.ts';

const held = memoizeLru(20, (seed: number, g: number, count: number) => group(seed, g, count));

/** Of what all edges add, the part of the car's wheels and window: [picture * 12 + edge] to [picture * 2 + channel]. */
export const carEdges = (adds: ArrayLike<number>): number[] =>
  Array.from({ length: (2 * adds.length) / EDGES }, (_, i) => adds[Math.floor(i / 2) * EDGES + (i % 2)]);

/** What the channels add, in hundredths, on `count` pictures of each group and of bare bodies; on the groups with the car's maps upside down as well. */
export function channelAdds(net: Car, seed: number, count: number): { adds: number[][]; over: number[][] } {
  const { adds, over } = contributionsOfSets(net, [
    ...GROUPS.map((_, g) => held(seed, g, count)),
    held(seed, BARE, count),
  ]);
  return {
    adds: adds.map((C) => Array.from(C, round2)),
    over: over.slice(0, GROUPS.length).map((C) => carEdges(C).map(round2)),
  };
}

/** One pass over several sets, cut apart again. */
function contributionsOfSets(
  net: Car,
  sets: readonly Things[],
): { adds: Float64Array[]; over: Float64Array[] } {
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
