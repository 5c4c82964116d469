// The worker's side of `gallery`: types first.

import { remembered } from '../../math/remembered.ts';
import type { Vec } from '../../math/hull.ts';
import { apply, globe, legible, STILL, type Turn3 } from '../../math/turn.ts';
import { begin, grow, PIECES, points, steps, train, verdict, type Grown, type Name } from '../../models/grown.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { GalleryParams } from './params.ts';

export interface GallerySnapshot extends Snapshot {
  readonly piece: Name;
  readonly grows: Grown['grows'];
  /** (x right, y up, z towards the reader) of every feature, day or thing; the hypercube's fourth number is in `fourth` */
  readonly points: readonly Vec[];
  readonly fourth?: readonly number[];
  readonly kept: readonly boolean[];
  /** cube: which corner each thing is at, a bit per neuron */
  readonly corner?: readonly number[];
  /** what it is at this step, whether that is what the piece is called, and its loss */
  readonly shape: string; readonly right: boolean; readonly loss: number;
}

const three = (p: readonly number[]): Vec => [p[0] ?? 0, p[1] ?? 0, p[2] ?? 0];

/** One view for a whole run: the one from which its end is best told apart. Planes and circles are shown as they lie, cubes a little from the side. */
const turns = remembered(40, (piece: Name, seed: number): Turn3 => {
  if (PIECES[piece].grows === 'cube') return globe(28, 18);
  const { at, kept } = points(grow(piece, seed));
  if (at[0].length < 3) return STILL;
  const solid = at.map(three).filter((_, i) => kept[i]);
  return legible(solid);
});

export const model: Model<GalleryParams, Grown, GallerySnapshot> = {
  engine: 1,
  memory: 4e6,
  create: ({ piece, seed }) => begin(piece, seed),
  end: ({ piece }) => steps(piece),
  train: (grown, { seed }, step) => train(grown, seed, step),
  edit: () => false,
  weights: ({ net }) => net.theta,
  look(grown, { piece, seed }, step) {
    const { at, kept, corner } = points(grown), turn = turns(piece, seed), found = verdict(piece, grown);
    return { step, end: steps(piece), piece, grows: grown.grows, points: at.map((p) => apply(turn, three(p))), fourth: at[0].length > 3 ? at.map((p) => p[3]) : undefined, kept, corner, ...found };
  },
};
