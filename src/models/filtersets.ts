// Whole sets of filters for bake and claims: learned, packed, measured.

import { packed, unpacked } from '../math/container.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import {
  begin,
  FILTERS,
  learner,
  random,
  shownIn,
  STEPS,
  train,
  type Learner,
  type Method,
} from './filters.ts';
import { gabor } from './gaborfit.ts';
import { drawMore, drawn, seen, WIDE, type Drawn, type World } from './patches.ts';

const nets = new WeakMap<Kernels, Learner>();
const sets = new Map<string, Required<Drawn>>();
const kept = new Map<string, string>();

/** Patches and whitening of a world and a seed; the last two are kept. */
export function pictures(world: World, seed: number): Required<Drawn> {
  const name = `${world} ${seed}`;
  if (!sets.has(name)) {
    if (sets.size > 1) sets.delete(sets.keys().next().value!);
    const set = drawn(world, seed);
    while (!drawMore(set));
    sets.set(name, set as Required<Drawn>);
  }
  return sets.get(name)!;
}

/** The trained filters as packed pictures (container.ts); each is trained once. */
export function filters(world: World, method: Method | 'random', seed: number, k: Kernels): string {
  const name = `${world} ${method} ${seed}`;
  if (!kept.has(name)) {
    const set = pictures(world, seed);
    const net = nets.get(k) ?? learner(k);
    nets.set(k, net);
    if (method === 'random') kept.set(name, packed(seen(random(seed), FILTERS, set.whitening), FILTERS));
    else {
      begin(net, method, seed);
      net.optimiser.restore(net.optimiser.save().fill(0, net.optimiser.size), 0);
      for (let step = 0; step < STEPS[method]; step++) train(net, method, set, seed, step);
      kept.set(
        name,
        packed(seen(shownIn(net.tape.read(net.W), method, set.spread), FILTERS, set.whitening), FILTERS),
      );
    }
  }
  return kept.get(name)!;
}

/** Share of each filter's variance that the best Gabor function explains. */
export const fits = (text: string): number[] => {
  const F = unpacked(text);
  return Array.from({ length: FILTERS }, (_, i) => gabor(F.subarray(i * WIDE, (i + 1) * WIDE)).R2);
};
