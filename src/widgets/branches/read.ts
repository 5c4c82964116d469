// What the lesions say, in numbers and words.

import type { Row } from './baked.ts';
import type { BranchesSnapshot } from './model.ts';
import type { BranchesParams } from './params.ts';

export const TASKS = ['direction', 'colour'] as const;
export const SPLIT = 0.5;

type Measured = Pick<BranchesSnapshot, 'whole' | 'without'>;
/** [direction, colour] in the state that is chosen */
export const scores = (
  { whole, without }: Measured,
  lesion: BranchesParams['lesion'],
): readonly [number, number] => (lesion === 'none' ? whole : without[lesion === 'first' ? 0 : 1]);
export const percent = (v: number): string => `${Math.round(100 * v)}%`;
export const two = (v: number): string => v.toFixed(2).replace('-', '−');

/** Which task a half is needed for more, or neither. */
export function needed({ whole, without }: Measured, half: 0 | 1): 'direction' | 'colour' | undefined {
  const [o, c] = [whole[0] - without[half][0], whole[1] - without[half][1]];
  return Math.abs(o - c) < 0.15 ? undefined : o > c ? 'direction' : 'colour';
}

export const of = (rows: readonly Row[] | undefined, divided: boolean): readonly Row[] =>
  (rows ?? []).filter((r) => r.divided === divided);
export const split = (rows: readonly Row[]): number =>
  rows.filter((r) => Math.abs(r.dissociation) > SPLIT).length;
export { median } from '../../math/median.ts';
