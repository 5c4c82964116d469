// The readings of all units as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { ReadingParams } from './params.ts';
import type { ReadingSnapshot } from './snapshot.ts';

const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length;

/** The program of all readings; undefined before the first fresh input, when there is nothing to count. */
export const program: Program<ReadingParams, ReadingSnapshot> = ({ seed }, { step, all }, address) =>
  step === 0
    ? undefined
    : {
        run,
        head: {
          ADDRESS: JSON.stringify(address),
          SEED: seed,
          COUNT: step,
          FIGURE: `{${all.map(({ kind, precision, r2 }) => `"${kind}": (${mean(precision)}, ${mean(r2)})`).join(', ')}}`,
        },
      };
