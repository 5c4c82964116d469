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
import { alive, lengths } from './census.ts';

const MOST_EXACT = 1024;
/** A row counts as found again, or as a part of a split feature, above this cosine. */
const FOUND = 0.7;

export interface Points {
  readonly A: Float64Array;
  readonly n: number;
  readonly m: number;
}
/** A measure, and the same of random directions or of rows in random order. */
interface Beside {
  readonly value: number;
  readonly chance: number;
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
    /** rows of the second that have no direction, and those that are near no row of the first */
    readonly dead: number;
    readonly stray: number;
  };
}

/** All measures that these two shapes allow: by directions where m = q, by rows where n = p. */
export function likeness(first: Points, second: Points, k: Kernels): Likeness {
  const { n, m } = first;
  const { n: p, m: q } = second;
  const paired = n === p && n > 2;
  return {
    ...(m === q ? directions(first, second, k) : {}),
    ...(paired ? { procrustes: turnedTo(first, second, k), cka: aligned(first, second, k) } : {}),
  };
}

function directions(
  first: Points,
  second: Points,
  k: Kernels,
): Pick<Likeness, 'there' | 'back' | 'matching' | 'dictionary'> {
  const { n } = first;
  const { n: p } = second;
  const C = crossed(first, second, k);
  const best = highest(C, n, p);
  const draws = n * p > 65_536 ? 1 : 8;
  const random = Array.from({ length: draws }, (_, d) => crossed(first, scattered(second, d), k));
  const back = random.map((R) => mean(highest(R, n, p).cols));
  const exact = Math.max(n, p) <= MOST_EXACT;
  const partner = exact ? assignMost(C, n, p) : mutual(C, n, p);
  const cosine = Float64Array.from(partner, (g, f) => (g < 0 ? NaN : C[f * p + g]));
  const byChance = random
    .slice(0, exact && n * p > 65_536 ? 1 : draws)
    .map((R) => mean(pairsOf(exact ? assignMost(R, n, p) : mutual(R, n, p), R, p)));
  const pairs = cosine.filter((c) => !Number.isNaN(c));
  return {
    there: { value: mean(best.rows), chance: mean(random.map((R) => mean(highest(R, n, p).rows))) },
    back: { value: mean(best.cols), chance: mean(back) },
    matching: {
      kind: exact ? 'exact' : 'mutual',
      partner,
      cosine,
      count: pairs.length,
      value: mean(pairs),
      chance: mean(byChance),
    },
    dictionary: dictionary(C, first, second),
  };
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

function highest(C: Float32Array, n: number, p: number): { rows: Float64Array; cols: Float64Array } {
  const rows = new Float64Array(n).fill(-1);
  const cols = new Float64Array(p).fill(-1);
  for (let f = 0; f < n; f++) {
    for (let g = 0; g < p; g++) {
      const c = C[f * p + g];
      if (c > rows[f]) rows[f] = c;
      if (c > cols[g]) cols[g] = c;
    }
  }
  return { rows, cols };
}

/** Partners who are each other's nearest. */
function mutual(C: Float32Array, n: number, p: number): Int32Array {
  const row = new Int32Array(n);
  const col = new Int32Array(p);
  for (let f = 0; f < n; f++) {
    for (let g = 0; g < p; g++) {
      if (C[f * p + g] > C[f * p + row[f]]) row[f] = g;
      if (C[f * p + g] > C[col[g] * p + g]) col[g] = f;
    }
  }
  return row.map((g, f) => (col[g] === f ? g : -1));
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

function dictionary(C: Float32Array, first: Points, second: Points): Required<Likeness>['dictionary'] {
  const { n } = first;
  const { n: p } = second;
  const counts = new Int32Array(n);
  const near = highest(C, n, p).cols;
  const live = alive(lengths(second.A, p, second.m));
  for (let f = 0; f < n; f++) for (let g = 0; g < p; g++) if (C[f * p + g] > FOUND) counts[f] += 1;
  const number = (test: (c: number) => boolean): number =>
    counts.reduce((sum, c) => sum + Number(test(c)), 0);
  return {
    lost: number((c) => c === 0),
    found: number((c) => c === 1),
    split: number((c) => c > 1),
    dead: live.filter((l) => !l).length,
    stray: live.filter((l, g) => l && near[g] <= FOUND).length,
  };
}

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

function turnedTo(first: Points, second: Points, k: Kernels): Beside {
  const width = Math.max(first.m, second.m);
  const size = norm(first.A) * norm(second.A);
  const draws = width > 64 ? 1 : 8;
  const of = (points: Points): number =>
    size ? nuclearNorm(product(first, points, width, k), width) / size : 0;
  return {
    value: of(second),
    chance: mean(Array.from({ length: draws }, (_, d) => of(shuffled(second, d)))),
  };
}

function aligned(first: Points, second: Points, k: Kernels): Beside {
  const a = centred(first);
  const b = centred(second);
  const square = (x: number): number => x * x;
  const overlap = (x: Points, y: Points): number => square(norm(product(x, y, Math.max(x.m, y.m), k)));
  const own = Math.sqrt(overlap(a, a) * overlap(b, b));
  const of = (points: Points): number => (own ? overlap(a, points) / own : 0);
  return { value: of(b), chance: mean(Array.from({ length: 4 }, (_, d) => of(shuffled(b, d)))) };
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

/** A^T B, [width][width], filled with 0 beyond their numbers. */
function product({ A, n, m }: Points, { A: B, m: q }: Points, width: number, k: Kernels): Float64Array {
  const top = k.mark();
  const a = k.alloc(n * m);
  const b = k.alloc(n * q);
  const c = k.alloc(m * q);
  const data = k.data();
  const out = new Float64Array(width * width);
  let size = 0;
  for (const v of [A, B]) for (let i = 0; i < v.length; i++) size = Math.max(size, Math.abs(v[i]));
  const scale = size || 1; // products of small numbers leave the range of f32 early
  for (let i = 0; i < n * m; i++) data[a + i] = A[i] / scale;
  for (let i = 0; i < n * q; i++) data[b + i] = B[i] / scale;
  k.gemm(c, q, a, 1, m, b, q, 1, m, q, n, 0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < q; j++) out[i * width + j] = k.data()[c + i * q + j] * scale * scale;
  }
  k.reset(top);
  return out;
}
