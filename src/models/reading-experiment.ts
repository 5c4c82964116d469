// The reading desk: one toy, a dictionary of its hidden space, examples to read and fresh ones to be tested on, and three
// kinds of units to be read: neurons, random directions, latents of the dictionary.

import { hidden, SMALL, speak, USE, type Size } from './hidden.ts';
import {
  directions,
  latents,
  neurons,
  READ,
  readUnit,
  score,
  TESTED,
  type Examples,
  type Reading,
  type Score,
  type Units,
} from './reading.ts';
import { byPenalty, learn, toySpace } from './space.ts';

export type Kind = 'neuron' | 'direction' | 'feature';
export const KINDS: readonly Kind[] = ['neuron', 'direction', 'feature'];

/** A unit's activations on the examples that are read and on the fresh ones, and the machine's reading of it. */
export interface Unit extends Reading {
  readonly read: Float64Array;
  readonly fresh: Float64Array;
}

export interface ReadingExperiment {
  readonly n: number;
  readonly read: Examples;
  readonly fresh: Examples;
  /** units that ever fire while being read */
  readonly units: Readonly<Record<Kind, readonly Unit[]>>;
  /** weights of the toy, then of the dictionary */
  readonly weights: Float64Array;
}

/** As many latents as features, lambda = 0.5. About a second at 20 features. */
export function readingExperiment(seed: number, size: Size = SMALL): ReadingExperiment {
  const { n, m } = size;
  const toy = hidden(size, seed);
  const dictionary = learn(toySpace(seed, size), n, byPenalty(0.5));
  const read = speak(toy, USE.read, READ);
  const fresh = speak(toy, USE.test, TESTED);
  const pair = (units: (e: Examples) => Units): Unit[] => {
    const later = units(fresh);
    return units(read)
      .map((u, i) => ({ ...readUnit(u, read.inputs), read: u, fresh: later[i] }))
      .filter(({ fires }) => fires > 0);
  };
  return {
    n,
    read,
    fresh,
    weights: Float64Array.of(...toy.theta, ...dictionary.theta),
    units: {
      neuron: pair(({ samples }) => neurons(samples, m)),
      direction: pair(({ samples }) => directions(samples, m, seed)),
      feature: pair(({ samples }) => latents(dictionary, samples)),
    },
  };
}

/** The machine's score on its own guess, over the first `count` fresh examples. */
export const scoreOf = ({ fresh }: ReadingExperiment, unit: Unit, count = TESTED, f = unit.guess): Score =>
  score(unit.fresh, unit.fires, fresh.inputs, count, f);
