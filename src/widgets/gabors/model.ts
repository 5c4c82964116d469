// The worker's side of `gabors`: 40 pictures are drawn, one a step; then 64 filters are learned from their patches.

import { packed } from '../../math/container.ts';
import { round3 } from '../../math/rounding.ts';
import { begin, filters, newest, steps, train, type Saved } from '../../models/filter-run.ts';
import { FILTERS } from '../../models/filters.ts';
import { gabor } from '../../models/gaborfit.ts';
import { PICTURES, WIDE } from '../../models/patches.ts';
import type { Model } from '../../runtime/widget.ts';
import type { GaborsParams } from './params.ts';
import type { GaborsSnapshot } from './snapshot.ts';

export const model: Model<GaborsParams, Saved, GaborsSnapshot> = {
  engine: 1,
  memory: 3e6,
  create: (params, k) => begin(params, k),
  end: ({ method }) => steps(method),
  train: (saved, params, step, k) => train(saved, params, step, k),
  edit: () => false,
  weights: ({ state }) => state.subarray(0, state.length / 3),
  observe(saved, params, step) {
    const end = steps(params.method);
    const count = Math.min(step, PICTURES);
    const common = { step, end, world: params.world, pictures: count, picture: newest(params, count) };
    if (step < PICTURES) return { ...common, filters: '', R2: [], turn: [], frequency: [] };
    const F = filters(saved, params);
    const fits =
      step < end
        ? []
        : Array.from({ length: FILTERS }, (_, i) => gabor(F.subarray(i * WIDE, (i + 1) * WIDE)));
    return {
      ...common,
      filters: packed(F, FILTERS),
      R2: fits.map((g) => round3(g.R2)),
      turn: fits.map((g) => round3(g.turn)),
      frequency: fits.map((g) => round3(g.frequency)),
    };
  },
};
