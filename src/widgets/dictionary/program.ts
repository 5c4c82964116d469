// The toy and the dictionary of its hidden space as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { DictionarySnapshot } from './model.ts';
import type { DictionaryParams } from './params.ts';

/** Of the world of clusters there is none. */
export const program: Program<DictionaryParams, DictionarySnapshot> = ({ world, width, rule, keep, penalty, seed }, { step, end, explained, mmcs, active }, address) => (world === 'clusters' ? undefined
  : { run, head: { ADDRESS: JSON.stringify(address), WIDTH: width, KEEP: rule === 'top' ? keep : 0, 'PENALTY, STEPS': `${penalty}, ${end}`, SEED: seed, STEP: step, FIGURE: `[${explained}, ${mmcs}, ${active}]` } });
