// The run as a NumPy program: run.py with this state written into its head. The pieces that are pictures have theirs in `gabors` and `families`.
import { PIECES } from '../../models/pieces.ts';
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';

export const program: Program<GalleryParams, GallerySnapshot> = ({ piece, seed }, { step, grows, points, fourth, loss }, address) => {
  const { n, m } = { n: 7, m: 2, ...PIECES[piece] };
  return loss === undefined ? undefined : { run, head: {
    ADDRESS: JSON.stringify(address), GROWS: JSON.stringify(grows), 'FEATURES, NEURONS': `${n}, ${m}`, SEED: seed, STEP: step,
    POINTS: JSON.stringify(points.map((p, i) => (fourth ? [...p, fourth[i]] : p))), FIGURE: loss,
  } };
};
