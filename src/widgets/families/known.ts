// A snapshot straight from baked weights: the last step of the seeds that the file holds.

import { drawn, initial, STEPS } from '../../models/curves.ts';
import { TESTED, type Row } from './baked.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';

export function known(
  { seed, step = STEPS }: FamiliesParams,
  rows: readonly Row[],
): FamiliesSnapshot | undefined {
  const { weights, fingerprint, accuracy } = rows.find((r) => r.seed === seed) ?? {};
  if (!weights || step !== STEPS) return undefined;
  return {
    step,
    end: STEPS,
    trained: drawn(weights),
    untrained: drawn(Float32Array.from(initial(seed))),
    accuracy: Math.round(accuracy! * TESTED) / TESTED,
    tested: TESTED,
    fingerprint,
  };
}
