// The network, the dictionary of its neurons and the best word for every unit as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { ExplainerParams } from './params.ts';
import type { ExplainerSnapshot } from './snapshot.ts';

/** The program and the values of its head. */
export const program: Program<ExplainerParams, ExplainerSnapshot> = ({ seed }, { all }, address) => ({
  run,
  head: { ADDRESS: JSON.stringify(address), SEED: seed, FIGURE: JSON.stringify(all) },
});
