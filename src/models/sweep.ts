// The cells of a phase diagram: at each, the toy model of superposition.ts trained to the end from one or several beginnings,
// side by side in the lanes of `many`; and what became of its last feature.

import type { Kernels } from '../math/kernels/kernels.ts';
import { exact, NODES } from './inputs.ts';
import { trainBatch, points } from './batch-train.ts';
import { ALONE, LEFT_OUT, SHARED, type Fate } from './phase.ts';
import { importances, loss, SCHEDULE, start, type Start } from './superposition.ts';

/**
 * The fate of the last feature of a trained cell. It is kept when its direction is at least half as long as a whole one, and shares
 * when another kept one lies within 60 degrees of its line.
 */
export function fateOf(theta: ArrayLike<number>, n: 2 | 3): Fate {
  const m = n - 1;
  const dot = (f: number, g: number): number =>
    m === 1 ? theta[f] * theta[g] : theta[2 * f] * theta[2 * g] + theta[2 * f + 1] * theta[2 * g + 1];
  const last = n - 1;
  const own = dot(last, last);
  if (own < 0.25) return LEFT_OUT;
  for (let f = 0; f < last; f++) {
    const other = dot(f, f);
    const across = dot(f, last);
    if (other >= 0.25 && across * across >= 0.25 * own * other) return SHARED;
  }
  return ALONE;
}

/** How a model begins; the seed is used by `random` alone. */
export interface Beginning {
  readonly start: Start;
  readonly seed: number;
}
export interface Cell {
  readonly theta: Float64Array;
  readonly loss: number;
  readonly won: Beginning;
}

const grids = { 2: points(2, NODES), 3: points(3, NODES) };

/** The best of the models that `beginnings` lead to, by the loss on the finer points; n features in n - 1 neurons. */
export function trainCell(
  k: Kernels,
  n: 2 | 3,
  absent: number,
  last: number,
  beginnings: readonly Beginning[],
): Cell {
  const finer = exact(n, 1 - absent, 'show');
  const I_f = importances(n, 1, last);
  const models = beginnings.map((won) => start(n, n - 1, won.start, won.seed));
  for (const _ of trainBatch(
    k,
    grids[n],
    models.map(({ theta }) => ({ p: 1 - absent, I_f, theta, loss: 0 })),
    SCHEDULE.exact,
  ));
  return models
    .map((model, i) => ({ theta: model.theta, loss: loss(model, finer, I_f), won: beginnings[i] }))
    .reduce((best, next) => (next.loss < best.loss ? next : best));
}
