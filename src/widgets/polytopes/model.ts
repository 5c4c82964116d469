// The worker's side of `polytopes`: one toy model, trained step by step.

import { apply, legible, IDENTITY, type Rotation3 } from '../../math/rotation3.ts';
import type { Vec } from '../../math/hull.ts';
import { alignTurn, kept, norms, shares } from '../../models/geometry.ts';
import { create, expected, schedule, settle, train } from '../../models/polytopes.ts';
import { cosines, shape, signature } from '../../models/shapes.ts';
import type { Superposition } from '../../models/superposition.ts';
import type { Model } from '../../runtime/widget.ts';
import type { PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';

/** A run is shown through one rotation, the same at all its steps: the one from which the directions at its end are best told
 *  apart. The model is indifferent to it. Kept here, since a run that is looked at halfway must know its end. */
const rotations = new Map<string, Rotation3>();

function displayRotation(params: PolytopesParams, done?: Superposition): Rotation3 {
  const { features: n, hidden: m, seed } = params;
  const name = [n, m, seed].join();
  const known = rotations.get(name);
  if (known) return known;
  const made = rotationOf(done ?? settle(n, m, seed));
  if (rotations.size > 200) rotations.clear();
  rotations.set(name, made);
  return made;
}

function rotationOf({ n, m, theta }: Superposition): Rotation3 {
  if (m === 2) {
    const [a, b, c, d] = alignTurn(theta, n, m);
    return [a, b, 0, c, d, 0, 0, 0, 1];
  }
  const is = kept(theta, n, m);
  return legible(space(theta, n, m, IDENTITY).filter((_, f) => is[f]));
}

/** Rows of W in display coordinates, [n][3]. */
const space = (W: ArrayLike<number>, n: number, m: number, rotation: Rotation3): Vec[] =>
  Array.from({ length: n }, (_, f) => apply(rotation, [W[f * m], W[f * m + 1], m > 2 ? W[f * m + 2] : 0]));

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
    const rotation = displayRotation(params, step === end ? net : undefined);
    return {
      step,
      end,
      n,
      m,
      vectors: space(theta, n, m, rotation),
      axes: Array.from({ length: m }, (_, i) =>
        apply(rotation, [i === 0 ? 1 : 0, i === 1 ? 1 : 0, i === 2 ? 1 : 0]),
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
