// The worker's side of `gallery`: one structure, grown step by step.

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
  type GalleryRun,
} from '../../models/gallery-runs.ts';
import { FILTERS } from '../../models/filters.ts';
import { PICTURES } from '../../models/patches.ts';
import { PIECES, type Name } from '../../models/pieces.ts';
import type { Model } from '../../runtime/widget.ts';
import type { GalleryParams } from './params.ts';
import type { GallerySnapshot } from './snapshot.ts';

/** The first three coordinates; of a plane the third is 0. */
const inSpace = (p: readonly number[]): Vec => [p[0] ?? 0, p[1] ?? 0, p[2] ?? 0];

/** One view for a whole run: the one from which its end is best told apart. Planes and circles are shown as they lie, cubes a little from the side. */
const displayRotations = once((k: Kernels) =>
  memoizeLru(40, (piece: Name, seed: number): Rotation3 => {
    const of = PIECES[piece];
    if (of.grows === 'cube') return fromYawPitch(28, 18);
    if (of.grows !== 'body' || of.m < 3) return IDENTITY;
    const { at, kept } = points(grow(piece, seed, k));
    return legible(at.map(inSpace).filter((_, i) => kept[i]));
  }),
);

/** What has no place in space: templates and filters, or the pictures they are learned from. */
function pictures(grown: GalleryRun, seed: number, step: number): Partial<GallerySnapshot> {
  if (grown.grows === 'wheel') return { templates: templates(grown) };
  if (grown.grows !== 'field') return {};
  return step < PICTURES
    ? { picture: newest(filtersOf(seed), step) }
    : { filters: packed(filters(grown, filtersOf(seed)), FILTERS) };
}

export const model: Model<GalleryParams, GalleryRun, GallerySnapshot> = {
  engine: 1,
  memory: 4e6,
  create: ({ piece, seed }, k) => begin(piece, seed, k),
  end: ({ piece }) => steps(piece),
  train: (grown, { seed }, step, k) => train(grown, seed, step, k),
  edit: () => false,
  weights: (grown) => ('net' in grown ? grown.net.theta : grown.state.subarray(0, grown.state.length / 3)),
  observe(grown, { piece, seed }, step, k) {
    const { at, kept, corner } = points(grown);
    const rotation = displayRotations(k)(piece, seed);
    const end = steps(piece);
    const found = verdict(piece, grown, seed, step === end);
    return {
      step,
      end,
      piece,
      grows: grown.grows,
      points: at.map((p) => apply(rotation, inSpace(p))),
      fourth: at[0]?.length > 3 ? at.map((p) => p[3]) : undefined,
      kept,
      corner,
      ...found,
      ...pictures(grown, seed, step),
    };
  },
};
