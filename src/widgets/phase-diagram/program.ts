// All cells of both maps as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { PhaseParams } from './params.ts';
import type { PhaseSnapshot } from './snapshot.ts';

/** The program of both maps; it compares the fates of all cells. */
export const program: Program<PhaseParams, PhaseSnapshot> = ({ starts, seed }, { two, three }, address) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    SEED: starts === 'one' ? seed : 0,
    TWO: `"${two}"`,
    THREE: `"${three}"`,
  },
});
