// The worker's side of `same-shape`: four toys of four seeds, trained step by step together.

import { align, random, type Alignment } from '../../models/alignment.ts';
import { create, schedule, train } from '../../models/polytopes.ts';
import { shape } from '../../models/shapes.ts';
import type { Superposition } from '../../models/superposition.ts';
import type { Model } from '../../runtime/widget.ts';
import type { SameShapeParams } from './params.ts';
import type { AlignedNet, SameShapeSnapshot } from './snapshot.ts';

const NETS = 4;
const sizes = { pentagon: [5, 2], octahedron: [6, 3] } as const;

/** [n][m] */
const rows = (W: ArrayLike<number>, n: number, m: number): number[][] =>
  Array.from({ length: n }, (_, f) => Array.from({ length: m }, (_, i) => W[f * m + i]));
const aligned = (
  name: string,
  W: ArrayLike<number>,
  n: number,
  m: number,
  { order, Q, raw, renamed, turned, gram }: Alignment,
): AlignedNet => ({ name, W: rows(W, n, m), order, Q: [...Q], raw, renamed, turned, gram });

export const model: Model<SameShapeParams, Superposition[], SameShapeSnapshot> = {
  engine: 1,
  memory: 2e6,
  create: ({ size, seed }) => {
    const [n, m] = sizes[size];
    return Array.from({ length: NETS }, (_, i) => create(n, m, seed + i));
  },
  end: ({ size }) => schedule(sizes[size][0]).steps,
  train: (nets, _, step) => {
    for (const net of nets) train(net, step);
  },
  edit: () => false,
  weights: (nets) => Float64Array.from(nets.flatMap(({ theta }) => [...theta])),
  observe(nets, params, step) {
    const [n, m] = sizes[params.size];
    const [first] = nets.map(({ theta }) => theta.subarray(0, n * m));
    const self = align(first, first, n, m);
    return {
      step,
      end: model.end(params),
      n,
      m,
      shapes: nets.map(({ theta }) => shape(theta, n, m)),
      trained: nets.map(({ theta }, i) =>
        aligned(
          `seed ${params.seed + i}`,
          theta,
          n,
          m,
          i ? align(first, theta.subarray(0, n * m), n, m) : self,
        ),
      ),
      random: Array.from({ length: NETS }, (_, i) => {
        const W = i ? random(params.seed + i, n, m, first) : first;
        return aligned(i ? `random ${i}` : `seed ${params.seed}`, W, n, m, i ? align(first, W, n, m) : self);
      }),
    };
  },
};
