// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import type { GrokkingParams } from './params.ts';

/** The program and the values of its head. */
export const program: Program<GrokkingParams, GrokkingSnapshot> = (
  { seed, decay },
  { step, course, progress: { trainLoss, testLoss, trainRight, testRight } },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    DECAY: decay,
    SEED: seed,
    STEP: step,
    FIGURE: `[${trainLoss}, ${testLoss}, ${trainRight}, ${testRight}]`,
    COURSE: `[${course
      .slice(0, 11)
      .map((p) => p.testLoss)
      .join(', ')}]`,
  },
});
