// The run as a NumPy program: src/models/curve-run.py with this state written into its head.
import run from '../../models/curve-run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

/** The program of this run up to the step shown. */
export const program: Program<FamiliesParams, FamiliesSnapshot> = (
  { seed },
  { step, trained, untrained },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    SEED: seed,
    STEP: step,
    FIGURE: JSON.stringify(trained),
    BEFORE: JSON.stringify(untrained),
  },
});
