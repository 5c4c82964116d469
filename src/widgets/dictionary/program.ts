// A space and the dictionary learned in it as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { DictionarySnapshot } from './model.ts';
import type { DictionaryParams } from './params.ts';

/** Wider than the clusters have features, some latents begin as others to the last digits: rounding says which of them wins. */
const SPARE = { from: 20, within: 0.01 };

export const program: Program<DictionaryParams, DictionarySnapshot> = (
  { world, width, rule, keep, penalty, seed },
  { step, end, explained, mmcs, active },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    WORLD: JSON.stringify(world),
    WIDTH: width,
    KEEP: world === 'clusters' ? 1 : rule === 'top' ? keep : 0,
    'PENALTY, STEPS': `${penalty}, ${end}`,
    SEED: seed,
    STEP: step,
    FIGURE: `[${explained}, ${mmcs}, ${active}]`,
    WITHIN: world === 'clusters' && width > SPARE.from ? SPARE.within : 0.0001,
  },
});
