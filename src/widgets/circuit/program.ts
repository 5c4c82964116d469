// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';

/** The program of this run up to the step shown. */
export const program: Program<CircuitParams, CircuitSnapshot> = (
  _,
  { seed, step, maps, biases },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    SEED: seed,
    STEP: step,
    MAPS: JSON.stringify(maps),
    BIASES: JSON.stringify(biases),
  },
});
