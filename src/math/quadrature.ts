// Gauss-Legendre: q nodes and weights on [0, 1] that integrate every polynomial of degree below 2 q exactly.

import { cos, PI } from './functions.ts';

export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The roots of the Legendre polynomial P_q by Newton's method, moved from [-1, 1] to [0, 1]. Ascending; weights sum to 1. */
export function gauss(q: number): Rule {
  const nodes = new Float64Array(q);
  const weights = new Float64Array(q);
  for (let i = 0; i < q; i++) {
    let z = cos((PI * (i + 0.75)) / (q + 0.5));
    let slope = 0;
    for (let round = 0; round < 8; round++) {
      // quadratic: five rounds reach the last bit
      let value = 1;
      let before = 0;
      for (let j = 1; j <= q; j++) {
        [before, value] = [value, ((2 * j - 1) * z * value - (j - 1) * before) / j];
      }
      slope = (q * (z * value - before)) / (z * z - 1);
      z -= value / slope;
    }
    nodes[q - 1 - i] = (1 + z) / 2;
    weights[q - 1 - i] = 1 / ((1 - z * z) * slope * slope);
  }
  return { nodes, weights };
}
