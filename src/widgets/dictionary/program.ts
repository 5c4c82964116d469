// A space and the dictionary learned in it as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { DictionaryParams } from './params.ts';
import type { DictionarySnapshot } from './snapshot.ts';

/** Wider than the clusters have features, some latents begin as others to the last digits: rounding says which of them wins. */
const SPARE = { from: 20, within: 0.01 };

/** How many latents count; 0: all that are active. */
function kept({ world, rule, keep }: Pick<DictionaryParams, 'world' | 'rule' | 'keep'>): number {
  if (world === 'clusters') return 1;
  return rule === 'top' ? keep : 0;
}

/** The program of this space and dictionary, up to the step shown. */
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
    KEEP: kept({ world, rule, keep }),
    'PENALTY, STEPS': `${penalty}, ${end}`,
    SEED: seed,
    STEP: step,
    FIGURE: `[${explained}, ${mmcs}, ${active}]`,
    WITHIN: world === 'clusters' && width > SPARE.from ? SPARE.within : 0.0001,
  },
});
