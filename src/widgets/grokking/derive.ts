// What scene and text derive from a snapshot.

import type { GrokkingSnapshot } from './snapshot.ts';

/** A share as whole percent; above 99% with one digit, rounded down, so that only all is 100%. */
export const percent = (part: number): string =>
  part > 0.99 && part < 1 ? `${Math.floor(part * 1000) / 10}%` : `${Math.round(part * 100)}%`;

/** Of the pairs: how many are learned from, and how many of those and of the others are right. */
export function counts({ pairs }: Pick<GrokkingSnapshot, 'pairs'>): {
  readonly learned: number;
  readonly knows: number;
  readonly rest: number;
  readonly infers: number;
} {
  const of = (digit: string): number => [...pairs].filter((d) => d === digit).length;
  return { learned: of('2') + of('3'), knows: of('3'), rest: of('0') + of('1'), infers: of('1') };
}
