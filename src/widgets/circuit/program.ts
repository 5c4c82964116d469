// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';

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
