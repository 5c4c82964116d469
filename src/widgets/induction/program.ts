// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Scores } from '../../models/heads.ts';
import type { Program } from '../../runtime/widget.ts';
import type { InductionSnapshot } from './snapshot.ts';
import type { InductionParams } from './params.ts';

const numbers = ({ repeated, first, context, previous, prefix }: Scores): string =>
  `[${[repeated, first, context, previous, prefix].join(', ')}]`;

/** The program and the values of its head. */
export const program: Program<InductionParams, InductionSnapshot> = (
  { layers, seed },
  { step, scores, course },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    LAYERS: layers,
    SEED: seed,
    STEP: step,
    FIGURE: numbers(scores),
    COURSE: `[${course.slice(0, 6).map(numbers).join(', ')}]`,
  },
});
