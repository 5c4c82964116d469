// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import polytopes from '../../models/polytopes.py?raw';
import { written } from '../../runtime/program.ts';
import type { Program } from '../../runtime/widget.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';

export const program: Program<PolytopesParams, PolytopesSnapshot> = ({ features, hidden, seed }, { step, loss, vectors, norms }, address) => {
  const angles = vectors.slice(1).map((v, f) => v.reduce((sum, x, i) => sum + x * vectors[0][i], 0) / (norms[0] * norms[f + 1]));
  return written(run, { ADDRESS: JSON.stringify(address), 'FEATURES, NEURONS': `${features}, ${hidden}`, SEED: seed, STEP: step, FIGURE: loss, ANGLES: `[${angles.join(', ')}]` }, { polytopes });
};
