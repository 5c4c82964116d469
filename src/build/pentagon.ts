// The pentagon of lens 1 and of the grammar sheet is not drawn by hand: the toy model is trained, once a
// build.

import { geometry, alignTurn } from '../models/geometry.ts';
import { exact } from '../models/inputs.ts';
import { importances, loss, SCHEDULE, start, train } from '../models/superposition.ts';

let best: readonly (readonly [number, number])[] | undefined;

/**
 * Five directions in two dimensions at absent = 0.95, the lowest loss of four seeds, f1 at 45 degrees, y up.
 */
export function pentagon(): readonly (readonly [number, number])[] {
  if (best) return best;
  const n = 5;
  const m = 2;
  const I_f = importances(n, 0.9);
  const inputs = exact(n, 1 - 0.95, 'train');
  let least = Infinity;
  for (let seed = 1; seed <= 4; seed++) {
    const model = start(n, m, 'random', seed);
    for (let step = 0; step < SCHEDULE.exact.steps; step++) train(model, inputs, I_f, SCHEDULE.exact, step);
    const value = loss(model, inputs, I_f);
    if (value >= least) continue;
    least = value;
    const [a = 1, b = 0, c = 0, d = 1] = alignTurn(model.theta, n, m);
    best = Array.from({ length: n }, (_, f) => {
      const [x = 0, y = 0] = model.theta.subarray(2 * f, 2 * f + 2);
      return [a * x + b * y, c * x + d * y] as const;
    });
    if (geometry(model.theta, n, m) !== 'pentagon') throw new Error('lens 1 is not a pentagon');
  }
  if (!best) throw new Error('No seed gave a finite loss');
  return best;
}
