// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { BranchesParams } from './params.ts';
import type { BranchesSnapshot } from './snapshot.ts';

/** Every state is known to the program. */
export const program: Program<BranchesParams, BranchesSnapshot> = (
  { seed, net },
  { step, filters, whole, without },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    SEED: seed,
    STEP: step,
    BRANCHES: net === 'divided' ? 2 : 1,
    FILTERS: JSON.stringify(filters),
    SCORES: JSON.stringify([whole, ...without]),
  },
});
