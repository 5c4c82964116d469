// Very rare features of equal importance: their directions settle at the corners of polygons and polytopes.
// Elhage et al. 2022, "Toy Models of Superposition", section "The geometry of superposition". Model as in superposition.ts.
//
//   S = 0.99 (p = 0.01); inputs with at most two active features, by quadrature, so that training has no noise
//
// Letters: f, g feature (n); W_fh [n][m] row-major, theta = W_fh then b_f.

import { few } from './patterns.ts';
import { loss, start, train as step, type Schedule, type Superposition } from './superposition.ts';
import type { Inputs } from './inputs.ts';

const ACTIVE = 0.01;
export const RESTARTS = 24;

/**
 * Five features or fewer in three neurons lie in a valley that is almost flat: with ten and four nodes the coarse steps of
 * the quadrature hold most starts on its slope, and 500 steps end underway. So these get more of both.
 */
const few5 = (n: number): boolean => n <= 5;
const nodes = (n: number): readonly number[] => (few5(n) ? [32, 12] : [16, 6]);
/** Steps and rate for n features. */
export const schedule = (n: number): Schedule =>
  few5(n) ? { steps: 1200, rate: 0.1 } : { steps: 500, rate: 0.05 };

const made = new Map<number, Inputs>();
/** The points for n features: 1 + q1 n + q2^2 n (n - 1) / 2; 2 569 for twelve. Made once. */
function inputs(n: number): Inputs {
  const points = made.get(n) ?? few(n, ACTIVE, nodes(n)).inputs;
  made.set(n, points);
  return points;
}

/** An untrained model. */
export const create = (n: number, m: number, seed: number): Superposition => start(n, m, 'random', seed);

/** One step of Adam, in place. */
export const train = (model: Superposition, at: number): void =>
  step(model, inputs(model.n), ones(model.n), schedule(model.n), at);

/** Expected loss per input in which something is active. */
export const expected = (model: Superposition): number => loss(model, inputs(model.n), ones(model.n));

/** A whole run. */
export function settle(n: number, m: number, seed: number): Superposition {
  const model = create(n, m, seed);
  for (let at = 0; at < schedule(n).steps; at++) train(model, at);
  return model;
}

const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
