// What the lesions say, in numbers: of the net shown, and of all seeds.

import type { Row } from './baked.ts';
import type { Lesion } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

export const TASKS = ['direction', 'colour'] as const;
export type Task = (typeof TASKS)[number];
/** Index of dissociation above which, in size, the halves have divided the work. */
export const SPLIT = 0.5;
/** A half leans to a task when it costs this share more there than in the other. */
const LEANS = 0.15;

type Measured = Pick<BranchesSnapshot, 'whole' | 'without'>;

/** Shares right [direction, colour] with the half that is chosen held at its mean. */
export function scores({ whole, without }: Measured, lesion: Lesion): readonly [number, number] {
  if (lesion === 'none') return whole;
  return without[lesion === 'first' ? 0 : 1];
}

/** Which task a half is needed for more, or neither. */
export function needed({ whole, without }: Measured, half: 0 | 1): Task | undefined {
  const [direction, colour] = [whole[0] - without[half][0], whole[1] - without[half][1]];
  if (Math.abs(direction - colour) < LEANS) return undefined;
  return direction > colour ? 'direction' : 'colour';
}

/** The rows of one kind of net, in the order of the seeds. */
export const rowsOf = (rows: readonly Row[] | undefined, divided: boolean): readonly Row[] =>
  (rows ?? []).filter((r) => r.divided === divided);

/** In how many seeds the halves divide the work. */
export const countSplit = (rows: readonly Row[]): number =>
  rows.filter((r) => Math.abs(r.dissociation) > SPLIT).length;
