// What scene and text read off a snapshot and its partner.

import type { GaborsSnapshot } from './model.ts';

export { FILTERS, pairs, SIDE, WIDE, type Pair } from '../../math/filter-matching.ts';
export { median } from '../../math/median.ts';

export const two = (v: number): string => v.toFixed(2);
/** Eight bins of direction. */
export const bins = ({ turn }: Pick<GaborsSnapshot, 'turn'>): number[] =>
  Array.from(
    { length: 8 },
    (_, b) => turn.filter((t) => Math.floor((t / Math.PI) * 8 + 0.5) % 8 === b).length,
  );
