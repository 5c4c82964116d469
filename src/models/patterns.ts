// The toy model's expectation where the active features are listed: a pattern is a set of features that are active together,
// with its probability; the others are 0. Inside a pattern every active feature is uniform on [0, 1], taken at Gauss nodes.
// With few active at a time (k <= 2 or 3) this is short for many features too, and pairs that come together or exclude
// each other are no harder than independent ones (Elhage et al. 2022, "Correlated and anticorrelated features").

import { gauss } from '../math/quadrature.ts';
import type { Inputs } from './inputs.ts';

export interface Pattern {
  readonly active: readonly number[];
  readonly chance: number;
}

/** Points of all patterns; `nodes[k - 1]` Gauss nodes for each of k active features. Weights are chances divided by `share`. */
export function over(n: number, patterns: readonly Pattern[], nodes: readonly number[], share = 1): Inputs {
  const x: number[] = [];
  const w: number[] = [];
  for (const { active, chance } of patterns) {
    const k = active.length;
    const rule = gauss(nodes[k - 1] ?? 1);
    const q = k ? rule.nodes.length : 1;
    for (let point = 0, size = count(q, k); point < size; point++) {
      const row = Array<number>(n).fill(0);
      let weight = chance;
      for (let i = 0, rest = point; i < k; i++, rest = Math.floor(rest / q)) {
        // the point's digits to base q
        row[active[i]] = rule.nodes[rest % q];
        weight *= rule.weights[rest % q];
      }
      x.push(...row);
      w.push(weight);
    }
  }
  return { n, X_sf: Float64Array.from(x), w_s: Float64Array.from(w, (weight) => weight / share) };
}

/**
 * Independent features, each active with probability `active`; inputs with at most nodes.length active ones, the empty
 * input too: without it a feature that is left out would learn the mean of the inputs in which something happens, not p / 2.
 * A loss over these points is counted per input in which something is active, of which there is a part `share`: the
 * expected loss is `share` times as much, but for the inputs with more active features.
 */
export function few(n: number, active: number, nodes: readonly number[]): { inputs: Inputs; share: number } {
  const patterns = [0, ...nodes.map((_, i) => i + 1)]
    .flatMap((k) => choose(n, k))
    .map((set) => ({ active: set, chance: power(active, set.length) * power(1 - active, n - set.length) }));
  const share = patterns.reduce((sum, { active: { length }, chance }) => sum + (length ? chance : 0), 0);
  return { inputs: over(n, patterns, nodes, share), share };
}

function choose(n: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: Math.max(0, n - from) }, (_, i) => from + i).flatMap((f) =>
    choose(n, k - 1, f + 1).map((rest) => [f, ...rest]),
  );
}

const power = (x: number, k: number): number => {
  let y = 1;
  for (let i = 0; i < k; i++) y *= x;
  return y;
};
const count = power;
