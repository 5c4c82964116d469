// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import type { DoubleDescentParams } from './params.ts';

/** The program and the values of its head. */
export const program: Program<DoubleDescentParams, DoubleDescentSnapshot> = (
  { seed },
  { points, step, course, trainLoss, testLoss },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    POINTS: points,
    SEED: seed,
    STEP: step,
    FIGURE: `[${trainLoss}, ${testLoss}]`,
    COURSE: `[${course.slice(0, 11).join(', ')}]`,
  },
});
