// A snapshot straight from baked weights: the last step of both nets in ten seeds.

import { dissociation, STEPS, TESTED, type Scores } from '../../models/branches.ts';
import type { Row } from './baked.ts';
import { netPicture } from './net-picture.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

/** The share as it was counted, of TESTED crops: the file keeps four digits of it. */
const counted = (share: number): number => Math.round(share * TESTED) / TESTED;
const exact = ([direction, colour]: Scores): Scores => [counted(direction), counted(colour)];

/** The snapshot of these params, when the rows hold it: of a net in its seed at the last step. */
export function known(
  { seed, net, step = STEPS }: BranchesParams,
  rows: readonly Row[],
): BranchesSnapshot | undefined {
  const row = rows.find((r) => r.seed === seed && r.divided === (net === 'divided'));
  if (!row?.weights || !row.samples || step !== STEPS) return undefined;
  const whole = exact(row.whole);
  const without = [exact(row.without[0]), exact(row.without[1])] as const;
  return {
    step,
    end: STEPS,
    divided: row.divided,
    whole,
    without,
    dissociation: dissociation(whole, without),
    tested: TESTED,
    ...netPicture(row.weights, row.divided, row.samples),
    fingerprint: row.fingerprint,
  };
}
