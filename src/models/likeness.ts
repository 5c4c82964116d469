// How alike two sets of directions are, each measure beside what it says of chance. A_fh is [n][m], B_gh is [p][q].
//
//   MMCS = mean over f of max over g of cos(A_f, B_g)                                         (Sharkey et al. 2022)
//   matching: partners, none twice, with the largest sum of cosines; above 1,024 rows mutual nearest neighbours instead
//   Procrustes likeness = |A'B|_* / (|A| |B|), the most that a turn and a mirror can reach; rows belong together by their
//   number                                                                                 (Schoenemann 1966)
//   linear CKA = |A'B|^2 / (|A'A| |B'B|), columns centred; rows are the same samples in both     (Kornblith et al. 2019)

import { assignMost } from '../math/hungarian.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { nuclearNorm } from '../math/nuclear-norm.ts';
import { bits, key, normal } from '../math/random.ts';
import { addMatches, noMatches, normalizeRows, type BestMatches, type UnitRows } from './best-matches.ts';
import { alive, lengths } from './census.ts';
import { bestByChance, bestMoments, foundByChance } from './chance.ts';

const MOST_EXACT = 1024;
/** A row counts as found again, or as a part of a split feature, above this cosine. */
export const FOUND = 0.7;

export interface Points {
  readonly A: Float64Array;
  readonly n: number;
  readonly m: number;
}
/** A measure, and the same of random directions or of rows in random order. */
interface Beside {
  readonly value: number;
  readonly chance: number;
  /** 99 of 100 random sets stay below this, where that is known */
  readonly most?: number;
}

export interface Likeness {
  /** rows of the first found in the second, and back; where the rows are of one length */
  readonly there?: Beside;
  readonly back?: Beside;
  readonly matching?: Beside & {
    readonly kind: 'exact' | 'mutual';
    /** row of the second for each of the first, -1: none */
    readonly partner: Int32Array;
    /** its cosine, NaN: none */
    readonly cosine: Float64Array;
    readonly count: number;
  };
  /** where both have as many rows */
  readonly procrustes?: Beside;
  readonly cka?: Beside;
  /** the second as a dictionary for the first */
  readonly dictionary?: {
    /** rows of the first with no, one, or several rows of the second above FOUND */
    readonly lost: number;
    readonly found: number;
    readonly split: number;
    /** rows of the second that have no direction, and those that are near no row of the first (unknown when only some of it were compared) */
    readonly dead: number;
    readonly stray?: number;
    /** rows of the first that random directions, as many as the second, would find */
    readonly chance: number;
  };
}

/** What is being done, and which share of all is done. */
export type Progress = (what: string, share: number) => void;

/** All measures that the shapes allow; both sets at most a few thousand rows. */
export function likeness(
  first: Points,
  second: Points,
  k: Kernels,
  progress: Progress = () => undefined,
): Likeness {
  const { n, m } = first;
  const { n: p, m: q } = second;
  return {
    ...(m === q ? directions(first, second, k, progress) : {}),
    ...(n === p && n > 2 ? pairedMeasures(first, second, k, progress) : {}),
  };
}

/** What takes row f of the first and row f of the second for the same thing. */
export function pairedMeasures(
  first: Points,
  second: Points,
  k: Kernels,
  progress: Progress = () => undefined,
): Pick<Likeness, 'procrustes' | 'cka'> {
  progress('Aligning the samples (CKA)', 0.4);
  const cka = aligned(first, second, k);
  progress('Turning one upon the other (Procrustes)', 0.6);
  return { procrustes: turnedTo(first, second, k, progress), cka };
}

function directions(
  first: Points,
  second: Points,
  k: Kernels,
  progress: Progress,
): Pick<Likeness, 'there' | 'back' | 'matching' | 'dictionary'> {
  const { n, m } = first;
  const { n: p } = second;
  progress('Matching rows', 0);
  const matches = noMatches(n, p);
  addMatches(matches, units(first), 0, units(second), FOUND, k, (share) =>
    progress('Matching rows', 0.3 * share),
  );
  const live = alive(lengths(second.A, p, m));
  const exact = Math.max(n, p) <= MOST_EXACT;
  return {
    ...fromMatches(matches, m, live),
    matching: exact ? exactMatching(first, second, k) : mutualMatching(matches, m),
  };
}

/** MMCS both ways and the second as a dictionary for the first. @param live rows of the second that have a direction */
export function fromMatches(
  { best, bestBack, above }: BestMatches,
  m: number,
  live: readonly boolean[],
): Required<Pick<Likeness, 'there' | 'back' | 'dictionary'>> {
  const n = best.length;
  const p = bestBack.length;
  const number = (test: (c: number) => boolean): number => above.reduce((sum, c) => sum + Number(test(c)), 0);
  return {
    there: besideRandom(best, p, m),
    back: besideRandom(bestBack, n, m),
    dictionary: {
      lost: number((c) => c === 0),
      found: number((c) => c === 1),
      split: number((c) => c > 1),
      dead: live.filter((l) => !l).length,
      stray: live.filter((l, g) => l && bestBack[g] <= FOUND).length,
      chance: n * foundByChance(FOUND, p, m),
    },
  };
}

/** 99% of a normal distribution lie below this many spreads. */
const UPPER_99 = 2.326;

/** The mean of best cosines beside that of random directions. */
function besideRandom(best: Float64Array, others: number, m: number): Beside {
  const { mean: chance, spread } = bestMoments(others, m);
  return {
    value: mean(best),
    chance,
    most: chance + (UPPER_99 * spread) / Math.sqrt(Math.max(1, best.length)),
  };
}

/** Partners with the largest sum of cosines (Hungarian); random directions are matched the same way. */
function exactMatching(first: Points, second: Points, k: Kernels): NonNullable<Likeness['matching']> {
  const { n } = first;
  const { n: p } = second;
  const C = crossed(first, second, k);
  const partner = assignMost(C, n, p);
  const cosine = Float64Array.from(partner, (g, f) => (g < 0 ? NaN : C[f * p + g]));
  const draws = n * p > 65_536 ? 1 : 8;
  const chance = Array.from({ length: draws }, (_, d) => {
    const R = crossed(first, scattered(second, d), k);
    return mean(pairsOf(assignMost(R, n, p), R, p));
  });
  const pairs = cosine.filter((c) => !Number.isNaN(c));
  return { kind: 'exact', partner, cosine, count: pairs.length, value: mean(pairs), chance: mean(chance) };
}

/** Pairs that are each other's nearest. By chance such a pair is the largest of the n + p - 1 cosines of its row and column. */
export function mutualMatching(
  { best, partner: there, partnerBack }: BestMatches,
  m: number,
): NonNullable<Likeness['matching']> {
  const partner = there.map((g, f) => (g >= 0 && partnerBack[g] === f ? g : -1));
  const cosine = Float64Array.from(partner, (g, f) => (g < 0 ? NaN : best[f]));
  const pairs = cosine.filter((c) => !Number.isNaN(c));
  const chance = bestByChance(best.length + partnerBack.length - 1, m);
  return { kind: 'mutual', partner, cosine, count: pairs.length, value: mean(pairs), chance };
}

function units({ A, n, m }: Points): UnitRows {
  const rows = Float64Array.from(A);
  normalizeRows(rows, n, m);
  return { n, m, rows };
}

/** cos(A_f, B_g), [n][p]; 0 for rows without direction */
function crossed({ A, n, m }: Points, { A: B, n: p }: Points, k: Kernels): Float32Array {
  const top = k.mark();
  const a = k.alloc(n * m);
  const b = k.alloc(p * m);
  const c = k.alloc(n * p);
  const data = k.data();
  unitInto(data, a, A, n, m);
  unitInto(data, b, B, p, m);
  k.gemm(c, p, a, m, 1, b, 1, m, n, p, m, 0);
  const C = Float32Array.from(k.data().subarray(c, c + n * p));
  k.reset(top);
  return C;
}

function unitInto(
  data: Float32Array | Float64Array,
  at: number,
  A: Float64Array,
  n: number,
  m: number,
): void {
  const norms = lengths(A, n, m);
  const live = alive(norms);
  for (let f = 0; f < n; f++) {
    for (let h = 0; h < m; h++) data[at + f * m + h] = live[f] ? A[f * m + h] / norms[f] : 0;
  }
}

const pairsOf = (partner: Int32Array, C: Float32Array, p: number): Float64Array =>
  Float64Array.from([...partner].flatMap((g, f) => (g < 0 ? [] : [C[f * p + g]])));
const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length ? sum / values.length : 0;
};

/** Random directions, as many. */
const scattered = ({ n, m }: Points, draw: number): Points => {
  const seed = key(1, 97, draw);
  return { n, m, A: Float64Array.from({ length: n * m }, (_, i) => normal(seed, i)) };
};

/** Rows in a random order (Fisher and Yates). */
function shuffled({ A, n, m }: Points, draw: number): Points {
  const order = Array.from({ length: n }, (_, i) => i);
  const seed = key(2, 97, draw);
  const out = new Float64Array(n * m);
  for (let i = n - 1; i > 0; i--) {
    const j = bits(seed, i) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  order.forEach((from, to) => out.set(A.subarray(from * m, (from + 1) * m), to * m));
  return { A: out, n, m };
}

/** |A'B|_* / (|A| |B|), at most 1: rounding in f32 may carry it over. */
function turnedTo(first: Points, second: Points, k: Kernels, progress: Progress): Beside {
  const width = Math.max(first.m, second.m);
  const a = scaledToOne(first);
  const b = scaledToOne(second);
  const size = norm(a.A) * norm(b.A);
  const draws = width > 64 ? 1 : 8;
  const of = (points: Points): number =>
    size ? Math.min(1, nuclearNorm(product(a, points, width, k), width) / size) : 0;
  const value = of(b);
  progress('Turning one upon the other (Procrustes)', 0.8);
  return { value, chance: mean(Array.from({ length: draws }, (_, d) => of(shuffled(b, d)))) };
}

/** Divided by the largest value, so that no square leaves the range of f64. */
function scaledToOne({ A, n, m }: Points): Points {
  let most = 0;
  for (let i = 0; i < A.length; i++) most = Math.max(most, Math.abs(A[i]));
  return most ? { A: A.map((v) => v / most), n, m } : { A, n, m };
}

function aligned(first: Points, second: Points, k: Kernels): Beside {
  const a = centred(scaledToOne(first));
  const b = centred(scaledToOne(second));
  const square = (x: number): number => x * x;
  const overlap = (x: Points, y: Points): number => square(norm(product(x, y, Math.max(x.m, y.m), k)));
  const own = Math.sqrt(overlap(a, a) * overlap(b, b));
  const of = (points: Points): number => (own ? Math.min(1, overlap(a, points) / own) : 0);
  const draws = a.n * a.m > 1 << 20 ? 1 : 4;
  return { value: of(b), chance: mean(Array.from({ length: draws }, (_, d) => of(shuffled(b, d)))) };
}

function centred({ A, n, m }: Points): Points {
  const out = Float64Array.from(A);
  for (let h = 0; h < m; h++) {
    let sum = 0;
    for (let f = 0; f < n; f++) sum += A[f * m + h];
    for (let f = 0; f < n; f++) out[f * m + h] -= sum / n;
  }
  return { A: out, n, m };
}

function norm(A: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < A.length; i++) sum += A[i] * A[i];
  return Math.sqrt(sum);
}

/** Above this many multiplications A^T B is taken by the kernels, which may be f32. */
const MOST_DOUBLE = 5e8;

/** A^T B, [width][width], filled with 0 beyond their numbers. */
function product(first: Points, second: Points, width: number, k: Kernels): Float64Array {
  const small = first.n * first.m * second.m <= MOST_DOUBLE;
  return small ? productInDouble(first, second, width) : productByKernels(first, second, width, k);
}

function productInDouble({ A, n, m }: Points, { A: B, m: q }: Points, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let f = 0; f < n; f++) {
    for (let i = 0; i < m; i++) {
      const x = A[f * m + i];
      for (let j = 0, at = i * width; j < q; j++) out[at + j] += x * B[f * q + j];
    }
  }
  return out;
}

function productByKernels(
  { A, n, m }: Points,
  { A: B, m: q }: Points,
  width: number,
  k: Kernels,
): Float64Array {
  const top = k.mark();
  const a = k.alloc(n * m);
  const b = k.alloc(n * q);
  const c = k.alloc(m * q);
  k.data().set(A, a);
  k.data().set(B, b);
  k.gemm(c, q, a, 1, m, b, q, 1, m, q, n, 0);
  const data = k.data();
  const out = new Float64Array(width * width);
  for (let i = 0; i < m; i++) for (let j = 0; j < q; j++) out[i * width + j] = data[c + i * q + j];
  k.reset(top);
  return out;
}
