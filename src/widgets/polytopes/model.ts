// The worker's side of `polytopes`: types first.

import { apply, legible, IDENTITY, type Rotation3 } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import { kept, norms, shares, alignTurn as flat } from '../../models/geometry.ts';
import { create, expected, schedule, settle, train } from '../../models/polytopes.ts';
import { cosines, shape, signature, type Cosine } from '../../models/shapes.ts';
import type { Superposition } from '../../models/superposition.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import type { PolytopesParams } from './params.ts';

/** Shapes: n features, m neurons (2 or 3). Space in display coordinates: x right, y up, z towards the reader. */
export interface PolytopesSnapshot extends Snapshot {
  readonly n: number;
  readonly m: number;
  /** feature directions W_f, turned for display; [n][3]; in the plane z = 0 when m = 2 */
  readonly vectors: readonly Vec[];
  /** where the neurons' own axes point in the same space, length 1; [m][3] */
  readonly axes: readonly Vec[];
  readonly biases: readonly number[];
  readonly norms: readonly number[];
  /** |W_f| > 0.5 */
  readonly kept: readonly boolean[];
  /** share of a dimension D_f (Elhage et al. 2022) */
  readonly shares: readonly number[];
  /** cosines between the kept directions and how often each occurs, ascending; at most 12, so that a body on its way has a sign too */
  readonly angles: readonly Cosine[];
  /** name of the arrangement: see src/models/shapes.ts */
  readonly shape: string;
  /** expected loss per input in which something is active */
  readonly loss: number;
}

/**
 * A run is shown through one turn, the same at all its steps: the one from which the directions at its end are best told
 * apart. The model is indifferent to it. Kept here, since a run that is looked at halfway must know its end.
 */
const turns = new Map<string, Rotation3>();
function turnOf(params: PolytopesParams, done?: Superposition): Rotation3 {
  const { features: n, hidden: m, seed } = params;
  const name = [n, m, seed].join();
  let turn = turns.get(name);
  if (!turn) {
    const { theta } = done ?? settle(n, m, seed);
    const is = kept(theta, n, m);
    if (m === 2) {
      const [a, b, c, d] = flat(theta, n, m);
      turn = [a, b, 0, c, d, 0, 0, 0, 1];
    } else turn = legible(space(theta, n, m, IDENTITY).filter((_, f) => is[f]));
    if (turns.size > 200) turns.clear();
    turns.set(name, turn);
  }
  return turn;
}

const space = (W: ArrayLike<number>, n: number, m: number, turn: Rotation3): Vec[] =>
  Array.from({ length: n }, (_, f) => apply(turn, [W[f * m], W[f * m + 1], m > 2 ? W[f * m + 2] : 0]));

export const model: Model<PolytopesParams, Superposition, PolytopesSnapshot> = {
  engine: 1,
  memory: 2e6,
  create: ({ features, hidden, seed }) => create(features, hidden, seed),
  end: ({ features }) => schedule(features).steps,
  train: (net, _, step) => train(net, step),
  edit: () => false,
  observe(net, params, step) {
    const { n, m, theta } = net;
    const end = model.end(params);
    const turn = turnOf(params, step === end ? net : undefined);
    return {
      step,
      end,
      n,
      m,
      vectors: space(theta, n, m, turn),
      axes: Array.from({ length: m }, (_, i) =>
        apply(turn, [i === 0 ? 1 : 0, i === 1 ? 1 : 0, i === 2 ? 1 : 0]),
      ),
      biases: [...theta.subarray(n * m)],
      norms: norms(theta, n, m),
      kept: kept(theta, n, m),
      shares: shares(theta, n, m),
      angles: signature(cosines(theta, n, m)).slice(0, 12),
      shape: shape(theta, n, m),
      loss: expected(net),
    };
  },
  weights: (net) => net.theta,
};
