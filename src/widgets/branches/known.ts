// A snapshot straight from baked weights: the last step of both nets in ten seeds.

import { dissociation, STEPS, TESTED, type Scores } from '../../models/branches.ts';
import type { Row } from './baked.ts';
import type { BranchesSnapshot } from './model.ts';
import type { BranchesParams } from './params.ts';
import { seen } from './seen.ts';

const exact = (scores: Scores): Scores =>
  scores.map((v) => Math.round(v * TESTED) / TESTED) as unknown as Scores;

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
    ...seen(row.weights, row.divided, row.samples),
    fingerprint: row.fingerprint,
  };
}
