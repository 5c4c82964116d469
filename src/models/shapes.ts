// What an arrangement of directions is called. Its signature is the list of cosines between the directions that are kept:
// it does not change when the whole is turned, mirrored, or its features renamed.

import { gram, KEPT, norms } from './geometry.ts';

type Weights = ArrayLike<number>;
/** A cosine that occurs `count` times among the pairs. */
export interface Cosine {
  readonly value: number;
  readonly count: number;
}

/** The cosines of all pairs of kept directions, ascending; W_fh [n][m]. */
export function cosines(W: Weights, n: number, m: number): number[] {
  const size = norms(W, n, m);
  const G = gram(W, n, m);
  const kept = size.flatMap((norm, f) => (norm > KEPT ? [f] : []));
  return kept
    .flatMap((f, i) => kept.slice(0, i).map((g) => G[f][g] / (size[f] * size[g])))
    .sort((a, b) => a - b);
}

/** Equal ones together: a gap of more than 0.04 begins another value. */
export function signature(sorted: readonly number[]): Cosine[] {
  const groups: number[][] = [];
  sorted.forEach((value, i) => {
    if (i && value - sorted[i - 1] <= 0.04) groups.at(-1).push(value);
    else groups.push([value]);
  });
  return groups.map((group) => ({
    value: group.reduce((sum, value) => sum + value, 0) / group.length,
    count: group.length,
  }));
}

/** Known shapes: corners, name, signature. Those of 7, 9 and 11 corners have no exact cosines: they are the ones found here. */
const SHAPES: readonly (readonly [
  corners: number,
  name: string,
  cosines: readonly (readonly [value: number, count: number])[],
])[] = [
  [3, 'triangle', [[-0.5, 3]]],
  [4, 'tetrahedron', [[-1 / 3, 6]]],
  [
    4,
    'triangle and 1 alone',
    [
      [-0.5, 3],
      [0, 3],
    ],
  ],
  [
    5,
    'pentagon',
    [
      [-0.809, 5],
      [0.309, 5],
    ],
  ],
  [
    6,
    'hexagon',
    [
      [-1, 3],
      [-0.5, 6],
      [0.5, 6],
    ],
  ],
  [
    6,
    'octahedron',
    [
      [-1, 3],
      [0, 12],
    ],
  ],
  [
    7,
    'heptagon',
    [
      [-0.901, 7],
      [-0.223, 7],
      [0.623, 7],
    ],
  ],
  [
    7,
    'capped octahedron',
    [
      [-0.876, 3],
      [-0.674, 3],
      [-0.418, 3],
      [0.205, 12],
    ],
  ],
  [
    8,
    'octagon',
    [
      [-1, 4],
      [-0.707, 8],
      [0, 8],
      [0.707, 8],
    ],
  ],
  [
    8,
    'square antiprism',
    [
      [-0.787, 8],
      [-0.457, 4],
      [0.258, 16],
    ],
  ],
  [
    9,
    'tricapped prism',
    [
      [-0.765, 6],
      [-0.685, 6],
      [-0.5, 3],
      [-0.061, 3],
      [0.296, 6],
      [0.343, 12],
    ],
  ],
  [
    11,
    'icosahedron less one',
    [
      [-0.99, 5],
      [-0.52, 10],
      [-0.452, 10],
      [-0.31, 5],
      [0.415, 20],
      [0.5, 5],
    ],
  ],
  [
    12,
    'icosahedron',
    [
      [-1, 6],
      [-0.447, 30],
      [0.447, 30],
    ],
  ],
];
/** Every cosine may be off by this much. */
const SLACK = 0.06;

/**
 * Name of the arrangement: one of SHAPES, or opposite pairs and directions at right angles to all others ("1 pair and 2
 * alone"), or "uneven". Features that are left out are not part of it.
 */
export function shape(W: Weights, n: number, m: number): string {
  const found = cosines(W, n, m);
  const corners = norms(W, n, m).filter((norm) => norm > KEPT).length;
  const known = SHAPES.find(
    ([size, , list]) =>
      size === corners &&
      list
        .flatMap(([value, count]) => Array<number>(count).fill(value))
        .every((value, i) => Math.abs(value - found[i]) < SLACK),
  );
  if (known) return known[1];
  const pairs = found.filter((value) => value < -1 + SLACK).length;
  const square = found.filter((value) => Math.abs(value) < 2 * SLACK).length;
  if (pairs + square < found.length || !corners) return corners ? 'uneven' : 'nothing yet';
  const alone = corners - 2 * pairs;
  return [pairs ? `${pairs} ${pairs > 1 ? 'pairs' : 'pair'}` : '', alone ? `${alone} alone` : '']
    .filter(Boolean)
    .join(' and ');
}
