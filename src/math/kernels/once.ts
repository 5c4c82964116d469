// What is laid out in the kernels' memory is laid out once and stays: a graph, a place for points, answers that were computed.

import type { Kernels } from './kernels.ts';

/** `make(k)`, kept with the set of kernels: one for each. */
export function once<T>(make: (k: Kernels) => T): (k: Kernels) => T {
  const made = new WeakMap<Kernels, { of: T }>();
  return (k) => {
    const known = made.get(k) ?? { of: make(k) };
    made.set(k, known);
    return known.of;
  };
}
