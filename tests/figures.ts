// The figures that a run of the tests is about: all, or the one that `npm test -- <figure>` names.
import { names } from '../src/widgets/registry.ts';

const one = process.env.DREAMS_FIGURE;

/** Of these names those that are tested now. */
export const chosen = <T extends string>(all: readonly T[]): T[] =>
  all.filter((name) => one === undefined || name === one);

export const figures = chosen(names);
