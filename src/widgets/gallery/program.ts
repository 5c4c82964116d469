// The run as a NumPy program: run.py with this state written into its head; of the wheel wheel.py, of the field field.py.
import field from '../../models/filter-run.py?raw';
import { PICTURES } from '../../models/patches.ts';
import { PIECES } from '../../models/pieces.ts';
import wheel from '../../models/curve-run.py?raw';
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { GalleryParams } from './params.ts';
import type { GallerySnapshot } from './snapshot.ts';

/** The program of these params; undefined while the field's pictures are drawn. */
export const program: Program<GalleryParams, GallerySnapshot> = (
  { piece, seed },
  { step, grows, points, fourth, loss, templates, filters },
  address,
) => {
  const common = { ADDRESS: JSON.stringify(address), SEED: seed };
  if (grows === 'wheel') {
    return { run: wheel, head: { ...common, STEP: step, FIGURE: JSON.stringify(templates) } };
  }
  if (grows === 'field') {
    return filters
      ? { run: field, head: { ...common, STEP: step - PICTURES, FILTERS: JSON.stringify(filters) } }
      : undefined;
  }
  const { n, m } = { n: 7, m: 2, ...PIECES[piece] };
  return {
    run,
    head: {
      ...common,
      GROWS: JSON.stringify(grows),
      'FEATURES, NEURONS': `${n}, ${m}`,
      STEP: step,
      POINTS: JSON.stringify(points.map((p, i) => (fourth ? [...p, fourth[i]] : p))),
      FIGURE: loss!,
    },
  };
};
