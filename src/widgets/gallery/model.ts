// The worker's side of `gallery`: types first.

import { packed } from '../../math/container.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { once } from '../../math/kernels/once.ts';
import { memoizeLru } from '../../math/memoize.ts';
import type { Vec } from '../../math/hull.ts';
import { apply, fromYawPitch, legible, IDENTITY, type Rotation3 } from '../../math/rotation3.ts';
import { filters, newest } from '../../models/filter-run.ts';
import {
  begin,
  filtersOf,
  grow,
  points,
  steps,
  templates,
  train,
  verdict,
  type Found,
  type Grown,
} from '../../models/gallery-runs.ts';
import { FILTERS } from '../../models/filters.ts';
import { PICTURES } from '../../models/patches.ts';
import { PIECES, type Name } from '../../models/pieces.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { GalleryParams } from './params.ts';

export interface GallerySnapshot extends Snapshot, Found {
  readonly piece: Name;
  readonly grows: Grown['grows'];
  /** (x right, y up, z towards the reader) of every feature, day or thing; the hypercube's fourth number is in `fourth` */
  readonly points: readonly Vec[];
  readonly fourth?: readonly number[] | undefined;
  readonly kept: readonly boolean[];
  /** cube: which corner each thing is at, a bit per neuron */
  readonly corner?: readonly number[] | undefined;
  /** wheel: eight templates, [8][11 11], -1 ... 1 */
  readonly templates?: readonly (readonly number[])[] | undefined;
  /** field: 64 filters of 12 x 12, packed (src/math/container.ts); before there are any, the newest of its pictures, 64 x 64 */
  readonly filters?: string | undefined;
  readonly picture?: string | undefined;
}

const three = (p: readonly number[]): Vec => [p[0] ?? 0, p[1] ?? 0, p[2] ?? 0];

/** One view for a whole run: the one from which its end is best told apart. Planes and circles are shown as they lie, cubes a little from the side. */
const turns = once((k: Kernels) =>
  memoizeLru(40, (piece: Name, seed: number): Rotation3 => {
    const of = PIECES[piece];
    if (of.grows === 'cube') return fromYawPitch(28, 18);
    if (of.grows !== 'body' || of.m < 3) return IDENTITY;
    const { at, kept } = points(grow(piece, seed, k));
    return legible(at.map(three).filter((_, i) => kept[i]));
  }),
);

/** What has no place in space. */
function pictures(grown: Grown, seed: number, step: number, k: Kernels): Partial<GallerySnapshot> {
  if (grown.grows === 'wheel') return { templates: templates(grown) };
  if (grown.grows !== 'field') return {};
  return step < PICTURES
    ? { picture: newest(filtersOf(seed), step) }
    : { filters: packed(filters(grown, filtersOf(seed)), FILTERS) };
}

export const model: Model<GalleryParams, Grown, GallerySnapshot> = {
  engine: 1,
  memory: 4e6,
  create: ({ piece, seed }, k) => begin(piece, seed, k),
  end: ({ piece }) => steps(piece),
  train: (grown, { seed }, step, k) => train(grown, seed, step, k),
  edit: () => false,
  weights: (grown) => ('net' in grown ? grown.net.theta : grown.state.subarray(0, grown.state.length / 3)),
  observe(grown, { piece, seed }, step, k) {
    const { at, kept, corner } = points(grown);
    const turn = turns(k)(piece, seed);
    const end = steps(piece);
    const found = verdict(piece, grown, k, seed, step === end);
    return {
      step,
      end,
      piece,
      grows: grown.grows,
      points: at.map((p) => apply(turn, three(p))),
      fourth: at[0]?.length > 3 ? at.map((p) => p[3]) : undefined,
      kept,
      corner,
      ...found,
      ...pictures(grown, seed, step, k),
    };
  },
};
