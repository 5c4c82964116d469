// Scales of single values: each at a place of its own, or in a slot of its own.

import type { Scale } from './scale.ts';

/** Values that stand at places of their own: inverted to the nearest one. @param place px of each value, ascending or descending */
export function ordinal(values: readonly number[], place: (value: number) => number): Scale {
  const at = (v: number): number => place(v);
  const nearest = (px: number): number =>
    values.reduce((best, v) => (Math.abs(at(v) - px) < Math.abs(at(best) - px) ? v : best));
  const first = values[0];
  const last = values.at(-1)!;
  return Object.assign(at, {
    domain: [first, last] as const,
    range: [at(first), at(last)] as const,
    invert: nearest,
    along: (v: number, share: number): number => nearest(at(v) + share * (at(last) - at(first))),
  });
}

/** Values in slots of equal width, side by side; a px belongs to the slot it lies in. */
export function bands(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const wide = (to - from) / values.length;
  const at = (v: number): number => from + wide * (values.indexOf(v) + 0.5);
  const slot = (px: number): number =>
    values[Math.max(0, Math.min(values.length - 1, Math.floor((px - from) / wide)))];
  return Object.assign(at, {
    domain: [values[0], values.at(-1)!] as const,
    range: [from, to] as const,
    invert: slot,
    along: (v: number, share: number): number => slot(at(v) + share * (to - from)),
  });
}
