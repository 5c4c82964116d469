// The four runs and what lays them on each other, as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { SameShapeSnapshot } from './snapshot.ts';
import type { SameShapeParams } from './params.ts';

/** The program and the values of its head. */
export const program: Program<SameShapeParams, SameShapeSnapshot> = (
  { seed },
  { n, m, step, trained },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    'FEATURES, NEURONS': `${n}, ${m}`,
    SEED: seed,
    STEP: step,
    FIGURE: `[${trained
      .slice(1)
      .map(({ raw, turned }) => `(${raw}, ${turned})`)
      .join(', ')}]`,
  },
});
