// The run as a NumPy program: src/models/filter-run.py with this state written into its head. While pictures are drawn there is nothing to run.
import { PICTURES } from '../../models/patches.ts';
import run from '../../models/filter-run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { GaborsParams } from './params.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** The program of this run up to the step shown; undefined while pictures are drawn. */
export const program: Program<GaborsParams, GaborsSnapshot> = (
  { seed, world, method },
  { step, filters },
  address,
) =>
  filters
    ? {
        run,
        head: {
          ADDRESS: JSON.stringify(address),
          SEED: seed,
          WORLD: JSON.stringify(world),
          METHOD: JSON.stringify(method),
          STEP: step - PICTURES,
          FILTERS: JSON.stringify(filters),
        },
      }
    : undefined;
