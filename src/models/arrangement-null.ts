// What rows of the same lengths in random directions would show: how many shares fall near a named fraction, how strong all
// interference is, which groups form. A sentence about a matrix is told only beside these.
//
// With u_f fixed, cos^2 to another random direction is Beta(1/2, (m - 1)/2), independently for all others:
//   interference_f = sum over g of |W_g|^2 B_g,   E B = 1/m,   Var B = 2 (m - 1) / (m^2 (m + 2))

import { key, normal } from '../math/random.ts';
import { load } from '../math/kernels/load.ts';
import { within } from './chance.ts';
import { census } from './census.ts';
import { groups, OVERLAPS } from './groups.ts';

/** Shares that known arrangements give: of m dimensions k features each take m / k. */
export const FRACTIONS: readonly (readonly [at: number, sign: string, name: string])[] = [
  [1, '1', 'a dimension of its own'],
  [3 / 4, '\u00be', 'a tetrahedron'],
  [2 / 3, '⅔', 'a triangle'],
  [1 / 2, '\u00bd', 'an opposite pair'],
  [2 / 5, '⅖', 'a pentagon'],
  [3 / 8, '⅜', 'a square antiprism'],
];
/** A share stands at a fraction when it is this near. */
const NEAR = 0.015;
const DRAWS = 512;
/** 99% of a normal distribution lie below this, and within this on both sides. */
const UPPER_99 = 2.326;
const BOTH_99 = 2.576;
/** As many simulated sets that one alone beyond all of them has 1% by chance. */
const SETS = 99;
const MOST_WORK = 4e8;

export interface ShareNull {
  /** expected sum of all shares */
  readonly sum: number;
  /** expected count of shares in each bin of [0, 1] */
  readonly bins: Float64Array;
  /** of each of FRACTIONS: how many shares stand there by chance, and how many do not in 99 of 100 sets */
  readonly expected: readonly number[];
  readonly most: readonly number[];
}

/** Shares of a dimension of random directions. @param norms lengths of the rows that have a direction */
export function shareNull(norms: readonly number[], m: number, bins: number): ShareNull {
  const n = norms.length;
  const seed = key(3, 97);
  const counts = new Float64Array(bins);
  const hits = FRACTIONS.map(() => 0);
  const draws = n ? DRAWS : 0;
  let all = 0;
  let at = 0;
  for (let d = 0; d < draws; d++) {
    const f = Math.floor((d * n) / draws);
    let felt = 0;
    for (let g = 0; g < n; g++) {
      if (g === f) continue;
      felt += norms[g] * norms[g] * squaredCosine(seed, at, m);
      at += 12;
    }
    const own = norms[f] * norms[f];
    const share = own / (own + felt);
    all += share;
    counts[Math.min(bins - 1, Math.floor(share * bins))] += 1;
    FRACTIONS.forEach(([fraction], i) => {
      if (Math.abs(share - fraction) <= NEAR) hits[i] += 1;
    });
  }
  const scale = draws ? n / draws : 0;
  return {
    sum: all * scale,
    bins: counts.map((c) => c * scale),
    expected: hits.map((h) => h * scale),
    most: hits.map((h) => binomial99(n, (h + 1) / (draws + 2))),
  };
}

/** One draw of Beta(1/2, (m - 1)/2): z^2 over z^2 + chi^2 of m - 1; for many dimensions by Wilson and Hilferty (1931). */
function squaredCosine(seed: ReturnType<typeof key>, at: number, m: number): number {
  const z = normal(seed, at);
  const k = m - 1;
  if (k === 0) return 1;
  let rest = 0;
  if (k <= 10) for (let i = 1; i <= k; i++) rest += normal(seed, at + i) * normal(seed, at + i);
  else {
    const root = 1 - 2 / (9 * k) + normal(seed, at + 1) * Math.sqrt(2 / (9 * k));
    rest = k * root * root * root;
  }
  return (z * z) / (z * z + Math.max(0, rest) || 1);
}

/** The least count that Binomial(n, p) exceeds in at most 1 of 100 cases. */
export function binomial99(n: number, p: number): number {
  if (n * p * (1 - p) > 25) return Math.ceil(n * p + UPPER_99 * Math.sqrt(n * p * (1 - p)) + 0.5);
  let term = 1;
  for (let i = 0; i < n; i++) term *= 1 - p;
  let below = term;
  let c = 0;
  while (below < 0.99 && c < n) {
    term *= ((n - c) / (c + 1)) * (p / (1 - p));
    c += 1;
    below += term;
  }
  return c;
}

/** Shares near each of FRACTIONS. */
export const sharesAt = (shares: ArrayLike<number>): number[] =>
  FRACTIONS.map(([at]) => Array.from(shares).filter((d) => Math.abs(d - at) <= NEAR).length);

/** Between which values the interference on all, over its expectation, lies for 99% of random sets. */
export function ratioNull(norms: readonly number[], m: number): readonly [low: number, high: number] {
  let squares = 0;
  let fourth = 0;
  for (const v of norms) {
    squares += v * v;
    fourth += v * v * v * v;
  }
  const expected = (norms.length - 1) * squares;
  if (!(expected > 0) || m < 2) return [1, 1];
  // every pair counts (|W_f|^2 + |W_g|^2) B
  const pairs = (norms.length - 1) * fourth + (squares * squares - fourth);
  const spread = Math.sqrt(pairs * ((2 * (m - 1)) / (m + 2))) / expected;
  return [Math.max(0, 1 - BOTH_99 * spread), 1 + BOTH_99 * spread];
}

/**
 * The most groups of each name that 99 sets of random directions form; a name that none of them forms is missing.
 * `undefined`: too many rows to simulate, and chance does form groups.
 */
export async function groupsNull(
  norms: readonly number[],
  m: number,
): Promise<readonly (readonly [name: string, most: number])[] | undefined> {
  const n = norms.length;
  if (n < 2) return [];
  const neighbours = ((n * (n - 1)) / 2) * (1 - within(OVERLAPS, m));
  if (neighbours < 0.01) return [['1 alone', n]];
  if (n * n * m * SETS > MOST_WORK) return undefined;
  const plain = await load();
  const most = new Map<string, number>();
  for (let set = 0; set < SETS; set++) {
    const seed = key(4, 97, set);
    const W = Float64Array.from({ length: n * m }, (_, i) => normal(seed, i));
    for (let f = 0; f < n; f++) {
      let size = 0;
      for (let i = f * m; i < (f + 1) * m; i++) size += W[i] * W[i];
      const scale = norms[f] / Math.sqrt(size);
      for (let i = f * m; i < (f + 1) * m; i++) W[i] *= scale;
    }
    for (const [name, count] of groups(W, census(W, n, m, plain)).counts) {
      most.set(name, Math.max(most.get(name) ?? 0, count));
    }
  }
  return [...most];
}
