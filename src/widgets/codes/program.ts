// The code books and their reader as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { CodesParams } from './params.ts';
import type { CodesSnapshot } from './snapshot.ts';

/** Before two directions are compared there is nothing to run. */
export const program: Program<CodesParams, CodesSnapshot> = (
  { seed },
  { d, N, step, worst, onehot, composed, superposed },
  address,
) => {
  const last = worst.at(-1);
  return (
    last && {
      run,
      head: {
        ADDRESS: JSON.stringify(address),
        'NEURONS, THINGS': `${d}, ${N}`,
        SEED: seed,
        TRIALS: step,
        'PAIRED, WORST': `${last[0]}, ${last[1]}`,
        FIGURE: `{${Object.entries({ onehot, composed, superposed })
          .map(([code, { right }]) => `"${code}": [${right.join(', ')}]`)
          .join(', ')}}`,
      },
    }
  );
};
