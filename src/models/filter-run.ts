// A run of the filters (filters.ts) as plain data, pictures first: 40 are drawn, one a step, then 64 filters are learned.

import { packed } from '../math/container.ts';
import { once } from '../math/kernels/once.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import {
  begin as beginFilters,
  FILTERS,
  learner,
  shownIn,
  STEPS,
  train as trainFilters,
  type Method,
} from './filters.ts';
import { GREY } from './leaves.ts';
import { drawMore, drawn, PICTURES, pictureOf, seen, type Drawn, type World } from './patches.ts';

export interface Course {
  readonly world: World;
  readonly method: Method;
  readonly seed: number;
}
/** W and both moments, as the optimiser saves them. */
export interface Saved {
  readonly state: Float32Array | Float64Array;
}

const graph = once(learner);

/** Pictures are a function of (world, seed): the last two sets are kept, and drawn anew when they are asked for. */
const sets = new Map<string, Drawn>();
function pictures({ world, seed }: Course, count: number): Drawn {
  const name = `${world} ${seed}`;
  const set = sets.get(name) ?? drawn(world, seed);
  if (!sets.has(name)) {
    sets.set(name, set);
    if (sets.size > 2) sets.delete(sets.keys().next().value!);
  }
  while (set.own.length < count && !drawMore(set));
  return set;
}
const whole = (of: Course): Required<Drawn> => pictures(of, PICTURES) as Required<Drawn>;

/** The newest of `count` pictures, at half its size, packed. */
export function newest({ world, seed }: Course, count: number): string {
  const full = pictureOf(world, seed, Math.max(0, count - 1));
  const n = GREY.size;
  const half = n / 2;
  return packed(
    Float64Array.from({ length: half * half }, (_, p) => {
      const at = 2 * Math.floor(p / half) * n + 2 * (p % half);
      return (full[at] + full[at + 1] + full[at + n] + full[at + n + 1]) / 2 - 1;
    }),
    1,
  );
}

/** Untrained filters; both moments are zero. */
export function begin({ method, seed }: Course, k: Kernels): Saved {
  const net = graph(k);
  beginFilters(net, method, seed);
  return { state: net.optimiser.save().fill(0, net.optimiser.size) };
}

/** Steps of a whole run: a picture each, then the training. */
export const steps = (method: Method): number => PICTURES + STEPS[method];

/** One step, in place. */
export function train({ state }: Saved, of: Course, step: number, k: Kernels): void {
  if (step < PICTURES) {
    pictures(of, step + 1);
    return;
  }
  const net = graph(k);
  net.optimiser.restore(state, step - PICTURES);
  trainFilters(net, of.method, whole(of), of.seed, step - PICTURES);
  state.set(net.optimiser.save());
}

/** The filters as pictures, [64][12 12]. */
export function filters({ state }: Saved, of: Course): Float64Array {
  const { whitening, spread } = whole(of);
  return seen(shownIn(state.subarray(0, state.length / 3), of.method, spread), FILTERS, whitening);
}
