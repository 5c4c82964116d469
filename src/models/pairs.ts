// Features that come together or exclude each other. Elhage et al. 2022, "Toy Models of Superposition", section "Correlated
// and anticorrelated features". Four features in two neurons, equal importance, sets {0, 1} and {2, 3}; a set is there with
// probability p:
//
//   correlated      both of a set are active             E x_0 x_1 = p / 4
//   anticorrelated  exactly one of a set is active       E x_0 x_1 = 0
//   independent     every feature is active by itself with probability p
//
// Known in closed form, p from small to 1 (`collapse`, `apart`): correlated features share one direction per set, and the
// loss is p / 6; or they stand at right angles within the set and opposite across, 4 L*(p) ~ 2 p^2 / 3. They meet near
// p = 1 / 4. Anticorrelated features as two opposite pairs cost nothing at all.

import { norms } from './geometry.ts';
import { over, type Pattern } from './patterns.ts';
import type { Inputs } from './inputs.ts';
import { loss, start, train, type Schedule, type Superposition } from './superposition.ts';

export type Together = 'independent' | 'correlated' | 'anticorrelated';
const FEATURES = 4;
const SCHEDULE: Schedule = { steps: 400, rate: 0.05 };
/** Gauss nodes for one to eight active features: of four features 132 points correlated, 141 anticorrelated. */
export const NODES: readonly number[] = [10, 5, 4, 3, 2, 2, 2, 2];
/** The same for a loss that is shown. */
export const FINER: readonly number[] = [32, 12, 6, 4, 3, 2, 2, 2];

/** Which features are active at once, with what probability; the sum is 1. Of an odd number the last is by itself. */
export function patterns(together: Together, p: number, n = FEATURES): Pattern[] {
  const one = (f: number): Pattern[] => [
    { active: [f], chance: p },
    { active: [], chance: 1 - p },
  ];
  const both = (a: number, b: number): Pattern[] =>
    together === 'correlated'
      ? [
          { active: [a, b], chance: p },
          { active: [], chance: 1 - p },
        ]
      : [
          { active: [a], chance: p / 2 },
          { active: [b], chance: p / 2 },
          { active: [], chance: 1 - p },
        ];
  const all = Array.from({ length: n }, (_, f) => f);
  const sets =
    together === 'independent'
      ? all.map(one)
      : all.filter((f) => f % 2 === 0).map((f) => (f + 1 < n ? both(f, f + 1) : one(f)));
  return sets
    .reduce(
      (all, set) =>
        all.flatMap((a) =>
          set.map((b) => ({ active: [...a.active, ...b.active], chance: a.chance * b.chance })),
        ),
      [{ active: [], chance: 1 }],
    )
    .filter(({ chance }) => chance > 0);
}

/** The expectation as a sum. @param nodes for a finer loss than the one that is trained on */
export const inputs = (
  together: Together,
  p: number,
  nodes: readonly number[] = NODES,
  n = FEATURES,
): Inputs => over(n, patterns(together, p, n), nodes);

const ones = new Float64Array(FEATURES).fill(1);

/** A whole run from a random start. */
export function settle(
  together: Together,
  p: number,
  seed: number,
  points: Inputs = inputs(together, p),
): Superposition {
  const model = start(FEATURES, 2, 'random', seed);
  for (let step = 0; step < SCHEDULE.steps; step++) train(model, points, ones, SCHEDULE, step);
  return model;
}

/** L at these points, every feature of importance 1. */
export const expected = (model: Superposition, points: Inputs): number => loss(model, points, ones);

/** The best of several starts by their loss. */
export function best(together: Together, p: number, seeds: readonly number[]): Superposition {
  const points = inputs(together, p);
  const all = seeds.map((seed) => settle(together, p, seed, points));
  const losses = all.map((model) => expected(model, points));
  return all[losses.indexOf(Math.min(...losses))];
}

/** Loss when each set is held by one direction. */
export const collapse = (p: number): number => p / 6;

/**
 * Cosines within the sets (two) and across them (four), and a name:
 * "one direction per set" | "right angles within, opposite across" | "opposite within" | "right angles within" | "uneven"
 */
export function arrangement({ theta, n, m }: Superposition): {
  within: number[];
  across: number[];
  norms: number[];
  name: string;
} {
  const size = norms(theta, n, m);
  const cosine = (f: number, g: number): number =>
    (theta[2 * f] * theta[2 * g] + theta[2 * f + 1] * theta[2 * g + 1]) / (size[f] * size[g] || 1);
  const within = [cosine(0, 1), cosine(2, 3)];
  const across = [cosine(0, 2), cosine(0, 3), cosine(1, 2), cosine(1, 3)];
  const both = (test: (c: number) => boolean): boolean => within.every(test);
  return { within, across, norms: size, name: size.some((norm) => norm < 0.5) ? 'uneven' : named() };

  function named(): string {
    if (both((c) => c > 0.9)) return 'one direction per set';
    if (both((c) => c < -0.9)) return 'opposite within';
    if (!both((c) => Math.abs(c) < 0.25)) return 'uneven';
    // The loss is flat here: pairs across the sets may be off the straight line by a good part of a right angle.
    const opposite = across.filter((c) => c < -0.75).length;
    return opposite === 2 ? 'right angles within, opposite across' : 'right angles within';
  }
}
