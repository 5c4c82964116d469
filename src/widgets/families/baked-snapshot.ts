// A snapshot straight from baked weights: the last step of the seeds that the file holds.

import { drawn, initial, STEPS } from '../../models/curves.ts';
import { TESTED, type Row } from './baked.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

/** The snapshot of the last step, as the model would answer it; undefined for seeds and steps that are not baked. */
export function known(
  { seed, step = STEPS }: FamiliesParams,
  rows: readonly Row[],
): FamiliesSnapshot | undefined {
  const row = rows.find((r) => r.seed === seed);
  if (!row?.weights || step !== STEPS) return undefined;
  const { weights, fingerprint, accuracy } = row;
  return {
    step,
    end: STEPS,
    trained: drawn(weights),
    untrained: drawn(Float32Array.from(initial(seed))),
    accuracy: Math.round(accuracy * TESTED) / TESTED,
    tested: TESTED,
    fingerprint,
  };
}
