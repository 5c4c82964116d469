// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';

/** The program of these params; it prints the loss and the cosines of the first feature with the others. */
export const program: Program<PolytopesParams, PolytopesSnapshot> = (
  { features, hidden, seed },
  { step, loss, vectors, norms },
  address,
) => {
  const angles = vectors
    .slice(1)
    .map((v, f) => v.reduce((sum, x, i) => sum + x * vectors[0][i], 0) / (norms[0] * norms[f + 1]));
  return {
    run,
    head: {
      ADDRESS: JSON.stringify(address),
      'FEATURES, NEURONS': `${features}, ${hidden}`,
      SEED: seed,
      STEP: step,
      FIGURE: loss,
      ANGLES: `[${angles.join(', ')}]`,
    },
  };
};
